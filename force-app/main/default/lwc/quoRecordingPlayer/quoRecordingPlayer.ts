import { api, LightningElement } from 'lwc';
import USER_ID from '@salesforce/user/Id';
import MAY_LISTEN from '@salesforce/customPermission/Quo_Listen';
import { formatPosition } from 'c/quoDurations';
import { errors as errorLabels, fillLabel, recording as labels } from 'c/quoLabels';
import { safeUrl } from 'c/quoLinks';

const SPEEDS = [0.75, 1, 1.25, 1.5, 2];
const SKIP = 10;
/** Quo makes a recording within minutes; after this long without one, there is none. */
const STILL_COMING = 60 * 60_000;

/** Plays a call's recording, or says plainly why it cannot. */
export default class QuoRecordingPlayer extends LightningElement {
    labels = labels;
    errorLabels = errorLabels;

    @api url?: string;
    /** Names the player where a call has several recordings. */
    @api label = labels.title;
    /** Whole seconds, until the file itself tells. */
    @api duration?: number;
    /** ISO start of a call that was talked on: for a while, its recording may still come. */
    @api expectedSince?: string;

    position = 0;
    wholeLength = 0;
    speed = 1;
    isPlaying = false;
    /** Asked to play, and not enough of it here yet. */
    isWaiting = false;
    hasFailed = false;

    get mayListen(): boolean {
        return MAY_LISTEN === true;
    }

    get address(): string | undefined {
        return safeUrl(this.url);
    }

    /** An address that plays in place is told who looks: a user who lost the right is refused at once. It proves nothing. */
    get source(): string | undefined {
        const { address } = this;
        if (address === undefined || !new URL(address).searchParams.has('g')) return address;
        return `${address}&u=${USER_ID}`;
    }

    get canPlay(): boolean {
        return this.mayListen && this.address !== undefined && !this.hasFailed;
    }

    get canOnlyOpen(): boolean {
        return this.mayListen && this.address !== undefined && this.hasFailed;
    }

    get explanation(): string {
        if (!this.mayListen) return labels.notAllowed;
        const since = this.expectedSince ? Date.parse(this.expectedSince) : NaN;
        return Date.now() - since < STILL_COMING ? labels.notReady : labels.none;
    }

    get total(): number {
        return this.wholeLength || this.duration || 0;
    }

    get playIcon(): string {
        return this.isPlaying ? 'utility:pause' : 'utility:play';
    }

    get playLabel(): string {
        return this.isPlaying ? labels.pause : labels.play;
    }

    get elapsed(): string {
        return formatPosition(this.position);
    }

    get whole(): string {
        return formatPosition(this.total);
    }

    get positionText(): string {
        return fillLabel(labels.positionOf, this.elapsed, this.whole);
    }

    get speedLabel(): string {
        return fillLabel(labels.speedValue, this.speed);
    }

    get speeds(): { value: number; label: string; checked: boolean }[] {
        return SPEEDS.map((value) => ({
            value,
            label: fillLabel(labels.speedValue, value),
            checked: value === this.speed
        }));
    }

    private get audio(): HTMLAudioElement | null {
        return this.template?.querySelector('audio') ?? null;
    }

    async handleToggle(): Promise<void> {
        const { audio } = this;
        if (!audio) return;
        if (this.isPlaying) {
            audio.pause();
            return;
        }
        audio.playbackRate = this.speed;
        this.isWaiting = true;
        try {
            await audio.play();
        } catch (reason) {
            // A pause that overtakes the start is not a failure.
            if ((reason as Error).name !== 'AbortError') this.hasFailed = true;
        } finally {
            this.isWaiting = false;
        }
    }

    handleBack(): void {
        this.seek(this.position - SKIP);
    }

    handleForward(): void {
        this.seek(this.position + SKIP);
    }

    handleSeek(event: Event): void {
        this.seek(Number((event.target as HTMLInputElement).value));
    }

    handleSpeed(event: CustomEvent<{ value: number }>): void {
        this.speed = Number(event.detail.value);
        if (this.audio) this.audio.playbackRate = this.speed;
    }

    handleTime(): void {
        this.position = this.audio?.currentTime ?? 0;
    }

    handleLength(): void {
        const length = this.audio?.duration ?? 0;
        this.wholeLength = Number.isFinite(length) ? length : 0;
    }

    handlePlay(): void {
        this.isPlaying = true;
    }

    handleWaiting(): void {
        this.isWaiting = true;
    }

    handlePlaying(): void {
        this.isWaiting = false;
    }

    handlePause(): void {
        this.isPlaying = false;
        this.isWaiting = false;
    }

    /** After a sign-in in another window, the same address may play. */
    handleRetry(): void {
        this.hasFailed = false;
    }

    handleError(): void {
        this.isPlaying = false;
        this.isWaiting = false;
        this.hasFailed = true;
    }

    private seek(to: number): void {
        this.position = Math.min(Math.max(0, to), this.total || Number.MAX_SAFE_INTEGER);
        if (this.audio) this.audio.currentTime = this.position;
    }
}
