import type { ReadAccess } from 'c/quoReadAccess';
import { OBJECTS, SONA, TASK, relation } from 'c/quoSchema';
import type { Scope } from './timelineFilters';

/** What a page leaves out because this user may not read it. */
export type LeftOut =
    | 'contact'
    | 'lead'
    | 'account'
    | 'opportunity'
    | 'names'
    | 'summary'
    | 'nextSteps'
    | 'duration'
    | 'direction'
    | 'outcome'
    | 'inbox'
    | 'number'
    | 'conversation'
    | 'course'
    | 'reason'
    | 'followUp';

/** A field of a node. `alias` gives it one name with and without a namespace; what the query cannot do without is `required`. */
interface Part {
    readonly field: string;
    readonly alias?: string;
    readonly required?: true;
    /** Who lacks the recording's address may not listen; the player says so itself. */
    readonly leftOut?: LeftOut;
}

const TASK_PARTS: readonly Part[] = [
    { field: TASK.key, alias: 'key' },
    { field: TASK.kind, alias: 'kind', required: true },
    { field: TASK.startedAt, alias: 'startedAt', required: true },
    { field: 'Description', leftOut: 'summary' },
    { field: 'CallType', leftOut: 'direction' },
    { field: 'CallDurationInSeconds', leftOut: 'duration' },
    { field: TASK.outcome, alias: 'outcome', leftOut: 'outcome' },
    { field: TASK.inbox, alias: 'inbox', leftOut: 'inbox' },
    { field: TASK.externalNumber, alias: 'externalNumber', leftOut: 'number' },
    { field: TASK.recordingUrl, alias: 'recordingUrl' },
    { field: TASK.conversationUrl, alias: 'conversationUrl', leftOut: 'conversation' },
    { field: TASK.handledBy, alias: 'handledBy', leftOut: 'course' },
    { field: TASK.transferredTo, alias: 'transferredTo', leftOut: 'course' },
    { field: TASK.menuChoice, alias: 'menuChoice', leftOut: 'course' },
    { field: TASK.voicemailDuration, alias: 'voicemailDuration', leftOut: 'course' },
    { field: TASK.match, alias: 'match', leftOut: 'reason' },
    { field: TASK.matchReason, alias: 'matchReason', leftOut: 'reason' }
];

const SONA_PARTS: readonly Part[] = [
    { field: SONA.startedAt, alias: 'startedAt', required: true },
    { field: SONA.taskId, alias: 'taskId' },
    { field: SONA.title, alias: 'title', leftOut: 'summary' },
    { field: SONA.summary, alias: 'summary', leftOut: 'summary' },
    { field: SONA.nextSteps, alias: 'nextSteps', leftOut: 'nextSteps' },
    { field: SONA.inbox, alias: 'inbox', leftOut: 'inbox' },
    { field: SONA.duration, alias: 'duration', leftOut: 'duration' },
    { field: SONA.callerName, alias: 'callerName', leftOut: 'names' },
    { field: SONA.callerNumber, alias: 'callerNumber', leftOut: 'number' },
    { field: SONA.followUpStatus, alias: 'followUpStatus', leftOut: 'followUp' },
    { field: SONA.recordingUrl, alias: 'recordingUrl' },
    { field: SONA.conversationUrl, alias: 'conversationUrl', leftOut: 'conversation' },
    { field: SONA.match, alias: 'match', leftOut: 'reason' },
    { field: SONA.matchReason, alias: 'matchReason', leftOut: 'reason' }
];

/** The Sona call's lookups to what may be shown by name. */
const SONA_LOOKUPS: readonly { readonly alias: string; readonly field: string; readonly object: string }[] = [
    { alias: 'contact', field: SONA.contact, object: 'Contact' },
    { alias: 'lead', field: SONA.lead, object: 'Lead' },
    { alias: 'account', field: SONA.account, object: 'Account' },
    { alias: 'answeredBy', field: SONA.answeredBy, object: 'User' }
];

/** People and companies that can stand on a page, by the object whose page it is; on any other page, all of them. */
const BESIDE_CONTACTS = ['Contact', 'Account', 'Opportunity'];
const ON_PAGE: Readonly<Record<string, readonly string[]>> = {
    Contact: BESIDE_CONTACTS,
    Account: BESIDE_CONTACTS,
    Opportunity: BESIDE_CONTACTS,
    Lead: ['Lead']
};
const OBJECT_LEFT_OUT: Readonly<Record<string, LeftOut>> = {
    Contact: 'contact',
    Lead: 'lead',
    Account: 'account',
    Opportunity: 'opportunity'
};

