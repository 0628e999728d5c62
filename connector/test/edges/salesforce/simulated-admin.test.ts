import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { checkOrg } from '../../../src/salesforce/checks/check-org.ts';
import type { OrgWishes } from '../../../src/contracts/org-administration.ts';
import { readIdentity } from '../../../src/salesforce/oauth/identity.ts';
import { authorizeUrl, exchangeCode, newSignIn, readCallback } from '../../../src/salesforce/oauth/sign-in.ts';
import { disconnectOrg } from '../../../src/salesforce/disconnect.ts';
import { openSession } from '../../../src/salesforce/rest/session.ts';
import { parseTokens, storeSignIn, TOKENS_SECRET } from '../../../src/salesforce/oauth/tokens.ts';
import { task } from './drafts.ts';
import { simulatedOrg } from './simulated-org.ts';

const EVERYTHING: OrgWishes = { sona: true, transcripts: true, leads: true, related: ['Opportunity'], phoneFields: {} };

for (const namespace of [undefined, 'quo'])
    test(`an org with our package has nothing to put right (namespace: ${namespace})`, async () => {
        const { session, settings } = await simulatedOrg({ namespace });
        const list = await checkOrg(session, settings, EVERYTHING);
        const problems = list.filter(({ state }) => state !== 'ok').map(({ id, note }) => `${id} ${note?.code}`);
        assert.deepEqual(problems, []);
    });

test('an org without our package says so, and nothing is parked for it', async () => {
    const { session, settings, org } = await simulatedOrg({ packages: [], metadata: [] });
    const list = await checkOrg(session, settings, EVERYTHING);
    assert.equal(list.find(({ id }) => id === 'package')?.note?.code, 'SF-PACKAGE-MISSING');
    await assert.rejects(org.write([task('call_1')]), { kind: 'forbidden' });
});

test('an API version that the org does not have is told', async () => {
    const { session, settings } = await simulatedOrg({}, { apiVersion: '99.0' });
    const [check] = await checkOrg(session, settings, EVERYTHING);
    assert.deepEqual(check?.note, { code: 'SF-API-VERSION', seen: '/services/data/v99.0' });
});

test('an integration user without the permission set is told which rights are missing', async () => {
    const { session, settings, control, org } = await simulatedOrg();
    await control('POST', '/permission-sets', { names: [] });
    const list = await checkOrg(session, settings, EVERYTHING);
    assert.ok(list.some(({ id, state }) => state === 'failed' && id.includes('Sona_Call__c')));
    await assert.rejects(org.write([task('call_1')]), { kind: 'forbidden' });
    await control('POST', '/permission-sets', { names: ['Quo_Integration', 'Quo_Integration_Standard'] });
    const problems = (await checkOrg(session, settings, EVERYTHING)).filter(({ state }) => state !== 'ok');
    assert.deepEqual(problems, []);
    const [result] = await org.write([task('call_1')]);
    assert.equal(result?.ok, true);
});

test('an admin connects in the browser; the tokens rotate; disconnecting ends them', async () => {
    const { url, settings, dependencies, control } = await simulatedOrg();
    const login = {
        flow: 'web-server',
        clientId: 'sandbox',
        clientSecret: 'sandbox',
        redirectUri: 'http://127.0.0.1:9/oauth/callback'
    } as const;
    const web = { ...settings, login };
    const secrets = newSignIn();
    const asked = new URL(await authorizeUrl(url, login, secrets));
    const page = await (await fetch(asked)).text();
    const user = /<option value="(005\w+)"/.exec(page)?.[1] ?? '';
    const consent = async (decision: string): Promise<URLSearchParams> => {
        const form = new URLSearchParams([...asked.searchParams, ['user', user], ['decision', decision]]);
        const answer = await fetch(`${url}/services/oauth2/authorize`, {
            method: 'POST',
            body: form,
            redirect: 'manual'
        });
        return new URL(answer.headers.get('location') ?? '').searchParams;
    };
    const refused = await consent('deny');
    assert.throws(() => readCallback(url, login, refused, secrets.state), {
        note: { code: 'SF-CONSENT-REFUSED', seen: 'access_denied: end-user denied authorization' }
    });

    const callback = readCallback(url, login, await consent('allow'), secrets.state);
    const tokens = await exchangeCode(url, login, { callback, codeVerifier: secrets.codeVerifier }, fetch);
    await assert.rejects(exchangeCode(url, login, { callback, codeVerifier: secrets.codeVerifier }, fetch), {
        kind: 'session'
    });
    assert.equal((await readIdentity(tokens, fetch)).userId, user);
    await storeSignIn(web, dependencies.vault, 'default', tokens);

    const session = openSession(web, dependencies);
    for (let round = 0; round < 3; round += 1) {
        await control('POST', '/sessions/expire', {});
        await Promise.all([1, 2, 3].map(() => session.request({ method: 'GET', path: '/limits' })));
    }
    const stored = parseTokens(await dependencies.vault.read('default', TOKENS_SECRET));
    assert.ok(stored?.refreshToken !== undefined && stored.refreshToken !== tokens.refreshToken);

    await disconnectOrg(web, dependencies.vault, 'default', fetch);
    assert.equal(await dependencies.vault.read('default', TOKENS_SECRET), undefined);
    await assert.rejects(session.request({ method: 'GET', path: '/limits' }), { note: { code: 'SF-NOT-CONNECTED' } });
    const bearer = { headers: { authorization: `Bearer ${stored.accessToken}` } };
    assert.equal((await fetch(`${url}/services/data/v66.0/limits`, bearer)).status, 401);
});

test('a signed assertion opens a session', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const jwtCertificate = publicKey.export({ type: 'spki', format: 'pem' }) as string;
    const { settings, dependencies } = await simulatedOrg({ jwtCertificate });
    const open = (username: string) => {
        const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
        const login = { flow: 'jwt-bearer', clientId: 'sandbox', username, privateKey: pem } as const;
        return openSession({ ...settings, login }, dependencies).request({ method: 'GET', path: '/limits' });
    };
    await open('admin@simulated.org');
    await assert.rejects(open('nobody@simulated.org'), {
        note: { code: 'SF-APP-NOT-APPROVED', seen: "invalid_grant: user hasn't approved this consumer" }
    });
});
