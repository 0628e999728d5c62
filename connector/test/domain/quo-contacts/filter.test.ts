import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldsOfOrg, isWanted } from '../../../src/domain/quo-contacts/filter.ts';
import { maude as person } from './person.ts';

test('without a filter contacts, leads and person accounts are wanted, and no other account', () => {
    assert.ok(isWanted(person({ object: 'Contact' })));
    assert.ok(isWanted(person({ object: 'Lead' })));
    assert.ok(isWanted(person({ object: 'Account', personContactId: '003P' })));
    assert.ok(!isWanted(person({ object: 'Account' })));
    assert.ok(isWanted(person({ object: 'Account' }), { objects: ['Account'] }));
});

test('an owner is the same by 15 and by 18 characters', () => {
    const owned = person({ ownerId: '0055g00000AbCdEAAV' });
    assert.ok(isWanted(owned, { owners: ['0055g00000AbCdE'] }));
    assert.ok(!isWanted(owned, { owners: ['0055g00000AbCdF'] }));
    assert.ok(!isWanted(person({ ownerId: undefined }), { owners: ['0055g00000AbCdE'] }));
});

test('every named field has to have one of its values; case and space around do not count', () => {
    const one = person({ company: 'Acme', title: 'VP', fields: { industry: 'Énergie ', vip__c: 'true' } });
    assert.ok(isWanted(one, { fields: { company: ['acme'], Industry: ['mines', 'ÉNERGIE'] } }));
    assert.ok(isWanted(one, { fields: { VIP__c: ['TRUE'], Company: ['ACME'] } }));
    assert.ok(!isWanted(one, { fields: { company: ['acme'], Industry: ['mines'] } }));
    assert.ok(!isWanted(one, { fields: { Rating: ['Hot'] } }), 'a record without that field is not wanted');
});

test('of a multi-select one value is enough', () => {
    const one = person({ fields: { interests__c: ['Toiture', 'Piscine'] } });
    assert.ok(isWanted(one, { fields: { Interests__c: ['piscine'] } }));
    assert.ok(!isWanted(one, { fields: { Interests__c: ['Toiture;Piscine'] } }));
});

test('only what the directory does not hold anyway is asked of the org, once', () => {
    const filter = { fields: { company: ['a'], Title: ['b'], Industry: ['c'], INDUSTRY: ['d'], VIP__c: ['true'] } };
    assert.deepEqual(fieldsOfOrg(filter), ['INDUSTRY', 'VIP__c']);
    assert.deepEqual(fieldsOfOrg(undefined), []);
});
