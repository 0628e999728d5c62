import { api, LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { RefreshEvent } from 'lightning/refresh';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { explainError, type Problem } from 'c/quoErrors';
import { lookup as lookupLabels, fillLabel, fillPlural, unmatched as labels } from 'c/quoLabels';
import { formatPhoneNumber } from 'c/quoPhoneNumbers';
import type { SelectedRecord } from 'c/quoLookup';
import { LEAD } from 'c/quoSchema';
import { updatesFor, type ChosenRecord, type NumberGroup } from 'c/quoUnmatchedGroups';

type Panel = 'link' | 'lead' | 'ignore';

/** One number and its decision: link it to a record, make a lead of it, or ignore it. Tells `decided`. */
export default class QuoUnmatchedNumber extends LightningElement {
    labels = labels;
    timeZone = TIME_ZONE;
    searchLabel = lookupLabels.searchPeople;

    @api group!: NumberGroup;

    panel?: Panel;
    isSaving = false;
    progress = '';
    problem?: Problem;

    get number(): string {
        return formatPhoneNumber(this.group.number);
    }

    get activityText(): string {
        return fillPlural(labels.activities, this.group.count);
    }

    get badge(): { label: string; icon: string; css: string } {
        return this.group.isAmbiguous
            ? { label: labels.ambiguous, icon: 'utility:people', css: 'slds-theme_warning' }
            : { label: labels.nobody, icon: 'utility:help', css: '' };
    }

    get inboxText(): string {
        return this.group.inboxes.join(', ');
    }

    get callerText(): string {
        return this.group.callerName ? fillLabel(labels.callerSaid, this.group.callerName) : '';
    }

    get actionsLabel(): string {
        return fillLabel(labels.actionsFor, this.number);
    }

    get isLinking(): boolean {
        return this.panel === 'link';
    }

    get isCreating(): boolean {
        return this.panel === 'lead';
    }

    get isIgnoring(): boolean {
        return this.panel === 'ignore';
    }

    get linkTitle(): string {
        return fillLabel(labels.linkTitle, this.number);
    }

    get leadTitle(): string {
        return fillLabel(labels.createLeadTitle, this.number);
    }

    get ignoreTitle(): string {
        return fillLabel(labels.ignoreTitle, this.number);
    }

    /** The caller's own words, cut at the last space: `Anne Marie Roy` → `Anne Marie` and `Roy`. */
    get suggestion(): { first: string; last: string } {
        const words = (this.group.callerName ?? '').trim().split(/\s+/);
        return { first: words.slice(0, -1).join(' '), last: words[words.length - 1] ?? '' };
    }

    /** Brings the keyboard to the number. */
    @api focus(): void {
        this.template?.querySelector<HTMLElement>('.link')?.focus();
    }

    handleOpen(event: Event): void {
        const panel = (event.currentTarget as HTMLElement).dataset.panel as Panel;
        this.panel = this.panel === panel ? undefined : panel;
        this.problem = undefined;
    }

    handleCancel(): void {
        this.panel = undefined;
        this.problem = undefined;
    }

    handleChosen(event: CustomEvent<SelectedRecord>): void {
        const { id, object, name } = event.detail;
        if (object !== 'User') this.decide({ id, object }, fillLabel(labels.linked, this.number, name));
    }

    handleIgnore(): void {
        this.decide(undefined, fillLabel(labels.ignored, this.number));
    }

    async handleCreate(): Promise<void> {
        const inputs = [...(this.template?.querySelectorAll('lightning-input') ?? [])] as unknown as {
            name: string;
            value?: string;
            reportValidity(): boolean;
        }[];
        if (this.isSaving || !inputs.map((input) => input.reportValidity()).every(Boolean)) return;
        const typed = Object.fromEntries(inputs.map(({ name, value }) => [name, (value ?? '').trim()]));
        this.isSaving = true;
        this.problem = undefined;
        try {
            const fields = { ...typed, Phone: this.group.number, [LEAD.quoPhone]: this.group.number };
            const { id } = await createRecord({ apiName: 'Lead', fields });
            const name = [typed.FirstName, typed.LastName].filter(Boolean).join(' ');
            this.isSaving = false;
            await this.decide({ id, object: 'Lead' }, fillLabel(labels.linked, this.number, name));
        } catch (fault) {
            this.problem = explainError(fault);
        } finally {
            this.isSaving = false;
        }
    }

    /** One record after the other: parallel updates of one person's activities would lock each other out. */
    private async decide(chosen: ChosenRecord | undefined, title: string): Promise<void> {
        if (this.isSaving) return;
        this.isSaving = true;
        this.problem = undefined;
        const changes = updatesFor(this.group, chosen);
        let saved = 0;
        try {
            for (const fields of changes) {
                this.progress = fillLabel(labels.saving, saved + 1, changes.length);
                await updateRecord({ fields });
                saved += 1;
            }
        } catch (fault) {
            this.problem = explainError(fault);
        }
        this.isSaving = false;
        this.progress = '';
        if (saved > 0) this.notify(title, saved, changes.length);
    }

    /** One saved activity is a decision: the connector applies it to the others. */
    private notify(title: string, saved: number, of: number): void {
        const isWhole = saved === of;
        const message = isWhole ? '' : fillPlural(labels.partial, saved, of);
        this.dispatchEvent(new ShowToastEvent({ title, message, variant: isWhole ? 'success' : 'warning' }));
        this.dispatchEvent(
            new CustomEvent('decided', { detail: { number: this.group.number }, bubbles: true, composed: true })
        );
        this.dispatchEvent(new RefreshEvent());
    }
}
