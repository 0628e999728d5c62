import type { OrgWishes } from '../../contracts/org-administration.ts';
import { LEAD, SONA_ANSWER, SONA_CALL, TASK } from '../../domain/records/names.ts';

export interface ObjectNeed {
    /** Without namespace. */
    readonly object: string;
    readonly create?: boolean;
    readonly update?: boolean;
    /** Wanted, and missed only when a record falls away. */
    readonly remove?: boolean;
    readonly write: readonly string[];
    /** Set on insert, never after. */
    readonly createOnly?: readonly string[];
    readonly read: readonly string[];
    readonly key?: string;
    /** Its absence means that the package is not there. */
    readonly packaged?: boolean;
}

const STANDARD_TASK = ['Subject', 'Description', 'Status', 'Priority', 'ActivityDate', 'OwnerId', 'WhoId', 'WhatId'];
const CALL_TASK = ['CallType', 'CallDurationInSeconds', 'CallDisposition', 'CallObject'];

/** Every right that the connector uses, and no other. */
export function needs(wishes: OrgWishes): readonly ObjectNeed[] {
    return [TASK_NEED, ...(wishes.sona ? SONA_NEEDS : []), ...peopleNeeds(wishes)];
}

const ours = (names: Readonly<Record<string, string>>): string[] =>
    Object.values(names).filter((name) => name.endsWith('__c'));

const TASK_NEED: ObjectNeed = {
    object: 'Task',
    create: true,
    update: true,
    remove: true,
    write: [...STANDARD_TASK, ...CALL_TASK, ...ours(TASK)],
    createOnly: ['TaskSubtype'],
    read: [],
    key: TASK.key
};

const SONA_NEEDS: readonly ObjectNeed[] = [
    {
        object: 'Sona_Call__c',
        create: true,
        update: true,
        write: ours(SONA_CALL),
        read: [],
        key: SONA_CALL.callId,
        packaged: true
    },
    {
        object: 'Sona_Answer__c',
        create: true,
        update: true,
        remove: true,
        write: ours(SONA_ANSWER).filter((name) => name !== SONA_ANSWER.call),
        createOnly: [SONA_ANSWER.call],
        read: [],
        key: SONA_ANSWER.key,
        packaged: true
    }
];

function peopleNeeds({ leads, opportunities, phoneFields }: OrgWishes): readonly ObjectNeed[] {
    const reads = (object: string, fields: readonly string[]): ObjectNeed => ({
        object,
        write: [],
        read: [...fields, ...(phoneFields[object] ?? [])]
    });
    const lead = reads('Lead', ['Name', 'Phone', 'MobilePhone', 'Email']);
    const written = ['LastName', 'Company', 'Phone', LEAD.phone];
    return [
        reads('Contact', ['Name', 'Phone', 'MobilePhone', 'HomePhone', 'OtherPhone', 'AccountId', 'Email']),
        reads('Account', ['Name', 'Phone']),
        leads ? { ...lead, create: true, write: written, key: LEAD.phone } : lead,
        ...(opportunities
            ? [
                  reads('Opportunity', ['Name', 'IsClosed', 'CloseDate', 'AccountId']),
                  reads('OpportunityContactRole', ['OpportunityId', 'ContactId', 'IsPrimary'])
              ]
            : [])
    ];
}
