import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { OrgUnavailable } from '../../../src/contracts/salesforce.ts';
import { Refusal } from '../../../src/salesforce/rest/refusal.ts';
import { openSession } from '../../../src/salesforce/rest/session.ts';
import { dependencies, fakeOrg, refusal, SETTINGS, token } from './fake-org.ts';
import { memoryVault } from './memory-vault.ts';

const EXPIRED = { status: 401, body: refusal('INVALID_SESSION_ID', 'Session expired or invalid') };
const get = { method: 'GET', path: '/limits' } as const;

async function failure(request: Promise<unknown>): Promise<OrgUnavailable> {
    try {
        await request;
    } catch (error) {
        if (error instanceof OrgUnavailable) return error;
        throw error;
    }
    throw new assert.AssertionError({ message: 'nothing was thrown' });
}

test('a request carries the token, the version, and what it was given', async () => {
    const org = fakeOrg(() => ({ body: { fine: true } }));
    const session = openSession(SETTINGS, org.dependencies);
    const body = { allOrNone: false };
    assert.deepEqual(await session.request({ method: 'POST', path: '/composite', body, headers: { 'x-a': 'b' } }), {
        fine: true
    });
    const [asked] = org.asked;
    assert.equal(asked?.path, '/services/data/v66.0/composite');
    assert.equal(asked?.headers.get('authorization'), 'Bearer token-1');
    assert.equal(asked?.headers.get('x-a'), 'b');
    assert.deepEqual(asked?.body, body);
});

test('the token is asked for once and kept in the vault for other processes', async () => {
    const org = fakeOrg(() => ({ body: {} }));
    await openSession(SETTINGS, org.dependencies).request(get);
    await openSession(SETTINGS, org.dependencies).request(get);
    assert.equal(org.signIns.length, 1);
});

test('tokens of another org or app are not used', async () => {
    const org = fakeOrg(() => ({ body: {} }));
    await openSession(SETTINGS, org.dependencies).request(get);
    const login = { flow: 'client-credentials', clientId: 'other', clientSecret: 's' } as const;
    await openSession({ ...SETTINGS, login }, org.dependencies).request(get);
    assert.deepEqual(
        org.signIns.map((form) => form.get('client_id')),
        ['client', 'other']
    );
});

test('an expired session gets one new token, shared by all who met it, and each request is sent once more', async () => {
    let issued = 0;
    const org = fakeOrg(
        ({ headers }) => (headers.get('authorization') === 'Bearer token-1' ? EXPIRED : { body: {} }),
        (asked) => token(`token-${(issued += 1)}`)(asked)
    );
    const session = openSession(SETTINGS, org.dependencies);
    await Promise.all(Array.from({ length: 10 }, () => session.request(get)));
    assert.equal(issued, 2);
    assert.equal(org.asked.length, 20);
    assert.equal(session.calls(), 20);
});

test('a token that is refused again right away is a matter of the session, not an endless loop', async () => {
    const org = fakeOrg(() => EXPIRED);
    const error = await failure(openSession(SETTINGS, org.dependencies).request(get));
    assert.equal(error.kind, 'session');
    assert.equal(error.note.code, 'SF-SIGN-IN-REVOKED');
    assert.equal(org.asked.length, 2);
});

test('a 401 that no token cures is not answered with a new token', async () => {
    const body = refusal('INVALID_SESSION_ID', 'This session is not valid for use with the REST API');
    const org = fakeOrg(() => ({ status: 401, body }));
    assert.equal((await failure(openSession(SETTINGS, org.dependencies).request(get))).kind, 'forbidden');
    assert.equal(org.signIns.length, 1);
});

test('an org that moved is found at its new address with a new token', async () => {
    const addresses = ['https://old.my.salesforce.com', 'https://new.my.salesforce.com'];
    const hosts: string[] = [];
    let issued = 0;
    const org = fakeOrg(
        () => ({ status: hosts.length === 1 ? 301 : 200, body: {} }),
        (asked) => token(`token-${issued}`, { instance_url: addresses[issued++] ?? '' })(asked)
    );
    const fetch: typeof globalThis.fetch = (input, init) => {
        const { origin, pathname } = new URL(input);
        if (!pathname.includes('oauth2')) hosts.push(origin);
        return org.fetch(input, init);
    };
    await openSession(SETTINGS, dependencies(fetch)).request(get);
    assert.deepEqual(hosts, addresses);
});

test('the allowance is what Salesforce said last', async () => {
    let used = 17;
    const org = fakeOrg(() => ({ body: {}, headers: { 'sforce-limit-info': `api-usage=${(used += 1)}/15000` } }));
    const session = openSession(SETTINGS, org.dependencies);
    assert.equal(session.allowance(), undefined);
    await session.request(get);
    await session.request(get);
    assert.deepEqual(session.allowance(), { used: 19, limit: 15_000 });
});

