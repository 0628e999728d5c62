import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordFailure } from '../../../src/salesforce/rest/failures.ts';
import { readErrors } from '../../../src/salesforce/rest/refusal.ts';

/** Salesforce's code and words, what to do, and how it is explained. */
const TABLE = [
    ['UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record', 'retry', 'SF-ROW-LOCK'],
    ['UNKNOWN_EXCEPTION', 'An unexpected error occurred', 'retry', 'SF-RECORD-TROUBLE'],
    ['PROCESSING_HALTED', 'The transaction was rolled back', 'retry', 'SF-RECORD-TROUBLE'],
    ['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'TaskTrigger: execution of BeforeInsert', 'park', 'SF-AUTOMATION'],
    ['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'Trigger: UNABLE_TO_LOCK_ROW, unable', 'retry', 'SF-ROW-LOCK'],
    ['ENTITY_IS_DELETED', 'entity is deleted', 'resolve', 'SF-REFERENCE'],
    ['INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', 'resolve', 'SF-REFERENCE'],
    ['INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', 'insufficient access rights', 'resolve', 'SF-REFERENCE'],
    ['CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead', 'resolve', 'SF-REFERENCE'],
    ['FIELD_INTEGRITY_EXCEPTION', 'cannot reference converted lead', 'resolve', 'SF-REFERENCE'],
    ['FIELD_INTEGRITY_EXCEPTION', 'Related To must be empty', 'park', 'SF-BAD-VALUE'],
    ['OPERATION_WITH_INACTIVE_USER_EXCEPTION', 'inactive user', 'resolve', 'SF-OWNER-INACTIVE'],
    ['INACTIVE_OWNER_OR_USER', 'owner is inactive', 'resolve', 'SF-OWNER-INACTIVE'],
    ['MALFORMED_ID', 'Contact ID: id value of incorrect type', 'resolve', 'SF-REFERENCE'],
    [
        'DUPLICATE_VALUE',
        'duplicate value found: Quo_Key__c duplicates value on record with id: 00T',
        'retry',
        'SF-KEY-RACE'
    ],
    ['DUPLICATE_VALUE', 'duplicate value found: Client_No__c duplicates value on record', 'park', 'SF-DUPLICATE-VALUE'],
    ['DUPLICATES_DETECTED', 'Use one of these records?', 'park', 'SF-DUPLICATE-RULE'],
    ['REQUIRED_FIELD_MISSING', 'Required fields are missing: [Region__c]', 'park', 'SF-REQUIRED-FIELD'],
    ['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Choose a region', 'park', 'SF-VALIDATION-RULE'],
    ['STRING_TOO_LONG', 'Subject: data value too large: secret (max length=255)', 'park', 'SF-TOO-LONG'],
    ['INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', 'bad value', 'park', 'SF-PICKLIST'],
    ['INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id', 'park', 'SF-RECORD-RIGHT'],
    ['INVALID_FIELD', "No such column 'ActivityDate' on sobject of type Task", 'park', 'SF-STANDARD-FIELD'],
    ['INVALID_FIELD', "No such column 'Quo_Key__c' on sobject of type Task", 'park', 'SF-FIELD-MISSING'],
    ['INVALID_FIELD', 'Foreign key external ID: ac1 not found for field Quo_Call_Id__c', 'retry', 'SF-PARENT'],
    ['INVALID_FIELD_FOR_INSERT_UPDATE', 'Unable to create/update fields: Quo_Inbox__c', 'park', 'SF-FIELD-RIGHT'],
    ['MULTIPLE_CHOICES', '', 'park', 'SF-SEVERAL'],
    ['STORAGE_LIMIT_EXCEEDED', 'storage limit exceeded', 'park', 'SF-STORAGE'],
    ['NEVER_SEEN_BEFORE', 'something new', 'retry-then-park', 'SF-REFUSED']
] as const;

for (const [statusCode, message, remedy, code] of TABLE)
    test(`${statusCode} (${message}): ${remedy}, explained as ${code}`, () => {
        const failure = recordFailure(readErrors([{ statusCode, message, fields: [] }], 200), 'Quo_Key__c');
        assert.deepEqual([failure.remedy, failure.note.code, failure.statusCode], [remedy, code, statusCode]);
        assert.ok(failure.note.seen?.startsWith(statusCode));
    });

test('a server error without words is tried again', () => {
    assert.equal(recordFailure(readErrors('<html>', 502), 'Quo_Key__c').remedy, 'retry');
});

test('the record that already carries the key is told', () => {
    const message = 'duplicate value found: quo__Quo_Key__c duplicates value on record with id: 00T5e000001abcDEAQ';
    const failure = recordFailure(readErrors([{ statusCode: 'DUPLICATE_VALUE', message }], 200), 'quo__Quo_Key__c');
    assert.equal(failure.duplicateOf, '00T5e000001abcDEAQ');
});

test('what is kept of a refusal names the fields, and no value', () => {
    const message = 'Subject: data value too large: Appel de Mme Tremblay, 514 555-0123 (max length=255)';
    const errors = readErrors([{ statusCode: 'STRING_TOO_LONG', message, fields: ['Subject', 'Quo_Inbox__c'] }], 200);
    assert.equal(
        recordFailure(errors, 'Quo_Key__c').note.seen,
        'STRING_TOO_LONG: Subject: data value too large: … (max length=255) [Quo_Inbox__c]'
    );
});
