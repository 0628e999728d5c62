import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { redactMessage } from '../../../src/salesforce/rest/redact-message.ts';

for (const [said, kept] of [
    ['invalid phone +1 514-555-0123 given', 'invalid phone … given'],
    ['invalid phone (514) 555.0123', 'invalid phone …'],
    ['owner marie.tremblay@exemple.ca is inactive', 'owner … is inactive'],
    ['invalid email address: not an email', 'invalid email address: …'],
    ['Duplicate alert "Marie Tremblay" exists', 'Duplicate alert … exists'],
    [
        'Cannot deserialize instance of date from VALUE_STRING value Marie T or request',
        'Cannot deserialize instance of date from VALUE_STRING value …'
    ],
    ["No such column 'Quo_Key__c' on sobject of type Task", "No such column 'Quo_Key__c' on sobject of type Task"],
    ["value 'Quo_Key__c' is bad", 'value … is bad'],
    ['record with id: 00T5e000001abcDEAQ', 'record with id: 00T5e000001abcDEAQ'],
    ['record with id: 003500000012345', 'record with id: 003500000012345'],
    ["l'adresse n'est pas valide", "l'adresse n'est pas valide"],
    ['(max length=255)', '(max length=255)']
] as const)
    test(`"${said}" is kept as "${kept}"`, () => assert.equal(redactMessage(said), kept));

test('a message is never kept at length', () => {
    assert.ok(redactMessage('word '.repeat(1000)).length <= 300);
});

test('whatever is said, no email and no phone number of ten digits is kept', () => {
    const digits = fc.stringMatching(/^[2-9]\d{2}[ .-]?[2-9]\d{2}[ .-]?\d{4}$/);
    const email = fc.emailAddress();
    fc.assert(
        fc.property(fc.lorem(), digits, email, fc.lorem(), (before, number, address, after) => {
            const kept = redactMessage(`${before} ${number} ${after} ${address} ${before}`);
            assert.ok(!kept.includes(number) && !kept.includes(address), kept);
        })
    );
});
