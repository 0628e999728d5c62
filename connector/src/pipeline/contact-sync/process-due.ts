import { isLinked } from './link-existing.ts';
import { syncHeld } from './sync-held.ts';
import { draftSettings } from './draft-settings.ts';
import { isDisabled } from './enabled.ts';
import { isOutage, type Outcome } from './outcome.ts';
import type { ContactSyncEngineDeps } from './deps.ts';
import { CodedError } from '../../errors/errors.ts';

/** As many as Quo looks up in one request. */
const AT_ONCE = 50;

/**
 * Does what is due: contacts whose record changed, moved or went, and what failed before.
 *
 * @throws {CodedError} when Quo as a whole is out of reach; what is left stays due
 */
export async function processDue(parts: ContactSyncEngineDeps, signal: AbortSignal): Promise<void> {
    while (!signal.aborted && !isDisabled(parts)) {
        const due = await parts.contacts.due(parts.connection, AT_ONCE);
        const outcomes = await bringDue(parts, due, signal);
        stopAtOutage(outcomes);
        if (outcomes.length === 0) return;
    }
}

async function bringDue(
    parts: ContactSyncEngineDeps,
    due: readonly string[],
    signal: AbortSignal
): Promise<readonly Outcome[]> {
    const { connection, contacts, directory } = parts;
    const rows = await contacts.hold(connection, due);
    if (rows.length === 0) return [];
    const people = await directory.people(connection, due);
    const urgency = { lane: 'full' as const, signal };
    const settings = await draftSettings(parts, urgency);
    const situation = { settings, adopted: await isLinked(parts), calling: false };
    // A record that another stands for now was written meanwhile under its old id: let go, then it goes over.
    const moved = rows.filter((row) => (people.get(row.person)?.id ?? row.person) !== row.person);
    const held = rows.map((row) => ({ row, person: moved.includes(row) ? undefined : people.get(row.person) }));
    const outcomes = await syncHeld(parts, held, situation, urgency);
    const moves = moved.map(({ person }) => ({ from: person, to: people.get(person)?.id }));
    await contacts.follow(connection, moves);
    return outcomes;
}

/** Going on would fail everybody for a fault that is nobody's. @throws {CodedError} the fault */
export function stopAtOutage(outcomes: readonly Outcome[]): void {
    const outage = outcomes.map(({ error }) => error).find((error) => error !== undefined && isOutage(error));
    if (outage !== undefined) throw new CodedError(outage.code, outage.seen);
}
