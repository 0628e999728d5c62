/** What is written into Quo's contacts. */
export const QUO_CONTACTS = {
    phones: {
        Phone: 'Phone',
        MobilePhone: 'Mobile',
        HomePhone: 'Home',
        OtherPhone: 'Other',
        AssistantPhone: 'Assistant',
        PersonMobilePhone: 'Mobile',
        PersonHomePhone: 'Home',
        PersonOtherPhone: 'Other',
        PersonAssistantPhone: 'Assistant'
    },
    owner: 'Owner: {owner}'
} as const;
