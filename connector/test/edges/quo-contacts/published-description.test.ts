import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { z } from 'zod';
import type { QuoContact } from '../../../src/domain/quo-contacts/contact.ts';
import { quoContacts } from '../../../src/quo/contacts.ts';
import { hastyClient, stubQuo, type Seen } from '../quo/stub-quo.ts';

type Schema = Parameters<typeof z.fromJSONSchema>[0];
interface Description {
    readonly paths: Record<string, Record<string, { readonly query?: Schema; readonly body?: Schema }>>;
    readonly components: Record<string, unknown>;
}

const description = JSON.parse(
    readFileSync(new URL('../../fixtures/quo-v1-contacts.openapi.json', import.meta.url), 'utf8')
) as Description;

/** References are to the few shared parts: put in their place. */
function resolved(schema: unknown): unknown {
    if (Array.isArray(schema)) return (schema as unknown[]).map(resolved);
    if (typeof schema !== 'object' || schema === null) return schema;
    const reference: unknown = Reflect.get(schema, '$ref');
    if (typeof reference === 'string') return resolved(description.components[reference.split('/').at(-1) ?? '']);
    const entries = Object.entries(schema) as [string, unknown][];
    return Object.fromEntries(entries.map(([key, value]) => [key, resolved(value)]));
}

/** @throws {Error} naming what is not as published */
function check({ method, path, body }: Seen): void {
    const url = new URL(path, 'http://quo');
    const template = url.pathname.replace(/^(\/v1\/contacts)\/[^/]+$/, '$1/{id}');
    const operation = description.paths[template]?.[method.toLowerCase()];
    assert.ok(operation, `${method} ${template} is not in the description`);
    if (operation.body) z.fromJSONSchema(resolved(operation.body) as Schema).parse(body);
    else assert.equal(body, undefined);
    const query: Record<string, unknown> = Object.fromEntries(
        [...new Set(url.searchParams.keys())].map((name): [string, unknown] => {
            const values = url.searchParams.getAll(name);
            if (name === 'maxResults') return [name, Number(values[0])];
            return [name, name.endsWith('s') ? values : values[0]];
        })
    );
    if (operation.query) z.fromJSONSchema(resolved(operation.query) as Schema).parse(query);
    else assert.deepEqual(query, {});
}

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
    assert.equal((await contacts.create({ ...rest, externalId, firstName }, urgency)).kind, 'done');
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
    assert.equal(quo.seen.length, 9);
    for (const seen of quo.seen) check(seen);
    const bad = { ...quo.seen[0]!, body: { defaultFields: { lastName: 'X' } } };
    assert.throws(() => check(bad), 'the check can fail');
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
        return Number.isNaN(status) || status === 200 ? { json: { data: {} } } : { status };
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
