import type { DirectoryChange } from '../contracts/store.ts';
import { carryOverNumbers } from './carry-over-numbers.ts';
import type { Connection, PipelineContext } from './pipeline-context.ts';

/** Matches that a newly learnt number can change for the better; a match that stands is not taken away. */
const OPEN_MATCHES = ['unmatched', 'ambiguous'] as const;

/**
 * Takes what Salesforce told into the directory, and everything that hangs on it.
 *
 * @returns how many activities became due again
 */
export async function learnChange(
    context: PipelineContext,
    connection: Connection,
    change: DirectoryChange
): Promise<number> {
    const { directory, activities } = context.store;
    const leaving = await directory.people(
        connection.id,
        change.gone.map(({ id }) => id)
    );
    const { numbers, moved, related } = await directory.apply(connection.id, change);
    await carryOverNumbers(directory, connection.id, leaving, moved);
    await connection.contactSync?.onDirectoryChange({ people: [...change.people, ...related], moved });
    const learnt =
        numbers.length > 0
            ? await activities.makeDue(connection.id, { numbers, statuses: OPEN_MATCHES }, { force: true })
            : 0;
    const whoIds = moved.map(({ from }) => from);
    const followed = whoIds.length > 0 ? await activities.makeDue(connection.id, { whoIds }, { force: true }) : 0;
    return learnt + followed;
}
