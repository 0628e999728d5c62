import type { CompletenessRow, ItemState, StateCount } from '../domain/completeness/completeness.ts';
import type { ListedItem } from '../domain/completeness/listed.ts';

/** A time of whole days, by the connection's clock. */
export interface Days {
    /** The last one, `YYYY-MM-DD`, and how many: `{ last: '2026-11-20', count: 1 }` is that day alone. */
    readonly last: string;
    readonly count: number;
    /** IANA. */
    readonly timeZone: string;
}

/** A call or a text that Quo lists and that is not in Salesforce. */
export interface MissingItem {
    readonly list: ListedItem['list'];
    readonly id: string;
    readonly activityKey: string;
    readonly title: string | null;
    readonly inbox: string | null;
    readonly began: string;
    readonly state: Exclude<ItemState, 'written'>;
    readonly code: string | null;
}

/** Before it is known which inboxes are logged. */
export type FoundMissing = Omit<MissingItem, 'state'> & {
    readonly state: Exclude<MissingItem['state'], 'not-chosen'>;
};

/** The Tasks of a day that we wrote, by when their calls and windows began. */
export interface DayOfTasks {
    readonly day: string;
    readonly from: string;
    readonly to: string;
    readonly ours: number;
}

export interface CountedDay extends Pick<DayOfTasks, 'day' | 'ours'> {
    readonly salesforce: number;
    readonly countedAt: string;
}

export interface CompletenessStore {
    /** Remembers what Quo lists, of activities that are known. */
    keepListed(connection: string, items: readonly ListedItem[]): Promise<void>;
    counts(connection: string, days: Days): Promise<readonly StateCount[]>;
    missing(connection: string, days: Days, limit: number): Promise<readonly FoundMissing[]>;
    /** How many Tasks Salesforce should have, by day. */
    tasksByDay(connection: string, days: Days): Promise<readonly DayOfTasks[]>;
    /** Keys and ids of the Tasks of one day. */
    tasksOf(connection: string, day: DayOfTasks): Promise<readonly { readonly key: string; readonly id: string }[]>;
    /** Keeps Salesforce's count of a day. @param gone keys that it does not have; absent: not looked for, as the counts agree */
    keepCount(connection: string, day: DayOfTasks, salesforce: number, gone: readonly string[]): Promise<void>;
    countedDays(connection: string, days: Days): Promise<readonly CountedDay[]>;
    deleteOld(connection: string): Promise<void>;
}

export interface Completeness {
    readonly rows: readonly CompletenessRow[];
    readonly missing: readonly MissingItem[];
    readonly counted: readonly CountedDay[];
    readonly inboxes: Readonly<Record<string, string>>;
    readonly timeZone: string;
}
