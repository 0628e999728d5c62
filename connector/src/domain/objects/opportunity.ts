import type { RelatedEntry } from './object.ts';

export const OPPORTUNITY = {
    apiName: 'Opportunity',
    keyPrefix: '006',
    taskLookup: 'WhatId',
    sonaLookup: 'Opportunity__c',
    fields: ['Id', 'Name', 'AccountId', 'IsClosed', 'CloseDate', 'LastActivityDate', 'LastModifiedDate'],
    neededFields: ['Name', 'IsClosed', 'CloseDate', 'AccountId'],
    closedBy: 'IsClosed',
    preference: 'opportunities',
    nameFields: ['Name'],
    roles: {
        apiName: 'OpportunityContactRole',
        parent: 'OpportunityId',
        neededFields: ['OpportunityId', 'ContactId', 'IsPrimary']
    }
} as const satisfies RelatedEntry;
