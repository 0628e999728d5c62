import { dayOf, daysBefore, startOfDay } from 'c/quoCalendarDays';
import type { Filters } from 'c/quoFilterState';
import { SONA, TASK, relation } from 'c/quoSchema';

/** What the timeline stands on; without a record it shows the user's own activities, or everybody's. */
interface Scope {
    readonly recordId?: string;
    readonly objectApiName?: string;
    /** Set when only this user's activities are wanted. */
    readonly ownerId?: string;
}

interface Moment {
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

/** The `where` of the Task branch. */
export function taskWhere(scope: Scope, filters: Filters, moment: Moment): string {
    const start = periodStart(filters.period, moment);
    const { kind, direction, person, inbox } = filters;
    const calls = direction === 'incoming' ? 'Inbound' : 'Outbound';
    return all([
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
}

function sonaScope({ recordId, objectApiName, ownerId }: Scope): string[] {
    const ours = ownerId ? [any([equals(SONA.answeredBy, ownerId), equals(SONA.followUpOwner, ownerId)])] : [];
    if (!recordId) return ours;
    if (objectApiName === 'Account') {
        const through = (lookup: string) => `{ ${relation(lookup)}: ${equals('AccountId', recordId)} }`;
        return [any([equals(SONA.account, recordId), through(SONA.contact), through(SONA.opportunity)]), ...ours];
    }
    const fields: Record<string, string> = { Contact: SONA.contact, Lead: SONA.lead, Opportunity: SONA.opportunity };
    return [equals(fields[objectApiName ?? ''] ?? SONA.contact, recordId), ...ours];
}

/** The `where` of the Sona branch; undefined when no Sona call can pass the filters, so that nothing is asked. */
export function sonaWhere(scope: Scope, filters: Filters, moment: Moment): string | undefined {
    const { kind, direction, person, inbox } = filters;
    if (kind === 'texts' || kind === 'missed' || direction === 'outgoing') return undefined;
    const start = periodStart(filters.period, moment);
    const ends = person?.role === 'who' ? [SONA.contact, SONA.lead] : [SONA.answeredBy, SONA.followUpOwner];
    return all([
        `{ ${SONA.startedAt}: { ne: null } }`,
        ...sonaScope(scope),
        ...(person ? [any(ends.map((field) => equals(field, person.id)))] : []),
        ...(inbox ? [equals(SONA.inbox, inbox)] : []),
        ...(start ? [since(SONA.startedAt, start)] : [])
    ]);
}
