import type { Ending, Extent } from '../domain/conversations/extent.ts';
import type { Fact } from '../domain/facts.ts';
import type { Match, MatchStatus } from '../domain/people/match.ts';
import type { ErrorNote } from '../errors/errors.ts';
import type { AuditStore } from './audit.ts';
import type { CompletenessStore } from './completeness.ts';
import type { GapStore } from './comparison.ts';
import type { DeliveryStore } from './deliveries.ts';
import type { ProgressStore } from './progress.ts';
import type { DirectoryStore } from './directory.ts';
import type { AllowanceStore } from './allowance.ts';
import type { KeyValueStore } from './key-value.ts';
import type { KeptOverride, KnownRecord, NotedRecord, OwnWrite, Reclaim, RecordRow, WrittenTask } from './records.ts';
import type { ScheduleStore } from './schedule.ts';
import type { Vault } from './vault.ts';

export type * from './allowance.ts';
export type * from './deliveries.ts';
export type * from './directory.ts';
export type * from './records.ts';
export type * from './vault.ts';

/** An activity as somebody holds it. */
export interface Held {
    /** `call_AC…` or `conversation_CN…`. */
    readonly activityKey: string;
    readonly version: number;
    /** The number of the claim: once somebody else claimed it, who held it before was overtaken. */
    readonly claim: number;
}

/** An activity that is due, locked for this process until its lease runs out. */
export interface Claimed extends Held {
    readonly attempts: number;
    /** Milliseconds since the first fact that is not yet written; by the database's clock. */
    readonly pendingForMs: number;
    /** Milliseconds since the newest fact arrived; by the database's clock. */
    readonly quietForMs: number;
    /** Milliseconds since its last write to Salesforce; absent when never written. */
    readonly writtenForMs?: number;
    /** Set by `makeDue(…, { force: true })`: gathering is over, write what differs now. */
    readonly forced: boolean;
    /** Set once the first write went through. */
    readonly everWritten: boolean;
    readonly asks: number;
    readonly facts: readonly Fact[];
    readonly records: readonly KnownRecord[];
    /**
     * No delivery told the end of this call, or some text of this conversation: it was found by asking Quo. Or Salesforce
     * knows more of it than we do.
     */
    readonly isLookedUp?: boolean;
    /** Ids of the texts that came since all was written; absent: not known. */
    readonly newFacts?: readonly string[];
    /** Facts and records are those of the conversation's end alone. */
    readonly ending?: Ending | undefined;
    /** It turned out to be about something forgotten: it is written no more, and these records have to go. */
    readonly isErased?: boolean;
}

/** What is kept of an activity for people to look at and for re-matching. */
export interface ActivityView {
    readonly kind: 'call' | 'messages';
    readonly inboxId?: string | undefined;
    /** Outside numbers in E.164; how a number that is learnt later finds its activities. */
    readonly numbers: readonly string[];
    readonly matchStatus: MatchStatus;
    readonly match: Match;
    /** One line for a person: `Appel entrant, Ventes, 2 min 5 s`. Never logged. */
    readonly title: string;
    readonly outcome?: string | undefined;
    readonly startedAt?: string | undefined;
}

/** How a claimed activity is put back. Times are relative, so that only the database's clock counts. */
export interface Settlement {
    readonly activityKey: string;
    /** The `version` that was claimed: facts that came meanwhile keep the activity due. */
    readonly version: number;
    /** The `claim` that it is held by. Of an activity that was taken over meanwhile nothing is kept. */
    readonly claim?: number;
    readonly outcome:
        | 'done'
        /** Nothing to do yet; look again in `dueInMs`. Does not count as an attempt. */
        | 'wait'
        | 'retry'
        | 'parked';
    readonly dueInMs?: number | undefined;
    /** Of a retry without `dueInMs`: the longest that its back-off may become. Default: an hour. */
    readonly atMostMs?: number;
    readonly error?: ErrorNote;
    readonly view?: ActivityView;
    /** Records written or refused in this pass; rows with `gone` are removed from the outbox. */
    readonly records?: readonly RecordRow[];
    /** Ask Quo's API about this activity in so many milliseconds; absent: no question. */
    readonly askInMs?: number | undefined;
    /** Of a conversation: what is kept of the whole, so that a further text needs its end alone. */
    readonly extent?: Extent | undefined;
    /** Of a conversation: the `newFacts` that are written with this. */
    readonly newFacts?: readonly string[] | undefined;
}

/** An activity that was forgotten while a pass held it, and where else it was to be forgotten. */
export interface Erased {
    readonly activityKey: string;
    /** In Salesforce: the Tasks and Sona records. */
    readonly records: boolean;
    /** In Salesforce: the leads that we made. */
    readonly leads: boolean;
}

export interface EnrichmentRequest {
    readonly activityKey: string;
    readonly asks: number;
    readonly facts: readonly Fact[];
    /** No delivery told the end of the call. */
    readonly isLookedUp: boolean;
}

