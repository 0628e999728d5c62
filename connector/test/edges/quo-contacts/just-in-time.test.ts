import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newTiming } from '../../../src/pipeline/contact-sync/timing.ts';
import { factsOf, never, numberOf, personNumber, ringing, syncOf, town } from './contact-sync-harness.ts';

test('whoever calls is in Quo while it rings: one request, and none when nothing changed', async (t) => {
    const place = await town(t);
    await place.salesforce([personNumber(1)]);
    await place.sync.run(never());
    place.requests();
    await place.rings(numberOf(1));
    assert.deepEqual(place.requests(), { 'POST /v1/contacts': 1 });
    const contact = (await place.inQuo()).get(personNumber(1).id);
    assert.deepEqual(
        { ...contact, id: undefined, customFields: contact?.customFields.map(({ key, value }) => ({ key, value })) },
        {
            id: undefined,
            source: 'quo-for-salesforce',
            externalId: '0035g0000000001AAA',
            sourceUrl: 'https://acme.my.salesforce.com/0035g0000000001AAA',
            firstName: 'Ana',
            lastName: 'Roy1',
            company: 'Acme',
            role: 'Directrice',
            phoneNumbers: [{ name: 'Mobile', value: numberOf(1) }],
            emails: [{ name: 'Salesforce', value: 'ana1@example.com' }],
            customFields: [{ key: 'salesforce-owner', value: 'Luc Bouchard' }]
        }
    );
    await place.rings(numberOf(1));
    assert.deepEqual(place.requests(), {});
    const { justInTime } = await place.sync.status();
    assert.equal(justInTime.people, 1);
    assert.ok(Number.isInteger(justInTime.slowestMs), 'how long it took is told');
});

test('how long callers took to show is told: the last, and the slowest', () => {
    const timing = newTiming();
    assert.deepEqual(timing.told(), { people: 0 });
    timing.note(2, 120.4);
    timing.note(1, 40);
    assert.deepEqual(timing.told(), { people: 3, lastMs: 40, slowestMs: 120 });
});

test('a text that arrives counts like a call; numbers that nobody has, several have or are ignored show nobody', async (t) => {
    const place = await town(t, { ignoredNumbers: [numberOf(3)] });
    const shared = [{ e164: numberOf(9), field: 'Phone' }];
    await place.salesforce([
        personNumber(1),
        personNumber(3),
        personNumber(4, { numbers: shared, accountId: 'a1', name: 'Ana' }),
        personNumber(5, { numbers: shared, accountId: 'a2', name: 'Bob' })
    ]);
    const message = {
        type: 'message.received',
        createdAt: '2026-11-20T12:00:00.000Z',
        data: {
            resource: { id: 'ACm1', direction: 'incoming', text: 'Allô' },
            context: { phoneNumberId: 'PN1', conversationId: 'CN1', senderIdentifier: numberOf(1) }
        }
    };
    await place.sync.onFacts(factsOf(message));
    assert.deepEqual([...(await place.inQuo()).keys()], [personNumber(1).id]);
    await place.rings(numberOf(77), numberOf(3), numberOf(9), 'anonymous', '12345');
    assert.equal((await place.inQuo()).size, 1);
});

test('a person’s own choice for a shared number is followed, and a choice to ignore too', async (t) => {
    const place = await town(t);
    const shared = [{ e164: numberOf(9), field: 'Phone' }];
    await place.salesforce([
        personNumber(4, { numbers: shared, accountId: 'a1', name: 'Ana' }),
        personNumber(5, { numbers: shared, accountId: 'a2', name: 'Bob' }),
        personNumber(6)
    ]);
    await place.store.directory.choose('default', [
        { number: numberOf(9), record: personNumber(5).id },
        { number: numberOf(6), record: 'ignore' }
    ]);
    await place.rings(numberOf(9), numberOf(6));
    assert.deepEqual([...(await place.inQuo()).keys()], [personNumber(5).id]);
});

