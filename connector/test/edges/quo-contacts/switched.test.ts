import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsOf, never, numberOf, personNumber, syncOf, town } from './contact-sync-harness.ts';

const people = (n: number) => Array.from({ length: n }, (_, i) => personNumber(i + 1));

test('what happened while it was switched off is caught up with: changes, merges and deletions', async (t) => {
    const place = await town(t, { syncContacts: 'full' });
    await place.salesforce(people(5));
    await place.settle();
    place.preferences = { ...place.preferences, syncContacts: 'off' };
    place.requests();
    await place.salesforce(
        [personNumber(1, { title: 'Présidente' }), personNumber(2, { numbers: [] }), personNumber(6)],
        [{ id: personNumber(3).id }, { id: personNumber(4).id, into: personNumber(5).id }]
    );
    await place.settle();
    assert.deepEqual(place.requests(), {}, 'off is off');
    place.preferences = { ...place.preferences, syncContacts: 'full' };
    assert.equal(await place.sync.isWaiting(), true);
    await place.settle();
    const after = await place.inQuo();
    assert.deepEqual(
        [...after.keys()].sort(),
        [1, 5, 6].map((n) => personNumber(n).id)
    );
    assert.equal(after.get(personNumber(1).id)?.role, 'Présidente');
    assert.equal(await place.sync.isWaiting(), false);
});

test('switched off in the middle of a run, it stops after its step, and goes on when it is switched on', async (t) => {
    const place = await town(t, { syncContacts: 'full' });
    await place.salesforce(people(120));
    const running = place.sync.run(never());
    while (((await place.sync.status()).run?.tally['created'] ?? 0) === 0) await new Promise(setImmediate);
    place.preferences = { ...place.preferences, syncContacts: 'off' };
    await running;
    const size = (await place.inQuo()).size;
    assert.ok(size < 120, `${size} of 120`);
    place.preferences = { ...place.preferences, syncContacts: 'full' };
    await place.settle();
    assert.equal((await place.inQuo()).size, 120);
    assert.equal(place.requests()['POST /v1/contacts'], 120, 'nobody was made twice');
});

test('a paused run stays paused when the process is another one, and goes on from where it was', async (t) => {
    const place = await town(t, { syncContacts: 'full' });
    await place.salesforce(people(70));
    await place.sync.startFull();
    await place.sync.pause();
    const restarted = syncOf(place.store, place.client, () => place.preferences);
    await restarted.run(never());
    assert.equal((await restarted.status()).run?.state, 'paused');
    assert.equal((await place.inQuo()).size, 0);
    assert.equal(await restarted.resume(), true);
    await restarted.run(never());
    assert.equal((await place.inQuo()).size, 70);
});

test('another filter brings another run; whoever leaves it stays and is kept up to date, whoever enters it follows', async (t) => {
    const industry = (value: string) => ({ fields: { industry: value } });
    const place = await town(t, { syncContacts: 'full', contactFilter: { fields: { Industry: ['Energy'] } } });
    await place.salesforce([personNumber(1, industry('Energy')), personNumber(2, industry('Mining'))]);
    await place.settle();
    assert.deepEqual([...(await place.inQuo()).keys()], [personNumber(1).id]);
    await place.salesforce([
        personNumber(1, { ...industry('Mining'), title: 'Présidente' }),
        personNumber(2, industry('energy'))
    ]);
    await place.settle();
    const after = await place.inQuo();
    assert.equal(after.size, 2);
    assert.equal(after.get(personNumber(1).id)?.role, 'Présidente');
    await place.salesforce([personNumber(3, industry('Retail'))]);
    place.preferences = { ...place.preferences, contactFilter: { fields: { Industry: ['retail'] } } };
    assert.equal(await place.sync.isWaiting(), true);
    place.requests();
    await place.settle();
    assert.equal((await place.inQuo()).size, 3);
    assert.deepEqual(place.requests(), { 'POST /v1/contacts': 1 }, 'who is there costs nothing');
});

test('a filter that names what the org does not have stops the run, says so, and takes nobody out of Quo', async (t) => {
    const place = await town(t, { syncContacts: 'full' });
    await place.salesforce(people(2));
    await place.settle();
    const fault = { code: 'SF-FILTER-FIELD' as const, seen: 'Nowhere__c' };
    const faulty = syncOf(
        place.store,
        place.client,
        () => ({ ...place.preferences, contactFilter: { fields: { Nowhere__c: ['x'] } } }),
        { filterFault: async () => fault }
    );
    await place.salesforce([personNumber(1, { title: 'Présidente' })]);
    await assert.rejects(faulty.run(never()), { code: 'SF-FILTER-FIELD' });
    await assert.rejects(faulty.startFull(), { code: 'SF-FILTER-FIELD' });
    await assert.rejects(faulty.estimate(), { code: 'SF-FILTER-FIELD' });
    assert.deepEqual((await faulty.status()).fault, fault);
    const all = await place.inQuo();
    assert.equal(all.size, 2);
    assert.equal(all.get(personNumber(1).id)?.role, 'Présidente', 'what is there is kept up to date all the same');
});

test('a number that changes and a contact that is deleted in Quo while everybody is put there are followed', async (t) => {
    const place = await town(t, { syncContacts: 'full' });
    await place.salesforce(people(150));
    const running = place.sync.run(never());
    while (((await place.sync.status()).run?.tally['created'] ?? 0) === 0) await new Promise(setImmediate);
    const number = [{ e164: numberOf(900), field: 'Phone' }];
    await place.salesforce([personNumber(1, { numbers: number }), personNumber(150, { numbers: number })]);
    const second = (await place.inQuo()).get(personNumber(2).id)!;
    await place.byHand('DELETE /v1/contacts/{id}', second.id);
    const event = { type: 'contact.deleted', apiVersion: '2026-03-30', createdAt: '2026-11-20T12:00:00.000Z' };
    await place.sync.onFacts(factsOf({ ...event, data: { resource: { id: second.id }, context: {} } }));
    await running;
    await place.settle();
    const after = await place.inQuo();
    assert.equal(after.size, 149);
    assert.equal(after.has(personNumber(2).id), false, 'it waits for a call');
    for (const n of [1, 150])
        assert.deepEqual(
            after.get(personNumber(n).id)?.phoneNumbers.map(({ value }) => value),
            [numberOf(900)]
        );
});
