/**
 * What we take for granted of the platform: the standard names that our metadata uses, and no others, so that a typing
 * error in a standard name is found too. Source: Object Reference and Metadata API Developer Guide, API v68.0.
 */
export const STANDARD_FIELDS: Readonly<Record<string, readonly string[]>> = {
    Account: ['Name', 'Owner', 'Industry', 'Type', 'Phone', 'BillingCity', 'BillingState'],
    Activity: [
        ...[
            'Subject',
            'ActivityDate',
            'Owner',
            'Who',
            'What',
            'Account',
            'Status',
            'CallType',
            'CallDurationInSeconds'
        ],
        ...['CallDisposition', 'IsTask', 'IsClosed', 'CreatedDate', 'CreatedBy', 'LastModifiedDate', 'LastModifiedBy']
    ],
    Lead: [
        ...['Name', 'Company', 'Status', 'LeadSource', 'Owner', 'IsConverted', 'CreatedDate'],
        ...['Phone', 'MobilePhone', 'Email', 'Title']
    ],
    Opportunity: ['Name', 'StageName', 'CloseDate', 'Amount', 'Owner', 'IsClosed', 'IsWon', 'Account', 'AccountId'],
    Task: [
        ...['OwnerId', 'Subject', 'ActivityDate', 'Priority', 'Status', 'WhoId', 'WhatId', 'Description'],
        ...['CreatedById', 'LastModifiedById']
    ]
};

/** What every custom object has: in report types, and in layouts. */
export const CUSTOM_OBJECT_FIELDS = [
    ...['Name', 'Owner', 'CreatedDate', 'CreatedBy', 'LastModifiedDate', 'LastModifiedBy'],
    ...['OwnerId', 'CreatedById', 'LastModifiedById']
];

/** Fields that a layout of Task must hold, or the platform refuses it. */
export const REQUIRED_ON_LAYOUT: Readonly<Record<string, readonly string[]>> = {
    Task: ['OwnerId', 'Subject', 'Priority', 'Status']
};

/** Column names of list views that are no field names. */
export const LIST_VIEW_COLUMNS: Readonly<Record<string, readonly string[]>> = {
    Task: ['SUBJECT', 'WHO_NAME', 'WHAT_NAME', 'DUE_DATE', 'STATUS', 'PRIORITY', 'CORE.USERS.ALIAS'],
    custom: ['NAME', 'OWNER.ALIAS', 'CREATED_DATE', 'LAST_UPDATE']
};

export const STANDARD_TABS = [
    ...['standard-home', 'standard-Task', 'standard-Contact', 'standard-Lead', 'standard-Account'],
    ...['standard-Opportunity', 'standard-report', 'standard-Dashboard']
];

/** Child relationships of standard objects that report types join. */
export const STANDARD_RELATIONSHIPS: Readonly<Record<string, string>> = { 'Opportunity.Activities': 'Activity' };

export const STANDARD_OBJECTS = ['Account', 'Case', 'Contact', 'Lead', 'Opportunity', 'Task', 'Event', 'User'];

/** Related lists of a layout that are no child object of ours. */
export const RELATED_LISTS = ['RelatedActivityList', 'RelatedHistoryList', 'RelatedEntityHistoryList'];

/** Fields that a person's permissions never name: the platform shows them to whoever sees the record. */
export const WITHOUT_FIELD_SECURITY = ['MasterDetail'];
