import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KEYS } from '../../../src/contracts/key-value.ts';
import { SOURCE } from '../../../src/domain/quo-contacts/contact.ts';
import { never, numberOf, personNumber, town } from './contact-sync-harness.ts';

const people = (n: number, changes: Parameters<typeof personNumber>[1] = {}) =>
    Array.from({ length: n }, (_, i) => personNumber(i + 1, changes));

test('many changed owners cost little more than a request each, and lose nothing that was added in Quo', async (t) => {
    const place = await town(t, { syncContacts: 'full' });
    await place.salesforce(people(40));
    await place.settle();
    const seventh = (await place.inQuo()).get(personNumber(7).id)!;
    const chalet = { type: 'phone-number', name: 'Chalet', value: '+18195550100' };
    await place.byHand('POST /contacts/{contactId}/properties', seventh.id, chalet);
    place.requests();
    await place.salesforce(people(40, { ownerName: 'Sarah Okafor' }));
    await place.settle();
    assert.deepEqual(place.requests(), { 'GET /v1/contacts': 4, 'PATCH /v1/contacts/{id}': 40 });
    const after = await place.inQuo();
    assert.equal(after.get(personNumber(7).id)?.phoneNumbers.length, 2);
    assert.ok([...after.values()].every(({ customFields }) => customFields[0]?.value === 'Sarah Okafor'));
});

test('a contact whose label somebody changed in Quo is neither changed nor deleted, even untold', async (t) => {
    const place = await town(t, { syncContacts: 'full' });
    await place.salesforce(people(3));
    await place.settle();
    const before = await place.inQuo();
    for (const n of [1, 2])
        await place.byHand('PATCH /contacts/{contactId}', before.get(personNumber(n).id)!.id, {
            source: 'another-crm'
        });
    await place.salesforce([personNumber(2, { email: 'new@example.com' })], [{ id: personNumber(1).id }]);
    await place.settle();
    for (const n of [1, 2]) {
        const { id, emails } = before.get(personNumber(n).id)!;
        const now = (await place.byHand('GET /v1/contacts/{id}', id)) as {
            data: { defaultFields: { emails: [{ value: string }] } };
        };
        assert.equal(now.data.defaultFields.emails[0].value, emails[0]?.value);
    }
    assert.equal((await place.sync.status()).contacts.byState.skipped, 1);
});

test('a contact that Quo lists under another id now is deleted as ours, and left when it is not', async (t) => {
    const place = await town(t, { syncContacts: 'full' });
    await place.salesforce(people(2));
    await place.settle();
    const before = await place.inQuo();
    const idOf = (n: number): string => before.get(personNumber(n).id)!.id;
    await place.byHand('PATCH /contacts/{contactId}', idOf(1), { externalId: 'x1' });
    await place.byHand('PATCH /contacts/{contactId}', idOf(2), { externalId: 'x2', source: 'another-crm' });
    await place.salesforce([], [{ id: personNumber(1).id }, { id: personNumber(2).id }]);
    await place.settle();
    await assert.rejects(place.byHand('GET /v1/contacts/{id}', idOf(1)), { code: 'QUO-NOT-FOUND' });
    await place.byHand('GET /v1/contacts/{id}', idOf(2));
    assert.deepEqual((await place.sync.status()).contacts, { byState: {}, byError: {}, due: 0 });
});

test('when a merge meets a contact for the other record that nobody knew of, one of the two stays', async (t) => {
    const place = await town(t);
    await place.salesforce([personNumber(1)]);
    await place.sync.run(never());
    await place.rings(numberOf(1));
    const unknown = { defaultFields: { firstName: 'Ana' }, source: SOURCE, externalId: personNumber(2).id };
    await place.byHand('POST /v1/contacts', '', unknown);
    await place.salesforce([personNumber(2)], [{ id: personNumber(1).id, into: personNumber(2).id }]);
    await place.settle();
    const after = await place.inQuo();
    assert.deepEqual([...after.keys()], [personNumber(2).id]);
    assert.deepEqual(
        after.get(personNumber(2).id)?.phoneNumbers.map(({ value }) => value),
        [numberOf(2)]
    );
    assert.deepEqual((await place.sync.status()).contacts, { byState: { linked: 1 }, byError: {}, due: 0 });
});

test('a record that is undeleted while its contact is being deleted is in Quo again', async (t) => {
    const place = await town(t, { syncContacts: 'full' });
    await place.salesforce(people(2));
    await place.settle();
    await place.salesforce([], [{ id: personNumber(1).id }]);
    await place.fault({ method: 'DELETE', path: '/v1/contacts', latencyMs: 150 });
    const running = place.sync.run(never());
    while ((place.client.requests()['DELETE /v1/contacts/{id}'] ?? 0) === 0) await new Promise(setImmediate);
    await place.salesforce([personNumber(1)]);
    await running;
    await place.settle();
    assert.equal((await place.inQuo()).size, 2);
});

test('without the owner’s field any more, the owner is back in the role line', async (t) => {
    const place = await town(t, { syncContacts: 'full' });
    await place.salesforce(people(1));
    await place.settle();
    await place.store.memory.set('default', KEYS.quoContactFields, []);
    await place.salesforce([personNumber(1, { lastActivityDate: '2026-11-20' })]);
    await place.settle();
    const contact = (await place.inQuo()).get(personNumber(1).id);
    assert.equal(contact?.role, 'Directrice · Resp. : Luc Bouchard');
});
