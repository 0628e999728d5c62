import type { Person } from '../../domain/people/person.ts';
import { isWanted } from '../../domain/quo-contacts/filter.ts';
import type { ContactRow, FullRun, Tally } from '../../contracts/quo/contacts.ts';
import { isLinked } from './link-existing.ts';
import { syncHeld } from './sync-held.ts';
import { processDue, stopAtOutage } from './process-due.ts';
import { draftSettings } from './draft-settings.ts';
import { isDisabled } from './enabled.ts';
import { isOutage, type Outcome } from './outcome.ts';
import type { ContactSyncEngineDeps } from './deps.ts';
import { planFor, type Situation } from './plan.ts';

/** People of one step: what is lost at most when a process dies, and looked up in one request afterwards. */
const STEP = 50;

/**
 * Goes on with the run over all people, step by step, until it is done, paused, switched off or aborted. Where it is, is kept after
 * each step; a step that a crash cut short is looked at again, and what it had made already costs no request.
 *
 * @throws {CodedError} when Quo as a whole is out of reach: the run goes on from here when it is called again
 */
export async function fullRun(parts: ContactSyncEngineDeps, signal: AbortSignal): Promise<void> {
    // What a step waits for may end or switch off the run meanwhile.
    const isStopped = (): boolean => signal.aborted || isDisabled(parts);
    let run = await parts.contacts.run(parts.connection);
    while (run?.state === 'running' && !isStopped()) {
        // Changes of the last refresh do not wait for the end of a run that may take an hour.
        await processDue(parts, signal);
        if (isStopped()) return;
        run = await step(parts, run, signal);
    }
    if (run?.state === 'done') parts.log.info('people in quo', { connection: parts.connection, ...run.tally });
}

async function step(parts: ContactSyncEngineDeps, run: FullRun, signal: AbortSignal): Promise<FullRun | undefined> {
    const { connection, contacts } = parts;
    const people = await contacts.people(connection, run.after, STEP);
    const last = people.at(-1);
    if (last === undefined) return contacts.advanceRun(connection, run.after, {}, true);
    const outcomes = await bring(parts, people, signal);
    const outage = outcomes.some(({ error }) => error !== undefined && isOutage(error));
    const tally = tallyOf(outage ? outcomes.filter(({ error }) => error === undefined) : outcomes);
    const after = await contacts.advanceRun(connection, outage ? run.after : last.id, tally, false);
    stopAtOutage(outcomes);
    return after;
}

async function bring(
    parts: ContactSyncEngineDeps,
    people: readonly Person[],
    signal: AbortSignal
): Promise<readonly Outcome[]> {
    const { connection, contacts } = parts;
    const urgency = { lane: 'full' as const, signal };
    const { contactFilter } = parts.preferences();
    const situation: Situation = {
        settings: await draftSettings(parts, urgency),
        adopted: await isLinked(parts),
        calling: false
    };
    const rows = await contacts.rows(
        connection,
        people.map(({ id }) => id)
    );
    const looked = people.map((person) => ({
        person,
        did: isWanted(person, contactFilter) ? idle(rows.get(person.id), person, situation) : 'filter'
    }));
    const todo = new Map(looked.flatMap(({ person, did }) => (did === undefined ? [[person.id, person]] : [])));
    const held = (await contacts.hold(connection, [...todo.keys()])).map((row) => ({
        row,
        person: todo.get(row.person)
    }));
    const brought = await syncHeld(parts, held, situation, urgency);
    const elsewhere = Array.from({ length: todo.size - held.length }, () => ({ did: 'unchanged' }));
    return [...looked.flatMap(({ did }) => (did === undefined ? [] : [{ did }])), ...brought, ...elsewhere];
}

/** Why there is nothing to do about a person; undefined when there is something. */
function idle(row: ContactRow | undefined, person: Person, situation: Situation): string | undefined {
    const plan = planFor(row ?? unknownPerson(person), person, situation);
    return plan.do === 'nothing' ? plan.because : undefined;
}

function unknownPerson({ id }: Person): ContactRow {
    return { person: id, state: 'wanted', attempts: 0, version: 0, due: false };
}

function tallyOf(outcomes: readonly { readonly did: string }[]): Tally {
    const tally: Record<string, number> = {};
    for (const { did } of outcomes) tally[did] = (tally[did] ?? 0) + 1;
    return tally;
}
