import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simulatedQuo } from './simulated-quo.ts';

test('the dated surface asks for its version before it asks for the key', async (t) => {
    const quo = await simulatedQuo(t);
    for (const version of [{}, { 'quo-api-version': '2026-01-01' }, { 'x-quo-api-version': '2026-03-30' }]) {
        const response = await fetch(`${quo.url}/calls`, { headers: version as Record<string, string> });
        const body = (await response.json()) as Record<string, unknown>;
        assert.equal(response.status, 400);
        assert.equal(body.message, 'Unsupported or missing Quo-Api-Version header. Supported versions: 2026-03-30');
    }
});

test('a key is taken raw: Bearer, a wrong one and none are 401', async (t) => {
    const quo = await simulatedQuo(t);
    for (const authorization of ['Bearer sandbox-key', 'sandbox', '']) {
        assert.equal((await quo.api('/organization', { headers: { authorization } })).status, 401);
    }
    assert.equal((await quo.api('/organization')).status, 200);
});

test('a key that was just made is refused for 30 seconds', async (t) => {
    const quo = await simulatedQuo(t, { youngKeys: ['young'] });
    const headers = { authorization: 'young' };
    assert.equal((await quo.api('/organization', { headers })).status, 401);
    quo.clock.ms += 27_000;
    assert.equal((await quo.api('/organization', { headers })).status, 401);
    assert.equal((await quo.api('/organization', { headers })).status, 200);
});

test('a revoked key is refused', async (t) => {
    const quo = await simulatedQuo(t);
    await quo.control('DELETE', '/keys/sandbox-key');
    assert.equal((await quo.api('/organization')).status, 401);
});

test('a key has ten requests in a second, over both surfaces; then 429 without Retry-After until the next second', async (t) => {
    const quo = await simulatedQuo(t, { keys: ['sandbox-key', 'other'] });
    const ask = (path: string, key = 'sandbox-key') =>
        fetch(quo.url + path, { headers: { authorization: key, 'quo-api-version': '2026-03-30' } });
    for (let i = 0; i < 10; i++) assert.equal((await ask(i % 2 ? '/organization' : '/v1/users')).status, 200);
    const refused = await ask('/organization');
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get('retry-after'), null);
    assert.deepEqual(Object.keys((await refused.json()) as object).sort(), ['docs', 'message', 'title', 'trace']);
    assert.equal((await ask('/v1/users')).status, 429);
    assert.equal((await ask('/organization', 'other')).status, 200);
    quo.clock.ms += 1_000;
    assert.equal((await ask('/organization')).status, 200);
});

test('the dated surface and v1 speak of errors in different shapes, and v1 in two', async (t) => {
    const quo = await simulatedQuo(t);
    const dated = await quo.api('/calls/ACnone');
    assert.equal(dated.status, 404);
    assert.equal(dated.body.docs, 'https://quo.com/docs');
    const live = await quo.api('/v1/calls/ACnone');
    assert.deepEqual(Object.keys(live.body), ['error']);
    await quo.control('POST', '/settings', { v1Errors: 'spec' });
    const spec = await quo.api('/v1/calls/ACnone');
    assert.equal(spec.body.status, 404);
    assert.equal(spec.body.message, 'Call not found');
});

test('ordered trouble meets the requests it was ordered for, and then is gone', async (t) => {
    const quo = await simulatedQuo(t);
    await quo.control('POST', '/faults', { answer: 503, count: 2, path: '/users' });
    assert.equal((await quo.api('/organization')).status, 200);
    assert.deepEqual([(await quo.api('/users')).status, (await quo.api('/users')).status], [503, 503]);
    assert.equal((await quo.api('/users')).status, 200);
    await quo.control('POST', '/faults', { answer: 'reset' });
    await assert.rejects(quo.api('/organization'));
});

test('requests are counted by endpoint and by answer', async (t) => {
    const quo = await simulatedQuo(t);
    await quo.api('/users/USlucb0002');
    await quo.api('/users/USnobody');
    await quo.api('/organization');
    const { body } = await quo.control('GET', '/requests');
    assert.deepEqual(body, {
        total: 3,
        byEndpoint: { 'GET /organization': 1, 'GET /users/{id}': 2 },
        byStatus: { '200': 2, '404': 1 }
    });
});
