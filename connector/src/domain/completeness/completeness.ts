/** Where a call or a text that Quo lists is, or why it is not in Salesforce. */
export const ITEM_STATES = [
    'written',
    'waiting',
    'parked',
    /** A person deleted its record in Salesforce. */
    'deleted',
    /** Salesforce does not have the record that we wrote, and nobody is known to have deleted it. */
    'gone',
    /** A person chose here that it needs no record. */
    'ignored',
    /** Its inbox is not among those that are logged. */
    'not-chosen',
    /** There is nothing of it to log: it is internal, or has no end. */
    'not-logged'
] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** How many calls or texts of one inbox and day are in one state, for one reason. */
export interface StateCount {
    /** `YYYY-MM-DD`, in the connection's time zone. */
    readonly day: string;
    readonly inbox: string | null;
    readonly list: 'calls' | 'messages';
    readonly state: Exclude<ItemState, 'not-chosen'>;
    /** Of an error; null where there is none. */
    readonly code: string | null;
    readonly count: number;
}

/** Why some of them are not in Salesforce. */
interface Shortfall {
    readonly state: Exclude<ItemState, 'written'>;
    readonly code: string | null;
    readonly count: number;
}

/** The calls or texts of one inbox and day. */
export interface CompletenessRow extends Pick<StateCount, 'day' | 'inbox' | 'list'> {
    readonly quo: number;
    readonly salesforce: number;
    readonly shortfalls: readonly Shortfall[];
}

/** @param inboxes those that are logged */
export function completenessRows(
    counts: readonly StateCount[],
    inboxes: 'all' | readonly string[]
): readonly CompletenessRow[] {
    const groups = Map.groupBy(counts, ({ day, inbox, list }) => JSON.stringify([day, inbox, list]));
    return [...groups.values()].flatMap((group) => {
        const [first] = group;
        if (first === undefined) return [];
        const { day, inbox, list } = first;
        const count = (some: readonly StateCount[]): number => some.reduce((sum, one) => sum + one.count, 0);
        const shortfalls = group.flatMap(({ state, code, count: n }): Shortfall[] =>
            state === 'written' ? [] : [{ state: stateIn(state, inbox, inboxes), code, count: n }]
        );
        return [{ day, inbox, list, quo: count(group), salesforce: count(group) - sum(shortfalls), shortfalls }];
    });
}

/** What is not logged because of its inbox is told as that. */
export function stateIn<S extends ItemState>(
    state: S,
    inbox: string | null,
    inboxes: 'all' | readonly string[]
): S | 'not-chosen' {
    const isChosen = inboxes === 'all' || (inbox !== null && inboxes.includes(inbox));
    return state === 'not-logged' && !isChosen ? 'not-chosen' : state;
}

function sum(shortfalls: readonly Shortfall[]): number {
    return shortfalls.reduce((all, { count }) => all + count, 0);
}
