import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simulatedQuo, type Json } from './simulated-quo.ts';

/** What the documentation doesn't name, or names as wrong, and where the answer points. */
const REFUSED: readonly (readonly [string, string])[] = [
    ['/calls?limit=51', '/query/limit'],
    ['/calls?limit=0', '/query/limit'],
    ['/calls?limit=ten', '/query/limit'],
    ['/calls?after=nonsense', '/query/after'],
    ['/calls?createdAt[gt]=2026-11-20T00:00:00Z', '/query/createdAt[gt]'],
    ['/calls?updatedAt[gte]=2026-11-20T00:00:00Z', '/query/updatedAt[gte]'],
    ['/calls?createdAt[gte]=yesterday', '/query/createdAt[gte]'],
    ['/calls?sort=createdAt:asc', '/query/sort'],
    ['/calls?include=transcript', '/query/include'],
    ['/calls?status=ended', '/query/status'],
    ['/calls?actorId=PN1', '/query/actorId'],
    ['/messages?createdAt[gte]=2026-11-20T00:00:00Z', '/query/createdAt[gte]'],
    ['/messages?conversationId=CN1', '/query/conversationId'],
    ['/messages?status[in]=sent,failed', '/query/status[in]'],
    ['/conversations?sort=name:asc', '/query/sort'],
    ['/contacts?phoneNumber=%2B15145550100', '/query/phoneNumber'],
    ['/contacts?externalIds=1', '/query/externalIds'],
    ['/webhooks?limit=10', '/query/limit'],
    ['/phone-numbers?include=businessHours', '/query/include'],
    ['/users/SYUsona2026', '/params/userId'],
    ['/calls/CR1', '/params/callId'],
    ['/webhooks/WH1', '/params/webhookId']
];

for (const [path, where] of REFUSED) {
    test(`GET ${path} is 400 and points at ${where}`, async (t) => {
        const quo = await simulatedQuo(t);
        const answer = await quo.api(path);
        assert.equal(answer.status, 400);
        assert.deepEqual(
            (answer.body.errors as Json[]).map((fault) => fault.path),
            [where]
        );
    });
}

const REFUSED_BY_V1 = [
    '/v1/calls?phoneNumberId=PNprincip1&participants=%2B15145550201',
    '/v1/calls?maxResults=101&phoneNumberId=PNprincip1&participants=%2B15145550201',
    '/v1/calls?maxResults=10&phoneNumberId=PNprincip1&participants=%2B15145550201&participants=%2B15145550202',
    '/v1/calls?maxResults=10&phoneNumberId=PNprincip1',
    '/v1/messages?maxResults=10&participants=%2B15145550201',
    '/v1/contacts',
    '/v1/contacts?maxResults=51',
    '/v1/conversations',
    '/v1/users/SYUsona2026',
    '/v1/calls?limit=10'
];

for (const path of REFUSED_BY_V1) {
    test(`GET ${path} is 400`, async (t) => {
        const quo = await simulatedQuo(t);
        assert.equal((await quo.api(path)).status, 400);
    });
}

const ABSENT = [
    '/calls/ACnone',
    '/messages/ACnone',
    '/users/USnone',
    '/phone-numbers/PNnone',
    '/contacts/none',
    '/webhooks/1'
];

for (const path of [
    ...ABSENT,
    '/v1/calls/ACnone',
    '/v1/call-voicemails/ACnone',
    '/v1/webhooks/WHnone',
    '/tasks',
    '/v2/webhooks'
]) {
    test(`GET ${path} is 404`, async (t) => {
        const quo = await simulatedQuo(t);
        assert.equal((await quo.api(path)).status, 404);
    });
}

const BODIES: readonly (readonly [string, string, unknown, string])[] = [
    ['POST', '/contacts', { lastName: 'Sans prénom' }, '/body/firstName'],
    ['POST', '/contacts', { firstName: 'A', phoneNumbers: [] }, '/body/'],
    ['POST', '/contacts', { firstName: 'A', source: 'openphone-mine' }, '/body/source'],
    ['POST', '/contacts', { firstName: 'A', source: 'zapier' }, '/body/source'],
    ['POST', '/contacts', { firstName: 'A', externalId: 'x'.repeat(76) }, '/body/externalId'],
    ['POST', '/contacts', { firstName: 'A', sourceUrl: `https://a.example/${'x'.repeat(200)}` }, '/body/sourceUrl'],
    ['POST', '/webhooks', { url: 'http://a.example/', events: [] }, '/body/events'],
    ['POST', '/webhooks', { url: 'http://a.example/', events: ['webhook.test'] }, '/body/events/0'],
    ['POST', '/webhooks', { events: ['call.completed'] }, '/body/url']
];

for (const [method, path, body, where] of BODIES) {
    test(`${method} ${path} with ${JSON.stringify(body).slice(0, 60)} is 400 and points at ${where}`, async (t) => {
        const quo = await simulatedQuo(t);
        const answer = await quo.api(path, { method, body });
        assert.equal(answer.status, 400);
        assert.equal((answer.body.errors as Json[])[0]?.path, where);
    });
}

test('a body that is not JSON is 400 in the usual shape', async (t) => {
    const quo = await simulatedQuo(t);
    const headers = {
        authorization: 'sandbox-key',
        'quo-api-version': '2026-03-30',
        'content-type': 'application/json'
    };
    const response = await fetch(`${quo.url}/contacts`, { method: 'POST', headers, body: '{' });
    assert.equal(response.status, 400);
    assert.equal(((await response.json()) as Json).title, 'Bad Request');
});
