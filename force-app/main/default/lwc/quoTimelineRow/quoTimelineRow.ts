import { api, LightningElement } from 'lwc';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { fillLabel, rowActions, timeline as labels } from 'c/quoLabels';
import { appearanceOf, type Appearance } from 'c/quoOutcomes';
import { circumstancesText, personOf, rowName } from 'c/quoRowFacts';
import type { Row } from 'c/quoTimelineRows';

interface Badge {
    readonly key: string;
    readonly label: string;
    readonly icon: string;
    readonly css: string;
}

/** Of a summary, its beginning; of a conversation, its latest message. */
function previewText(row: Row): string {
    const last = row.messages[row.messages.length - 1];
    if (last) return last.author ? fillLabel(labels.withPerson, last.author, last.text || labels.media) : last.text;
    return row.title ?? row.summary[0] ?? '';
}

const BADGES: readonly {
    readonly key: string;
    readonly when: (row: Row) => boolean;
    readonly badge: Omit<Badge, 'key'>;
}[] = [
    {
        key: 'sona',
        when: (row) => row.outcome === 'handled by Sona',
        badge: { label: labels.chipSona, icon: 'utility:einstein', css: '' }
    },
    {
        key: 'followUp',
        when: (row) => row.followUpStatus === 'to do',
        badge: { label: labels.chipFollowUp, icon: 'utility:task', css: 'slds-theme_warning' }
    },
    {
        key: 'ambiguous',
        when: (row) => row.match === 'ambiguous',
        badge: { label: labels.chipAmbiguous, icon: 'utility:people', css: 'slds-theme_warning' }
    },
    {
        key: 'unmatched',
        when: (row) => row.match === 'unmatched',
        badge: { label: labels.chipUnmatched, icon: 'utility:help', css: '' }
    }
];

/** One call or conversation: closed, what a glance should catch; open, everything. Tells its parent by `rowtoggle`. */
export default class QuoTimelineRow extends LightningElement {
    labels = labels;
    timeZone = TIME_ZONE;

    @api row!: Row;
    @api open = false;

    isNoting = false;
    private _isFormNew = false;

    get appearance(): Appearance {
        return appearanceOf(this.row);
    }

    get itemClass(): string {
        return `slds-timeline__item_expandable ${this.appearance.itemClass}${this.open ? ' slds-is-open' : ''}`;
    }

    get detailsClass(): string {
        return 'slds-box slds-timeline__item_details slds-theme_shade slds-m-top_x-small slds-m-horizontal_xx-small';
    }

    get expanded(): string {
        return String(this.open);
    }

    get person(): string {
        return personOf(this.row);
    }

    get toggleLabel(): string {
        return fillLabel(labels.toggle, this.callName);
    }

    /** What the row was made of: the task, or the Sona call when there is no task to see. */
    get recordId(): string | undefined {
        return this.row.taskId ?? this.row.sonaId;
    }

    get recordPurpose(): string {
        return fillLabel(labels.withPerson, this.row.taskId ? labels.openTask : labels.openSona, this.callName);
    }

    get personPurpose(): string {
        return fillLabel(labels.withPerson, rowActions.openPerson, this.person);
    }

    get facts(): string {
        return circumstancesText(this.row);
    }

    get recordingUrl(): string | undefined {
        return this.row.recordingUrls[0];
    }

    /** Open, the row has the whole player below: one way to play is enough. */
    get isPlayable(): boolean {
        return !this.open && this.recordingUrl !== undefined;
    }

    get callName(): string {
        return rowName(this.row);
    }

    get factsClass(): string {
        return `facts${this.appearance.isMissed ? ' slds-text-color_destructive' : ''}`;
    }

    get preview(): string {
        return this.open ? (this.row.title ?? '') : previewText(this.row);
    }

    get badges(): Badge[] {
        return BADGES.filter(({ when }) => when(this.row)).map(({ key, badge }) => ({
            key,
            ...badge,
            css: `badge ${badge.css}`
        }));
    }

    /** Brings the keyboard to the row. */
    @api focus(): void {
        this.template?.querySelector<HTMLElement>('.toggle')?.focus();
    }

    handleAddNote(): void {
        this.isNoting = true;
        this._isFormNew = true;
    }

    handleNoteClosed(): void {
        this.isNoting = false;
        this.focus();
    }

    renderedCallback(): void {
        if (!this._isFormNew) return;
        this._isFormNew = false;
        (this.refs?.note as { focus(): void } | undefined)?.focus();
    }

    handleToggle(): void {
        this.dispatchEvent(new CustomEvent('rowtoggle', { detail: { id: this.row.id, open: !this.open } }));
    }
}
