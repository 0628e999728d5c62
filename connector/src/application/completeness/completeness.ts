import type { Completeness } from '../../contracts/completeness.ts';
import { KEYS } from '../../contracts/key-value.ts';
import { completenessRows, stateIn } from '../../domain/completeness/completeness.ts';
import { DEFAULT_PREFERENCES } from '../../domain/preferences/preferences.ts';
import { localTime } from '../../domain/records/local-time.ts';
import type { AppContext } from '../context.ts';
import { gapUseCases } from './gaps.ts';
import type { CompletenessUseCases } from './model.ts';

/** Quo's list, what is known here and what is in Salesforce, beside one another. */
export function completenessUseCases(context: AppContext): CompletenessUseCases {
    return { ...gapUseCases(context), completeness: (id, days, most) => completeness(context, id, days, most) };
}

async function completeness(
    { store, connections, now }: AppContext,
    id: string,
    count: number,
    most: number
): Promise<Completeness> {
    const { timeZone, inboxes } = connections.get(id)?.preferences() ?? DEFAULT_PREFERENCES;
    const days = { last: localTime(now().toISOString(), timeZone).date, count, timeZone };
    const [counts, missing, counted, named] = await Promise.all([
        store.completeness.counts(id, days),
        store.completeness.missing(id, days, most),
        store.completeness.countedDays(id, days),
        store.memory.get(id, KEYS.inboxes)
    ]);
    return {
        rows: completenessRows(counts, inboxes),
        missing: missing.map((item) => ({ ...item, state: stateIn(item.state, item.inbox, inboxes) })),
        counted,
        inboxes: Object.fromEntries((named?.value ?? []).map((inbox) => [inbox.id, inbox.name])),
        timeZone
    };
}
