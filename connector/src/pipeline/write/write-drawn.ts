import type { WriteResult } from '../../contracts/salesforce.ts';
import type { NotedRecord } from '../../contracts/store.ts';
import type { Connection, PipelineContext } from '../pipeline-context.ts';
import { compareHeld, type Sending } from '../compare/compare-held.ts';
import { omitUnchanged } from '../compare/omit-unchanged.ts';
import type { Drawn } from '../settle/settlement.ts';
import { findWritten } from './find-written.ts';

/** What was written of an activity, with what others had made of its records. */
export interface WrittenActivity {
    readonly one: Drawn;
    readonly results: readonly WriteResult[];
}

/**
 * Writes what differs and removes what is obsolete.
 *
 * @returns each activity with the results of its writes, in order; left out are those that
 *     somebody took over meanwhile, and those that Quo is asked about first
 */
export async function writeDrawn(
    { store }: PipelineContext,
    connection: Connection,
    toWrite: readonly Drawn[]
): Promise<readonly WrittenActivity[]> {
    const drawn = await findWritten(connection, toWrite);
    const items = drawn.flatMap((one) => one.difference.writes);
    const sending = await compareHeld(
        connection,
        items.map((item) => ({ item: omitUnchanged(item, item.known), known: item.known }))
    );
    const held = drawn.map(({ plan }) => plan.claimed);
    const overtaken = await store.activities.noteWrites(connection.id, held, noted(drawn, sending));
    const [mine, toSend] = stillHeld(drawn, sending, overtaken);
    const results = toSend.length === 0 ? [] : await connection.org.write(toSend.map(({ item }) => item));
    await removeObsolete(connection, mine);
    let next = 0;
    return mine.map((one) => {
        const from = next;
        next += one.difference.writes.length;
        const writes = one.difference.writes.map((write, n) => ({ ...write, kept: toSend[from + n]?.kept }));
        return { one: { ...one, difference: { ...one.difference, writes } }, results: results.slice(from, next) };
    });
}

/** What somebody took over meanwhile is theirs to write. */
function stillHeld(
    drawn: readonly Drawn[],
    sending: readonly Sending[],
    overtaken: ReadonlySet<string>
): readonly [mine: readonly Drawn[], toSend: readonly Sending[]] {
    const keys = drawn.flatMap(({ plan, difference }) => difference.writes.map(() => plan.claimed.activityKey));
    return [
        drawn.filter(({ plan }) => !overtaken.has(plan.claimed.activityKey)),
        sending.filter((_, n) => !overtaken.has(keys[n] ?? ''))
    ];
}

/** What this write puts into records; one whose key moves still stands under its former key. */
function noted(drawn: readonly Drawn[], sending: readonly Sending[]): readonly NotedRecord[] {
    const writes = drawn.flatMap(({ plan, difference }) =>
        difference.writes.map(({ draft }) => ({ activityKey: plan.claimed.activityKey, draft }))
    );
    return writes.map(({ activityKey, draft: { object, key, formerKey, fields } }, n) => {
        const attempted = { fields, parts: sending[n]?.kept?.parts ?? {} };
        return { activityKey, object, key: formerKey ?? key, attempted };
    });
}

/** One of which no answer ever came may be in Salesforce all the same: it is looked for by its key. */
async function removeObsolete(connection: Connection, drawn: readonly Drawn[]): Promise<void> {
    const obsolete = drawn.flatMap(({ difference }) => [...difference.removals, ...difference.forgotten]);
    for (const [object, some] of Map.groupBy(obsolete, (record) => record.object)) {
        const known = some.flatMap(({ salesforceId }) => salesforceId ?? []);
        const unanswered = some.flatMap(({ key, salesforceId }) => (salesforceId === undefined ? key : []));
        const found = unanswered.length === 0 ? [] : await connection.org.idsOf(object, unanswered);
        if (known.length + found.length > 0) await connection.org.remove(object, [...known, ...found]);
    }
}
