import assert from 'node:assert/strict';
import { test } from 'node:test';
import { data, list, receiver, simulatedQuo, type Json, type SimulatedQuo } from './simulated-quo.ts';

const NEW = { firstName: 'Zoé', lastName: 'Girard', source: 'salesforce', externalId: '003000000000001AAA' };
const post = (quo: SimulatedQuo, path: string, body: unknown) => quo.api(path, { method: 'POST', body });
const patch = (quo: SimulatedQuo, path: string, body: unknown) => quo.api(path, { method: 'PATCH', body });

test('a dated contact holds names, and each number is a property that costs a request', async (t) => {
    const quo = await simulatedQuo(t);
    const made = await post(quo, '/contacts', NEW);
    assert.equal(made.status, 201);
    assert.equal('properties' in data(made), false);
    const path = `/contacts/${String(data(made).id)}/properties`;
    const number = { type: 'phone-number', name: 'mobile', value: '+16135550411' };
    const property = await post(quo, path, number);
    assert.equal(property.status, 200);
    assert.equal((await post(quo, path, { ...number, value: '613 555-0411' })).status, 400);
    assert.deepEqual(
        list(await quo.api(`${path}?type=phone-number`)).map((one) => one.value),
        ['+16135550411']
    );
    const own = `${path}/${String(data(property).id)}`;
    assert.equal((await patch(quo, own, { type: 'email' })).status, 400);
    assert.equal(data(await patch(quo, own, { value: '+16135550412' })).value, '+16135550412');
    assert.equal((await quo.api(own, { method: 'DELETE' })).status, 204);
    assert.deepEqual(list(await quo.api(path)), []);
});

test('a dated PATCH changes what it names, null clears, and nothing is refused', async (t) => {
    const quo = await simulatedQuo(t);
    const path = `/contacts/${String(data(await post(quo, '/contacts', NEW)).id)}`;
    const changed = data(await patch(quo, path, { lastName: null, company: 'Acme' }));
    assert.equal(changed.firstName, 'Zoé');
    assert.equal(changed.lastName, null);
    assert.equal(changed.company, 'Acme');
    assert.equal((await patch(quo, path, {})).status, 400);
    assert.equal((await patch(quo, path, { actorId: 'USlucb0002' })).status, 400);
});

test('contacts are found by externalId and source, one or several', async (t) => {
    const quo = await simulatedQuo(t);
    await post(quo, '/contacts', NEW);
    await post(quo, '/contacts', { ...NEW, externalId: '003000000000002AAA' });
    const count = async (query: string) => list(await quo.api(`/contacts?${query}`)).length;
    assert.equal(await count('externalId=003000000000001AAA'), 1);
    assert.equal(await count('externalId[in]=003000000000001AAA,003000000000002AAA'), 2);
    assert.equal(await count('source=salesforce'), 2);
    assert.equal(await count('source=device'), 1);
});

test('there is one contact for an id of a source: the dated surface says so, v1 answers 409 without naming a field', async (t) => {
    const quo = await simulatedQuo(t);
    const made = await post(quo, '/contacts', NEW);
    assert.equal(made.status, 201);
    const again = await post(quo, '/contacts', NEW);
    assert.equal(again.status, 409);
    assert.match(JSON.stringify(again.body), /same source and external ID already exists/);
    const { externalId, source, firstName } = NEW;
    const conflict = await post(quo, '/v1/contacts', { defaultFields: { firstName }, externalId, source });
    assert.equal(conflict.status, 409);
    assert.equal(JSON.stringify(conflict.body).includes('externalId'), false);
    const other = data(await post(quo, '/contacts', { ...NEW, source: 'another' }));
    assert.equal((await patch(quo, `/contacts/${String(other.id)}`, { source })).status, 409);
    assert.equal((await patch(quo, `/v1/contacts/${String(other.id)}`, { source })).status, 409);
    assert.equal((await patch(quo, `/contacts/${String(data(made).id)}`, { source })).status, 200);
});

