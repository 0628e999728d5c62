import { LEAD as OURS } from '../records/names.ts';
import type { PersonEntry } from './object.ts';

export const LEAD = {
    apiName: 'Lead',
    keyPrefix: '00Q',
    taskLookup: 'WhoId',
    sonaLookup: 'Lead__c',
    phones: ['Phone', 'MobilePhone'],
    ourPhones: [OURS.phone],
    countries: ['CountryCode', 'Country'],
    fields: ['Email', 'Title', 'Company', 'IsConverted', 'ConvertedContactId', 'ConvertedAccountId'],
    neededFields: ['Name', 'Phone', 'MobilePhone', 'Email'],
    closedBy: 'IsConverted'
} as const satisfies PersonEntry;
