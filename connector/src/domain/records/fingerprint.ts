import { canonical } from '../canonical.ts';
import type { Draft } from './draft.ts';

/**
 * Equal for drafts that would leave the same record, whatever the order of their fields. Fields that Salesforce takes
 * on insert only do not count: a record is never written again because of them.
 *
 * @param hash any collision-resistant hash of a text
 */
export function fingerprint(draft: Draft, hash: (text: string) => string): string {
    const { object, keyField, key, fields, parents, alsoWhoIds, gone } = draft;
    return hash(canonical({ object, keyField, key, fields, parents, alsoWhoIds, gone }));
}
