import type { Candidate } from '../../domain/people/match.ts';
import type { ErrorNote } from '../../errors/errors.ts';

/** What is to be forgotten, and where besides the connector. Each is asked for on its own. */
export interface ForgetWhat {
    /** As a person writes it. */
    readonly number: string;
    /** Tasks and Sona records in Salesforce. */
    readonly records: boolean;
    /** Leads in Salesforce that we made for the number. */
    readonly leads: boolean;
    /** Contacts in Quo that we made of people who have the number. */
    readonly contacts: boolean;
}

/** What forgetting a number came to: counts. Nothing in it tells the number. */
export interface ForgottenCounts {
    readonly activities: number;
    readonly facts: number;
    readonly deliveries: number;
    /** Records in Salesforce that spoke of it. */
    readonly records: number;
    /** Of these, deleted; absent when that was not asked for. */
    readonly deleted?: number | undefined;
    /** Leads that were deleted; absent when that was not asked for. */
    readonly leads?: number | undefined;
    /** Contacts that were deleted in Quo; absent when that was not asked for. */
    readonly contacts?: number | undefined;
    /** Records in Salesforce that still carry the number, because people made them. */
    readonly people: number;
}

/** Shown once, to whoever asked. */
export interface Forgotten extends Omit<ForgottenCounts, 'people'> {
    /** Stands for the number: the same each time, and nothing can be told from it. */
    readonly mark: string;
    /** Records that people made: named, never touched. */
    readonly people: readonly Candidate[];
    /** What could not be done, and what to do. */
    readonly notes: readonly ErrorNote[];
}

/** What is kept of it, for as long as the audit log. */
export interface ForgetReport extends ForgottenCounts {
    readonly at: string;
    readonly actor: string;
    readonly mark: string;
    /** Codes of what could not be done. */
    readonly failed: readonly string[];
}

export interface ForgetNumberUseCases {
    /** @throws {CodedError} `WEB-VALUE` when it is no number, `WEB-OWN-NUMBER` when it is one of the workspace's */
    forget(id: string, what: ForgetWhat): Promise<Forgotten>;
    /** The newest first. */
    reports(id: string): Promise<readonly ForgetReport[]>;
}
