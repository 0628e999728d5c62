import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { test } from 'node:test';
import { CodedError } from '../../../src/errors/errors.ts';
import { QuoError } from '../../../src/quo/quo-error.ts';
import { hastyClient, stubQuo } from './stub-quo.ts';

const fails = (code: string, status?: number) => (error: unknown) => {
    assert.ok(error instanceof CodedError, String(error));
    assert.equal(error.code, code);
    if (status !== undefined) assert.equal(error instanceof QuoError && error.status, status);
    return true;
};

test('a request carries the raw key, and the version on the dated surface only', async (t) => {
    const quo = await stubQuo(t, () => ({ json: { data: 1 } }));
    const client = hastyClient(`${quo.url}/`);
    await client.send('GET /calls/{callId}', { params: { callId: 'AC/1?' }, query: { include: 'summary,voicemail' } });
    await client.send('POST /v1/contacts', { body: { a: 'é' } });
    await client.send('GET /v1/contacts', { query: { externalIds: ['a', 'b+'], pageToken: undefined, maxResults: 2 } });
    const [call, create, list] = quo.seen;
    assert.equal(call?.path, '/calls/AC/1??include=summary,voicemail');
    assert.equal(call?.headers.authorization, 'sandbox-key');
    assert.equal(call?.headers['quo-api-version'], '2026-03-30');
    assert.equal(call?.headers['content-type'], undefined);
    assert.equal(create?.headers['quo-api-version'], undefined);
    assert.deepEqual(create?.body, { a: 'é' });
    assert.equal(list?.path, '/v1/contacts?externalIds=a&externalIds=b+&maxResults=2');
    assert.deepEqual(client.requests(), {
        'GET /calls/{callId}': 1,
        'POST /v1/contacts': 1,
        'GET /v1/contacts': 1
    });
});

test('an answer without a body is undefined, one without JSON is an error', async (t) => {
    const quo = await stubQuo(t, (_, count) => (count === 1 ? { status: 204 } : { text: '<html>' }));
    const client = hastyClient(quo.url);
    assert.equal(await client.send('DELETE /v1/contacts/{id}', { params: { id: 'x' } }), undefined);
    await assert.rejects(client.send('GET /users'), fails('QUO-ANSWER'));
});

test('both envelopes of errors are understood, and nothing personal is repeated', async (t) => {
    const envelopes = [
        {
            status: 400,
            json: {
                title: 'Bad Request',
                message: 'to +1 (514) 555-0111 or maude@example.com',
                code: '0201400',
                errors: [{ path: '/to' }]
            }
        },
        { status: 404, json: { error: { message: 'Not found', key: 'not-found', trace: '1' } } },
        { status: 409, json: { message: 'Failed to create contact', code: '0800409', title: 'Conflict' } },
        { status: 402, json: {} },
        { status: 403, text: 'no' }
    ];
    const quo = await stubQuo(t, (_, count) => envelopes[count - 1] ?? 'silence');
    const client = hastyClient(quo.url);
    await assert.rejects(client.send('POST /v1/messages'), (error: QuoError) => {
        assert.equal(error.seen, 'POST /v1/messages → 400 0201400 Bad Request to … or … /to');
        return fails('QUO-REQUEST', 400)(error);
    });
    await assert.rejects(client.send('GET /users'), fails('QUO-NOT-FOUND', 404));
    await assert.rejects(client.send('POST /v1/contacts'), fails('QUO-CONFLICT', 409));
    await assert.rejects(client.send('GET /users'), fails('QUO-PLAN', 402));
    await assert.rejects(client.send('GET /users'), fails('QUO-FORBIDDEN', 403));
    assert.equal(client.slept.length, 0, 'none of them gets better by itself');
});

test('trouble is tried again with growing, jittered waits, and given up in the end', async (t) => {
    const quo = await stubQuo(t, (_, count) => (count < 3 ? { status: 503 } : { json: { data: [] } }));
    const client = hastyClient(quo.url);
    await client.send('GET /users');
    assert.deepEqual(client.slept, [600, 1_200]);
    assert.deepEqual(client.retries(), { 503: 2 });
    const down = await stubQuo(t, () => ({ status: 500, json: { message: 'oops' } }));
    const other = hastyClient(down.url);
    await assert.rejects(other.send('GET /users'), fails('QUO-SERVER', 500));
    assert.equal(down.seen.length, 4);
});

