import { fieldPrints, fingerprint } from '../../domain/records/fingerprint.ts';
import type { Kept } from '../../domain/records/keep-theirs.ts';
import type { Draft } from '../../domain/records/draft.ts';
import type { KnownRecord } from '../../contracts/store.ts';
import type { WriteItem } from '../../contracts/salesforce.ts';
import { inPieces } from '../in-pieces.ts';
import { knownRecord } from '../known-record.ts';

interface Prints {
    readonly fingerprint: string;
    readonly prints: Readonly<Record<string, string>>;
}

/** What stands between the records as they should be and as they were last written. */
export interface Difference {
    readonly writes: readonly (WriteItem &
        Prints & { readonly known?: KnownRecord | undefined; readonly kept?: Kept | undefined })[];
    /** Records of ours that are no longer wanted and exist in Salesforce. */
    readonly removals: readonly KnownRecord[];
    /** Records of ours that are no longer wanted and never came to exist. */
    readonly forgotten: readonly KnownRecord[];
}

/** @param goneKeys keys of records that fell away (a window joined into another, an answer taken back) */
export async function difference(
    drafts: readonly Draft[],
    known: readonly KnownRecord[],
    goneKeys: ReadonlySet<string>,
    hash: (text: string) => string
): Promise<Difference> {
    const writes = await inPieces(drafts, (draft) => {
        const record = knownRecord(known, draft.object, draft.formerKey ?? draft.key);
        const print = fingerprint(draft, hash);
        const isSettled = [record?.error, record?.reclaimed, record?.overtaken].every((one) => one === undefined);
        const isSame = record?.fingerprint === print && isSettled;
        return isSame && draft.formerKey === undefined
            ? []
            : [
                  {
                      draft,
                      fingerprint: print,
                      prints: fieldPrints(draft, hash),
                      salesforceId: record?.salesforceId,
                      known: record
                  }
              ];
    });
    const gone = known.filter((record) => goneKeys.has(record.key));
    return {
        writes,
        removals: gone.filter(({ salesforceId }) => salesforceId !== undefined),
        forgotten: gone.filter(({ salesforceId }) => salesforceId === undefined)
    };
}
