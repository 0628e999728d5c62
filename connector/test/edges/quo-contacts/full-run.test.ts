import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KEYS } from '../../../src/contracts/key-value.ts';
import { SOURCE } from '../../../src/domain/quo-contacts/contact.ts';
import { never, numberOf, personNumber, town } from './contact-sync-harness.ts';

const people = (n: number) => Array.from({ length: n }, (_, i) => personNumber(i + 1));

test('a full run puts everybody who is wanted into Quo, counts the rest with the reason, and says so before', async (t) => {
    const place = await town(t, { contactFilter: { fields: { company: ['acme'] } } });
    await place.salesforce([
        ...people(120),
        personNumber(200, { company: 'Autre' }),
        personNumber(201, { numbers: [] }),
        personNumber(202, { object: 'Lead', isConverted: true })
    ]);
    await place.sync.run(never());
    assert.deepEqual(await place.sync.estimate(), {
        people: 123,
        create: 120,
        update: 0,
        remove: 0,
        idle: { filter: 1, 'no-number': 1, converted: 1 },
        requests: 120,
        seconds: 18
    });
    place.requests();
    await place.sync.startFull();
    await place.sync.run(never());
    assert.equal((await place.inQuo()).size, 120);
    assert.equal(place.requests()['POST /v1/contacts'], 120);
    const { run } = await place.sync.status();
    assert.equal(run?.state, 'done');
    assert.equal(run?.total, 123);
    assert.deepEqual(run?.tally, { created: 120, filter: 1, 'no-number': 1, converted: 1 });
});

test('before anybody is read from Salesforce, nothing waits', async (t) => {
    const place = await town(t, { syncContacts: 'full' });
    await place.sync.run(never());
    assert.equal(await place.sync.isWaiting(), false);
    await place.salesforce(people(2));
    assert.equal(await place.sync.isWaiting(), true);
});

test('a second run costs nothing but what changed', async (t) => {
    const place = await town(t, { syncContacts: 'full' });
    await place.salesforce(people(60));
    await place.sync.run(never());
    assert.equal((await place.inQuo()).size, 60, 'the first run begins by itself');
    const change = { gone: [], related: [], goneRelated: [], highWater: {} };
    await place.store.directory.apply('default', { ...change, people: [personNumber(7, { title: 'VP' })] });
    place.requests();
    await place.sync.startFull();
    await place.sync.run(never());
    assert.deepEqual(place.requests(), { 'PATCH /contacts/{contactId}': 1 });
    assert.deepEqual((await place.sync.status()).run?.tally, { unchanged: 59, updated: 1 });
});

test('in full mode, people who are new to Salesforce follow by themselves', async (t) => {
    const place = await town(t, { syncContacts: 'full' });
    await place.salesforce(people(3));
    await place.sync.run(never());
    await place.salesforce([personNumber(4), personNumber(5, { numbers: [] })]);
    await place.sync.run(never());
    assert.equal((await place.inQuo()).size, 4);
});

test('a run can be paused between steps and goes on where it was', async (t) => {
    const place = await town(t);
    await place.salesforce(people(130));
    await place.sync.startFull();
    const running = place.sync.run(never());
    while (((await place.sync.status()).run?.tally['created'] ?? 0) === 0) await new Promise(setImmediate);
    assert.equal(await place.sync.pause(), true);
    await running;
    const paused = await place.sync.status();
    assert.equal(paused.run?.state, 'paused');
    const size = (await place.inQuo()).size;
    assert.ok(size >= 50 && size < 130, `${size} so far`);
    assert.equal(await place.sync.isWaiting(), false);
    assert.equal(await place.sync.resume(), true);
    await place.sync.run(never());
    assert.equal((await place.inQuo()).size, 130);
    assert.equal(place.requests()['POST /v1/contacts'], 130);
    assert.equal(await place.sync.resume(), false, 'a finished run is not resumed');
});

