import type { PageReference } from 'lightning/navigation';
import { encodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
import { fillLabel, rowActions as labels } from 'c/quoLabels';
import { rowName } from 'c/quoRowFacts';
import type { Row } from 'c/quoTimelineRows';

/** Salesforce's limit of a task's subject. */
const SUBJECT = 255;

/** The day after `now` in a zone, as `YYYY-MM-DD`. */
export function tomorrowIn(timeZone: string, now: Date): string {
    const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    const [year = 0, month = 1, day = 1] = parts.format(now).split('-').map(Number);
    return new Date(Date.UTC(year, month - 1, day + 1)).toISOString().slice(0, 10);
}

/** The org's own form of a new task: about the same person and record, due tomorrow, the user's own. */
export function followUpPage(row: Row, userId: string, dueOn: string): PageReference {
    const defaultFieldValues = encodeDefaultFieldValues({
        Subject: fillLabel(labels.followUpSubject, rowName(row)).slice(0, SUBJECT),
        ActivityDate: dueOn,
        OwnerId: userId,
        ...(row.who && { WhoId: row.who.id }),
        // Salesforce takes no WhatId beside a lead.
        ...(row.what && !row.who?.id.startsWith('00Q') && { WhatId: row.what.id })
    });
    return {
        type: 'standard__objectPage',
        attributes: { objectApiName: 'Task', actionName: 'new' },
        state: { defaultFieldValues }
    };
}
