import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { WriteItem } from '../../../src/contracts/salesforce.ts';
import { nameInOrg } from '../../../src/salesforce/namespace.ts';
import { batches, requests } from '../../../src/salesforce/records/batches.ts';
import { writePlan } from '../../../src/salesforce/records/write-plan.ts';
import { lead, sonaAnswer, sonaCall, task } from './drafts.ts';

const key = fc.integer({ min: 0, max: 400 }).map((n) => `k${n}`);
const size = fc.constantFrom(10, 1_000, 30_000, 131_072);
const anyItem: fc.Arbitrary<WriteItem> = fc.oneof(
    {
        weight: 5,
        arbitrary: fc.record({ key, WhoId: key, WhatId: key }).map(({ key, ...fields }) => task(key, { fields }))
    },
    fc.record({ key, size }).map(({ key, size }) => task(key, { fields: { Description: 'x'.repeat(size) } })),
    fc.record({ key, id: key }).map(({ key, id }) => task(key, { formerKey: 'old', salesforceId: id })),
    key.map((key) => sonaCall(key)),
    fc.record({ key, call: key }).map(({ key, call }) => sonaAnswer(key, call)),
    key.map(lead)
);
const ORDER = ['Lead', 'Task', 'Sona_Call__c', 'Sona_Answer__c'];

test('whatever is written, every record goes out once, within the limits of the platform', () => {
    fc.assert(
        fc.property(fc.array(anyItem, { maxLength: 600, size: 'max' }), (items) => {
            const planned = items.map((item, index) => writePlan(item, index, new Map(), false));
            const groups = requests(batches(planned, nameInOrg('quo')));
            const sent = groups.flat();
            const indexes = sent.flatMap((batch) => batch.planned.map(({ index }) => index));
            assert.deepEqual(
                indexes.toSorted((a, b) => a - b),
                items.map((_, index) => index)
            );
            for (const group of groups) {
                assert.ok(group.length <= 5);
                assert.ok(JSON.stringify(group.map(({ records }) => records)).length < 6 * 1024 * 1024);
            }
            for (const { planned, records, how } of sent) {
                assert.ok(records.length <= 200 && records.length === planned.length);
                const identities = planned.map(({ by, item }) => (by.how === 'update' ? by.id : item.draft.key));
                assert.equal(new Set(identities).size, identities.length, `${how} twice in one collection`);
            }
            const ranks = sent.map(({ object }) => ORDER.indexOf(object));
            assert.deepEqual(
                ranks,
                ranks.toSorted((a, b) => a - b),
                'a child before its parent'
            );
        }),
        { numRuns: 40 }
    );
});

test('two writes of one record keep their order', () => {
    fc.assert(
        fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 30 }), (keys) => {
            const planned = keys.map((key, index) =>
                writePlan(task(key, { fields: { WhoId: `${index % 3}` } }), index, new Map(), false)
            );
            const sent = batches(planned, nameInOrg(undefined)).flatMap((batch) => batch.planned);
            for (const key of new Set(keys)) {
                const order = sent.filter(({ item }) => item.draft.key === key).map(({ index }) => index);
                assert.deepEqual(
                    order,
                    order.toSorted((a, b) => a - b)
                );
            }
        })
    );
});
