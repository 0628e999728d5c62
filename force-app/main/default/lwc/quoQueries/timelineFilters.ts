import { dayOf, daysBefore, startOfDay } from 'c/quoCalendarDays';
import type { Filters } from 'c/quoFilterState';
import type { ReadAccess } from 'c/quoReadAccess';
import { OBJECTS, SONA, TASK, relation } from 'c/quoSchema';

/** What the timeline stands on; without a record it shows the user's own activities, or everybody's. */
export interface Scope {
    readonly recordId?: string;
    readonly objectApiName?: string;
    /** Set when only this user's activities are wanted. */
    readonly ownerId?: string;
}

export interface Moment {
    /** ISO instant. */
    readonly now: string;
    readonly timeZone: string;
}

const text = (value: string) => JSON.stringify(value);
const equals = (field: string, value: string) => `{ ${field}: { eq: ${text(value)} } }`;
const among = (field: string, values: readonly string[]) => `{ ${field}: { in: [${values.map(text).join(', ')}] } }`;
const since = (field: string, instant: string) => `{ ${field}: { gte: { value: ${text(instant)} } } }`;
const all = (conditions: readonly string[]) => `{ and: [${conditions.join(', ')}] }`;
const any = (conditions: readonly string[]) => `{ or: [${conditions.join(', ')}] }`;

const MISSED = ['missed', 'voicemail', 'abandoned'];

/** @returns the first instant of the chosen period, ISO; undefined for "any time" */
export function periodStart(period: Filters['period'], { now, timeZone }: Moment): string | undefined {
    if (period === 'all') return undefined;
    const days = period === 'today' ? 0 : Number(period) - 1;
    return startOfDay(daysBefore(dayOf(now, timeZone), days), timeZone);
}

/** What is to be asked of one branch of the timeline. */
export type BranchPlan =
    | { readonly kind: 'asked'; readonly where: string }
    /** No record of it can pass the filters. */
    | { readonly kind: 'empty' }
    /** The user may not read what it stands on. */
    | { readonly kind: 'denied' };

const DENIED: BranchPlan = { kind: 'denied' };

function taskScope({ recordId, objectApiName, ownerId }: Scope): string[] {
    const fields: Record<string, string> = {
        Contact: 'WhoId',
        Lead: 'WhoId',
        Opportunity: 'WhatId',
        Account: 'AccountId'
    };
    const field = recordId ? (fields[objectApiName ?? ''] ?? 'WhatId') : undefined;
    return [
        // AccountId is the platform's own roll-up: what hangs on the account, its contacts and its opportunities.
        ...(field && recordId ? [equals(field, recordId)] : []),
        ...(ownerId ? [equals('OwnerId', ownerId)] : [])
    ];
}

/** The fields without which Tasks cannot be told apart, put in order, or filtered as chosen. */
function taskFields({ kind, direction, inbox }: Filters): string[] {
    return [
        TASK.key,
        TASK.kind,
        TASK.startedAt,
        ...(kind === 'sona' || kind === 'missed' ? [TASK.outcome] : []),
        ...(direction === 'all' ? [] : ['CallType']),
        ...(inbox ? [TASK.inbox] : [])
    ];
}

/** The `where` of the Task branch. */
export function planTasks(scope: Scope, filters: Filters, moment: Moment, access: ReadAccess): BranchPlan {
    const isReadable = taskFields(filters).every((field) => access.readsField('Task', field));
    if (!access.reads('Task') || !isReadable) return DENIED;
    const start = periodStart(filters.period, moment);
    const { kind, direction, person, inbox } = filters;
    const calls = direction === 'incoming' ? 'Inbound' : 'Outbound';
    const where = all([
        `{ ${TASK.key}: { ne: null } }`,
        ...taskScope(scope),
        ...(kind === 'calls' ? [equals(TASK.kind, 'Call')] : []),
        ...(kind === 'texts' ? [equals(TASK.kind, 'Messages')] : []),
        ...(kind === 'sona' ? [equals(TASK.outcome, 'handled by Sona')] : []),
        ...(kind === 'missed' ? [among(TASK.outcome, MISSED)] : []),
        // A conversation goes both ways; its direction is looked for in its messages.
        ...(direction === 'all' ? [] : [any([equals('CallType', calls), equals(TASK.kind, 'Messages')])]),
        ...(person ? [equals(person.role === 'who' ? 'WhoId' : 'OwnerId', person.id)] : []),
        ...(inbox ? [equals(TASK.inbox, inbox)] : []),
        ...(start ? [since(TASK.startedAt, start)] : [])
    ]);
    return { kind: 'asked', where };
}

/** A condition on Sona calls, and what must be readable for it. */
interface Condition {
    readonly field: string;
    /** The object that a lookup is walked to. */
    readonly through?: string;
    readonly text: string;
}

const sonaEquals = (field: string, value: string): Condition => ({ field, text: equals(field, value) });

function anyOf(conditions: readonly Condition[]): string {
    const texts = conditions.map((condition) => condition.text);
    return texts.length === 1 ? texts.join() : any(texts);
}

/** Ways in which a Sona call belongs to the record: one of them is enough. */
function sonaScope({ recordId, objectApiName }: Scope): readonly Condition[] | undefined {
    if (!recordId) return undefined;
    if (objectApiName === 'Account') {
        const walk = (field: string, through: string): Condition => ({
            field,
            through,
            text: `{ ${relation(field)}: ${equals('AccountId', recordId)} }`
        });
        return [
            sonaEquals(SONA.account, recordId),
            walk(SONA.contact, 'Contact'),
            walk(SONA.opportunity, 'Opportunity')
        ];
    }
    const fields: Record<string, string> = { Contact: SONA.contact, Lead: SONA.lead, Opportunity: SONA.opportunity };
    return [sonaEquals(fields[objectApiName ?? ''] ?? SONA.contact, recordId)];
}

/** The `where` of the Sona branch. */
export function planSona(scope: Scope, filters: Filters, moment: Moment, access: ReadAccess): BranchPlan {
    const { kind, direction, person, inbox } = filters;
    if (kind === 'texts' || kind === 'missed' || direction === 'outgoing') return { kind: 'empty' };
    const ours = [SONA.answeredBy, SONA.followUpOwner];
    const ends = person?.role === 'who' ? [SONA.contact, SONA.lead] : ours;
    const reads = ({ field, through }: Condition) =>
        access.readsField(OBJECTS.sonaCall, field) && (through === undefined || access.reads(through));
    const choices = [
        sonaScope(scope),
        scope.ownerId === undefined ? undefined : ours.map((field) => sonaEquals(field, scope.ownerId ?? '')),
        person && ends.map((field) => sonaEquals(field, person.id)),
        inbox ? [sonaEquals(SONA.inbox, inbox)] : undefined
    ]
        .filter((choice) => choice !== undefined)
        .map((choice) => choice.filter(reads));
    const isReadable = access.readsField(OBJECTS.sonaCall, SONA.startedAt) && choices.every(({ length }) => length > 0);
    if (!access.reads(OBJECTS.sonaCall) || !isReadable) return DENIED;
    const start = periodStart(filters.period, moment);
    const where = all([
        `{ ${SONA.startedAt}: { ne: null } }`,
        ...choices.map(anyOf),
        ...(start ? [since(SONA.startedAt, start)] : [])
    ]);
    return { kind: 'asked', where };
}
