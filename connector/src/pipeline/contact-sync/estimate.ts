import { isWanted } from '../../domain/quo-contacts/filter.ts';
import type { Tally } from '../../contracts/quo/contacts.ts';
import { isLinked } from './link-existing.ts';
import { draftSettings } from './draft-settings.ts';
import type { ContactSyncEngineDeps } from './deps.ts';
import { planFor } from './plan.ts';
import { requireFilter } from './require-filter.ts';

/** What a full run would do now. */
export interface Estimate {
    /** Everybody in the directory. */
    readonly people: number;
    readonly create: number;
    readonly update: number;
    readonly remove: number;
    /** Nothing to do, by reason. */
    readonly idle: Tally;
    /** To Quo. */
    readonly requests: number;
    readonly seconds: number;
}

const PAGE = 1_000;
/** Of ten, two are left to urgent requests, and each answer takes its time. */
const REQUESTS_A_SECOND = 7;
/** Those that are read before they are replaced are read ten in a request, those to be deleted fifty. */
const REQUESTS = { create: 1, change: 1, replace: 1.1, remove: 1.02 } as const;

/** Looks at everybody without asking Quo or changing anything. @throws {CodedError} `SF-FILTER-FIELD` */
export async function estimate(parts: ContactSyncEngineDeps, signal?: AbortSignal): Promise<Estimate> {
    await requireFilter(parts);
    const { connection, contacts } = parts;
    const { contactFilter } = parts.preferences();
    const settings = await draftSettings(parts, { lane: 'full', signal });
    const situation = { settings, adopted: await isLinked(parts), calling: false };
    const plans = { create: 0, change: 0, replace: 0, remove: 0 };
    const idle: Record<string, number> = {};
    let people = 0;
    for (let after = ''; !signal?.aborted;) {
        const page = await contacts.people(connection, after, PAGE);
        const ids = page.map(({ id }) => id);
        const rows = await contacts.rows(connection, ids);
        for (const person of page) {
            const row = rows.get(person.id) ?? {
                person: person.id,
                state: 'wanted',
                attempts: 0,
                version: 0,
                due: false
            };
            const plan = isWanted(person, contactFilter) ? planFor(row, person, situation) : undefined;
            if (plan === undefined || plan.do === 'nothing') {
                const because = plan?.because ?? 'filter';
                idle[because] = (idle[because] ?? 0) + 1;
            } else plans[plan.do] += 1;
        }
        people += page.length;
        const last = ids.at(-1);
        if (last === undefined) break;
        after = last;
    }
    const { create, change, replace, remove } = plans;
    const asked = Object.entries(plans).reduce((sum, [plan, n]) => sum + n * REQUESTS[plan as keyof typeof plans], 0);
    const requests = Math.ceil(asked);
    const seconds = Math.ceil(requests / REQUESTS_A_SECOND);
    return { people, create, update: change + replace, remove, idle, requests, seconds };
}
