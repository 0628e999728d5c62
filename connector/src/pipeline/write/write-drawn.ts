import type { WriteResult } from '../../contracts/salesforce.ts';
import type { Connection } from '../pipeline-context.ts';
import { compareHeld } from '../compare/compare-held.ts';
import { omitUnchanged } from '../compare/omit-unchanged.ts';
import type { Drawn } from '../settle/settlement.ts';

/** What was written of an activity, with what others had made of its records. */
export interface WrittenActivity {
    readonly one: Drawn;
    readonly results: readonly WriteResult[];
}

/** Writes what differs and removes what is obsolete. @returns each activity with the results of its writes, in order */
export async function writeDrawn(runtime: Connection, drawn: readonly Drawn[]): Promise<readonly WrittenActivity[]> {
    const items = drawn.flatMap((one) => one.difference.writes);
    const sending = await compareHeld(
        runtime,
        items.map((item) => ({ item: omitUnchanged(item, item.known), known: item.known }))
    );
    const results = sending.length === 0 ? [] : await runtime.org.write(sending.map(({ item }) => item));
    const removals = drawn.flatMap((one) => one.difference.removals);
    for (const object of new Set(removals.map((record) => record.object))) {
        const ids = removals.filter((record) => record.object === object).map(({ salesforceId }) => salesforceId);
        await runtime.org.remove(
            object,
            ids.filter((id) => id !== undefined)
        );
    }
    let next = 0;
    return drawn.map((one) => {
        const from = next;
        next += one.difference.writes.length;
        const writes = one.difference.writes.map((write, n) => ({ ...write, kept: sending[from + n]?.kept }));
        return { one: { ...one, difference: { ...one.difference, writes } }, results: results.slice(from, next) };
    });
}
