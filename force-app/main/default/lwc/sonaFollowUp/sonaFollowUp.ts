import { api, LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { RefreshEvent } from 'lightning/refresh';
import { updateRecord } from 'lightning/uiRecordApi';
import USER_ID from '@salesforce/user/Id';
import { explainError, type Problem } from 'c/quoErrors';
import { lookup as lookupLabels, sona as labels } from 'c/quoLabels';
import type { SelectedRecord } from 'c/quoLookup';
import { isSameRecord } from 'c/quoRecordIds';
import { SONA } from 'c/quoSchema';

const STATUS = { toDo: 'to do', done: 'done', notNeeded: 'not needed' } as const;

const BADGES: Readonly<Record<string, { readonly label: string; readonly css: string; readonly icon: string }>> = {
    [STATUS.toDo]: { label: labels.toDo, css: 'slds-theme_warning', icon: 'utility:clock' },
    [STATUS.done]: { label: labels.done, css: 'slds-theme_success', icon: 'utility:check' },
    [STATUS.notNeeded]: { label: labels.notNeeded, css: '', icon: 'utility:dash' }
};

/** The follow-up of a call: marked done, reopened, set aside, given to somebody. Saved in place. */
export default class SonaFollowUp extends LightningElement {
    labels = labels;
    searchLabel = lookupLabels.searchUsers;

    @api recordId?: string;
    @api status?: string;
    @api ownerId?: string;
    @api ownerName?: string;

    isSaving = false;
    isReassigning = false;
    problem?: Problem;

    /** The status of the latest save, until the buttons show what came of it. */
    private _savedFrom?: string;

    get badge(): { label: string; css: string; icon: string } {
        return BADGES[this.status ?? STATUS.toDo] ?? { label: this.status ?? '', css: '', icon: '' };
    }

    get isOpen(): boolean {
        return this.status === undefined || this.status === STATUS.toDo;
    }

    get owner(): string {
        return this.ownerName ?? labels.nobody;
    }

    get isNotMine(): boolean {
        return !isSameRecord(this.ownerId, USER_ID);
    }

    get reassignExpanded(): string {
        return String(this.isReassigning);
    }

    handleDone(): void {
        this.save({ [SONA.followUpStatus]: STATUS.done });
    }

    handleNotNeeded(): void {
        this.save({ [SONA.followUpStatus]: STATUS.notNeeded });
    }

    handleReopen(): void {
        this.save({ [SONA.followUpStatus]: STATUS.toDo });
    }

    handleAssignToMe(): void {
        this.save({ [SONA.followUpOwner]: USER_ID });
    }

    handleReassign(): void {
        this.isReassigning = !this.isReassigning;
    }

    handleChosen(event: CustomEvent<SelectedRecord>): void {
        this.isReassigning = false;
        this.save({ [SONA.followUpOwner]: event.detail.id });
    }

    /** The button that was pressed is disabled meanwhile, and gone when all went well: the keyboard must not fall off. */
    renderedCallback(): void {
        if (this._savedFrom === undefined || this.isSaving) return;
        const isLost = !document.activeElement || document.activeElement === document.body;
        if (isLost) this.template?.querySelector<HTMLElement>('.done, .reopen')?.focus();
        if (this.problem || this.status !== this._savedFrom) this._savedFrom = undefined;
    }

    private async save(fields: Readonly<Record<string, string>>): Promise<void> {
        if (!this.recordId || this.isSaving) return;
        this.isSaving = true;
        this._savedFrom = this.status ?? '';
        this.problem = undefined;
        try {
            await updateRecord({ fields: { Id: this.recordId, ...fields } });
            this.dispatchEvent(new ShowToastEvent({ title: labels.saved, variant: 'success' }));
            this.dispatchEvent(new RefreshEvent());
        } catch (fault) {
            this.problem = explainError(fault);
        } finally {
            this.isSaving = false;
        }
    }
}