test('a caller who changed in Salesforce costs one request for a name, and keeps what was added in Quo', async (t) => {
    const place = await town(t);
    await place.salesforce([personNumber(1)]);
    await place.rings(numberOf(1));
    const id = (await place.inQuo()).get(personNumber(1).id)!.id;
    await place.byHand('POST /contacts/{contactId}/properties', id, {
        type: 'phone-number',
        name: 'Chalet',
        value: '+18195550100'
    });
    place.requests();
    const change = {
        people: [personNumber(1, { lastName: 'Roy-Côté' })],
        gone: [],
        related: [],
        goneRelated: []
    };
    await place.store.directory.apply('default', { ...change, highWater: {} });
    await place.rings(numberOf(1));
    assert.deepEqual(place.requests(), { 'PATCH /contacts/{contactId}': 1 });
    const contact = (await place.inQuo()).get(personNumber(1).id);
    assert.equal(contact?.lastName, 'Roy-Côté');
    assert.equal(contact?.phoneNumbers.length, 2);
});

test('two deliveries of one call at once make one contact', async (t) => {
    const place = await town(t);
    await place.salesforce([personNumber(1)]);
    await Promise.all(Array.from({ length: 8 }, () => place.rings(numberOf(1))));
    assert.equal((await place.inQuo()).size, 1);
    assert.equal(place.requests()['POST /v1/contacts'], 1);
});

test('a request that failed is made again at the next call, after a look whether Quo has the contact', async (t) => {
    const place = await town(t);
    await place.salesforce([personNumber(1)]);
    await place.sync.run(never());
    await place.fault({ path: '/v1/contacts', method: 'POST', answer: 503 });
    await place.rings(numberOf(1));
    assert.equal((await place.inQuo()).size, 0);
    assert.deepEqual((await place.sync.status()).contacts.byError, { 'QUO-SERVER': 1 });
    place.requests();
    await place.rings(numberOf(1));
    assert.deepEqual(place.requests(), { 'GET /v1/contacts': 1, 'POST /v1/contacts': 1 });
    assert.equal((await place.inQuo()).size, 1);
    assert.deepEqual((await place.sync.status()).contacts, { byState: { linked: 1 }, byError: {}, due: 0 });
});

test('a contact that was made although no answer came is found again, not made twice', async (t) => {
    const place = await town(t);
    await place.salesforce([personNumber(1)]);
    await place.sync.run(never());
    await place.fault({ path: '/v1/contacts', method: 'POST', answer: 'reset' });
    await place.rings(numberOf(1));
    const made = { defaultFields: { firstName: 'Ana' }, source: 'quo-for-salesforce', externalId: personNumber(1).id };
    await place.byHand('POST /v1/contacts', '', made);
    place.requests();
    await place.rings(numberOf(1));
    assert.equal(place.requests()['POST /v1/contacts'], undefined);
    assert.equal((await place.inQuo()).get(personNumber(1).id)?.lastName, 'Roy1');
});

test('a contact that Quo has under this record is taken over when it is ours, left alone when it is not', async (t) => {
    const place = await town(t);
    await place.salesforce([personNumber(1), personNumber(2)]);
    const foreign = { defaultFields: { firstName: 'X' }, source: 'another-crm', externalId: personNumber(1).id };
    const ours = { defaultFields: { firstName: 'Y' }, source: 'quo-for-salesforce', externalId: personNumber(2).id };
    await place.byHand('POST /v1/contacts', '', foreign);
    await place.byHand('POST /v1/contacts', '', ours);
    await place.rings(numberOf(1), numberOf(2));
    const contacts = await place.inQuo();
    assert.deepEqual([...contacts.keys()], [personNumber(2).id]);
    assert.equal(contacts.get(personNumber(2).id)?.firstName, 'Ana');
    assert.equal(place.requests()['POST /v1/contacts'], undefined);
    assert.equal((await place.sync.status()).contacts.byState.skipped, 1);
});

