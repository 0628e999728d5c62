import type { Draft } from '../../domain/records/draft.ts';
import type { WriteResult } from '../../contracts/salesforce.ts';
import type { KnownRecord, RecordRow, Settlement } from '../../contracts/store.ts';
import type { Difference } from '../compare/difference.ts';
import { GROUP } from '../compare/omit-unchanged.ts';
import { provisionalFields } from '../write/provisional-fields.ts';

type Written = Difference['writes'][number];

/** A reference that died is found anew by the directory; after so many tries the record is shown to a person. */
const MOST_RESOLVES = 5;
const RESOLVE_AGAIN_IN = 5_000;
/** A refusal that nobody knows may pass: tried so often, in longer and longer intervals, before a person is asked. */
const MOST_RETRIES_OF_UNKNOWN = 6;

/**
 * What became of one activity's writes, as the store keeps it.
 *
 * @param isRematched whom it is about was found anew since it was refused: it is tried again at once, and never parked for it
 */
export function outcomeOf(
    writes: readonly Written[],
    results: readonly WriteResult[],
    attempts: number,
    isRematched = false
): Pick<Settlement, 'outcome' | 'dueInMs' | 'error' | 'records'> {
    const records = writes.flatMap((write, n) => rowsOf(write, results[n]));
    const failures = results.filter((result) => !result.ok);
    const parked = failures.find(
        ({ remedy }) =>
            remedy === 'park' ||
            (remedy === 'resolve' && attempts >= MOST_RESOLVES && !isRematched) ||
            (remedy === 'retry-then-park' && attempts >= MOST_RETRIES_OF_UNKNOWN)
    );
    if (parked !== undefined) return { outcome: 'parked', error: parked.note, records };
    const resolveIn = isRematched ? 0 : RESOLVE_AGAIN_IN;
    const [first] = failures;
    if (first === undefined) return { outcome: 'done', records };
    const dueInMs = failures.some(({ remedy }) => remedy === 'resolve') ? resolveIn : undefined;
    return { outcome: 'retry', dueInMs, error: first.note, records };
}

/** The rows of records that are gone. */
export function obsoleteRows(gone: readonly KnownRecord[]): readonly RecordRow[] {
    return gone.map((record) => ({ object: record.object, key: record.key, gone: true }));
}

function rowsOf(
    { draft, fingerprint, prints, salesforceId, known, kept }: Written,
    result: WriteResult | undefined
): readonly RecordRow[] {
    const { object, key, formerKey } = draft;
    if (result === undefined) return [];
    if (!result.ok) return [{ object, key: formerKey ?? key, salesforceId, error: result.note }];
    const wanted = { ...fieldsOf(draft), ...provisionalFields(draft, known) };
    const without = result.without ?? [];
    const fields = Object.fromEntries(Object.entries(wanted).filter(([name]) => !without.includes(name)));
    const row = {
        object,
        key,
        salesforceId: result.id,
        // What could not be written is tried again when the record is drawn anew.
        fingerprint: without.length === 0 ? fingerprint : '',
        prints,
        fields,
        kept,
        reclaimed: known?.reclaimed,
        overtaken: known?.overtaken,
        written: true
    };
    return formerKey === undefined
        ? [row]
        : [
              { object, key: formerKey, gone: true },
              { ...row, byHand: known?.byHand }
          ];
}

/** Kept to tell our own values from what others put there. */
function fieldsOf(draft: Draft): Readonly<Record<string, unknown>> {
    return draft.alsoWhoIds === undefined ? draft.fields : { ...draft.fields, [GROUP]: draft.alsoWhoIds };
}
