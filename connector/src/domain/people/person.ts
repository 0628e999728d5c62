/** Salesforce records that can be somebody on the phone. A person account is an `Account` with `personContactId`. */
export type PersonObject = 'Contact' | 'Lead' | 'Account';

/** One Salesforce record of the directory, with every number that can be read on it. */
export interface Person {
    /** 18 characters. */
    readonly id: string;
    readonly object: PersonObject;
    readonly name: string;
    readonly firstName?: string;
    readonly lastName?: string;
    readonly email?: string;
    readonly company?: string;
    readonly title?: string;
    /** Of a contact: its account. */
    readonly accountId?: string;
    /** Of a person account: the contact that stands in WhoId. */
    readonly personContactId?: string;
    readonly ownerId?: string;
    readonly ownerName?: string;
    /** `YYYY-MM-DD`; breaks the tie between two entries of one person. */
    readonly lastActivityDate?: string;
    readonly modifiedAt?: string;
    readonly isConverted?: boolean;
    readonly numbers: readonly PersonNumber[];
    /** Fields of the org that the filter of people names, by their API name in small letters; a multi-select is a list. */
    readonly fields?: Readonly<Record<string, string | readonly string[]>>;
    /** What stands in phone fields and is no number, so that no call finds it. */
    readonly unreadable?: readonly { readonly field: string; readonly text: string }[];
}

export interface PersonNumber {
    readonly e164: string;
    readonly extension?: string;
    /** The field it stands in: `MobilePhone`. */
    readonly field: string;
}

/** An opportunity that a call could belong to. */
export interface OpenOpportunity {
    readonly id: string;
    readonly name: string;
    readonly accountId?: string;
    /** Contacts with a role on it; the primary one first. */
    readonly contactIds: readonly string[];
    readonly primaryContactId?: string;
    readonly closeDate?: string;
    readonly lastActivityDate?: string;
    readonly modifiedAt?: string;
}
