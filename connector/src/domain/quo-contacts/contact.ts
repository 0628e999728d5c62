/** What Quo keeps of who made a contact; only contacts with this label are ever touched. Quo reserves some words, not this one. */
export const SOURCE = 'quo-for-salesforce';

/** A number or an email with the label that Quo shows beside it. */
export interface LabelledValue {
    readonly name: string;
    readonly value: string;
}

/** A field that the workspace's admins made; `value` is in the form of its type. */
export interface CustomValue {
    /** Quo lists some values by id alone. */
    readonly key?: string | undefined;
    readonly id?: string | undefined;
    readonly value: string | number | boolean | readonly string[] | null;
}

/** The Quo contact that a Salesforce record should have: every field that we own, and nothing else. */
export interface ContactDraft {
    /** 18-character record id. */
    readonly externalId: string;
    /** The record in Salesforce; absent when the org's address is not known. */
    readonly sourceUrl?: string | undefined;
    /** Quo requires one. */
    readonly firstName: string;
    readonly lastName?: string | undefined;
    readonly company?: string | undefined;
    readonly role?: string | undefined;
    readonly phoneNumbers: readonly LabelledValue[];
    readonly emails: readonly LabelledValue[];
    /** The owner's field, where the workspace has one. */
    readonly customFields: readonly CustomValue[];
}

export type ScalarField = 'externalId' | 'sourceUrl' | 'firstName' | 'lastName' | 'company' | 'role';

/** A contact as Quo has it now. */
export interface QuoContact {
    readonly id: string;
    readonly source?: string | undefined;
    readonly externalId?: string | undefined;
    readonly sourceUrl?: string | undefined;
    readonly firstName?: string | undefined;
    readonly lastName?: string | undefined;
    readonly company?: string | undefined;
    readonly role?: string | undefined;
    readonly phoneNumbers: readonly LabelledValue[];
    readonly emails: readonly LabelledValue[];
    readonly customFields: readonly CustomValue[];
}
