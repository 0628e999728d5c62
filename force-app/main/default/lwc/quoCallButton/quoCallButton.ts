import { api, LightningElement, wire } from 'lwc';
import { getFieldValue, getRecord, type RecordResult } from 'lightning/uiRecordApi';
import MAY_USE from '@salesforce/customPermission/Quo_Use';
import { calling as labels, errors as errorLabels, fillLabel } from 'c/quoLabels';
import { quoCallLink, quoTextLink } from 'c/quoLinks';
import { dialableNumber, formatPhoneNumber } from 'c/quoPhoneNumbers';

const FIELDS: Readonly<Record<string, readonly { readonly field: string; readonly label: string }[]>> = {
    Contact: [
        { field: 'Contact.MobilePhone', label: labels.mobile },
        { field: 'Contact.Phone', label: labels.phone },
        { field: 'Contact.HomePhone', label: labels.home },
        { field: 'Contact.OtherPhone', label: labels.other }
    ],
    Lead: [
        { field: 'Lead.MobilePhone', label: labels.mobile },
        { field: 'Lead.Phone', label: labels.phone }
    ],
    Account: [{ field: 'Account.Phone', label: labels.phone }],
    Opportunity: [{ field: 'Opportunity.Account.Phone', label: labels.account }]
};

interface Line {
    readonly number: string;
    readonly label: string;
    readonly shown: string;
    readonly callLink: string;
    readonly callLabel: string;
    readonly textLink: string;
    readonly textLabel: string;
}

function lineOf(number: string, label: string): Line {
    const shown = formatPhoneNumber(number);
    return {
        number,
        label,
        shown,
        callLink: quoCallLink(number),
        callLabel: fillLabel(labels.callNumber, shown),
        textLink: quoTextLink(number),
        textLabel: fillLabel(labels.textNumber, shown)
    };
}

/** Opens Quo to call or text a number of the record. */
export default class QuoCallButton extends LightningElement {
    labels = labels;
    noPermission = errorLabels.noAccess;
    noPermissionRemedy = errorLabels.noAccessRemedy;

    @api recordId?: string;
    @api objectApiName?: string;

    lines: readonly Line[] = [];
    isLoaded = false;

    get mayUse(): boolean {
        return MAY_USE === true;
    }

    get fields(): readonly string[] | undefined {
        return FIELDS[this.objectApiName ?? '']?.map(({ field }) => field);
    }

    @wire(getRecord, { recordId: '$recordId', optionalFields: '$fields' })
    onRecord({ data, error }: RecordResult): void {
        if (!data && !error) return;
        this.isLoaded = true;
        const seen = new Map<string, Line>();
        for (const { field, label } of FIELDS[this.objectApiName ?? ''] ?? []) {
            const value = data ? getFieldValue(data, field) : undefined;
            const number = dialableNumber(typeof value === 'string' ? value : undefined);
            if (number && !seen.has(number)) seen.set(number, lineOf(number, label));
        }
        this.lines = [...seen.values()];
    }

    get isEmpty(): boolean {
        return this.isLoaded && this.lines.length === 0;
    }
}
