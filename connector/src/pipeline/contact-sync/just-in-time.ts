import type { Fact } from '../../domain/facts.ts';
import type { Person } from '../../domain/people/person.ts';
import { isLinked } from './link-existing.ts';
import { syncHeld } from './sync-held.ts';
import { draftSettings } from './draft-settings.ts';
import type { Urgency } from '../../contracts/quo/contacts.ts';
import type { ContactSyncEngineDeps } from './deps.ts';
import { planFor, type Situation } from './plan.ts';
import { callingNumbers, callersOf } from './callers.ts';
import type { Outcome } from './outcome.ts';

/**
 * Whoever calls or is called, writes or is written to, is made or brought up to date in Quo: while it rings before all
 * others. A contact that is as it should be costs no request, a changed one one, a new one one.
 */
export async function justInTime(parts: ContactSyncEngineDeps, facts: readonly Fact[]): Promise<readonly Outcome[]> {
    const { ringing, texting, over } = callingNumbers(facts);
    const outcomes = await Promise.all([
        bringCallers(parts, ringing, { lane: 'ringing', calling: true }),
        bringCallers(parts, texting, { lane: 'just-in-time', calling: true }),
        // Made when it rang; whoever deleted it in Quo since meant it.
        bringCallers(parts, over, { lane: 'just-in-time', calling: false })
    ]);
    return outcomes.flat();
}

async function bringCallers(
    parts: ContactSyncEngineDeps,
    numbers: readonly string[],
    { lane, calling }: Pick<Urgency, 'lane'> & Pick<Situation, 'calling'>
): Promise<readonly Outcome[]> {
    const people = await callersOf(parts, numbers);
    if (people.length === 0) return [];
    const urgency = { lane };
    const [settings, adopted] = await Promise.all([draftSettings(parts, urgency), isLinked(parts)]);
    const situation = { settings, adopted, calling };
    const stale = await needingWork(parts, people, situation);
    const rows = await parts.contacts.hold(
        parts.connection,
        stale.map(({ id }) => id)
    );
    const byId = new Map(stale.map((person) => [person.id, person]));
    const held = rows.map((row) => ({ row, person: byId.get(row.person) }));
    return syncHeld(parts, held, situation, urgency);
}

/** Most callers are in Quo as they should be: found out by reading alone. */
async function needingWork(
    { connection, contacts }: ContactSyncEngineDeps,
    people: readonly Person[],
    situation: Situation
): Promise<readonly Person[]> {
    const rows = await contacts.rows(
        connection,
        people.map(({ id }) => id)
    );
    return people.filter((person) => {
        const row = rows.get(person.id);
        return row === undefined || planFor(row, person, situation).do !== 'nothing';
    });
}
