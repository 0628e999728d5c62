import type { Person, PersonObject } from '../../domain/people/person.ts';
import type { ContactDraft, QuoContact, ScalarField } from '../../domain/quo-contacts/contact.ts';
import type { WholeContact } from '../../domain/quo-contacts/merge.ts';
import type { FieldDefinition } from '../../domain/quo-contacts/owner-field.ts';
import type { ErrorNote } from '../../errors/errors.ts';
import type { QuoLane } from './budget.ts';

/** Which of the waiting requests go first; Quo allows ten a second for a key. */
export interface Urgency {
    readonly lane: Exclude<QuoLane, 'calls'>;
    readonly signal?: AbortSignal | undefined;
}

/** What came of a request about one contact. `unsure`: no clear answer, it may have been carried out. */
export type ContactResult<T = unknown> =
    | { readonly kind: 'done'; readonly value: T }
    /** Quo has no such contact (any more). */
    | { readonly kind: 'gone' }
    /** Quo says that it already has one, without saying which. */
    | { readonly kind: 'conflict' }
    | { readonly kind: 'refused'; readonly note: ErrorNote }
    | { readonly kind: 'unsure'; readonly note: ErrorNote };

/** Quo's contact directory. Methods throw only when `signal` aborts, or with a `CodedError` where no result is returned. */
export interface QuoContacts {
    /** One request, whatever the contact has. @returns its id */
    create(draft: ContactDraft, urgency: Urgency): Promise<ContactResult<string>>;
    get(id: string, urgency: Urgency): Promise<ContactResult<QuoContact>>;
    /** Sets and clears scalars; nothing else can be lost by it. */
    change(
        id: string,
        scalars: Readonly<Partial<Record<ScalarField, string | null>>>,
        urgency: Urgency
    ): Promise<ContactResult<{ readonly source?: string | undefined }>>;
    /** Replaces all of it: what is left out is deleted in Quo. */
    replace(id: string, whole: WholeContact, urgency: Urgency): Promise<ContactResult>;
    remove(id: string, urgency: Urgency): Promise<ContactResult>;
    /** Contacts that carry one of these external ids, at most 50, whoever made them. @throws {CodedError} */
    find(externalIds: readonly string[], urgency: Urgency): Promise<readonly QuoContact[]>;
    /** Every contact that carries our label, a page at a time. @throws {CodedError} */
    ours(urgency: Urgency): AsyncIterable<readonly QuoContact[]>;
    /** The fields that the workspace's admins made. @throws {CodedError} */
    fieldDefinitions(urgency: Urgency): Promise<readonly FieldDefinition[]>;
    /** Requests made so far, by endpoint, and attempts that were made again, by reason. */
    counters(): {
        readonly requests: Readonly<Record<string, number>>;
        readonly retries: Readonly<Record<string, number>>;
        readonly waiting: Readonly<Record<Urgency['lane'], number>>;
    };
}

/**
 * The life of one person in Quo.
 *
 * `wanted`: to be made; no request was sent. `creating`: a request was sent, or was when a process died: whether Quo has
 * the contact is looked up before another is made. `linked`: Quo has it, `quoId` is its id. `unlinked`: somebody deleted
 * it in Quo; a call makes it anew, nothing else does. `leaving`: the record is gone from Salesforce, or has no number any
 * more; the contact is to be deleted, then the row goes too. `skipped`: Quo has a contact for this record that is not
 * ours to touch.
 */
export type ContactState = 'wanted' | 'creating' | 'linked' | 'unlinked' | 'leaving' | 'skipped';

export interface ContactRow {
    /** 18-character record id. */
    readonly person: string;
    readonly state: ContactState;
    readonly quoId?: string | undefined;
    /** What we last wrote; absent for contacts that were found in Quo. */
    readonly written?: ContactDraft | undefined;
    readonly error?: ErrorNote | undefined;
    /** Tries that failed since the last success. */
    readonly attempts: number;
    /** Counts how often this person became due. */
    readonly version: number;
    /** Something is to be done. */
    readonly due: boolean;
}

/** What is kept of a person that this process held. */
export interface KeptContact {
    readonly person: string;
    readonly state: ContactState;
    readonly quoId?: string | undefined;
    readonly written?: ContactDraft | undefined;
    readonly error?: ErrorNote;
    /** The `version` that was dealt with: a change that came meanwhile keeps the person due. */
    readonly version: number;
    /** To be tried again in so many milliseconds; absent: dealt with. */
    readonly againInMs?: number;
}

/** What a full run did so far. */
export interface FullRun {
    readonly state: 'running' | 'paused' | 'done';
    readonly tally: Tally;
    /** People to look at, as the directory was when the run began. */
    readonly total: number;
    /** The last person that was looked at: where to go on. */
    readonly after: string;
    readonly startedAt: string;
    readonly finishedAt?: string;
}

