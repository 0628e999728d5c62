import type { PersonObject } from '../../domain/people/person.ts';
import { isWanted } from '../../domain/quo-contacts/filter.ts';
import type { ErrorNote } from '../../errors.ts';
import type { SkipCandidate, SkipReason } from '../ports/quo-contacts.ts';
import type { PeopleSyncParts } from './parts.ts';

/** Somebody who is wanted in Quo and is not there. */
export interface Skipped {
    /** 18-character record id. */
    readonly id: string;
    /** Absent for records that left the directory. */
    readonly object?: PersonObject;
    readonly name?: string;
    readonly reason: SkipReason;
    /** What Quo said; with `failed`. */
    readonly error?: ErrorNote;
    /** What stands in phone fields and is no number; with `no-number`. */
    readonly unreadable?: readonly { readonly field: string; readonly text: string }[];
    /** The record in Salesforce; absent while the org's address is not known. */
    readonly url?: string;
    /** Since when: ISO 8601. */
    readonly at: string;
}

export interface SkippedPage {
    readonly rows: readonly Skipped[];
    /** Hands on to the next page; absent on the last one. */
    readonly after?: string;
}

const PAGE = 50;
/** Candidates looked at for one page: a narrow filter must not make a page read a whole directory. */
const LOOKS = 20;

/** Who is not in Quo and why, newest first. Whom the filter leaves out is not listed: nobody expects them there. */
export async function skipped(
    { connection, contacts, preferences, recordUrl }: PeopleSyncParts,
    { after, limit = PAGE }: { readonly after?: string; readonly limit?: number } = {}
): Promise<SkippedPage> {
    const { contactFilter } = preferences();
    const rows: Skipped[] = [];
    let place = after;
    for (let looks = 0; looks < LOOKS; looks += 1) {
        const found = await contacts.skipCandidates(connection, place, limit);
        for (const one of found) {
            place = one.after;
            if (one.reason === 'no-number' && one.person !== null && !isWanted(one.person, contactFilter)) continue;
            rows.push(skippedOf(one, recordUrl));
            if (rows.length === limit) break;
        }
        if (rows.length === limit) return { rows, after: place };
        if (found.length < limit) return { rows };
    }
    return { rows, after: place };
}

function skippedOf({ id, reason, error, at, person }: SkipCandidate, recordUrl: PeopleSyncParts['recordUrl']): Skipped {
    const url = recordUrl(id);
    return {
        id,
        reason,
        at,
        ...(person !== null && { object: person.object, name: person.name }),
        ...(error !== null && { error }),
        ...(reason === 'no-number' && person?.unreadable !== undefined && { unreadable: person.unreadable }),
        ...(url !== undefined && { url })
    };
}