test('no answer is tried again for what can be repeated, never for a POST', async (t) => {
    const quo = await stubQuo(t, (_, count) => (count === 1 ? 'hang up' : count === 2 ? 'silence' : { json: {} }));
    const client = hastyClient(quo.url, { timeoutMs: 600 });
    await client.send('PATCH /v1/contacts/{id}', { params: { id: 'x' }, body: {} });
    assert.equal(quo.seen.length, 3);
    assert.deepEqual(client.retries(), { unreachable: 2 });
    const silent = await stubQuo(t, () => 'silence');
    const posting = hastyClient(silent.url, { timeoutMs: 300 });
    await assert.rejects(posting.send('POST /v1/contacts', { body: {} }), fails('QUO-UNREACHABLE'));
    assert.equal(silent.seen.length, 1);
    const broken = await stubQuo(t, () => ({ status: 502 }));
    await assert.rejects(hastyClient(broken.url).send('POST /v1/contacts', { body: {} }), fails('QUO-SERVER', 502));
    assert.equal(broken.seen.length, 1);
});

test('a closed port says so', async () => {
    const client = hastyClient('http://127.0.0.1:9');
    await assert.rejects(client.send('GET /users'), fails('QUO-UNREACHABLE'));
});

test('429 is tried again, a POST too, and an announced wait is kept', async (t) => {
    const quo = await stubQuo(t, (_, count) =>
        count === 1 ? { status: 429, headers: { 'retry-after': '3' } } : { status: 201, json: { data: {} } }
    );
    const client = hastyClient(quo.url);
    await client.send('POST /v1/contacts', { body: {} });
    assert.deepEqual(client.slept, [3_000]);
    assert.deepEqual(client.retries(), { 429: 1 });
});

test('a new key is given its half minute; one that never works is told so, and then at once', async (t) => {
    const young = await stubQuo(t, (_, count) => (count < 4 ? { status: 401 } : { json: { data: {} } }));
    let told = 0;
    const client = hastyClient(young.url, { onWaitingForKey: () => (told += 1) });
    await client.send('GET /organization');
    assert.equal(told, 3);
    assert.deepEqual(client.slept, [5_000, 5_000, 5_000]);
    const wrong = await stubQuo(t, () => ({ status: 401, json: { error: { message: 'Unauthorized' } } }));
    const refused = hastyClient(wrong.url);
    await assert.rejects(refused.send('GET /organization'), fails('QUO-KEY', 401));
    assert.equal(wrong.seen.length, 9, 'every five seconds for forty');
    await assert.rejects(refused.send('GET /organization'), fails('QUO-KEY', 401));
    assert.equal(wrong.seen.length, 10);
});

test('a key that worked and is refused was revoked: no waiting', async (t) => {
    const quo = await stubQuo(t, (_, count) => (count === 1 ? { json: {} } : { status: 401 }));
    const client = hastyClient(quo.url);
    await client.send('GET /organization');
    await assert.rejects(client.send('GET /organization'), fails('QUO-KEY', 401));
    assert.equal(client.slept.length, 0);
});

test('a redirect is not followed: it would carry the key away', async (t) => {
    const elsewhere = await stubQuo(t, () => ({ json: {} }));
    const quo = await stubQuo(t, () => ({ status: 302, headers: { location: elsewhere.url } }));
    await assert.rejects(hastyClient(quo.url).send('GET /users'), fails('QUO-UNREACHABLE'));
    assert.equal(elsewhere.seen.length, 0);
});

test('an aborted request stops, while it waits and while it runs', async (t) => {
    const stop = new AbortController();
    const quo = await stubQuo(t, () => {
        stop.abort(new Error('shutting down'));
        return 'silence';
    });
    const client = hastyClient(quo.url);
    const running = client.send('GET /users', { signal: stop.signal });
    await assert.rejects(running, /shutting down/);
    await assert.rejects(client.send('GET /users', { signal: stop.signal }), /shutting down/);
    assert.equal(client.waiting('calls'), 0);
});

test('a signal that lives for many requests keeps nothing of them', async (t) => {
    const quo = await stubQuo(t, () => ({ json: { data: [] } }));
    const client = hastyClient(quo.url);
    const { signal } = new AbortController();
    for (let n = 0; n < 30; n += 1) await client.send('GET /users', { signal });
    assert.equal(getEventListeners(signal, 'abort').length, 0);
});