/** Counts by what came of each person: `created`, `updated`, `unchanged`, `no-number`, `filter`, `failed` and so on. */
export type Tally = Readonly<Record<string, number>>;

export interface ContactCounts {
    readonly byState: Readonly<Partial<Record<ContactState, number>>>;
    readonly byError: Readonly<Record<string, number>>;
    readonly due: number;
}

/**
 * Why somebody is not in Quo. `no-number`: nothing that reads as a phone number; `foreign`: Quo has a contact for this
 * record that another program made; `unlinked`: somebody deleted it in Quo, the next call makes it anew; `failed`: Quo
 * refused, or could not be asked.
 */
type SkipReason = 'no-number' | 'foreign' | 'unlinked' | 'failed';

/** Somebody who is not in Quo, whether or not they are wanted there. */
export interface SkipCandidate {
    readonly id: string;
    readonly reason: SkipReason;
    readonly error: ErrorNote | null;
    readonly at: string;
    /** Null for records that left the directory. */
    readonly person: Person | null;
    /** Where the list goes on after this one. */
    readonly after: string;
}

/** Somebody who is wanted in Quo and is not there. */
export interface Skipped {
    /** 18-character record id. */
    readonly id: string;
    /** Absent for records that left the directory. */
    readonly object?: PersonObject;
    readonly name?: string;
    readonly reason: SkipReason;
    /** What Quo said; with `failed`. */
    readonly error?: ErrorNote;
    /** What stands in phone fields and is no number; with `no-number`. */
    readonly unreadable?: readonly { readonly field: string; readonly text: string }[];
    /** The record in Salesforce; absent while the org's address is not known. */
    readonly url?: string;
    /** Since when: ISO 8601. */
    readonly at: string;
}

export interface SkippedPage {
    readonly rows: readonly Skipped[];
    /** Hands on to the next page; absent on the last one. */
    readonly after?: string | undefined;
}

export interface QuoContactStore {
    rows(connection: string, people: readonly string[]): Promise<ReadonlyMap<string, ContactRow>>;
    byQuoId(connection: string, quoId: string): Promise<ContactRow | undefined>;
    /** Takes people for this process until a lease runs out; those that another holds, or that ended, are left out. */
    hold(connection: string, people: readonly string[]): Promise<readonly ContactRow[]>;
    /** Says that contacts are about to be made, before the requests: a crash then leaves a trace. */
    creating(connection: string, people: readonly string[]): Promise<void>;
    /** Keeps what came of held people and lets go of them. */
    keep(connection: string, kept: readonly KeptContact[]): Promise<void>;
    /**
     * Lets go of people whose contact is deleted, and of everything known about them; whoever became due meanwhile, as
     * a record does that is undeleted, is wanted anew.
     */
    forget(connection: string, done: readonly Pick<ContactRow, 'person' | 'version'>[]): Promise<void>;
    /** Marks people who have a contact; with `andNew`, those without one too. @returns how many are due now */
    makeDue(connection: string, people: readonly string[], andNew: boolean): Promise<number>;
    /** After a time in which nobody told of changes: everybody who has a contact is due, and records that moved are followed. */
    catchUp(connection: string): Promise<void>;
    /** Records that now stand for others, or for nobody. @returns how many contacts are concerned */
    follow(
        connection: string,
        moved: readonly { readonly from: string; readonly to?: string | undefined }[]
    ): Promise<number>;
    /** People with something to do whom nobody holds, longest waiting first. */
    due(connection: string, limit: number): Promise<readonly string[]>;
    /** Contacts found in Quo; people who are known keep what is known. @returns how many were new */
    adopt(connection: string, found: readonly { readonly person: string; readonly quoId: string }[]): Promise<number>;
    /** The directory by id, from `after` on. */
    people(connection: string, after: string, limit: number): Promise<readonly Person[]>;
    counts(connection: string): Promise<ContactCounts>;
    /** Newest first, from `after` on. */
    skipCandidates(connection: string, after: string | undefined, limit: number): Promise<readonly SkipCandidate[]>;
    run(connection: string): Promise<FullRun | undefined>;
    /** Begins a run, in the place of any other. */
    startRun(connection: string, total: number): Promise<void>;
    /** Adds up what a batch did; a pause that was asked for meanwhile stays. @returns the run as it is now */
    advanceRun(connection: string, after: string, tally: Tally, finished: boolean): Promise<FullRun | undefined>;
    /** @returns false when there is no run, or it is done */
    setRunState(connection: string, state: 'running' | 'paused'): Promise<boolean>;
}
