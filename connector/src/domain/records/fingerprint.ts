import { canonicalJson } from '../canonical-json.ts';
import type { Draft } from './draft.ts';

/**
 * Equal for drafts that would leave the same record, whatever the order of their fields. Fields that Salesforce takes
 * on insert only do not count: a record is never written again because of them.
 *
 * @param hash any collision-resistant hash of a text
 */
export function fingerprint(draft: Draft, hash: (text: string) => string): string {
    const { object, keyField, key, fields, parents, alsoWhoIds, gone } = draft;
    return hash(canonicalJson({ object, keyField, key, fields, parents, alsoWhoIds, gone }));
}

/** Enough of a hash to tell two values of one field apart. */
const PRINT_LENGTH = 12;

/** A short hash of each field, so that what a write changed can be told without keeping its texts twice. */
export function fieldPrints(draft: Draft, hash: (text: string) => string): Readonly<Record<string, string>> {
    const prints = Object.entries(draft.fields).map(
        ([name, value]) => [name, hash(canonicalJson(value)).slice(0, PRINT_LENGTH)] as const
    );
    return Object.fromEntries(prints);
}
