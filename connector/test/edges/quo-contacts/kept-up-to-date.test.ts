import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quoContactStore } from '../../../src/store/quo-contacts/quo-contacts.ts';
import { factsOf, never, numberOf, personNumber, town, type Town } from './contact-sync-harness.ts';

/** A town where persons 1 to `n` have called. */
async function called(t: Parameters<typeof town>[0], n: number): Promise<Town> {
    const place = await town(t);
    const people = Array.from({ length: n }, (_, i) => personNumber(i + 1));
    await place.salesforce(people);
    await place.sync.run(never());
    await place.rings(...people.flatMap(({ numbers }) => numbers.map(({ e164 }) => e164)));
    place.requests();
    return place;
}

test('a contact that is in Quo follows its record at the next refresh; others are not made', async (t) => {
    const place = await called(t, 1);
    await place.salesforce([
        personNumber(1, { title: 'Présidente', numbers: [{ e164: numberOf(50), field: 'Phone' }] }),
        personNumber(2)
    ]);
    assert.equal(await place.sync.isWaiting(), true);
    await place.sync.run(never());
    const contact = (await place.inQuo()).get(personNumber(1).id);
    assert.equal(contact?.role, 'Présidente');
    assert.deepEqual(contact?.phoneNumbers, [{ name: 'Téléphone', value: numberOf(50) }]);
    assert.deepEqual(place.requests(), { 'GET /v1/contacts/{id}': 1, 'PATCH /v1/contacts/{id}': 1 });
    assert.equal((await place.inQuo()).size, 1);
    assert.equal(await place.sync.isWaiting(), false);
});

test('a refresh that changes nothing that Quo shows costs no request', async (t) => {
    const place = await called(t, 1);
    await place.salesforce([personNumber(1, { lastActivityDate: '2026-11-20', modifiedAt: '2026-11-20' })]);
    await place.sync.run(never());
    assert.deepEqual(place.requests(), {});
});

test('a converted lead’s contact goes over to the contact, which keeps what was added to it', async (t) => {
    const place = await called(t, 1);
    const lead = personNumber(1);
    const before = (await place.inQuo()).get(lead.id)!;
    const contact = personNumber(2, { numbers: lead.numbers });
    await place.salesforce([contact], [{ id: lead.id, into: contact.id }]);
    await place.sync.run(never());
    const after = await place.inQuo();
    assert.deepEqual([...after.keys()], [contact.id]);
    assert.equal(after.get(contact.id)?.id, before.id, 'the same contact in Quo');
    assert.equal(after.get(contact.id)?.sourceUrl, `https://acme.my.salesforce.com/${contact.id}`);
    await place.rings(numberOf(1));
    assert.equal((await place.inQuo()).size, 1);
});

test('two merged records that both were in Quo leave one contact there', async (t) => {
    const place = await called(t, 2);
    await place.salesforce(
        [personNumber(2, { title: 'Fusionnée' })],
        [{ id: personNumber(1).id, into: personNumber(2).id }]
    );
    await place.sync.run(never());
    const after = await place.inQuo();
    assert.deepEqual([...after.keys()], [personNumber(2).id]);
    assert.equal(after.get(personNumber(2).id)?.role, 'Fusionnée');
});

test('a deleted record, and one that lost its last number, leave Quo', async (t) => {
    const place = await called(t, 3);
    await place.salesforce([personNumber(2, { numbers: [] })], [{ id: personNumber(1).id }]);
    await place.sync.run(never());
    assert.deepEqual([...(await place.inQuo()).keys()], [personNumber(3).id]);
    assert.deepEqual(place.requests(), { 'GET /v1/contacts': 1, 'DELETE /v1/contacts/{id}': 2 });
    assert.deepEqual((await place.sync.status()).contacts, { byState: { linked: 1 }, byError: {}, due: 0 });
});

