import type { Draft } from '../domain/records/draft.ts';
import type { Kept } from '../domain/records/keep-theirs.ts';
import type { Choice } from './directory.ts';
import type { ErrorNote } from '../errors/errors.ts';

/** What we last wrote of one Salesforce record. */
export interface KnownRecord {
    readonly object: Draft['object'];
    readonly key: string;
    readonly salesforceId?: string | undefined;
    /** Of the fields last written; a draft with an equal one is not written again. */
    readonly fingerprint?: string;
    /** The fields last written: who and what we had set is how a person's own change is told apart. */
    readonly fields?: Readonly<Record<string, unknown>>;
    /** What a person set on it in Salesforce since. */
    readonly byHand?: ManualOverride | undefined;
    /** What was last sent and has no answer yet: it may stand in Salesforce, and is ours. */
    readonly attempted?: Attempted | undefined;
    /** What a worker that was overtaken may have put into it, perhaps after what we last wrote. */
    readonly overtaken?: Attempted | undefined;
    /** What somebody else put into it and we left, as far as it was seen when we last wrote it. */
    readonly kept?: Kept | undefined;
    /** Fields of theirs that an admin asked to have written by us again. */
    readonly reclaimed?: readonly string[] | undefined;
    /** Set while Salesforce refuses this record. */
    readonly error?: ErrorNote;
}

/** What a person decided in Salesforce about one of our Tasks; it is never overwritten. */
export interface ManualOverride {
    readonly whoId?: string | null;
    readonly whatId?: string | null;
    readonly ownerId?: string;
    /** A person deleted it: it is not written again. False: it was restored since. */
    readonly deleted?: boolean;
    /**
     * What goes for it in place of its number's choice (`null`: no choice): whoever made that one may not edit this record.
     */
    readonly choice?: Choice | null;
}

/** Which fields of one record are to be ours again. */
export interface Reclaim {
    readonly activityKey: string;
    readonly object: Draft['object'];
    readonly key: string;
    /** By their names in Salesforce, without namespace. */
    readonly fields: readonly string[];
    /** Which of the person's decisions about the record count no more. */
    readonly byHand: readonly (keyof ManualOverride)[];
}

/** What is kept of a person's decision about one record of ours. */
export interface KeptOverride {
    readonly key: string;
    readonly byHand: ManualOverride;
    /** What was set on it before and counts no more. */
    readonly forget?: readonly (keyof ManualOverride)[];
    /** What Salesforce holds now, in place of what we last wrote: the next change is told from this. */
    readonly seen?: Readonly<Record<string, string | null>>;
    /** Of a record that was restored: the one that is there. */
    readonly salesforceId?: string | undefined;
}

/** One of our records, with what we last wrote of who, what and owner. */
export interface WrittenTask {
    readonly key: string;
    readonly activityKey: string;
    /** The outside numbers of its activity. */
    readonly numbers: readonly string[];
    readonly fields: Readonly<Record<string, unknown>>;
    readonly byHand: ManualOverride;
    /** The user other than ours who had changed it last when we looked before a write. */
    readonly changedBy?: string;
    readonly salesforceId?: string | undefined;
    /** Milliseconds since we wrote it, by the database's clock; absent: never. */
    readonly writtenForMs?: number;
    /** A flush works on its activity right now: what is known of it may change any moment. */
    readonly isHeld?: boolean;
}

/** What a write is about to put into a record: the fields as they should be, and our parts of long texts. */
interface Attempted extends Pick<Kept, 'parts'> {
    readonly fields: Readonly<Record<string, unknown>>;
}

/** A record that is about to be written. */
export interface NotedRecord extends Pick<KnownRecord, 'object' | 'key'> {
    readonly attempted: Attempted;
    /** The key of its activity. */
    readonly activityKey: string;
}

/** A record that our login wrote in Salesforce, and when, by Salesforce's clock (ISO 8601). */
export interface OwnWrite extends Pick<KnownRecord, 'key'> {
    readonly at: string;
}

/** A record that was written, refused or taken away. */
export interface RecordRow extends KnownRecord {
    /** Fields that this write made ours again: asked for no more. */
    readonly reclaimed?: readonly string[] | undefined;
    readonly written?: boolean;
    readonly gone?: boolean;
    /** A short hash of each field, by its name: the history tells from them what a write changed. */
    readonly prints?: Readonly<Record<string, string>>;
}
