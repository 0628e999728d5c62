import { api, LightningElement } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { RefreshEvent } from 'lightning/refresh';
import { updateRecord } from 'lightning/uiRecordApi';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import USER_ID from '@salesforce/user/Id';
import { explainError } from 'c/quoErrors';
import { fillLabel, rowActions as labels, timeline } from 'c/quoLabels';
import { quoCallLink, quoTextLink } from 'c/quoLinks';
import { dialableNumber } from 'c/quoPhoneNumbers';
import { rowName } from 'c/quoRowFacts';
import { SONA } from 'c/quoSchema';
import type { Row } from 'c/quoTimelineRows';
import { followUpPage, tomorrowIn } from './followUpTask';

interface Item {
    readonly value: string;
    readonly label: string;
    readonly icon: string;
    /** Where it leads, for what is a link. */
    readonly href?: string;
}

const DONE = 'done';

/** What a rep does next with a call or a conversation. Asks its parent for the note's form by `addnote`. */
export default class QuoRowActions extends NavigationMixin(LightningElement) {
    @api row!: Row;

    private _isSaving = false;

    get menuLabel(): string {
        return fillLabel(labels.actions, rowName(this.row));
    }

    get items(): Item[] {
        const { number, taskId, sonaId, who, followUpStatus } = this.row;
        // A group's numbers are several: Quo calls and writes to one.
        const line = number.includes(',') ? '' : dialableNumber(number);
        const all: (Item | false)[] = [
            line !== '' && { value: 'call', label: labels.callBack, icon: 'utility:call', href: quoCallLink(line) },
            line !== '' && { value: 'text', label: labels.sendText, icon: 'utility:sms', href: quoTextLink(line) },
            { value: 'followUp', label: labels.followUp, icon: 'utility:task' },
            taskId !== undefined && { value: 'note', label: labels.addNote, icon: 'utility:note' },
            sonaId !== undefined &&
                followUpStatus === 'to do' && { value: DONE, label: labels.followUpDone, icon: 'utility:check' },
            who !== undefined && { value: 'person', label: labels.openPerson, icon: 'utility:user' },
            taskId !== undefined && { value: 'task', label: timeline.openTask, icon: 'utility:open' },
            sonaId !== undefined && { value: 'sona', label: timeline.openSona, icon: 'utility:einstein' }
        ];
        return all.filter((item) => item !== false);
    }

    handleSelect(event: CustomEvent<{ value: string }>): void {
        const { taskId, sonaId, who } = this.row;
        switch (event.detail.value) {
            case 'followUp':
                this[NavigationMixin.Navigate](followUpPage(this.row, USER_ID, tomorrowIn(TIME_ZONE, new Date())));
                break;
            case 'note':
                this.dispatchEvent(new CustomEvent('addnote'));
                break;
            case DONE:
                this.markDone();
                break;
            case 'person':
                this.open(who?.id);
                break;
            case 'task':
                this.open(taskId);
                break;
            case 'sona':
                this.open(sonaId);
                break;
            default:
            // A link: the browser follows it.
        }
    }

    private open(recordId: string | undefined): void {
        if (recordId === undefined) return;
        this[NavigationMixin.Navigate]({ type: 'standard__recordPage', attributes: { recordId, actionName: 'view' } });
    }

    private async markDone(): Promise<void> {
        if (this._isSaving || !this.row.sonaId) return;
        this._isSaving = true;
        try {
            await updateRecord({ fields: { Id: this.row.sonaId, [SONA.followUpStatus]: DONE } });
            this.dispatchEvent(new ShowToastEvent({ title: labels.saved, variant: 'success' }));
            this.dispatchEvent(new RefreshEvent());
        } catch (fault) {
            const { sentence, remedy } = explainError(fault);
            this.dispatchEvent(
                new ShowToastEvent({ title: sentence, message: remedy, variant: 'error', mode: 'sticky' })
            );
        } finally {
            this._isSaving = false;
        }
    }
}
