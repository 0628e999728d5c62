export type ContactLanguage = 'fr' | 'en';

/** Salesforce's own fields; a custom field keeps its name, made readable. */
const PHONE_LABELS: Readonly<Record<string, Readonly<Record<ContactLanguage, string>>>> = {
    Phone: { en: 'Phone', fr: 'Téléphone' },
    MobilePhone: { en: 'Mobile', fr: 'Mobile' },
    HomePhone: { en: 'Home', fr: 'Domicile' },
    OtherPhone: { en: 'Other', fr: 'Autre' },
    AssistantPhone: { en: 'Assistant', fr: 'Adjoint' },
    PersonMobilePhone: { en: 'Mobile', fr: 'Mobile' },
    PersonHomePhone: { en: 'Home', fr: 'Domicile' },
    PersonOtherPhone: { en: 'Other', fr: 'Autre' },
    PersonAssistantPhone: { en: 'Assistant', fr: 'Adjoint' }
};

/** What Quo shows beside a number: `Mobile`, or `Direct Line` for `acme__Direct_Line__c`. */
export function phoneLabel(field: string, language: ContactLanguage): string {
    return (
        PHONE_LABELS[field]?.[language] ??
        field
            .replace(/__(c|pc)$/, '')
            .replace(/^[A-Za-z0-9]+__/, '')
            .replaceAll('_', ' ')
    );
}

/** The role line with the record's owner, for workspaces without a field for them. */
export function roleWithOwner(title: string | undefined, owner: string, language: ContactLanguage): string {
    const responsible = language === 'fr' ? `Resp. : ${owner}` : `Owner: ${owner}`;
    return title === undefined ? responsible : `${title} · ${responsible}`;
}
