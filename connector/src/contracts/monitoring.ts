import type { Fact } from '../domain/facts.ts';
import type { Candidate, Match, MatchStatus } from '../domain/people/match.ts';
import type { ErrorCode, ErrorNote } from '../errors/errors.ts';
import type { AuditRow } from './audit.ts';
import type { ActivityCounts, KnownRecord } from './store.ts';

export type { AuditRow } from './audit.ts';

/** What became of the activities of one inbox and hour. */
export interface FlowRow {
    readonly hour: string;
    readonly inbox: string | null;
    readonly received: number;
    readonly matched: number;
    readonly written: number;
    readonly parked: number;
}

/** An activity that is not (or not wholly) in Salesforce yet. */
export interface WaitingRow {
    readonly activityKey: string;
    readonly title: string | null;
    readonly inbox: string | null;
    /** Since its oldest fact that is not written. */
    readonly waitingForMs: number;
    /** Negative: late. */
    readonly dueInMs: number;
    readonly attempts: number;
    readonly error: ErrorNote | null;
}

/** Parked activities with one reason. */
export interface ParkedGroup {
    /** Null only where whoever parked it gave no reason. */
    readonly code: ErrorCode | null;
    /** The sentence of the org's rule that refused them; null where it is no rule. */
    readonly rule: string | null;
    readonly count: number;
    /** What was seen, of the newest one. */
    readonly seen: string | null;
    readonly oldestForMs: number;
}

export interface ParkedRow {
    readonly activityKey: string;
    readonly title: string | null;
    readonly inbox: string | null;
    readonly error: ErrorNote | null;
    readonly parkedForMs: number;
    /** When it is tried again by itself; not above zero: any moment. Absent where it is not. */
    readonly nextTryInMs?: number | null;
}

/** One line of the list of activities. */
export interface ActivityRow {
    readonly activityKey: string;
    readonly kind: 'call' | 'messages';
    readonly title: string | null;
    readonly inbox: string | null;
    readonly numbers: readonly string[];
    readonly matchStatus: MatchStatus | null;
    readonly match: Match | null;
    readonly outcome: string | null;
    readonly startedAt: string | null;
    readonly firstFactAt: string;
    readonly writtenAt: string | null;
    readonly parked: boolean;
    readonly due: boolean;
    readonly attempts: number;
    readonly error: ErrorNote | null;
    readonly dismissedNote: string | null;
}

/** Everything that is known of one activity, oldest first. */
export interface History {
    readonly activity: ActivityRow;
    readonly deliveries: readonly {
        readonly id: string;
        readonly type: string;
        readonly scheme: string;
        readonly eventId: string | null;
        readonly receivedAt: string;
    }[];
    readonly facts: readonly Fact[];
    readonly records: readonly KnownRecord[];
    readonly writes: readonly {
        readonly at: string;
        readonly answer: 'written' | 'refused' | 'removed' | 'failed';
        readonly object: string | null;
        readonly key: string | null;
        readonly salesforceId: string | null;
        /** Names of the fields that differed from what was written before. */
        readonly changed: readonly string[];
        readonly error: ErrorNote | null;
    }[];
}

export interface ActivityFilter {
    readonly limit?: number;
    readonly status?: MatchStatus;
    readonly inbox?: string;
    readonly number?: string;
    readonly kind?: 'call' | 'messages';
    /** Only those with fields that stay as a person changed them. */
    readonly kept?: boolean;
}

/** Salesforce's API calls of 24 hours: the org's, ours, and what we may. */
export interface Usage {
    readonly org?: { readonly used: number; readonly limit: number };
    readonly used: number;
    readonly budget: number;
    /** What we shall have spent in 24 hours if it goes on like the last three. */
    readonly forecast: number;
    readonly state: 'free' | 'saving' | 'stopped';
    readonly byHour: readonly { readonly hour: string; readonly calls: number }[];
}

/** Rows of each list of the data quality: as many are to be put right one by one. */
export const QUALITY_ROWS = 100;

