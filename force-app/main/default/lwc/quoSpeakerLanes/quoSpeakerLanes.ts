import { api, LightningElement } from 'lwc';
import LOCALE from '@salesforce/i18n/locale';
import { fillLabel, joinList, transcript as labels } from 'c/quoLabels';
import { speakerLanes, speakerName, type Line } from 'c/quoTranscriptLines';

interface DrawnLane {
    readonly key: string;
    readonly who: string;
    readonly share: string;
    readonly css: string;
    readonly spans: readonly { readonly key: string; readonly x: number; readonly width: number }[];
}

const percent = new Intl.NumberFormat(LOCALE, { style: 'percent' });
/** The mark of where one is, as a part of the whole. */
const MARK = 1 / 200;

/** A strip for each speaker, drawn over the length of the recording. A click on it asks, by `hear`, to hear from there. */
export default class QuoSpeakerLanes extends LightningElement {
    /** Seconds. */
    @api total = 0;
    /** Seconds. */
    @api position = 0;

    lanes: readonly DrawnLane[] = [];

    private _lines: readonly Line[] = [];

    @api get lines(): readonly Line[] {
        return this._lines;
    }
    set lines(lines: readonly Line[]) {
        this._lines = lines;
        this.lanes = drawn(lines);
    }

    get hasLanes(): boolean {
        return this.lanes.length > 0 && this.total > 0;
    }

    get box(): string {
        return `0 0 ${this.total} 10`;
    }

    get markWidth(): number {
        return this.total * MARK;
    }

    /** In words, for those who do not see it. */
    get description(): string {
        return fillLabel(labels.lanes, joinList(this.lanes.map(({ who, share }) => `${who} ${share}`.trim())));
    }

    /** For the mouse only: the keyboard has the slider and the lines. */
    handleClick(event: MouseEvent): void {
        const { left, width } = (event.currentTarget as Element).getBoundingClientRect();
        const at = width > 0 ? (this.total * (event.clientX - left)) / width : 0;
        this.dispatchEvent(new CustomEvent('hear', { detail: { at } }));
    }
}

function drawn(lines: readonly Line[]): readonly DrawnLane[] {
    const lanes = speakerLanes(lines).map((lane) => ({
        ...lane,
        spoken: lane.spans.reduce((sum, { start, end }) => sum + end - start, 0)
    }));
    const all = lanes.reduce((sum, { spoken }) => sum + spoken, 0);
    return lanes.map(({ key, side, who, spans, spoken }) => ({
        key,
        who: speakerName({ who, ...(side ? { side } : {}) }),
        share: percent.format(spoken / all),
        css: `lane${side ? ` ${side}` : ''}`,
        spans: spans.map(({ start, end }, index) => ({ key: String(index), x: start, width: end - start }))
    }));
}
