import type { RelatedObject } from '../domain/objects/catalogue.ts';
import type { PersonObject } from '../domain/people/person.ts';
import type { DefaultedObject, FieldDefault } from '../domain/records/field-defaults.ts';
import type { FieldShape } from '../domain/records/field-shape.ts';
import type { OrgUser } from '../domain/workspace.ts';
import type { OrgListeners } from './rights/listening.ts';
import type { ErrorNote } from '../errors/errors.ts';
import type { OrgUserRights } from './rights/org-rights.ts';

/** A queue of the org. */
export interface OrgQueue {
    readonly id: string;
    readonly name: string;
}

/** A field of the org that an admin may choose. */
export interface OrgField {
    /** As preferences name it. */
    readonly name: string;
    readonly label: string;
    /** As describe calls it: `string`, `textarea`, `phone`. */
    readonly type: string;
    /** In characters; 0 where the type has none. */
    readonly length: number;
}

/** A field that an admin may choose one value of, for every record that we make. */
export interface FillableField {
    readonly name: string;
    readonly label: string;
    /** The org wants a value, and nothing else fills it. */
    readonly isRequired: boolean;
    readonly shape: FieldShape;
}

export interface OrgFields {
    /** Fields that look like a phone number and are not read anyway. */
    readonly phones: Readonly<Record<PersonObject, readonly OrgField[]>>;
    /** Fields of the Sona record that answers may be copied to. */
    readonly sona: readonly OrgField[];
    /** Fields that people can be filtered by, with the objects that have them. */
    readonly filter: readonly (OrgField & { readonly objects: readonly PersonObject[] })[];
    /** Fields of Tasks and leads that can be given one value. */
    readonly fillable: Readonly<Record<DefaultedObject, readonly FillableField[]>>;
}

/** One line of the check list. */
export interface CheckLine {
    readonly id: string;
    readonly state: 'ok' | 'warning' | 'failed';
    readonly note?: ErrorNote;
    readonly seen?: string | undefined;
}

/** A user or queue that tasks are given to. */
export interface TaskOwner {
    readonly id: string;
    readonly name: string;
}

/** What the preferences ask of an org, so that its check list names what is missing for it. */
export interface OrgWishes {
    readonly sona: boolean;
    /** Keep what was said on calls in records of their own. */
    readonly transcripts?: boolean;
    /** Make leads for unknown callers. */
    readonly leads: boolean;
    /** Of which objects activities are related to an open record. */
    readonly related: readonly RelatedObject[];
    /** Custom phone fields, by object. */
    readonly phoneFields: Readonly<Record<string, readonly string[]>>;
    /** Tries out a Task, which is taken back: whose it may be, and its date (`2026-11-30`). Absent: nothing is tried. */
    readonly trial?: { readonly owners: readonly TaskOwner[]; readonly date: string };
    /** Where recordings come from; absent: none are offered, and Salesforce need not trust it. */
    readonly recordingsFrom?: string | undefined;
    /** Values of fields, by the object that they are chosen for. */
    readonly fieldDefaults?: Readonly<Record<DefaultedObject, readonly FieldDefault[]>>;
}

/** A record of ours in the org. */
export interface OurRecord {
    readonly object: 'Task' | 'Sona_Call__c' | 'Quo_Transcript__c';
    readonly salesforceId: string;
}

export interface OwnLead {
    readonly id: string;
    readonly name: string;
    /** Then it is a contact's history, and no lead any more. */
    readonly isConverted: boolean;
}

export interface RecordToConfirm {
    readonly id: string;
    /** Of which it may be one. */
    readonly objects: readonly string[];
}

/** What the console asks of an org, beside what the pipeline does. Every method but `disconnect` throws `OrgUnavailable`. */
export interface OrgAdministration {
    /** The org that our tokens are of, and where its records open. */
    identity(): Promise<{ readonly organizationId?: string | undefined; readonly instanceUrl: string }>;
    /**
     * What a user of the org may do here, by the package's permission sets or by Modify All Data.
     *
     * @throws {CodedError} `SF-FORBIDDEN` when the integration user may not see who holds which permission sets
     */
    rightsOf(userId: string): Promise<OrgUserRights>;
    /**
     * Who may listen to recordings.
     *
     * @throws {CodedError} `SF-FORBIDDEN` when the integration user may not see who holds which permission sets
     */
    listeners(): Promise<OrgListeners>;
    /** Everybody who can own a Task. */
    users(): Promise<readonly OrgUser[]>;
    /** Queues that can own a Task. */
    queues(): Promise<readonly OrgQueue[]>;
    fields(): Promise<OrgFields>;
    /** Which of these ids name no record of these objects that the integration user sees. One API call for 25 objects. */
    missingRecords(records: readonly RecordToConfirm[]): Promise<readonly string[]>;
    /** In the order in which to put things right. Never throws for what the org says. */
    check(wishes: OrgWishes): Promise<readonly CheckLine[]>;
    /** Our Tasks and Sona records about a number, also those that we lost sight of. */
    recordsByNumber(number: string): Promise<readonly OurRecord[]>;
    /** Leads that we made for a number. */
    ownLeads(number: string): Promise<readonly OwnLead[]>;
    /**
     * Revokes our tokens, then erases them. Nothing stored is no failure.
     *
     * @throws {OrgUnavailable} `retry` when Salesforce could not be told; the tokens are kept then
     */
    disconnect(): Promise<void>;
}
