import { keepTheirs, type Kept } from '../../domain/records/keep-theirs.ts';
import type { Draft } from '../../domain/records/draft.ts';
import type { RecordToRead, WriteItem } from '../../contracts/salesforce.ts';
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
export async function compareHeld(connection: Connection, sending: readonly Sending[]): Promise<readonly Sending[]> {
    const toRead = sending.flatMap(({ item: { draft, salesforceId } }) => {
        const fields = Object.keys(draft.fields);
        return salesforceId === undefined || fields.length === 0
            ? []
            : [{ object: draft.object, id: salesforceId, fields, ...alsoFields(draft) }];
    });
    if (toRead.length === 0) return sending;
    const held = await connection.org.currentValues(toRead);
    return sending.map((one) => {
        const { item, known } = one;
        const now = item.salesforceId === undefined ? undefined : held.get(item.salesforceId);
        if (now === undefined) return one;
        const last = { fields: known?.fields ?? {}, parts: known?.kept?.parts ?? {} };
        const written = [known?.overtaken, known?.attempted, last].filter((one) => one !== undefined);
        const { fields, kept } = keepTheirs(item.draft.fields, now, written, known?.reclaimed);
        const whole = { ...empty(item.draft.defaults, now), ...fields };
        return {
            ...one,
            item: { ...item, draft: { ...item.draft, fields: whole } },
            kept: { ...kept, by: changedBy(now, known) }
        };
    });
}

/** A later write of ours hides who changed it before: who was seen is remembered. */
function changedBy(now: Readonly<Record<string, unknown>>, known: KnownRecord | undefined): string | undefined {
    const { LastModifiedById: user } = now;
    return typeof user === 'string' ? user : known?.kept?.by;
}

function alsoFields({ defaults }: Draft): Pick<RecordToRead, 'alsoFields'> {
    return defaults === undefined ? {} : { alsoFields: Object.keys(defaults) };
}

/** The values for fields that are there and hold nothing. An unticked box holds what somebody may have chosen. */
function empty(defaults: Draft['defaults'] = {}, now: Readonly<Record<string, unknown>>): Draft['fields'] {
    return Object.fromEntries(
        Object.entries(defaults).filter(([name]) => name in now && (now[name] === null || now[name] === ''))
    );
}