test('when Quo is out of reach the run stops where it is, rests, and goes on', async (t) => {
    const place = await town(t);
    await place.salesforce(people(80));
    await place.sync.run(never());
    await place.sync.startFull();
    await place.fault({ path: '/v1/contacts', answer: 403, count: 3 });
    await assert.rejects(place.sync.run(never()), { code: 'QUO-FORBIDDEN' });
    assert.equal(await place.sync.isWaiting(), false, 'it rests for a minute');
    await place.store.memory.delete('default', KEYS.contactSyncResting);
    await place.store.db.run('update quo_contacts set due_at = now() where due_at is not null');
    await place.sync.run(never());
    assert.equal((await place.inQuo()).size, 80);
    assert.equal((await place.sync.status()).run?.state, 'done');
});

test('one contact that Quo refuses does not hold up the others, and says why', async (t) => {
    const place = await town(t);
    await place.salesforce(people(60));
    await place.sync.run(never());
    await place.sync.startFull();
    await place.fault({ path: '/v1/contacts', method: 'POST', answer: 422 });
    await place.sync.run(never());
    assert.equal((await place.inQuo()).size, 59);
    const { contacts, run } = await place.sync.status();
    assert.deepEqual(contacts.byError, { 'QUO-REQUEST': 1 });
    assert.equal(run?.tally['failed'], 1);
});

test('a workspace that was connected before goes on without doubles', async (t) => {
    const place = await town(t);
    await place.salesforce(people(70));
    for (const { id } of people(70)) {
        const contact = { defaultFields: { firstName: 'Ana' }, source: SOURCE, externalId: id };
        await place.byHand('POST /v1/contacts', '', contact);
    }
    await place.sync.startFull();
    await place.sync.run(never());
    assert.equal((await place.inQuo()).size, 70);
    assert.equal(place.requests()['POST /v1/contacts'], undefined);
});

test('a call during a full run is not behind it', async (t) => {
    const place = await town(t);
    await place.salesforce(people(300));
    await place.sync.startFull();
    const stop = new AbortController();
    const running = place.sync.run(stop.signal);
    while (((await place.sync.status()).run?.tally['created'] ?? 0) === 0) await new Promise(setImmediate);
    await place.rings(numberOf(300));
    const { run } = await place.sync.status();
    assert.ok((run?.tally['created'] ?? 0) < 250, 'the run was still far from its end');
    assert.ok((await place.inQuo()).has(personNumber(300).id));
    stop.abort();
    await running.catch(() => undefined);
});

test('people who come while a run is paused are not forgotten, even before the place where it is', async (t) => {
    const place = await town(t, { syncContacts: 'full' });
    await place.salesforce([...people(60), personNumber(70)]);
    await place.sync.startFull();
    await place.sync.pause();
    await place.salesforce([personNumber(0)]);
    await place.sync.run(never());
    assert.deepEqual([...(await place.inQuo()).keys()], [personNumber(0).id]);
    await place.sync.resume();
    await place.sync.run(never());
    assert.equal((await place.inQuo()).size, 62);
});

test('the owner moves from the role line to a field of the workspace without a number being lost', async (t) => {
    const place = await town(t, { contactOwnerField: 'Nobody has this' });
    await place.salesforce([personNumber(1)]);
    await place.rings(numberOf(1));
    const before = (await place.inQuo()).get(personNumber(1).id)!;
    assert.equal(before.role, 'Directrice · Resp. : Luc Bouchard');
    await place.byHand('POST /contacts/{contactId}/properties', before.id, {
        type: 'email',
        name: 'perso',
        value: 'a@b.example'
    });
    place.preferences = { ...place.preferences, contactOwnerField: 'salesforce owner' };
    await place.rings(numberOf(1));
    const after = (await place.inQuo()).get(personNumber(1).id)!;
    assert.equal(after.role, 'Directrice');
    assert.equal(after.customFields.find(({ key }) => key === 'salesforce-owner')?.value, 'Luc Bouchard');
    assert.equal(after.emails.length, 2);
});