test('a contact deleted in Quo stays deleted until the next call, and Salesforce is not told', async (t) => {
    const place = await called(t, 1);
    const { id } = (await place.inQuo()).get(personNumber(1).id)!;
    await place.byHand('DELETE /v1/contacts/{id}', id);
    await place.sync.onFacts(contactEvent('contact.deleted', id));
    await place.salesforce([personNumber(1, { title: 'Présidente' })]);
    await place.sync.run(never());
    assert.equal((await place.inQuo()).size, 0);
    assert.equal((await place.sync.status()).contacts.byState.unlinked, 1);
    await place.rings(numberOf(1));
    assert.equal((await place.inQuo()).get(personNumber(1).id)?.role, 'Présidente');
});

test('one that vanished without a word is unlinked at the next refresh, and made anew by a call', async (t) => {
    const place = await called(t, 2);
    const contacts = await place.inQuo();
    for (const { id } of contacts.values()) await place.byHand('DELETE /v1/contacts/{id}', id);
    await place.salesforce([personNumber(1, { title: 'A' }), personNumber(2, { email: 'b@example.com' })]);
    await place.sync.run(never());
    assert.equal((await place.inQuo()).size, 0);
    await place.rings(numberOf(1), numberOf(2));
    assert.equal((await place.inQuo()).size, 2);
});

test('our own writes come back and set nothing off, whatever their number', async (t) => {
    const place = await called(t, 1);
    const { id } = (await place.inQuo()).get(personNumber(1).id)!;
    place.requests();
    for (let i = 0; i < 5; i += 1) {
        await place.sync.onFacts(
            contactEvent('contact.updated', id, { firstName: 'Ana', source: 'quo-for-salesforce' })
        );
        await place.sync.run(never());
    }
    assert.deepEqual(place.requests(), {});
});

test('what a person edits in Quo stays until Salesforce says something new about that field', async (t) => {
    const place = await called(t, 1);
    const { id } = (await place.inQuo()).get(personNumber(1).id)!;
    await place.byHand('PATCH /contacts/{contactId}', id, { company: 'Acme inc.', role: 'La boss' });
    await place.sync.onFacts(contactEvent('contact.updated', id, { source: 'quo-for-salesforce', role: 'La boss' }));
    await place.salesforce([personNumber(1, { title: 'Présidente' })]);
    await place.sync.run(never());
    const contact = (await place.inQuo()).get(personNumber(1).id);
    assert.deepEqual([contact?.company, contact?.role], ['Acme inc.', 'Présidente']);
});

test('a contact that somebody gave another source is not ours any more', async (t) => {
    const place = await called(t, 1);
    const { id } = (await place.inQuo()).get(personNumber(1).id)!;
    await place.byHand('PATCH /contacts/{contactId}', id, { source: 'another-crm' });
    await place.sync.onFacts(contactEvent('contact.updated', id, { source: 'another-crm' }));
    await place.salesforce([personNumber(1, { title: 'Présidente' })]);
    await place.sync.run(never());
    const untouched = (await place.byHand('GET /v1/contacts/{id}', id)) as {
        data: { defaultFields: { role: string } };
    };
    assert.equal(untouched.data.defaultFields.role, 'Directrice');
});

test('a change that comes while a contact is being written is not lost', async (t) => {
    const place = await called(t, 1);
    const contacts = quoContactStore(place.store.db);
    const person = personNumber(1).id;
    const [row] = await contacts.hold('default', [person]);
    await place.salesforce([personNumber(1, { title: 'Présidente' })]);
    await contacts.keep('default', [
        { person, state: 'linked', quoId: row?.quoId, written: row?.written, version: row!.version }
    ]);
    assert.deepEqual(await contacts.due('default', 10), [person]);
});

function contactEvent(type: string, id: string, resource: Record<string, unknown> = {}) {
    const createdAt = '2026-11-20T12:00:00.000Z';
    return factsOf({ type, apiVersion: '2026-03-30', createdAt, data: { resource: { id, ...resource }, context: {} } });
}
