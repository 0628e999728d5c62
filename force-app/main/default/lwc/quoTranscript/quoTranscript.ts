import { api, LightningElement } from 'lwc';
import { fillLabel, timeline, transcript as labels } from 'c/quoLabels';
import { hitsIn, lineAt, type Line } from 'c/quoTranscriptLines';
import { focusedAfter } from './keys';
import { shownLines, type ShownLine } from './shownLines';

/** What was said on a call: the line that is heard is lit and kept in sight, and a click on a line asks for it by `hear`. */
export default class QuoTranscript extends LightningElement {
    labels = labels;

    /** Whether there is a recording that its lines can be heard in. */
    @api canHear = false;
    @api label = timeline.transcript;

    search = '';
    /** Which of the found lines is shown. */
    hit = 0;
    /** Off once somebody looked elsewhere: nothing pulls a reader away from what he or she reads. */
    isFollowing = true;
    litIndex = -1;
    /** The one line that the Tab key reaches; arrows lead to the others. */
    reachedIndex = 0;

    private _lines: readonly Line[] = [];
    private _position = 0;
    private _inSight = -1;

    @api get lines(): readonly Line[] {
        return this._lines;
    }
    set lines(lines: readonly Line[]) {
        this._lines = lines;
        this.light();
    }

    /** Seconds into the recording; 0 while nothing was heard. */
    @api get position(): number {
        return this._position;
    }
    set position(position: number) {
        this._position = position;
        this.light();
    }

    get items(): readonly ShownLine[] {
        const { litIndex, reachedIndex, search, canHear } = this;
        return shownLines(this._lines, { litIndex, reachedIndex, foundIndex: this.found[this.hit], search, canHear });
    }

    get found(): readonly number[] {
        if (!this.isSearching) return [];
        return hitsIn(
            this._lines.map(({ text }) => text),
            this.search
        );
    }

    get isSearching(): boolean {
        return this.search.trim() !== '';
    }

    get hasNoHits(): boolean {
        return this.found.length === 0;
    }

    get hitText(): string {
        return this.hasNoHits ? labels.noHits : fillLabel(labels.hitOf, this.hit + 1, this.found.length);
    }

    get canFollow(): boolean {
        return this.litIndex >= 0 && !this.isFollowing;
    }

    get hint(): string {
        return this.canHear && this._lines.some(({ start }) => start !== undefined) ? labels.playFrom : '';
    }

    /** A box that scrolls is reached by the keyboard: by its lines where they are buttons, else by itself. */
    get boxTabIndex(): string {
        return this.hint ? '-1' : '0';
    }

    renderedCallback(): void {
        if (this.isFollowing && this._inSight !== this.litIndex) {
            this._inSight = this.litIndex;
            this.bringToSight(this.litIndex);
        }
    }

    handleSearch(event: CustomEvent<{ value: string }>): void {
        this.search = event.detail.value;
        this.showHit(0);
    }

    handleSearchKey(event: KeyboardEvent): void {
        if (event.key === 'Enter') this.showHit(this.hit + (event.shiftKey ? -1 : 1));
    }

    handlePrevious(): void {
        this.showHit(this.hit - 1);
    }

    handleNext(): void {
        this.showHit(this.hit + 1);
    }

    handleFollow(): void {
        this.isFollowing = true;
        this._inSight = -1;
    }

    handleLookElsewhere(): void {
        this.isFollowing = false;
    }

    handleHear(event: Event): void {
        const index = indexOf(event);
        const at = this._lines[index]?.start;
        this.isFollowing = true;
        this.reachedIndex = index;
        if (at !== undefined) this.dispatchEvent(new CustomEvent('hear', { detail: { at } }));
    }

    handleKey(event: KeyboardEvent): void {
        const canHear = this.items.map((item) => item.canHear);
        const index = focusedAfter(event.key, indexOf(event), canHear);
        if (index === undefined) return;
        event.preventDefault();
        this.isFollowing = false;
        this.reachedIndex = index;
        this.lineElement(index)?.querySelector<HTMLElement>('.line')?.focus();
    }

    private light(): void {
        this.litIndex = this._position > 0 ? lineAt(this._lines, this._position) : -1;
    }

    /** The next after the last is the first. */
    private showHit(wanted: number): void {
        const { length } = this.found;
        this.hit = length > 0 ? (wanted + length) % length : 0;
        const index = this.found[this.hit];
        if (index === undefined) return;
        this.isFollowing = false;
        this.bringToSight(index);
    }

    private lineElement(index: number): HTMLElement | null {
        return this.template?.querySelector<HTMLElement>(`[data-line="${index}"]`) ?? null;
    }

    /** Moves the box, never the page around it. */
    private bringToSight(index: number): void {
        const box = this.template?.querySelector<HTMLElement>('.box');
        const line = this.lineElement(index);
        if (!box || !line) return;
        const above = line.getBoundingClientRect().top - box.getBoundingClientRect().top;
        box.scrollTop += above - (box.clientHeight - line.clientHeight) / 3;
    }
}

function indexOf(event: Event): number {
    return Number((event.currentTarget as HTMLElement).dataset.index);
}
