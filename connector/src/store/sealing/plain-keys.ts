/**
 * Names of JSON members whose texts stay readable in the database: ids, times, and closed values that statements select by.
 * Every other text is sealed, so that a member that a later version adds is sealed unless it is named here.
 */
export const PLAIN_KEYS: ReadonlySet<string> = new Set([
    // Ids of Quo and of Salesforce.
    ...[
        'id',
        'callId',
        'messageId',
        'conversation',
        'conversationId',
        'contactId',
        'phoneNumberId',
        'inboxId',
        'userId'
    ],
    ...[
        'accountId',
        'ownerId',
        'personContactId',
        'whoId',
        'whatId',
        'relatedId',
        'record',
        'alsoWhoIds',
        'contactIds'
    ],
    ...['primaryContactId', 'WhoId', 'WhatId', 'OwnerId', 'RecordTypeId'],
    // Times.
    ...['at', 'createdAt', 'startedAt', 'answeredAt', 'completedAt', 'modifiedAt', 'starts'],
    // Closed values, and names of fields.
    ...[
        'kind',
        'code',
        'status',
        'direction',
        'progress',
        'object',
        'whoObject',
        'change',
        'field',
        'fields',
        'through'
    ]
]);
