import { getFieldValue, type RecordRepresentation } from 'lightning/uiRecordApi';
import { sona as labels } from 'c/quoLabels';
import { safeUrl } from 'c/quoLinks';
import { relation, SONA, sonaField } from 'c/quoSchema';
import { listItemsOf } from 'c/quoTextLines';

/** A record that the call points at. */
export interface Linked {
    readonly id: string;
    readonly name: string;
    readonly label: string;
}

export interface SonaView {
    readonly title?: string;
    readonly outcome?: string;
    readonly callerName?: string;
    readonly callerNumber?: string;
    readonly inbox?: string;
    readonly startedAt?: string;
    readonly duration?: number;
    readonly summary: readonly string[];
    readonly nextSteps: readonly string[];
    readonly handOffTo?: string;
    readonly takenBy?: string;
    readonly followUpStatus?: string;
    readonly followUpOwnerId?: string;
    readonly followUpOwnerName?: string;
    readonly recordingUrl?: string;
    readonly transcript?: string;
    readonly conversationUrl?: string;
    readonly match?: string;
    readonly matchReason?: string;
    readonly taskId?: string;
    readonly links: readonly Linked[];
}

const LOOKUPS = [
    { field: SONA.contact, label: labels.contact },
    { field: SONA.lead, label: labels.lead },
    { field: SONA.account, label: labels.account },
    { field: SONA.opportunity, label: labels.opportunity }
] as const;

const nameThrough = (lookup: string) => sonaField(`${relation(lookup)}.Name`);

/** Asked as optional: a field that the user may not read leaves its place empty, and nothing else. */
export const FIELDS: readonly string[] = [
    ...Object.values(SONA).map(sonaField),
    ...LOOKUPS.map(({ field }) => nameThrough(field)),
    nameThrough(SONA.answeredBy),
    nameThrough(SONA.followUpOwner)
];

/** What the page shows of a `Sona_Call__c` record. */
export function viewOf(record: RecordRepresentation): SonaView {
    const text = (field: string): string | undefined => {
        const value = getFieldValue(record, field);
        return typeof value === 'string' && value !== '' ? value : undefined;
    };
    const own = (field: string) => text(sonaField(field));
    const duration = getFieldValue(record, sonaField(SONA.duration));
    return {
        title: own(SONA.title),
        outcome: own(SONA.outcome),
        callerName: own(SONA.callerName),
        callerNumber: own(SONA.callerNumber),
        inbox: own(SONA.inbox),
        startedAt: own(SONA.startedAt),
        duration: typeof duration === 'number' ? duration : undefined,
        summary: listItemsOf(own(SONA.summary)),
        nextSteps: listItemsOf(own(SONA.nextSteps)),
        handOffTo: own(SONA.handOffTo),
        takenBy: text(nameThrough(SONA.answeredBy)),
        followUpStatus: own(SONA.followUpStatus),
        followUpOwnerId: own(SONA.followUpOwner),
        followUpOwnerName: text(nameThrough(SONA.followUpOwner)),
        recordingUrl: safeUrl(own(SONA.recordingUrl)),
        transcript: own(SONA.transcript),
        conversationUrl: safeUrl(own(SONA.conversationUrl)),
        match: own(SONA.match),
        matchReason: own(SONA.matchReason),
        taskId: own(SONA.taskId),
        links: LOOKUPS.flatMap(({ field, label }) => {
            const id = own(field);
            return id ? [{ id, label, name: text(nameThrough(field)) ?? label }] : [];
        })
    };
}