test('switched off, nobody is put into Quo', async (t) => {
    const place = await town(t, { syncContacts: 'off' });
    await place.salesforce([personNumber(1)]);
    await place.rings(numberOf(1));
    assert.deepEqual(place.requests(), {});
    assert.equal(await place.sync.isWaiting(), false);
});

test('when Quo is out of reach a call goes on as ever', async (t) => {
    const place = await town(t);
    await place.salesforce([personNumber(1)]);
    await place.fault({ answer: 'reset', count: 20 });
    await place.rings(numberOf(1));
    await place.fault({ answer: 401, count: 1, path: '/v1/contacts' });
    await place.rings(numberOf(1));
    assert.ok(true, 'no error reached the caller');
});

test('in a rehearsal nobody is put into Quo', async (t) => {
    const place = await town(t);
    await place.salesforce([personNumber(1)]);
    const rehearsing = syncOf(place.store, place.client, () => place.preferences, { isRehearsing: () => true });
    await rehearsing.onFacts(ringing([numberOf(1)]));
    await rehearsing.run(never());
    assert.deepEqual(place.requests(), {});
});

test('whoever is called, was missed or is written to is in Quo too, whichever webhook tells of it', async (t) => {
    const place = await town(t);
    await place.salesforce([1, 2, 3, 4].map((n) => personNumber(n)));
    const call = (type: string, id: string, n: number, resource: object = {}) =>
        factsOf({
            type,
            createdAt: '2026-11-20T12:00:00.000Z',
            data: {
                resource: { id, direction: 'outgoing', createdAt: '2026-11-20T12:00:00.000Z', ...resource },
                context: {
                    phoneNumberId: 'PN1',
                    conversationId: 'CN1',
                    participants: { workspace: ['+15145550100'], external: [numberOf(n)], resolution: 'available' }
                }
            }
        });
    const shown = async (): Promise<readonly string[]> => [...(await place.inQuo()).keys()].toSorted();
    await place.sync.onFacts(call('call.ringing', 'AC1', 1));
    assert.deepEqual(await shown(), [personNumber(1).id]);
    await place.sync.onFacts(call('call.missed', 'AC2', 2, { direction: 'incoming' }));
    assert.deepEqual(
        await shown(),
        [1, 2].map((n) => personNumber(n).id)
    );
    await place.sync.onFacts(call('call.completed', 'AC3', 3, { status: 'unanswered', hasVoicemail: false }));
    assert.deepEqual(
        await shown(),
        [1, 2, 3].map((n) => personNumber(n).id)
    );
    await place.sync.onFacts(
        factsOf({
            type: 'message.delivered',
            createdAt: '2026-11-20T12:00:00.000Z',
            data: {
                resource: { id: 'ACm1', direction: 'outgoing', text: 'Bonjour' },
                context: { phoneNumberId: 'PN1', conversationId: 'CN1', recipientIdentifiers: [numberOf(4)] }
            }
        })
    );
    assert.deepEqual(
        await shown(),
        [1, 2, 3, 4].map((n) => personNumber(n).id)
    );
});

test('a contact that somebody deletes in Quo during a call is not made anew when the call ends', async (t) => {
    const place = await town(t);
    await place.salesforce([personNumber(1)]);
    await place.rings(numberOf(1));
    const { id } = (await place.inQuo()).get(personNumber(1).id)!;
    await place.byHand('DELETE /v1/contacts/{id}', id);
    const about = { callId: 'AC9', at: '2026-11-20T12:00:00.000Z' };
    await place.sync.onFacts([
        { ...about, kind: 'contact', change: 'deleted', contactId: id, emails: [], phoneNumbers: [] },
        { ...about, kind: 'ended', status: 'answered' },
        { ...about, kind: 'parties', external: [numberOf(1)], sidesKnown: true }
    ]);
    assert.equal((await place.inQuo()).size, 0);
    await place.rings(numberOf(1));
    assert.equal((await place.inQuo()).size, 1);
});
