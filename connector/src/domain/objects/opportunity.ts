import type { ObjectEntry } from './object.ts';

export const OPPORTUNITY = {
    apiName: 'Opportunity',
    keyPrefix: '006',
    taskLookup: 'WhatId',
    sonaLookup: 'Opportunity__c',
    fields: ['Id', 'Name', 'AccountId', 'IsClosed', 'CloseDate', 'LastActivityDate', 'LastModifiedDate'],
    neededFields: ['Name', 'IsClosed', 'CloseDate', 'AccountId'],
    closedBy: 'IsClosed'
} as const satisfies ObjectEntry;

/** Which contacts an opportunity is about. */
export const CONTACT_ROLE = {
    apiName: 'OpportunityContactRole',
    neededFields: ['OpportunityId', 'ContactId', 'IsPrimary']
} as const;