export interface Quality {
    readonly ambiguous: readonly {
        readonly number: string;
        readonly candidates: readonly Candidate[];
        readonly activities: number;
        readonly newestActivityKey: string;
    }[];
    readonly duplicates: readonly { readonly candidates: readonly Candidate[]; readonly activities: number }[];
    readonly unowned: readonly {
        readonly activityKey: string;
        readonly title: string | null;
        readonly salesforceId: string;
    }[];
    /** How many phone fields hold something that is no number. */
    readonly unreadableInAll: number;
    /** The first of them. */
    readonly unreadable: readonly {
        readonly id: string;
        readonly object: string;
        readonly name: string;
        readonly field: string;
        readonly text: string;
    }[];
}

export interface Health {
    readonly counts: ActivityCounts;
    readonly deliveries: {
        readonly received: number;
        readonly facts: number;
        readonly ignored: number;
        readonly unknown: number;
    };
    readonly flow: readonly FlowRow[];
    readonly waiting: readonly WaitingRow[];
    readonly parked: readonly ParkedGroup[];
    /** Calls and conversations with fields that stay as a person changed them. */
    readonly kept: number;
    readonly unread: readonly {
        readonly reading: 'ignored' | 'unknown';
        readonly type: string;
        readonly why: string | null;
        readonly count: number;
    }[];
    readonly usage: Usage;
    readonly people: { readonly people: number; readonly numbers: number };
    /** Phone fields that live look-ups search instead of filtering, as `Contact.Phone`. */
    readonly notFiltered: readonly string[];
    /** What the org lacks for transcripts, which wait for it, by its names. */
    readonly transcriptsLack: readonly string[];
    /** Names of inboxes by their ids. */
    readonly inboxes: Readonly<Record<string, string>>;
}

/** What people look at. Reads, writes nothing; every question is of one connection. */
export interface MonitoringStore {
    flow(connection: string, hours?: number): Promise<readonly FlowRow[]>;
    oldestWaiting(connection: string, limit?: number): Promise<readonly WaitingRow[]>;
    parkedGroups(connection: string): Promise<readonly ParkedGroup[]>;
    parked(
        connection: string,
        which?: { readonly code?: ErrorCode; readonly rule?: string; readonly limit?: number }
    ): Promise<readonly ParkedRow[]>;
    activities(connection: string, filter?: ActivityFilter): Promise<readonly ActivityRow[]>;
    history(connection: string, activityKey: string): Promise<History | undefined>;
    /** How many activities have fields that stay as a person changed them. */
    countKept(connection: string): Promise<number>;
    unread(connection: string): Promise<Health['unread']>;
    ambiguousNumbers(connection: string, limit?: number): Promise<Quality['ambiguous']>;
    duplicates(connection: string, limit?: number): Promise<Quality['duplicates']>;
    unownedTasks(connection: string, limit?: number): Promise<Quality['unowned']>;
    unreadableNumbers(connection: string, limit?: number): Promise<Quality['unreadable']>;
    countUnreadable(connection: string): Promise<number>;
    usageByHour(connection: string): Promise<Usage['byHour']>;
}

/** Looking at what happens, and the few things a person does about it. */
export interface MonitoringUseCases {
    health(id: string, hours: number): Promise<Health>;
    activities(id: string, filter: ActivityFilter): Promise<readonly ActivityRow[]>;
    history(id: string, activityKey: string): Promise<History | undefined>;
    parked(id: string): Promise<{ readonly groups: readonly ParkedGroup[]; readonly rows: readonly ParkedRow[] }>;
    quality(id: string): Promise<Quality>;
    audit(id: string, before?: number): Promise<readonly AuditRow[]>;
    inboxes(id: string): Promise<Readonly<Record<string, string>>>;
    /** @returns how many go back into the queue */
    retry(
        id: string,
        which: { readonly activityKeys: readonly string[] } | { readonly code: string; readonly rule?: string } | 'all'
    ): Promise<number>;
    /** Has a field that was kept as a person's written as ours again. */
    oursAgain(
        id: string,
        which: { readonly activityKey: string; readonly object: string; readonly key: string; readonly field: string }
    ): Promise<void>;
    /** Puts back what a choice in Salesforce had moved. @param seq its entry in the audit log @returns how many records */
    undoMove(id: string, seq: number): Promise<number>;
    ignore(id: string, activityKeys: readonly string[], note: string): Promise<number>;
}
