import { api, LightningElement, wire } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { RefreshEvent } from 'lightning/refresh';
import { getFieldValue, getRecord, notifyRecordUpdateAvailable, updateRecord } from 'lightning/uiRecordApi';
import type { RecordResult } from 'lightning/uiRecordApi';
import { explainError, type Problem } from 'c/quoErrors';
import { rowActions as labels } from 'c/quoLabels';

const DESCRIPTION = 'Task.Description';
const MODIFIED = 'Task.LastModifiedDate';
/** Salesforce's limit of a task's comments. */
const MOST_CHARACTERS = 32_000;
const CHANGED_MEANWHILE = 412;

/** A form for one note, written below what the task's comments say already. Tells its parent by `close`. */
export default class QuoTaskNote extends LightningElement {
    labels = labels;
    fields = [DESCRIPTION, MODIFIED];

    @api taskId!: string;

    text = '';
    isSaving = false;
    problem?: Problem;

    private _record?: RecordResult['data'];

    @wire(getRecord, { recordId: '$taskId', fields: '$fields' })
    onRecord({ data, error }: RecordResult): void {
        if (data) this._record = data;
        if (error) this.problem = explainError(error);
    }

    get cannotSave(): boolean {
        return this.isSaving || this._record === undefined || this.text.trim() === '';
    }

    /** Brings the keyboard to the form. */
    @api focus(): void {
        this.template?.querySelector<HTMLElement>('lightning-textarea')?.focus();
    }

    handleText(event: CustomEvent<{ value: string }>): void {
        this.text = event.detail.value;
    }

    handleCancel(): void {
        this.dispatchEvent(new CustomEvent('close'));
    }

    async handleSave(): Promise<void> {
        if (this.cannotSave) return;
        const before = getFieldValue(this._record, DESCRIPTION);
        const whole = [typeof before === 'string' ? before : '', this.text.trim()].filter(Boolean).join('\n\n');
        if (whole.length > MOST_CHARACTERS) {
            this.problem = { sentence: labels.noteTooLong, remedy: labels.noteTooLongRemedy, detail: '' };
            return;
        }
        await this.save(whole);
    }

    /** Saved only over what was read: a message that the connector adds meanwhile is never taken away. */
    private async save(description: string): Promise<void> {
        this.isSaving = true;
        this.problem = undefined;
        try {
            const modified = new Date(String(getFieldValue(this._record, MODIFIED)));
            await updateRecord(
                { fields: { Id: this.taskId, Description: description } },
                { ifUnmodifiedSince: modified.toUTCString() }
            );
            this.dispatchEvent(new ShowToastEvent({ title: labels.saved, variant: 'success' }));
            this.dispatchEvent(new RefreshEvent());
            this.dispatchEvent(new CustomEvent('close'));
        } catch (fault) {
            this.problem = hasChanged(fault)
                ? { sentence: labels.noteChanged, remedy: labels.noteChangedRemedy, detail: '' }
                : explainError(fault);
            await notifyRecordUpdateAvailable([{ recordId: this.taskId }]);
        } finally {
            this.isSaving = false;
        }
    }
}

function hasChanged(fault: unknown): boolean {
    return typeof fault === 'object' && fault !== null && 'status' in fault && fault.status === CHANGED_MEANWHILE;
}
