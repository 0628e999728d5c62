import { LightningElement } from 'lwc';
import USER_ID from '@salesforce/user/Id';
import { welcome as labels } from 'c/quoLabels';

const STORAGE_KEY = `quo.welcome.${USER_ID}`;

function wasDismissed(): boolean {
    try {
        return window.localStorage.getItem(STORAGE_KEY) !== null;
    } catch {
        // Without storage nothing is remembered: better no guidance than the same on every page.
        return true;
    }
}

/** What a rep has to know on the first visit, until it is dismissed in this browser. */
export default class QuoWelcome extends LightningElement {
    labels = labels;
    isDismissed = wasDismissed();

    get isShown(): boolean {
        return !this.isDismissed;
    }

    handleDismiss(): void {
        this.isDismissed = true;
        try {
            window.localStorage.setItem(STORAGE_KEY, 'seen');
        } catch {
            // As above.
        }
        this.dispatchEvent(new CustomEvent('dismiss'));
    }
}
