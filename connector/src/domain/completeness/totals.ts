import { stateIn, type ItemState, type StateCount } from './completeness.ts';

/** How many calls or texts of some days are in one state. */
export interface Total {
    readonly list: 'calls' | 'messages';
    readonly state: ItemState;
    readonly count: number;
}

/** @param inboxes those that are logged */
export function completenessTotals(
    counts: readonly StateCount[],
    inboxes: 'all' | readonly string[]
): readonly Total[] {
    const totals = new Map<string, Total>();
    for (const { list, inbox, state: told, count } of counts) {
        const state = stateIn(told, inbox, inboxes);
        const key = `${list} ${state}`;
        totals.set(key, { list, state, count: (totals.get(key)?.count ?? 0) + count });
    }
    return [...totals.values()];
}
