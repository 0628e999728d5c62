import { isWanted } from '../../domain/quo-contacts/filter.ts';
import type { SkipCandidate, Skipped, SkippedPage } from '../../contracts/quo/contacts.ts';
import type { ContactSyncEngineDeps } from './deps.ts';

const PAGE = 50;
/** Candidates looked at for one page: a narrow filter must not make a page read a whole directory. */
const LOOKS = 20;

/** Who is not in Quo and why, newest first. Whom the filter leaves out is not listed: nobody expects them there. */
export async function skipped(
    { connection, contacts, preferences, recordUrl }: ContactSyncEngineDeps,
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

function skippedOf(
    { id, reason, error, at, person }: SkipCandidate,
    recordUrl: ContactSyncEngineDeps['recordUrl']
): Skipped {
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