export interface ActivityStore {
    /** Connections that have something due and are not paused. */
    dueConnections(): Promise<readonly string[]>;
    /**
     * Takes what is due for this process.
     *
     * @param ridersAfterMs then, beside something due, also up to `limit` conversations with unwritten texts that were not
     *     written for so long: they may ride on its request, or are put back as they were
     */
    claim(connection: string, limit: number, ridersAfterMs?: number): Promise<readonly Claimed[]>;
    /**
     * Notes, before a write leaves, which records it may make and what it puts into them. An answer that never comes, or a
     * process that dies before it is kept, then leaves a key that is looked for in Salesforce before it may change, and
     * values that are not taken for a person's. The lease of what is still held begins anew.
     *
     * @returns keys of activities that somebody took over meanwhile, or that were forgotten: nothing is noted of them, and
     *     nothing may be sent
     */
    noteWrites(
        connection: string,
        held: readonly Held[],
        records: readonly NotedRecord[]
    ): Promise<ReadonlySet<string>>;
    /**
     * What was taken over meanwhile becomes due again, where something may have been sent.
     *
     * @returns those that were forgotten while they were held: what was just written of them has to go
     */
    settle(connection: string, settlements: readonly Settlement[]): Promise<readonly Erased[]>;
    /** Removes forgotten activities with everything that was said, received and written of them. */
    erase(connection: string, activityKeys: readonly string[]): Promise<void>;
    /** Which of these activities are gone because they were forgotten. */
    erased(connection: string, activityKeys: readonly string[]): Promise<readonly Erased[]>;
    /** Renders again: after a new match, a changed preference, a person's wish. @returns how many became due */
    makeDue(
        connection: string,
        which:
            | { readonly activityKeys: readonly string[] }
            | { readonly numbers: readonly string[]; readonly statuses?: readonly MatchStatus[] }
            | { readonly whoIds: readonly string[] }
            | { readonly sinceDays: number }
            /** Those that were matched while the people of Salesforce were being read. */
            | { readonly provisional: true }
            /** Calls whose transcript is in Salesforce, and that began so many days ago. */
            | { readonly transcriptsOlderThanDays: number },
        options?: { readonly force?: boolean }
    ): Promise<number>;
    /** Parked activities back in the queue. `null`: all. @returns how many */
    retry(connection: string, activityKeys: readonly string[] | null): Promise<number>;
    connectionsWithAsks(): Promise<readonly string[]>;
    claimAsks(connection: string, limit: number): Promise<readonly EnrichmentRequest[]>;
    /** Answered or given up: no more questions unless facts raise new ones. `againInMs`: ask again then. */
    settleAsk(connection: string, activityKey: string, againInMs?: number): Promise<void>;
    /** Our Tasks, Sona records and answers by key; keys that are not ours are left out. */
    tasksByKey(connection: string, keys: readonly string[]): Promise<readonly WrittenTask[]>;
    /** Our Tasks that are in Salesforce and about one of these numbers or people. */
    tasksAbout(
        connection: string,
        about: { readonly numbers: readonly string[]; readonly whoIds: readonly string[] }
    ): Promise<readonly WrittenTask[]>;
    /** Remembers what people set on records of ours; fields that a decision leaves out stay as they were. */
    keepByHand(connection: string, decisions: readonly KeptOverride[]): Promise<void>;
    /**
     * Records that our login wrote in Salesforce. Where that was after all that is known here, as after a backup was
     * restored, Quo is asked about their calls again, once. @returns how many those are
     */
    lookUpAgain(connection: string, written: readonly OwnWrite[]): Promise<number>;
    /** Has fields that somebody else changed written as ours again, soon. @returns whether there is such a record */
    reclaim(connection: string, which: Reclaim): Promise<boolean>;
    pause(connection: string, forMs: number, why: ErrorNote): Promise<void>;
    resume(connection: string): Promise<void>;
    counts(connection: string): Promise<ActivityCounts>;
}

/** Calls and conversations of a connection, by what became of them. */
export interface ActivityCounts {
    readonly total: number;
    readonly byKind: Readonly<Record<string, number>>;
    readonly byMatch: Readonly<Record<string, number>>;
    readonly due: number;
    readonly waiting: number;
    readonly parked: number;
    readonly oldestDueMs?: number;
    /** The newest write that Salesforce took, ISO 8601. */
    readonly lastWrittenAt?: string;
}

/** Settings of a connection as they are stored, with whatever a later version put there. */
type StoredSettings = Readonly<Record<string, unknown>>;

export interface ConnectionRow {
    readonly id: string;
    readonly settings: StoredSettings;
    readonly pausedForMs?: number;
    readonly pausedBecause?: ErrorNote;
}

export interface ConnectionStore {
    ensure(id: string): Promise<void>;
    get(id: string): Promise<ConnectionRow | undefined>;
    list(): Promise<readonly ConnectionRow[]>;
    /**
     * Changes settings as they are at that moment: of several changes at once, in whatever process, each sees the one before.
     *
     * @param change may be called again, so it does nothing else; `undefined` from it leaves all as it is
     * @returns what is kept now; `undefined` where nothing was changed, or there is no such connection
     */
    changeSettings(
        id: string,
        change: (stored: StoredSettings) => StoredSettings | undefined
    ): Promise<StoredSettings | undefined>;
}

export interface Store {
    readonly connections: ConnectionStore;
    readonly deliveries: DeliveryStore;
    readonly gaps: GapStore;
    readonly completeness: CompletenessStore;
    readonly activities: ActivityStore;
    readonly directory: DirectoryStore;
    readonly allowance: AllowanceStore;
    readonly memory: KeyValueStore;
    readonly vault: Vault;
    readonly progress: ProgressStore;
    readonly schedule: ScheduleStore;
    readonly audit: Pick<AuditStore, 'append'>;
    close(): Promise<void>;
}
