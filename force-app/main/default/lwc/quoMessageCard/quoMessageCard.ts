import { api, LightningElement } from 'lwc';
import { fillLabel, errors as labels } from 'c/quoLabels';

/** A state without content: a sentence, a remedy and, where it helps, a button (`action` event). */
export default class QuoMessageCard extends LightningElement {
    @api sentence = '';
    @api remedy = '';
    /** The platform's own words, shown small. */
    @api detail = '';
    @api actionLabel = '';
    @api iconName = 'utility:info';
    /** True for a notice beside content; else it stands in the content's place. */
    @api inline = false;
    /** True when it interrupts: read out at once. */
    @api urgent = false;

    get role(): string {
        return this.urgent ? 'alert' : 'status';
    }

    get detailText(): string {
        return this.detail ? fillLabel(labels.detail, this.detail) : '';
    }

    get inlineClass(): string {
        const theme = this.urgent ? 'slds-theme_warning' : 'slds-scoped-notification_light';
        return `slds-scoped-notification slds-media slds-media_center ${theme}`;
    }

    get iconVariant(): string {
        return this.urgent && !this.inline ? 'error' : '';
    }

    handleAction(): void {
        this.dispatchEvent(new CustomEvent('action'));
    }
}
