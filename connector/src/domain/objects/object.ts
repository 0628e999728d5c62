/** Fields of the Sona record that point to a record. */
type SonaLookup = 'Contact__c' | 'Lead__c' | 'Account__c' | 'Case__c' | 'Opportunity__c';

/** A Salesforce object that activities are matched against or attached to. Names are the API's. */
export interface ObjectEntry {
    readonly apiName: string;
    /** The first three characters of its records' ids, the same in every org (Salesforce Help, "Object Key Prefixes"). */
    readonly keyPrefix: string;
    /** Which lookup of the Task a record stands in. */
    readonly taskLookup: 'WhoId' | 'WhatId';
    readonly sonaLookup: SonaLookup;
    /** What is read of it in any org that has it; the fields of a person account are read where they are. */
    readonly fields: readonly string[];
    /** Fields without which matching is worse, so the check of the org misses them. */
    readonly neededFields: readonly string[];
    /** True in what says that a record is no longer to be matched. Not read at first, and gone when it becomes so. */
    readonly closedBy?: string;
}

/** An object of which an activity is related to an open record of the caller's: what stands in WhatId. */
export interface RelatedEntry extends ObjectEntry {
    readonly taskLookup: 'WhatId';
    readonly closedBy: string;
    /** The preference that says whether one is looked for, and which of several. */
    readonly preference: 'cases' | 'opportunities';
    /** What names a record to people, in this order. */
    readonly nameFields: readonly string[];
    /** Which contacts a record is about, beside its own `ContactId`: those of other records that point to it. */
    readonly roles?: ContactRole;
}

/** Records that tie contacts to a record. Such a record does not touch the one it points to. */
export interface ContactRole {
    readonly apiName: string;
    readonly parent: string;
    readonly neededFields: readonly string[];
}

/** An object whose records have phone numbers. */
export interface PersonEntry extends ObjectEntry {
    /** Standard fields with a number. Fax is left out: it is where companies repeat their switchboard. */
    readonly phones: readonly string[];
    /** Ours, with the number that the record was made for: it comes before the org's own. */
    readonly ourPhones: readonly string[];
    /** Fields of its addresses that name the country its numbers are of, the likeliest first. */
    readonly countries: readonly string[];
    /** True on a record that another one stands for: the contact of a person account. */
    readonly shadowedBy?: string;
}
