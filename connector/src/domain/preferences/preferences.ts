import type { ContactFilter } from '../quo-contacts/filter.ts';

export interface SonaField {
    readonly job: string;
    readonly question: string;
    readonly field: string;
    /** How many characters the field holds, where it is known: a longer answer is cut in the field, and whole in its own record. */
    readonly length?: number | undefined;
}

/** What an admin chooses. Every key is optional where it is read; this is the whole, with defaults filled in. */
export interface Preferences {
    readonly language: 'fr' | 'en';
    /** IANA name; dates on records and times in texts are in it. */
    readonly timeZone: string;
    /** Quo phone number ids (`PN…`) that are logged. */
    readonly inboxes: 'all' | readonly string[];
    readonly logCalls: boolean;
    readonly logMessages: boolean;
    readonly recordings: boolean;
    readonly summaries: boolean;
    readonly transcripts: boolean;
    readonly sona: boolean;
    readonly unknownCallers: 'none' | 'lead';
    readonly opportunities: 'never' | 'only-open' | 'most-recent';
    /** ISO 3166 region in which numbers without a country code are read. */
    readonly defaultRegion: string;
    /** A Salesforce user's id or email: owns what nobody can be credited with. */
    readonly fallbackOwner?: string;
    /** Fallback owners by inbox (`PN…` → user id or email). */
    readonly inboxOwners: Readonly<Record<string, string>>;
    /** Quo users paired by hand with Salesforce users (`US…` → user id); everybody else is paired by email. */
    readonly users: Readonly<Record<string, string>>;
    /** Calls between two numbers of the workspace. */
    readonly internalCalls: boolean;
    /** E.164 numbers that never make a lead and are never matched. */
    readonly ignoredNumbers: readonly string[];
    /** Answered calls that lasted less make no lead; voicemails, texts and messages that Sona took do. Absent: none is too short. */
    readonly leadMinSeconds?: number;
    /** `LeadSource` of leads made for unknown callers. */
    readonly leadSource?: string;
    /** Further phone fields, by object: `{ "Contact": ["Direct_Line__c"] }`. */
    readonly phoneFields: Readonly<Record<string, readonly string[]>>;
    /** From a Sona job's question to a field of `Sona_Call__c`; job and question compare without case and punctuation. */
    readonly sonaFields: readonly SonaField[];
    /** Salesforce people in Quo's own directory. */
    readonly syncContacts: 'off' | 'on-call' | 'full';
    /** Whom a full run puts into Quo; absent: contacts, leads and person accounts. */
    readonly contactFilter?: ContactFilter;
    /** The field of Quo's contacts that holds the record's owner; absent: one of the usual names, else the role line. */
    readonly contactOwnerField?: string;
    /** How often the directory asks Salesforce what changed, in seconds. */
    readonly directoryRefreshSeconds: number;
    /** Salesforce API calls a day (rolling 24 h) that we may spend; absent: a tenth of what the org allows. */
    readonly apiBudget?: number;
}

export const DEFAULT_PREFERENCES: Preferences = {
    language: 'fr',
    timeZone: 'America/Toronto',
    inboxes: 'all',
    logCalls: true,
    logMessages: true,
    recordings: true,
    summaries: true,
    transcripts: true,
    sona: true,
    unknownCallers: 'none',
    opportunities: 'only-open',
    defaultRegion: 'CA',
    inboxOwners: {},
    users: {},
    internalCalls: false,
    ignoredNumbers: [],
    phoneFields: {},
    sonaFields: [],
    syncContacts: 'on-call',
    directoryRefreshSeconds: 120
};