test('an ordered fault can carry the request out and lose its answer', async (t) => {
    const quo = await simulatedQuo(t);
    await quo.control('POST', '/faults', { answer: 503, isApplied: true, method: 'POST', path: '/contacts' });
    assert.equal((await post(quo, '/contacts', NEW)).status, 503);
    await quo.control('POST', '/faults', { answer: 'reset', isApplied: true, method: 'POST', path: '/contacts' });
    await assert.rejects(post(quo, '/contacts', { ...NEW, externalId: '003000000000002AAA' }));
    assert.equal(list(await quo.api('/contacts?source=salesforce')).length, 2);
});

test('v1 makes a whole contact at once, and its PATCH deletes the numbers that it leaves out', async (t) => {
    const quo = await simulatedQuo(t);
    const phoneNumbers = [
        { name: 'mobile', value: '+16135550411' },
        { name: 'work', value: '+16135550412' }
    ];
    const defaultFields = { firstName: 'Zoé', phoneNumbers, emails: [{ name: 'work', value: 'zoe@exemple.example' }] };
    const customFields = [{ key: 'salesforce-owner', value: 'Luc Bouchard' }];
    const made = await post(quo, '/v1/contacts', { defaultFields, customFields, source: 'salesforce' });
    assert.equal(made.status, 201);
    assert.deepEqual(
        ((made.body.data as Json).customFields as Json[]).map(({ name, type, value }) => [name, type, value]),
        [['Salesforce Owner', 'string', 'Luc Bouchard']]
    );
    const path = `/v1/contacts/${String(data(made).id)}`;
    const kept = { phoneNumbers: [phoneNumbers[0]], company: 'Acme' };
    await patch(quo, path, { defaultFields: kept });
    const after = data(await quo.api(path));
    const fields = after.defaultFields as Json;
    assert.equal(fields.firstName, 'Zoé');
    assert.equal(fields.company, 'Acme');
    assert.equal((fields.phoneNumbers as unknown[]).length, 1);
    assert.deepEqual(fields.emails, []);
    assert.deepEqual(after.customFields, []);
});

test('a custom field that the workspace does not have is refused', async (t) => {
    const quo = await simulatedQuo(t);
    const body = { defaultFields: { firstName: 'Zoé' }, customFields: [{ key: 'shoe-size', value: 38 }] };
    assert.equal((await post(quo, '/v1/contacts', body)).status, 400);
    const keys = list(await quo.api('/v1/contact-custom-fields')).map((field) => field.key);
    assert.deepEqual(keys, ['salesforce-owner', 'customer-since', 'tags']);
});

test('every write through the API comes back as contact.updated, and a deletion as contact.deleted', async (t) => {
    const quo = await simulatedQuo(t);
    const hook = await receiver(t);
    const events = ['contact.updated', 'contact.deleted'];
    // resourceIds is about numbers: contacts come all the same.
    await post(quo, '/webhooks', { url: hook.url, events, resourceIds: ['PNventes02'] });
    const path = `/contacts/${String(data(await post(quo, '/contacts', NEW)).id)}`;
    await post(quo, `${path}/properties`, { type: 'phone-number', name: null, value: '+16135550411' });
    await quo.api(path, { method: 'DELETE' });
    const heard = await hook.until(3);
    const [deleted] = heard.filter((one) => one.body.type === 'contact.deleted');
    assert.equal(heard.filter((one) => one.body.type === 'contact.updated').length, 2);
    assert.equal(deleted?.body.data.resource.externalId, NEW.externalId);
    assert.deepEqual(deleted?.body.data.resource.phoneNumbers, []);
    assert.equal('sourceUrl' in (deleted?.body.data.resource ?? {}), false);
});

test('the app shows a contact from the API only once there is a conversation with its number', async (t) => {
    const quo = await simulatedQuo(t);
    const path = `/contacts/${String(data(await post(quo, '/contacts', NEW)).id)}`;
    await post(quo, `${path}/properties`, { type: 'phone-number', value: '+15145550401' });
    const shown = async () =>
        (await quo.control('GET', '/app/contacts?number=%2B15145550401')).body.contacts as unknown[];
    assert.equal((await shown()).length, 0);
    const text = {
        kind: 'message',
        direction: 'incoming',
        inbox: 'principal',
        who: ['mathieu-bergeron'],
        text: 'Allô'
    };
    await quo.control('POST', '/emit', { type: 'message.received', of: text });
    assert.equal((await shown()).length, 1);
});
