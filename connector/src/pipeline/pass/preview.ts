import type { Preferences } from '../../domain/preferences/preferences.ts';
import type { Draft } from '../../domain/records/draft.ts';
import { leadsFor } from '../match/create-leads.ts';
import { draw, inboxIds } from './pass.ts';
import { findPeople } from '../match/match.ts';
import { planOf } from '../fold.ts';
import type { Drawn } from '../settle/settlement.ts';
import { lookups } from '../lookups.ts';
import type { Claimed, KnownRecord, Store } from '../../contracts/store.ts';
import type { Fact } from '../../domain/facts.ts';
import type { Connection, PipelineContext } from '../pipeline-context.ts';

/** An activity with all that is known of it. */
export interface KnownActivity {
    readonly subject: string;
    readonly facts: readonly Fact[];
    readonly records: readonly KnownRecord[];
}

/** What activities would be in Salesforce, and what would be written for that. */
export interface Preview {
    readonly drawn: readonly Drawn[];
    /** Leads that would be made for unknown callers. */
    readonly leads: readonly Draft[];
}

/**
 * Draws activities as they would be written, and writes nothing, in Salesforce or here. The directory alone is asked who
 * the people are.
 *
 * @param preferences instead of those that are saved
 * @throws {OrgUnavailable} when the org's users and picklists were never read and cannot be
 */
export async function preview(
    works: PipelineContext,
    runtime: Connection,
    activities: readonly KnownActivity[],
    preferences: Preferences = runtime.preferences()
): Promise<Preview> {
    const reading: PipelineContext = { ...works, store: withoutAsking(works.store) };
    const wanted: Connection = { ...runtime, preferences: () => preferences };
    const claimed = activities.map(asClaimed);
    const seen = await lookups(reading, wanted, inboxIds(claimed));
    const plans = claimed
        .map((one) => planOf(one, seen.inboxes, preferences, works.gatherMs))
        .filter(({ verdict }) => verdict.do !== 'nothing');
    const people = await findPeople(reading, wanted, plans);
    return {
        drawn: plans.map((plan) => draw(works, wanted, plan, seen, people)),
        leads: [...leadsFor(wanted, plans, people, seen).values()]
    };
}

function asClaimed({ subject, facts, records }: KnownActivity): Claimed {
    const everWritten = records.some(({ salesforceId }) => salesforceId !== undefined);
    return {
        subject,
        facts,
        records,
        everWritten,
        rev: 0,
        attempts: 0,
        asks: 0,
        dirtyForMs: 0,
        quietForMs: 0,
        forced: true
    };
}

/** Numbers that the directory lacks count as asked already. */
function withoutAsking(store: Store): Store {
    const directory: Store['directory'] = {
        ...store.directory,
        knownUnknown: async (_connection, numbers) => new Set(numbers)
    };
    return { ...store, directory };
}
