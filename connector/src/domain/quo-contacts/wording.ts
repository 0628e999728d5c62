/** What we write on Quo's contacts in a language. The words are given: the domain knows none. */
export interface ContactWording {
    /** Names of Salesforce's own phone fields. */
    readonly phones: Readonly<Record<string, string>>;
    /** Who is responsible for the record. */
    owner(name: string): string;
}

/** What Quo shows beside a number: `Mobile`, or `Direct Line` for the custom field `acme__Direct_Line__c`. */
export function phoneLabel(field: string, { phones }: ContactWording): string {
    const known = Object.hasOwn(phones, field) ? phones[field] : undefined;
    return (
        known ??
        field
            .replace(/__(c|pc)$/, '')
            .replace(/^[A-Za-z0-9]+__/, '')
            .replaceAll('_', ' ')
    );
}

/** The role line with the record's owner, for workspaces without a field for them. */
export function roleWithOwner(title: string | undefined, owner: string, wording: ContactWording): string {
    const responsible = wording.owner(owner);
    return title === undefined ? responsible : `${title} · ${responsible}`;
}
