/** Activities gathered by number, most active first, and what a decision changes in each of them. Pure. */
import { SONA, TASK } from 'c/quoSchema';
import type { SonaNode, TaskNode } from 'c/quoTimelineRows';

export interface NumberGroup {
    /** E.164; several, separated by commas, for a group conversation. */
    readonly number: string;
    readonly activities: readonly { readonly id: string; readonly isSona: boolean }[];
    /** Calls and conversations; a Sona call counts once, by its Task. */
    readonly count: number;
    /** ISO. */
    readonly lastAt?: string;
    readonly inboxes: readonly string[];
    readonly isAmbiguous: boolean;
    readonly reason?: string;
    /** Who the caller said to be. */
    readonly callerName?: string;
}

export interface ChosenRecord {
    readonly id: string;
    readonly object: 'Contact' | 'Lead' | 'Account';
}

type Fields = Readonly<Record<string, string | null>>;

/** Shorter ones are short codes, which belong to nobody; a hidden number has no digits at all. */
const PERSONAL = /\d{7}/;

/** Gathers nodes, newest first as the org gives them, by number. What no person can have is left out: nobody could decide it. */
export function groupByNumber(tasks: readonly TaskNode[], sona: readonly SonaNode[]): NumberGroup[] {
    const numbers = new Map<string, TaskNode[]>();
    for (const task of tasks) {
        const number = task.externalNumber?.value;
        if (number && PERSONAL.test(number)) numbers.set(number, [...(numbers.get(number) ?? []), task]);
    }
    return [...numbers]
        .map(([number, members]) => {
            const calls = sona.filter(({ callerNumber }) => callerNumber?.value === number);
            const inboxes = members.map(({ inbox }) => inbox?.value).filter((inbox) => typeof inbox === 'string');
            const newest = members[0];
            const callerName = calls.find((call) => call.callerName?.value)?.callerName?.value;
            return {
                number,
                activities: [
                    ...members.map(({ Id: id }) => ({ id, isSona: false })),
                    ...calls.map(({ Id: id }) => ({ id, isSona: true }))
                ],
                count: members.length,
                inboxes: [...new Set(inboxes)],
                isAmbiguous: members.some(({ match }) => match?.value === 'ambiguous'),
                ...(newest?.startedAt?.value ? { lastAt: newest.startedAt.value } : {}),
                ...(newest?.matchReason?.value ? { reason: newest.matchReason.value } : {}),
                ...(callerName ? { callerName } : {})
            };
        })
        .sort((a, b) => b.count - a.count || (b.lastAt ?? '').localeCompare(a.lastAt ?? ''));
}

function taskLink({ id, object }: ChosenRecord): Fields {
    if (object === 'Account') return { WhoId: null, WhatId: id };
    // Salesforce takes no WhatId beside a lead.
    return object === 'Lead' ? { WhoId: id, WhatId: null } : { WhoId: id };
}

function sonaLink({ id, object }: ChosenRecord): Fields {
    const field = { Contact: SONA.contact, Lead: SONA.lead, Account: SONA.account }[object];
    return { [field]: id };
}

/**
 * The changes that carry out a decision, one a record, the newest activity first: the connector learns the decision from
 * that one and completes what this page does not see.
 *
 * @param chosen absent: the number is to be ignored
 */
export function updatesFor(group: NumberGroup, chosen?: ChosenRecord): ({ readonly Id: string } & Fields)[] {
    const match = chosen ? 'matched' : 'ignored';
    return group.activities.map(({ id, isSona }) => {
        if (isSona) return { Id: id, ...(chosen ? sonaLink(chosen) : {}), [SONA.match]: match };
        return { Id: id, ...(chosen ? taskLink(chosen) : {}), [TASK.match]: match };
    });
}