const PERSON = '{ Id Name { value } }';

/** `@optional` once more: between asking what may be read and asking for it, an admin may have taken it away. */
function partText({ field, alias, required }: Part): string {
    return `${alias ? `${alias}: ` : ''}${field}${required ? '' : ' @optional'} { value }`;
}

function readableParts(object: string, parts: readonly Part[], access: ReadAccess): string[] {
    return parts.filter(({ field, required }) => required || access.readsField(object, field)).map(partText);
}

function polymorphic(relationship: string, objects: readonly string[], access: ReadAccess): string[] {
    const fragments = objects.filter((object) => access.reads(object)).map((object) => `... on ${object} ${PERSON}`);
    return fragments.length > 0 ? [`${relationship} { ${fragments.join(' ')} }`] : [];
}

function taskNode(access: ReadAccess, withNames: boolean): string {
    const names = [
        ...polymorphic('Owner', ['User'], access),
        ...polymorphic('Who', ['Contact', 'Lead'], access),
        ...polymorphic('What', ['Account', 'Opportunity'], access)
    ];
    return ['Id', ...(withNames ? names : []), ...readableParts('Task', TASK_PARTS, access)].join('\n');
}

function sonaNode(access: ReadAccess, withNames: boolean): string {
    const names = SONA_LOOKUPS.filter(
        ({ field, object }) => access.reads(object) && access.readsField(OBJECTS.sonaCall, field)
    ).map(({ alias, field }) => `${alias}: ${relation(field)} ${PERSON}`);
    return ['Id', ...(withNames ? names : []), ...readableParts(OBJECTS.sonaCall, SONA_PARTS, access)].join('\n');
}

export interface Branches {
    /** `where` texts; a branch that is absent is not asked. */
    readonly tasks?: string;
    readonly sona?: string;
}

const PAGE = 'pageInfo { endCursor hasNextPage }';

/**
 * One page of the timeline: both branches in one request. Variables: `first`, `tasksAfter`, `sonaAfter`.
 *
 * @param withNames false: without the names of people, companies and colleagues
 */
export function timelineQuery({ tasks, sona }: Branches, access: ReadAccess, withNames = true): string {
    const variables = [
        '$first: Int',
        ...(tasks ? ['$tasksAfter: String'] : []),
        ...(sona ? ['$sonaAfter: String'] : [])
    ];
    const branch = (alias: string, object: string, where: string, order: string, node: string) =>
        `${alias}: ${object}(
            first: $first
            after: $${alias}After
            where: ${where}
            orderBy: { ${order}: { order: DESC, nulls: LAST } }
        ) { edges { node { ${node} } } ${PAGE} }`;
    return `query quoTimeline(${variables.join(', ')}) { uiapi { query {
        ${tasks ? branch('tasks', 'Task', tasks, TASK.startedAt, taskNode(access, withNames)) : ''}
        ${sona ? branch('sona', OBJECTS.sonaCall, sona, SONA.startedAt, sonaNode(access, withNames)) : ''}
    } } }`;
}

/** What the query of these branches leaves out for this user, each once. */
export function leftOutOf(
    { tasks, sona }: Branches,
    { recordId, objectApiName }: Scope,
    access: ReadAccess,
    withNames = true
): readonly LeftOut[] {
    const objects = (recordId && ON_PAGE[objectApiName ?? '']) || Object.keys(OBJECT_LEFT_OUT);
    const ofParts = (object: string, parts: readonly Part[]) =>
        parts.filter(({ field }) => !access.readsField(object, field)).map(({ leftOut }) => leftOut);
    const all = [
        ...objects.filter((object) => !access.reads(object)).map((object) => OBJECT_LEFT_OUT[object]),
        ...(withNames ? [] : ['names' as const]),
        ...(tasks ? ofParts('Task', TASK_PARTS) : []),
        ...(sona ? ofParts(OBJECTS.sonaCall, SONA_PARTS) : [])
    ];
    return [...new Set(all)].filter((leftOut) => leftOut !== undefined);
}
