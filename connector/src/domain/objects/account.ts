import type { PersonEntry } from './object.ts';
import { PERSON_ACCOUNT } from './person-account.ts';

export const ACCOUNT = {
    apiName: 'Account',
    keyPrefix: '001',
    taskLookup: 'WhatId',
    sonaLookup: 'Account__c',
    phones: ['Phone', ...PERSON_ACCOUNT.phones],
    ourPhones: [],
    countries: [
        'BillingCountryCode',
        'BillingCountry',
        'ShippingCountryCode',
        'ShippingCountry',
        'PersonMailingCountryCode',
        'PersonMailingCountry'
    ],
    fields: PERSON_ACCOUNT.fields,
    neededFields: ['Name', 'Phone']
} as const satisfies PersonEntry;
