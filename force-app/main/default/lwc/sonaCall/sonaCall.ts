import { api, LightningElement, wire } from 'lwc';
import { getRecord, notifyRecordUpdateAvailable, type RecordResult } from 'lightning/uiRecordApi';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import MAY_USE from '@salesforce/customPermission/Quo_Use';
import { durationText } from 'c/quoDurations';
import { explainError, type Problem } from 'c/quoErrors';
import { fillLabel, sona as labels, timeline } from 'c/quoLabels';
import { quoCallLink } from 'c/quoLinks';
import { dialableNumber, formatPhoneNumber } from 'c/quoPhoneNumbers';
import { startPolling } from 'c/quoPolling';
import { FIELDS, viewOf, type Linked, type SonaView } from './view';

/** Everything that Sona learned on a call, laid out so that the next action is obvious. */
export default class SonaCall extends LightningElement {
    labels = labels;
    timeZone = TIME_ZONE;
    noPermission = timeline.noPermission;
    noPermissionRemedy = timeline.noPermissionRemedy;
    fields = FIELDS;

    @api recordId?: string;

    view?: SonaView;
    problem?: Problem;

    private _stopPolling?: () => void;
    private _refreshId?: number;

    @wire(getRecord, { recordId: '$recordId', optionalFields: '$fields' })
    onRecord({ data, error }: RecordResult): void {
        if (data) this.view = viewOf(data);
        this.problem = error && !data ? explainError(error) : undefined;
    }

    connectedCallback(): void {
        this._stopPolling = startPolling(() => this.refresh());
        this._refreshId = registerRefreshHandler(this, () => this.refresh());
    }

    disconnectedCallback(): void {
        this._stopPolling?.();
        if (this._refreshId !== undefined) unregisterRefreshHandler(this._refreshId);
    }

    get isForbidden(): boolean {
        return MAY_USE !== true;
    }

    get isLoading(): boolean {
        return !this.view && !this.problem;
    }

    get title(): string {
        return this.view?.title ?? labels.title;
    }

    get outcome(): { label: string; css: string } {
        return this.view?.outcome === 'transferred'
            ? { label: labels.transferred, css: '' }
            : { label: labels.contained, css: 'slds-theme_success' };
    }

    get durationText(): string {
        return durationText(this.view?.duration);
    }

    get caller(): string {
        const [person] = this.view?.links ?? [];
        // The number has its own line, as a link to call it.
        return (
            this.view?.callerName ?? person?.name ?? (this.callLink ? '' : this.callerNumber || timeline.unknownCaller)
        );
    }

    get callerNumber(): string {
        return formatPhoneNumber(this.view?.callerNumber);
    }

    get callLink(): string {
        const number = dialableNumber(this.view?.callerNumber);
        return number ? quoCallLink(number) : '';
    }

    get links(): readonly Linked[] {
        return this.view?.links ?? [];
    }

    get matchText(): string {
        if (this.view?.match === 'ambiguous') return labels.severalMatched;
        return this.links.length === 0 ? labels.nobodyMatched : '';
    }

    get summary(): { key: string; text: string }[] {
        return (this.view?.summary ?? []).map((text, index) => ({ key: String(index), text }));
    }

    get hasSummary(): boolean {
        return this.summary.length > 0;
    }

    get steps(): { key: string; text: string }[] {
        return (this.view?.nextSteps ?? []).map((text, index) => ({ key: String(index), text }));
    }

    get hasSteps(): boolean {
        return this.steps.length > 0;
    }

    get handOff(): string {
        const { outcome, handOffTo, takenBy } = this.view ?? {};
        if (outcome !== 'transferred' && !handOffTo && !takenBy) return labels.noHandOff;
        const parts = [
            handOffTo && handOffTo !== takenBy ? fillLabel(labels.handedTo, handOffTo) : '',
            takenBy ? fillLabel(labels.takenBy, takenBy) : labels.notTaken
        ];
        return parts.filter(Boolean).join(' · ');
    }

    get recordingUrls(): readonly string[] {
        return this.view?.recordingUrl ? [this.view.recordingUrl] : [];
    }

    private async refresh(): Promise<void> {
        if (this.recordId) await notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
    }
}
