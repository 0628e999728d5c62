import { api, LightningElement } from 'lwc';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { setup as labels } from 'c/quoLabels';

/** What one connector said of itself, as a list of facts. */
export interface ConnectorFacts {
    readonly console?: { readonly url: string; readonly text: string };
    readonly reportedAt?: string;
    readonly lastWrittenAt?: string;
    readonly inboxes?: number;
    readonly waiting: number;
    readonly parked: number;
}

export default class QuoConnector extends LightningElement {
    labels = labels;
    timeZone = TIME_ZONE;

    @api connector: ConnectorFacts = { waiting: 0, parked: 0 };

    get hasInboxes(): boolean {
        return this.connector.inboxes !== undefined;
    }
}
