import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { openSession } from '../../../src/salesforce/rest/session.ts';
import { parseTokens, storeSignIn, TOKENS_SECRET } from '../../../src/salesforce/oauth/tokens.ts';
import { privateStore } from '../store/database.ts';
import { dependencies, fakeOrg, refusal, SETTINGS } from './fake-org.ts';
import { memoryVault } from './memory-vault.ts';

const LOGIN = { flow: 'web-server', clientId: 'client', clientSecret: 's', redirectUri: 'https://x/callback' } as const;
const ROTATING = { ...SETTINGS, login: LOGIN };

/** Salesforce with rotation: each refresh token works once, and using one twice ends everything. */
function rotatingOrg() {
    let generation = 1;
    const misused: string[] = [];
    const signIn = (refreshToken: string | null) => {
        if (refreshToken !== `refresh-${generation}`) {
            misused.push(refreshToken ?? 'none');
            return { status: 400, body: { error: 'invalid_grant', error_description: 'expired access/refresh token' } };
        }
        generation += 1;
        return {
            status: 200,
            body: { access_token: `access-${generation}`, refresh_token: `refresh-${generation}`, token_type: 'Bearer' }
        };
    };
    return {
        misused,
        signIn,
        generation: () => generation,
        answer: (authorization: string | null) =>
            authorization === `Bearer access-${generation}` && generation > 1
                ? { status: 200, body: {} }
                : { status: 401, body: refusal('INVALID_SESSION_ID') }
    };
}

const FIRST = { accessToken: 'access-1', refreshToken: 'refresh-1' };

test('a rotated refresh token is stored before anybody uses the new session', async () => {
    const rotating = rotatingOrg();
    const vault = memoryVault();
    const instanceUrl = SETTINGS.loginUrl;
    await storeSignIn(ROTATING, vault, 'default', { ...FIRST, instanceUrl });
    const org = fakeOrg(
        ({ headers }) => {
            const stored = parseTokens(vault.secrets.get(`default/${TOKENS_SECRET}`));
            const bearer = headers.get('authorization');
            if (bearer !== 'Bearer access-1') assert.equal(bearer, `Bearer ${stored?.accessToken}`);
            return rotating.answer(bearer);
        },
        ({ form }) => {
            const { status, body } = rotating.signIn(form?.get('refresh_token') ?? null);
            return { status, body: { ...body, instance_url: instanceUrl } };
        }
    );
    await openSession(ROTATING, dependencies(org.fetch, vault)).request({ method: 'GET', path: '/limits' });
    const stored = parseTokens(vault.secrets.get(`default/${TOKENS_SECRET}`));
    assert.deepEqual([stored?.accessToken, stored?.refreshToken], ['access-2', 'refresh-2']);
});

test('an org without rotation keeps its refresh token', async () => {
    const vault = memoryVault();
    await storeSignIn(ROTATING, vault, 'default', { ...FIRST, instanceUrl: SETTINGS.loginUrl });
    const org = fakeOrg(
        ({ headers }) =>
            headers.get('authorization') === 'Bearer access-2'
                ? { body: {} }
                : { status: 401, body: refusal('INVALID_SESSION_ID') },
        () => ({ body: { access_token: 'access-2', token_type: 'Bearer', instance_url: SETTINGS.loginUrl } })
    );
    await openSession(ROTATING, dependencies(org.fetch, vault)).request({ method: 'GET', path: '/limits' });
    assert.equal(parseTokens(vault.secrets.get(`default/${TOKENS_SECRET}`))?.refreshToken, 'refresh-1');
});

test('a revoked sign-in says so, and leaves what is stored for a new one to replace', async () => {
    const vault = memoryVault();
    await storeSignIn(ROTATING, vault, 'default', { ...FIRST, instanceUrl: SETTINGS.loginUrl });
    const org = fakeOrg(
        ({ headers }) =>
            headers.get('authorization') === 'Bearer new'
                ? { body: {} }
                : { status: 401, body: refusal('INVALID_SESSION_ID') },
        () => ({ status: 400, body: { error: 'invalid_grant', error_description: 'expired access/refresh token' } })
    );
    const session = openSession(ROTATING, dependencies(org.fetch, vault));
    const request = { method: 'GET', path: '/limits' } as const;
    await assert.rejects(session.request(request), {
        kind: 'session',
        note: { code: 'SF-SIGN-IN-REVOKED', seen: 'invalid_grant: expired access/refresh token' }
    });
    await storeSignIn(ROTATING, vault, 'default', {
        accessToken: 'new',
        refreshToken: 'r',
        instanceUrl: SETTINGS.loginUrl
    });
    await session.request(request);
});

test('two processes that meet the same expired session use each refresh token once', async (t) => {
    const rotating = rotatingOrg();
    const server = createServer((request, response) => {
        let text = '';
        request.on('data', (chunk: Buffer) => (text += chunk.toString()));
        request.on('end', () => {
            const isSignIn = request.url?.startsWith('/services/oauth2/token') ?? false;
            const reply = isSignIn
                ? rotating.signIn(new URLSearchParams(text).get('refresh_token'))
                : rotating.answer(request.headers.authorization ?? null);
            response.writeHead(reply.status, { 'content-type': 'application/json' });
            response.end(JSON.stringify(isSignIn ? Object.assign({ instance_url: loginUrl }, reply.body) : reply.body));
        });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    t.after(() => server.close());
    const loginUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const settings = { ...ROTATING, loginUrl };
    const { store, databaseUrl, secretKey } = await privateStore();
    await storeSignIn(settings, store.vault, 'default', { ...FIRST, instanceUrl: loginUrl });
    const children = [1, 2].map(() => fork(new URL('rotation-process.ts', import.meta.url)));
    t.after(() => children.forEach((child) => child.kill()));
    await Promise.all(children.map((child) => once(child, 'message')));
    const done = Promise.all(children.map((child) => once(child, 'message')));
    for (const child of children) child.send({ settings, databaseUrl, secretKey, requests: 20 });
    const results = (await done).map(([result]) => result as unknown);
    assert.deepEqual(results, [{ answered: 20 }, { answered: 20 }]);
    assert.deepEqual(rotating.misused, []);
    assert.equal(rotating.generation(), 2);
    const stored = parseTokens(await store.vault.read('default', TOKENS_SECRET));
    assert.equal(stored?.refreshToken, 'refresh-2');
});
