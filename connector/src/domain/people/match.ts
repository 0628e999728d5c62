import type { PersonObject, RelatedObject, WhoObject } from '../objects/catalogue.ts';

export interface Candidate {
    readonly id: string;
    readonly object: PersonObject;
    readonly name: string;
}

/**
 * Why a call was put where it was put, as data; the wording turns it into a sentence of the chosen language.
 * Every match has one, and it is written to `Quo_Match_Reason__c`.
 */
export type Reason =
    | { readonly code: 'chosen'; readonly number: string; readonly who: Candidate }
    /** A lead was to be made, and the org's duplicate rule says that this is who it would be. */
    | { readonly code: 'duplicate-rule'; readonly number: string; readonly who: Candidate }
    /** Who had the number was merged or converted since, and this record stands for them. */
    | { readonly code: 'merged'; readonly number: string; readonly who: Candidate; readonly was: string }
    | { readonly code: 'converted'; readonly number: string; readonly who: Candidate; readonly was: string }
    | ({ readonly code: 'only-match' } & OnField)
    | ({ readonly code: 'contact-over-lead' } & OnField)
    | {
          readonly code: 'same-person-twice';
          readonly number: string;
          readonly who: Candidate;
          readonly others: readonly Candidate[];
      }
    | {
          readonly code: 'shared-line';
          readonly number: string;
          readonly who: Candidate;
          readonly others: readonly Candidate[];
      }
    | { readonly code: 'account-number'; readonly number: string; readonly who: Candidate }
    /** Written on this record before, and not taken away although the number is found otherwise now. */
    | { readonly code: 'kept'; readonly number: string; readonly who: Candidate }
    | { readonly code: 'lead-created'; readonly number: string; readonly who: Candidate }
    | { readonly code: 'ambiguous'; readonly number: string; readonly others: readonly Candidate[] }
    /** Somebody's field may mean this number, or another one: without a country code, or only its end is written. */
    | { readonly code: 'possible'; readonly number: string; readonly others: readonly Candidate[] }
    | { readonly code: 'ignored-number'; readonly number: string }
    | { readonly code: 'nobody'; readonly number: string }
    | { readonly code: 'unreadable'; readonly seen: string }
    | { readonly code: 'hidden' }
    | { readonly code: 'not-told' }
    | { readonly code: 'internal' }
    /** A call or text with several outside parties: the reason of each number, in order. */
    | { readonly code: 'group'; readonly parts: readonly Reason[] };

/** A number that stands in a field of the record, and who has it too. */
interface OnField {
    readonly number: string;
    readonly who: Candidate;
    readonly field: string;
    /** It stands beside others, which may be somebody else's. */
    readonly several?: true;
    /** The name of the record's own account, which has the number as well. */
    readonly account?: string;
    /** Everybody else who has it, and was not taken. */
    readonly others?: readonly Candidate[];
}

export type RelatedReason = { readonly object: RelatedObject } & (
    | { readonly code: 'only-open'; readonly name: string; readonly through: 'role' | 'account' }
    | { readonly code: 'most-recent'; readonly name: string; readonly through: 'role' | 'account'; readonly of: number }
    | { readonly code: 'chosen'; readonly name: string }
    /** The one that the record was written on, although another, or none, would be taken now. */
    | { readonly code: 'kept' }
    | { readonly code: 'several-open'; readonly of: number }
);

export type MatchStatus = 'matched' | 'ambiguous' | 'unmatched';

/** Who was on the other end, and why we think so. */
export interface Match {
    readonly status: MatchStatus;
    /** Contact, Lead, or the contact of a person account. */
    readonly whoId?: string | undefined;
    readonly whoObject?: WhoObject | undefined;
    readonly whoName?: string | undefined;
    /** Further people of a group call or text, in order. */
    readonly alsoWhoIds?: readonly string[] | undefined;
    readonly accountId?: string | undefined;
    /** What stands in WhatId before the account: an open opportunity. */
    readonly relatedId?: string | undefined;
    readonly related?: RelatedReason | undefined;
    readonly reason: Reason;
    /** Made while the people of Salesforce were being read: only so far, and made again once they are. */
    readonly isProvisional?: true | undefined;
    /** Pairs that look like one person entered twice; shown under data quality. */
    readonly duplicates: readonly (readonly Candidate[])[];
}
