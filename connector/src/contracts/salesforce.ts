import type { Draft } from '../domain/records/draft.ts';
import type { FieldShapes } from '../domain/records/field-shape.ts';
import type { Person, PersonObject } from '../domain/people/person.ts';
import type { OrgUser, TaskPicklists } from '../domain/workspace.ts';
import type { ErrorNote } from '../errors/errors.ts';
import type { DirectoryChange } from './store.ts';

/** A draft with what we know of its record. */
export interface WriteItem {
    readonly draft: Draft;
    /** Known from an earlier write: then create-only fields are left out. */
    readonly salesforceId?: string | undefined;
}

export type WriteResult =
    | {
          readonly ok: true;
          readonly id: string;
          readonly created: boolean;
          /** Fields that Salesforce did not take, and that the record was written without. */
          readonly without?: readonly string[];
      }
    | {
          readonly ok: false;
          /** `retry`: row lock, server trouble. `park`: the record itself is refused. `resolve`: a reference died (merge, delete): match again. */
          readonly remedy: 'retry' | 'park' | 'resolve' | 'retry-then-park';
          readonly note: ErrorNote;
          /** Salesforce's own code: `UNABLE_TO_LOCK_ROW`. */
          readonly statusCode: string;
          /** The record that a duplicate rule names instead. */
          readonly duplicateOf?: string | undefined;
          /** Of a lead that was converted: the contact, or account, that stands for it; `null`: nobody any more. */
          readonly convertedInto?: string | null;
      };

/** The whole request failed. `kind` tells the pipeline what to do. */
export class OrgUnavailable extends Error {
    readonly kind: 'retry' | 'limit' | 'session' | 'forbidden';
    readonly note: ErrorNote;
    /** For `retry` after a time-out: the write may have happened. */
    readonly maybeWritten: boolean;

    constructor(kind: 'retry' | 'limit' | 'session' | 'forbidden', note: ErrorNote, maybeWritten = false) {
        super(`${note.code}: ${note.seen ?? ''}`);
        this.name = 'OrgUnavailable';
        this.kind = kind;
        this.note = note;
        this.maybeWritten = maybeWritten;
    }
}

/** One Salesforce org, as the pipeline needs it. Every method spends API calls; `calls()` says how many so far. */
export interface Org {
    /**
     * Upserts by external id, parents before children, up to 200 records a collection, several collections in one
     * composite request where that saves calls.
     *
     * @returns one result per item, in the order given
     * @throws {OrgUnavailable}
     */
    write(items: readonly WriteItem[]): Promise<readonly WriteResult[]>;
    /** Deletes Tasks that are no longer wanted. A record already gone counts as deleted. @throws {OrgUnavailable} */
    remove(object: Draft['object'], ids: readonly string[]): Promise<void>;
    /** What records of ours hold now, by id, with our names of fields; one that is gone is absent. `LastModifiedById` is
     *  there where it is not us. @throws {OrgUnavailable} */
    currentValues(records: readonly RecordToRead[]): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>>;
    /** Which of these records a user may edit, as Salesforce itself works it out. @throws {OrgUnavailable} */
    editable(userId: string, ids: readonly string[]): Promise<ReadonlySet<string>>;
    /** Ids of our records with these keys. @throws {OrgUnavailable} */
    idsOf(object: Draft['object'], keys: readonly string[]): Promise<readonly string[]>;
    /** Everything that changed since the high-water marks: one composite request, and one per further page. */
    changes(
        highWater: Readonly<Record<string, string>>,
        onPage: (change: DirectoryChange) => Promise<void>,
        report?: ConnectionReport
    ): Promise<void>;
    /** Who has these numbers, asked of Salesforce directly: for numbers that the directory does not know yet. */
    findByNumbers(numbers: readonly string[]): Promise<readonly Person[]>;
    /** What became of these people and the records that activities are related to: as they are now, moved into another record, or gone. @throws {OrgUnavailable} */
    standing(ids: readonly string[]): Promise<DirectoryChange>;
    /** Phone fields that cannot be filtered by, as `Contact.Phone`: numbers in them are searched. Described once: no call for each. */
    fieldsNotFiltered?(): Promise<readonly string[]>;
    /** Fields of the filter of people that none of these objects has, or that cannot be filtered by. Described once: no call for each. */
    unknownFilterFields?(objects: readonly PersonObject[]): Promise<readonly string[]>;
    /** Records of ours that were changed since, by us or by others: who, what, owner as they are now. */
    touchedTasks(since: string): Promise<readonly ChangedTask[]>;
    /** How many people a first load brings, about: one API call. Absent where nobody knows. */
    countPeople?(): Promise<number>;
    /** How many Tasks of ours are of each of up to five spans, by when they began (ISO 8601). One API call. */
    countTasks?(spans: readonly { readonly from: string; readonly to: string }[]): Promise<readonly number[]>;
    users(): Promise<readonly OrgUser[]>;
    /** @param recordTypes ids of those whose values are wanted beside the general ones */
    vocabulary(recordTypes?: readonly string[]): Promise<TaskPicklists>;
    /** What the org lacks for transcripts, by its names; empty: nothing. One call. */
    transcriptAccess?(this: void): Promise<readonly string[]>;
    /** What the fields of the Sona record can hold: what answers are mapped to must fit. One call. */
    sonaFields?(this: void): Promise<FieldShapes>;
    /** As Salesforce said in its last answer (`Sforce-Limit-Info`). */
    allowance(): { readonly used: number; readonly limit: number } | undefined;
    /** API calls that this process made. */
    calls(): number;
}

/** A record about the connector, written with the request that reads changes: it costs no API call of its own. */
export interface ConnectionReport {
    readonly key: string;
    /** By our names of fields. */
    readonly fields: Readonly<Record<string, string | number | null>>;
    /** @param isTaken `false`: refused, as by a package that has no such object */
    readonly onAnswer: (isTaken: boolean) => void;
}

export interface RecordToRead {
    readonly object: Draft['object'];
    readonly id: string;
    readonly fields: readonly string[];
    /** Asked for apart: one that the org does not have costs no other. */
    readonly alsoFields?: readonly string[];
}

export interface ChangedTask {
    /** Absent: a Task. Of the others only whether they are there is told. */
    readonly object?: 'Task' | 'Sona_Call__c' | 'Sona_Answer__c' | 'Quo_Transcript__c';
    readonly id: string;
    readonly key: string;
    readonly whoId?: string | undefined;
    readonly whatId?: string | undefined;
    readonly ownerId?: string | undefined;
    /** `Quo_Match__c` as it is now: `ignored` is a person's decision. */
    readonly match?: string | undefined;
    readonly modifiedById: string;
    /** The last change was ours; one before it may be somebody else's. */
    readonly isByUs?: boolean;
    readonly modifiedAt: string;
    readonly isDeleted: boolean;
}
