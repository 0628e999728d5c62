import type { RelatedEntry } from './object.ts';

/** Its own contact is whom it is about; further contacts (`CaseTeamMember`, contact roles) are not looked at. */
export const CASE = {
    apiName: 'Case',
    keyPrefix: '500',
    taskLookup: 'WhatId',
    sonaLookup: 'Case__c',
    fields: ['Id', 'CaseNumber', 'Subject', 'AccountId', 'ContactId', 'IsClosed', 'LastModifiedDate'],
    neededFields: ['CaseNumber', 'Subject', 'AccountId', 'ContactId', 'IsClosed'],
    closedBy: 'IsClosed',
    preference: 'cases',
    nameFields: ['CaseNumber', 'Subject']
} as const satisfies RelatedEntry;
