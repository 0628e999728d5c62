import type { OrgWishes } from '../../contracts/org-administration.ts';
import type { ObjectEntry } from '../../domain/objects/object.ts';
import { personEntry, RELATED_ENTRIES } from '../../domain/objects/catalogue.ts';
import type { DefaultedObject } from '../../domain/records/field-defaults.ts';
import { LEAD, SONA_ANSWER, SONA_CALL, TASK, TRANSCRIPT } from '../../domain/records/names.ts';
import { RECORD_TYPE } from '../../domain/records/task-values.ts';

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
    /** Its absence costs its own records only: a warning, never a reason to stop. */
    readonly isExtra?: boolean;
}

const STANDARD_TASK = ['Subject', 'Description', 'Status', 'Priority', 'ActivityDate', 'OwnerId', 'WhoId', 'WhatId'];
const CALL_TASK = ['CallType', 'CallDurationInSeconds', 'CallDisposition', 'CallObject'];

/** Every right that the connector uses, and no other. */
export function needs(wishes: OrgWishes): readonly ObjectNeed[] {
    const task = { ...TASK_NEED, write: [...new Set([...TASK_NEED.write, ...chosenOf('Task', wishes)])] };
    return [
        task,
        ...(wishes.sona ? SONA_NEEDS : []),
        ...(wishes.transcripts === true ? [TRANSCRIPT_NEED] : []),
        ...peopleNeeds(wishes)
    ];
}

/** Fields that an admin chose values for; the record type is checked with its statuses. */
function chosenOf(object: DefaultedObject, { fieldDefaults }: OrgWishes): readonly string[] {
    const names = fieldDefaults?.[object].map(({ field }) => field) ?? [];
    return names.filter((name) => name !== RECORD_TYPE);
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

const TRANSCRIPT_NEED: ObjectNeed = {
    object: 'Quo_Transcript__c',
    create: true,
    update: true,
    remove: true,
    write: ours(TRANSCRIPT),
    read: [],
    key: TRANSCRIPT.key,
    packaged: true,
    isExtra: true
};

type Readable = Pick<ObjectEntry, 'apiName' | 'neededFields'>;

function peopleNeeds(wishes: OrgWishes): readonly ObjectNeed[] {
    const { leads, related, phoneFields } = wishes;
    const reads = ({ apiName, neededFields }: Readable): ObjectNeed => ({
        object: apiName,
        write: [],
        read: [...neededFields, ...(phoneFields[apiName] ?? [])]
    });
    const lead = reads(personEntry('Lead'));
    const written = [...new Set(['LastName', 'Company', 'Phone', LEAD.phone, ...chosenOf('Lead', wishes)])];
    return [
        reads(personEntry('Contact')),
        reads(personEntry('Account')),
        leads ? { ...lead, create: true, write: written, key: LEAD.phone } : lead,
        ...RELATED_ENTRIES.filter(({ apiName }) => related.includes(apiName)).flatMap((entry) => [
            reads(entry),
            ...(entry.roles === undefined ? [] : [reads(entry.roles)])
        ])
    ];
}