for (const [what, status, code, message, kind] of [
    ['the daily limit pauses', 403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.', 'limit'],
    ['too many long requests pass', 403, 'REQUEST_LIMIT_EXCEEDED', 'ConcurrentPerOrgLongTxn Limit exceeded.', 'retry'],
    ['an org without API needs an admin', 403, 'API_DISABLED_FOR_ORG', 'API is disabled for this org', 'forbidden'],
    ['any other 403 needs an admin', 403, 'SOMETHING_NEW', 'no', 'forbidden'],
    ['server trouble passes', 500, 'UNKNOWN_EXCEPTION', 'An unexpected error occurred', 'retry'],
    ['maintenance passes', 503, 'SERVER_UNAVAILABLE', 'down', 'retry'],
    ['the routing layer passes', 420, 'ANY', '', 'retry']
] as const)
    test(`${what} (${status} ${code}), after one single request`, async () => {
        const org = fakeOrg(() => ({ status, body: refusal(code, message) }));
        const error = await failure(openSession(SETTINGS, org.dependencies).request(get));
        assert.equal(error.kind, kind);
        assert.equal(org.asked.length, 1);
    });

test('a refusal keeps the status and what Salesforce said', async () => {
    const org = fakeOrg(() => ({ status: 400, body: refusal('INVALID_FIELD', "No such column 'X__c'", ['X__c']) }));
    await assert.rejects(openSession(SETTINGS, org.dependencies).request(get), (error) => {
        assert.ok(error instanceof Refusal);
        assert.equal(error.status, 400);
        assert.deepEqual(error.first.fields, ['X__c']);
        return true;
    });
});

test('a request that gets no answer in time may have been carried out', async () => {
    const fetch = fakeOrg(
        ({ signal }) =>
            new Promise((_, fail) => {
                signal?.addEventListener('abort', () => fail(signal.reason as Error));
            })
    ).fetch;
    const error = await failure(openSession(SETTINGS, dependencies(fetch)).request({ ...get, timeoutMs: 5 }));
    assert.deepEqual([error.kind, error.note.code, error.maybeWritten], ['retry', 'SF-TIMEOUT', true]);
});

test('shutdown ends a request under way', async () => {
    const shutdown = new AbortController();
    const { fetch } = fakeOrg(
        ({ signal }) =>
            new Promise((_, fail) => {
                signal?.addEventListener('abort', () => fail(signal.reason as Error));
                shutdown.abort();
            })
    );
    const session = openSession(SETTINGS, { ...dependencies(fetch), signal: shutdown.signal });
    assert.equal((await failure(session.request(get))).kind, 'retry');
});

test('a connection that breaks within an answer is a failure of that request, not of the process', async (t) => {
    let requests = 0;
    const server = createServer((request, response) => {
        requests += 1;
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 });
        response.write('{"half":', () => request.socket.destroy());
    }).listen(0, '127.0.0.1');
    t.after(() => server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    const instanceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const signIn = fakeOrg(() => ({}), token('t', { instance_url: instanceUrl })).fetch;
    const fetch: typeof globalThis.fetch = (input, init) =>
        (input as string).startsWith(instanceUrl) ? globalThis.fetch(input, init) : signIn(input, init);
    const error = await failure(openSession(SETTINGS, dependencies(fetch, memoryVault())).request(get));
    assert.deepEqual([error.kind, error.maybeWritten, requests], ['retry', true, 1]);
});

test('a machine without network is told apart from a write that may have happened', async () => {
    const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    const vault = memoryVault();
    const org = fakeOrg(() => ({ body: {} }));
    await openSession(SETTINGS, dependencies(org.fetch, vault)).request(get);
    const fetch: typeof globalThis.fetch = () => Promise.reject(new TypeError('fetch failed', { cause }));
    const error = await failure(openSession(SETTINGS, dependencies(fetch, vault)).request(get));
    assert.deepEqual([error.note.seen, error.maybeWritten], ['ECONNREFUSED', false]);
});

test('an org that became another one under the same address is asked nothing, and its tokens are not kept', async () => {
    const another = {
        access_token: 'token-2',
        token_type: 'Bearer',
        id: 'https://login.salesforce.com/id/00D5e000000OtherEAS/0055e0000001AAA'
    };
    let signIns = 0;
    const org = fakeOrg(
        () => EXPIRED,
        (asked) => token('token-1', (signIns += 1) === 1 ? {} : another)(asked)
    );
    const kept: string[] = [];
    const belonging = { known: async () => kept[0], keep: async (id: string) => void kept.push(id) };
    const session = openSession(SETTINGS, { ...org.dependencies, belonging });
    assert.equal((await failure(session.request(get))).note.code, 'SF-OTHER-ORG');
    assert.equal(org.asked.length, 1, 'nothing is asked with the new token');
    assert.match((await org.dependencies.vault.read('default', 'salesforce-tokens')) ?? '', /token-1/);
    assert.deepEqual(kept, ['00D5e000000AbcDEAS']);
});

test('where nothing else tells which org belongs here, the tokens of another configuration do', async () => {
    const org = fakeOrg(() => ({ body: {} }));
    await openSession(SETTINGS, org.dependencies).request(get);
    const another = { id: 'https://login.salesforce.com/id/00D5e000000OtherEAS/0055e0000001AAA' };
    const changed = fakeOrg(() => ({ body: {} }), token('token-2', another));
    const { vault } = org.dependencies;
    const session = openSession(
        { ...SETTINGS, loginUrl: 'https://other.my.salesforce.com' },
        { ...changed.dependencies, vault }
    );
    assert.equal((await failure(session.request(get))).note.code, 'SF-OTHER-ORG');
    assert.equal(changed.asked.length, 0);
});

test('tokens that were kept before are of the org that belongs here too', async () => {
    const org = fakeOrg(() => ({ body: {} }));
    await openSession(SETTINGS, org.dependencies).request(get);
    const belonging = { known: async () => '00D5e0000000OthEAS', keep: async () => {} };
    const session = openSession(SETTINGS, { ...org.dependencies, belonging });
    assert.equal((await failure(session.request(get))).note.code, 'SF-OTHER-ORG');
    assert.equal(org.asked.length, 1);
});
