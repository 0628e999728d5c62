import type { Preferences } from '../../domain/preferences/preferences.ts';
import { pass, type Passed } from './pass.ts';
import type { Claimed, KnownRecord, Store } from '../../contracts/store.ts';
import type { Fact } from '../../domain/facts.ts';
import type { Connection, PipelineContext } from '../pipeline-context.ts';

/** An activity with all that is known of it. */
export interface KnownActivity {
    readonly activityKey: string;
    readonly facts: readonly Fact[];
    readonly records: readonly KnownRecord[];
}

/** What activities would be in Salesforce, and what would be written for that. */
export type Preview = Pick<Passed, 'drawn' | 'leads'>;

/**
 * Draws activities as they would be written, and writes nothing, in Salesforce or here. The directory alone is asked who
 * the people are.
 *
 * @param preferences instead of those that are saved
 * @throws {OrgUnavailable} when the org's users and picklists were never read and cannot be
 */
export async function preview(
    context: PipelineContext,
    connection: Connection,
    activities: readonly KnownActivity[],
    preferences: Preferences = connection.preferences()
): Promise<Preview> {
    const reading: PipelineContext = { ...context, store: withoutAsking(context.store) };
    const wanted: Connection = { ...connection, preferences: () => preferences };
    return pass(reading, wanted, activities.map(asClaimed), 'preview');
}

function asClaimed({ activityKey, facts, records }: KnownActivity): Claimed {
    const everWritten = records.some(({ salesforceId }) => salesforceId !== undefined);
    return {
        activityKey,
        facts,
        records,
        everWritten,
        version: 0,
        claim: 0,
        attempts: 0,
        asks: 0,
        pendingForMs: 0,
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
