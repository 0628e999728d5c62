import type { PersonEntry } from './object.ts';

export const CONTACT = {
    apiName: 'Contact',
    keyPrefix: '003',
    taskLookup: 'WhoId',
    sonaLookup: 'Contact__c',
    phones: ['Phone', 'MobilePhone', 'HomePhone', 'OtherPhone', 'AssistantPhone'],
    ourPhones: [],
    countries: ['MailingCountryCode', 'MailingCountry', 'OtherCountryCode', 'OtherCountry'],
    fields: ['Email', 'Title', 'AccountId', 'IsPersonAccount'],
    neededFields: ['Name', 'Phone', 'MobilePhone', 'HomePhone', 'OtherPhone', 'AccountId', 'Email'],
    shadowedBy: 'IsPersonAccount'
} as const satisfies PersonEntry;
