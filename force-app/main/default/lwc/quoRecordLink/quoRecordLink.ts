import { api, LightningElement } from 'lwc';
import { NavigationMixin, type PageReference } from 'lightning/navigation';

/** A link to a record: a true address for the keyboard, new tabs and screen readers, opened by the platform on a click. */
export default class QuoRecordLink extends NavigationMixin(LightningElement) {
    private _recordId?: string;
    href = '';

    @api label = '';
    /** What the link leads to, with the label in it, where the label alone would name something else. */
    @api purpose?: string;

    @api get recordId(): string | undefined {
        return this._recordId;
    }
    set recordId(value: string | undefined) {
        this._recordId = value;
        this.locate();
    }

    /** One line, cut where the space ends: what is cut is no part of the link, so that it covers nothing beside it. */
    @api isTruncated = false;

    get linkClass(): string {
        return this.isTruncated ? 'slds-show slds-truncate' : '';
    }

    get tip(): string {
        return this.purpose ?? this.label;
    }

    get hasRecord(): boolean {
        return Boolean(this._recordId);
    }

    private get reference(): PageReference {
        return { type: 'standard__recordPage', attributes: { recordId: this._recordId, actionName: 'view' } };
    }

    connectedCallback(): void {
        this.locate();
    }

    handleClick(event: MouseEvent): void {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        this[NavigationMixin.Navigate](this.reference);
    }

    private async locate(): Promise<void> {
        // The platform can make addresses only once the component stands on the page.
        if (!this._recordId || !this.isConnected) return;
        this.href = await this[NavigationMixin.GenerateUrl](this.reference);
    }
}
