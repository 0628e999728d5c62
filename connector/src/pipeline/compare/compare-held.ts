import { isSameValue } from '../../domain/records/same-value.ts';
import { keepTheirs, type Kept } from '../../domain/records/keep-theirs.ts';
import type { WriteItem } from '../../contracts/salesforce.ts';
import type { KnownRecord } from '../../contracts/store.ts';
import type { Connection } from '../pipeline-context.ts';

/** A record that is about to be written. */
export interface Sending {
    readonly item: WriteItem;
    readonly known?: KnownRecord | undefined;
    /** What others made of it, as far as it was seen now; absent: nobody looked. */
    readonly kept?: Kept | undefined;
}

/**
 * The items as they may be sent: what somebody else put into our records since stays. The records are read in the same
 * pass that writes them, all of them together; what is new needs no look.
 *
 * @throws {OrgUnavailable}
 */
export async function compareHeld(runtime: Connection, sending: readonly Sending[]): Promise<readonly Sending[]> {
    const toRead = sending.flatMap(({ item: { draft, salesforceId } }) => {
        const fields = Object.keys(draft.fields);
        // A window that moved is written whole: what its Task holds is of its former key.
        return salesforceId === undefined || fields.length === 0 || draft.formerKey !== undefined
            ? []
            : [{ object: draft.object, id: salesforceId, fields }];
    });
    if (toRead.length === 0) return sending;
    const held = await runtime.org.currentValues(toRead);
    return sending.map((one) => {
        const { item, known } = one;
        const now = item.salesforceId === undefined ? undefined : held.get(item.salesforceId);
        if (now === undefined) return one;
        const last = known?.fields ?? {};
        const { fields, kept } = keepTheirs(item.draft.fields, now, {
            fields: last,
            kept: known?.kept,
            // What we never set holds what Salesforce put there by itself: our login as the owner.
            isOurs: (name, value) => !(name in last) || isSameValue(value, last[name])
        });
        return { ...one, item: { ...item, draft: { ...item.draft, fields } }, kept };
    });
}
