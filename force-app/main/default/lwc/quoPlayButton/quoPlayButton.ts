import { api, LightningElement } from 'lwc';
import MAY_LISTEN from '@salesforce/customPermission/Quo_Listen';
import { formatPosition } from 'c/quoDurations';
import { fillLabel, recording as labels } from 'c/quoLabels';
import { safeUrl } from 'c/quoLinks';
import { failureText, player, watchRecording, type Playback } from 'c/quoPlayback';

/** Plays a recording where only its row is shown: a button, and how far it is. Without a recording it is not there. */
export default class QuoPlayButton extends LightningElement {
    labels = labels;
    playback?: Playback;

    private readonly _watching = watchRecording((playback) => (this.playback = playback));

    /** What is played, for those who do not see the row. */
    @api name = '';

    @api get url(): string | undefined {
        return this._watching.address;
    }
    set url(url: string | undefined) {
        this._watching.address = safeUrl(url);
    }

    connectedCallback(): void {
        this._watching.connect();
    }

    disconnectedCallback(): void {
        this._watching.disconnect();
    }

    get canPlay(): boolean {
        return MAY_LISTEN === true && this.url !== undefined;
    }

    get icon(): string {
        return this.playback?.isPlaying ? 'utility:pause' : 'utility:play';
    }

    get buttonLabel(): string {
        return fillLabel(this.playback?.isPlaying ? labels.pauseNamed : labels.playNamed, this.name);
    }

    get isBegun(): boolean {
        return Boolean(this.playback && (this.playback.isPlaying || this.playback.position > 0));
    }

    get progress(): string {
        const { position = 0, length = 0 } = this.playback ?? {};
        return length ? `${formatPosition(position)} / ${formatPosition(length)}` : formatPosition(position);
    }

    get problem(): string {
        const failure = this.playback?.failure;
        return failure && this.url ? failureText(failure, this.url) : '';
    }

    handleToggle(): void {
        if (this.url === undefined) return;
        if (this.playback?.isPlaying) player.pause(this.url);
        else player.play(this.url);
    }
}
