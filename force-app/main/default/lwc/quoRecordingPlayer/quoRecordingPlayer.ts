import { api, LightningElement } from 'lwc';
import MAY_LISTEN from '@salesforce/customPermission/Quo_Listen';
import { formatPosition } from 'c/quoDurations';
import { errors as errorLabels, fillLabel, recording as labels } from 'c/quoLabels';
import { safeUrl } from 'c/quoLinks';
import { failureText, player, SPEEDS, watchRecording, type Playback } from 'c/quoPlayback';
import { silencesOf, type Line } from 'c/quoTranscriptLines';

const SKIP = 10;
/** Quo makes a recording within minutes; after this long without one, there is none. */
const STILL_COMING = 60 * 60_000;

/** Plays a call's recording with what is said in it, or says plainly why it cannot. */
export default class QuoRecordingPlayer extends LightningElement {
    labels = labels;
    errorLabels = errorLabels;
    playback?: Playback;

    private readonly _watching = watchRecording((playback) => (this.playback = playback));
    private _lines: readonly Line[] = [];

    /** Names the player where a call has several recordings. */
    @api label = labels.title;
    /** Whole seconds, until the file itself tells. */
    @api duration?: number;
    /** ISO start of a call that was talked on: for a while, its recording may still come. */
    @api expectedSince?: string;

    @api get url(): string | undefined {
        return this._watching.address;
    }
    set url(url: string | undefined) {
        this._watching.address = safeUrl(url);
        this.tellSilences();
    }

    /** What is said in it, where that is known. */
    @api get lines(): readonly Line[] {
        return this._lines;
    }
    set lines(lines: readonly Line[] | undefined) {
        this._lines = lines ?? [];
        this.tellSilences();
    }

    connectedCallback(): void {
        this._watching.connect();
    }

    disconnectedCallback(): void {
        this._watching.disconnect();
    }

    get mayListen(): boolean {
        return MAY_LISTEN === true;
    }

    get canPlay(): boolean {
        return this.mayListen && this.url !== undefined && !this.playback?.failure;
    }

    get canOnlyOpen(): boolean {
        return this.mayListen && this.url !== undefined && Boolean(this.playback?.failure);
    }

    get problem(): string {
        return failureText(this.playback?.failure ?? 'refused', this.url ?? '');
    }

    get explanation(): string {
        if (!this.mayListen) return labels.notAllowed;
        const since = this.expectedSince ? Date.parse(this.expectedSince) : NaN;
        return Date.now() - since < STILL_COMING ? labels.notReady : labels.none;
    }

    get total(): number {
        return this.playback?.length || this.duration || 0;
    }

    get position(): number {
        return this.playback?.position ?? 0;
    }

    get playIcon(): string {
        return this.playback?.isPlaying ? 'utility:pause' : 'utility:play';
    }

    get playLabel(): string {
        return this.playback?.isPlaying ? labels.pause : labels.play;
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
        return fillLabel(labels.speedValue, this.playback?.speed ?? 1);
    }

    get speeds(): { value: number; label: string; checked: boolean }[] {
        return SPEEDS.map((value) => ({
            value,
            label: fillLabel(labels.speedValue, value),
            checked: value === this.playback?.speed
        }));
    }

    get hasLines(): boolean {
        return this._lines.length > 0;
    }

    get hasSilences(): boolean {
        return silencesOf(this._lines).length > 0;
    }

    handleToggle(): void {
        if (this.url === undefined) return;
        if (this.playback?.isPlaying) player.pause(this.url);
        else player.play(this.url);
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

    handleHear(event: CustomEvent<{ at: number }>): void {
        if (this.url !== undefined && this.canPlay) player.play(this.url, event.detail.at);
    }

    handleSpeed(event: CustomEvent<{ value: number }>): void {
        player.setSpeed(Number(event.detail.value));
    }

    handleSilence(): void {
        player.setSkipsSilence(!this.playback?.skipsSilence);
    }

    handleRetry(): void {
        if (this.url !== undefined) player.forgetFailure(this.url);
    }

    /** A recording whose length the file has not told yet ends where the call did. */
    private seek(to: number): void {
        if (this.url !== undefined) player.seek(this.url, this.total ? Math.min(to, this.total) : to);
    }

    private tellSilences(): void {
        if (this.url !== undefined) player.setSilences(this.url, silencesOf(this._lines));
    }
}
