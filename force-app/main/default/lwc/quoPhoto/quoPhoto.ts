import { api, LightningElement } from 'lwc';
import MAY_LISTEN from '@salesforce/customPermission/Quo_Listen';
import USER_ID from '@salesforce/user/Id';
import { fillLabel, photo as labels } from 'c/quoLabels';
import { viewedBy } from 'c/quoLinks';

/** A photo of a text: small in the conversation, large when asked for, and a link where the page may not show it. */
export default class QuoPhoto extends LightningElement {
    labels = labels;
    hasFailed = false;
    isLarge = false;

    private _url = '';

    /** What it is, for those who do not see it. */
    @api name = '';

    /** One that `safeUrl` let through. */
    @api get url(): string {
        return this._url;
    }
    set url(url: string) {
        if (url !== this._url) this.hasFailed = false;
        this._url = url;
    }

    get source(): string {
        return this._url && viewedBy(this._url, USER_ID);
    }

    /** The connector would refuse whoever may not: nothing is asked of it. */
    get isShown(): boolean {
        return MAY_LISTEN === true && !this.hasFailed;
    }

    get explanation(): string {
        return MAY_LISTEN === true ? labels.failed : labels.notAllowed;
    }

    get enlargeLabel(): string {
        return fillLabel(labels.enlarge, this.name);
    }

    handleFailure(): void {
        this.handleClose();
        this.hasFailed = true;
    }

    /** The browser's own dialog keeps the keyboard inside, ends by Escape and gives the focus back to the thumbnail. */
    handleEnlarge(): void {
        this.isLarge = true;
        this.dialog?.showModal();
    }

    handleClose(): void {
        this.dialog?.close();
    }

    handleClosed(): void {
        this.isLarge = false;
    }

    /** A click beside the photo. */
    handleClickOnDialog(event: MouseEvent): void {
        if (event.target === event.currentTarget) this.handleClose();
    }

    private get dialog(): HTMLDialogElement | undefined {
        return this.refs?.dialog as HTMLDialogElement | undefined;
    }
}
