import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QuoContact } from '../../../src/domain/quo-contacts/contact.ts';
import { quoContacts } from '../../../src/quo/contacts.ts';
import { checkPublished } from '../quo/published.ts';
import { hastyClient, stubQuo } from '../quo/stub-quo.ts';

const contact: QuoContact = {
    id: 'q1',
    source: 'quo-for-salesforce',
    externalId: '0035g00000MAUDEAAA',
    sourceUrl: 'https://acme.my.salesforce.com/0035g00000MAUDEAAA',
    firstName: 'Maude',
    role: 'Directrice',
    phoneNumbers: [{ name: 'Mobile', value: '+15145550111' }],
    emails: [],
    customFields: [
        { key: 'owner', value: 'Luc' },
        { id: 'f9', value: null },
        { key: 'tags', value: ['a'] },
        { key: 'vip', value: true },
        { key: 'seats', value: 4 }
    ]
};

test('every request that we make about contacts is one that Quo’s published description knows', async (t) => {
    const quo = await stubQuo(t, ({ method, path }) => {
        if (path.startsWith('/v1/contact-custom-fields')) return { json: { data: [] } };
        if (method === 'GET' && path.includes('?')) return { json: { data: [], totalItems: 0, nextPageToken: null } };
        return { json: { data: { ...contact, defaultFields: contact, id: 'q1' } } };
    });
    const contacts = quoContacts(hastyClient(quo.url));
    const urgency = { lane: 'full' as const };
    const { source, externalId = '', firstName = '', ...rest } = { ...contact, id: undefined };
    const ownFields = rest.customFields.filter(({ key }) => key !== undefined);
    const draft = { ...rest, customFields: ownFields, externalId, firstName };
    assert.equal((await contacts.create(draft, urgency)).kind, 'done');
    assert.equal(
        (await contacts.create({ externalId, firstName, phoneNumbers: [], emails: [], customFields: [] }, urgency))
            .kind,
        'done'
    );
    await contacts.replace('q1', { ...rest, source, externalId, firstName }, urgency);
    await contacts.replace('q1', { phoneNumbers: [], emails: [], customFields: [] }, urgency);
    await contacts.get('q1', urgency);
    await contacts.remove('q1', urgency);
    await contacts.find(
        Array.from({ length: 60 }, (_, i) => `0035g0000${i}`),
        urgency
    );
    for await (const page of contacts.ours(urgency)) assert.deepEqual(page, []);
    await contacts.fieldDefinitions(urgency);
    await contacts.change('q1', { lastName: 'Roy', company: null, sourceUrl: rest.sourceUrl! }, urgency);
    assert.equal(quo.seen.length, 10);
    for (const seen of quo.seen) checkPublished(seen);
    const [created, , replaced] = quo.seen;
    const refused = (change: object): void =>
        assert.throws(() => checkPublished({ ...created!, ...change }), JSON.stringify(change));
    refused({ body: { defaultFields: { lastName: 'X' } } });
    refused({ body: { defaultFields: { firstName: 'X', nickname: 'Y' } } });
    refused({ body: { defaultFields: { firstName: 'X', phoneNumbers: [{ name: 'a', value: 'b', id: 'c' }] } } });
    refused({ body: { defaultFields: { firstName: 'X' }, customFields: [{ key: 'a', value: { b: 1 } }] } });
    refused({ body: { defaultFields: { firstName: 'X' }, source: 'x'.repeat(73) } });
    refused({ method: 'GET', body: undefined });
    refused({ method: 'GET', path: '/v1/contacts?maxResults=51', body: undefined });
    refused({ method: 'GET', path: '/v1/contacts?maxResults=5&search=Ana', body: undefined });
    refused({ path: '/v1/messages' });
    refused({ ...replaced!, path: '/contacts/q1', body: { firstName: 'X' }, headers: {} });
});

test('a contact is read with everything that must survive a replacement', async (t) => {
    const quo = await stubQuo(t, () => ({
        json: {
            data: {
                id: 'q1',
                source: 'quo-for-salesforce',
                externalId: null,
                defaultFields: {
                    firstName: 'Maude',
                    lastName: null,
                    company: null,
                    role: null,
                    emails: [{ id: 'e1', name: 'x', value: null }],
                    phoneNumbers: [{ id: 'p1', name: null, value: '+15145550111' }]
                },
                customFields: [
                    { id: 'f1', key: 'plan', name: 'Plan', type: 'string', value: 'Or' },
                    { id: 'f2', name: 'Ancien', type: 'number' }
                ],
                createdAt: '2026-01-01T00:00:00Z'
            }
        }
    }));
    const result = await quoContacts(hastyClient(quo.url)).get('q1', { lane: 'full' });
    assert.deepEqual(result, {
        kind: 'done',
        value: {
            id: 'q1',
            source: 'quo-for-salesforce',
            firstName: 'Maude',
            phoneNumbers: [{ name: '', value: '+15145550111' }],
            emails: [],
            customFields: [
                { key: 'plan', id: 'f1', value: 'Or' },
                { id: 'f2', value: null }
            ]
        }
    });
});

test('every kind of answer is a result, and only an answer that makes no sense is unsure', async (t) => {
    const quo = await stubQuo(t, ({ path }) => {
        const status = Number(path.split('/').at(-1));
        return Number.isNaN(status) || status === 200 ? { json: { data: {} } } : { status, json: { message: 'no' } };
    });
    const contacts = quoContacts(hastyClient(quo.url, { youngKeyMs: 0 }));
    const kind = async (id: string) => (await contacts.remove(id, { lane: 'full' })).kind;
    assert.equal(await kind('200'), 'done');
    assert.equal(await kind('404'), 'gone');
    assert.equal(await kind('409'), 'conflict');
    assert.equal(await kind('400'), 'refused');
    assert.equal(await kind('401'), 'refused');
    assert.equal(await kind('500'), 'unsure');
    const odd = await contacts.create({ ...contact, externalId: 'x', firstName: 'y' }, { lane: 'full' });
    assert.deepEqual(odd, { kind: 'unsure', note: { code: 'QUO-ANSWER', seen: 'POST /v1/contacts: data.id' } });
});
