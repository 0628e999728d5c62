import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { byPersonObject, idOf, objectEntry, objectOf, PERSON_OBJECTS } from '../../src/domain/objects/catalogue.ts';
import { SONA_CALL } from '../../src/domain/records/names.ts';

const ALL = ['Contact', 'Lead', 'Account', 'Case', 'Opportunity'] as const;
const entries = ALL.map(objectEntry);

test('an id tells its object, and no other object takes it', () => {
    const rest = fc.stringMatching(/^[A-Za-z0-9]{12}([A-Z0-5]{3})?$/);
    fc.assert(
        fc.property(fc.constantFrom(...ALL), rest, (object, tail) => {
            const id = objectEntry(object).keyPrefix + tail;
            assert.equal(objectOf(id), object);
            for (const other of ALL) assert.equal(idOf(other, id), other === object ? id : undefined);
        })
    );
});

test('ids of users, Tasks and nothing at all belong to no object of the catalogue', () => {
    for (const id of ['005A00000000001', '00T5f00000AbCdEEA1', '', '00q000000000001'])
        assert.equal(objectOf(id), undefined);
    for (const id of [null, undefined]) assert.equal(idOf('Lead', id), undefined);
});

test('each object has a key prefix and a lookup of the Sona record of its own', () => {
    assert.equal(new Set(entries.map(({ keyPrefix }) => keyPrefix)).size, ALL.length);
    const lookups = entries.map(({ sonaLookup }) => sonaLookup);
    const { contact, lead, account, opportunity } = SONA_CALL;
    assert.deepEqual(lookups, [contact, lead, account, SONA_CALL.case, opportunity]);
});

test('people are looked for as contacts first, then leads, then accounts', () => {
    assert.deepEqual(PERSON_OBJECTS, ['Contact', 'Lead', 'Account']);
    assert.deepEqual(
        byPersonObject((object) => objectEntry(object).taskLookup),
        { Contact: 'WhoId', Lead: 'WhoId', Account: 'WhatId' }
    );
});
