/**
 * An account that is a person: a record of `Account` with a contact of its own, which stands in WhoId for it. It has its
 * person's fields on the account (Object Reference, "Person Account Record Types").
 */
export const PERSON_ACCOUNT = {
    phones: ['PersonMobilePhone', 'PersonHomePhone', 'PersonOtherPhone', 'PersonAssistantPhone'],
    fields: ['IsPersonAccount', 'PersonContactId', 'PersonEmail', 'PersonTitle']
} as const;
