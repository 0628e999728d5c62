import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { jwtVerify } from 'jose';
import { OrgUnavailable } from '../../../src/contracts/salesforce.ts';
import { grantToken } from '../../../src/salesforce/oauth/grants.ts';
import { readIdentity, revokeToken } from '../../../src/salesforce/oauth/identity.ts';
import { dependencies, fakeOrg, SETTINGS, token } from './fake-org.ts';

const URL_ = SETTINGS.loginUrl;
const BROKEN = Object.assign(new Error('reset'), { code: 'ECONNRESET' });
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

test('the client credentials flow sends id and secret', async () => {
    const org = fakeOrg(() => ({}), token('a'));
    await grantToken(URL_, SETTINGS.login, undefined, org.dependencies);
    assert.deepEqual(Object.fromEntries(org.signIns[0] ?? []), {
        grant_type: 'client_credentials',
        client_id: 'client',
        client_secret: 'secret'
    });
});

for (const type of ['pkcs8', 'pkcs1'] as const)
    test(`a signed assertion says who, to whom and until when (${type} key)`, async () => {
        const org = fakeOrg(() => ({}), token('a'));
        const pem = privateKey.export({ type, format: 'pem' }) as string;
        const login = { flow: 'jwt-bearer', clientId: 'client', username: 'quo@acme.com', privateKey: pem } as const;
        await grantToken(URL_, login, undefined, org.dependencies);
        const [form] = org.signIns;
        assert.equal(form?.get('grant_type'), 'urn:ietf:params:oauth:grant-type:jwt-bearer');
        const currentDate = new Date('2026-11-20T16:00:00Z');
        const { payload, protectedHeader } = await jwtVerify(form?.get('assertion') ?? '', publicKey, { currentDate });
        assert.equal(protectedHeader.alg, 'RS256');
        assert.deepEqual(payload, {
            iss: 'client',
            sub: 'quo@acme.com',
            aud: URL_,
            exp: currentDate.getTime() / 1000 + 180
        });
    });

test('a key that is none is told, not thrown at whoever reads the log', async () => {
    const login = { flow: 'jwt-bearer', clientId: 'c', username: 'u', privateKey: 'secret text' } as const;
    await assert.rejects(grantToken(URL_, login, undefined, dependencies(fakeOrg(() => ({})).fetch)), (error) => {
        assert.ok(error instanceof OrgUnavailable && error.note.code === 'SF-JWT');
        assert.ok(!error.message.includes('secret text'));
        return true;
    });
});

test('an org that nobody connected yet says so', async () => {
    const login = { flow: 'web-server', clientId: 'c', redirectUri: 'https://x' } as const;
    const effects = dependencies(fakeOrg(() => ({})).fetch);
    await assert.rejects(grantToken(URL_, login, undefined, effects), { note: { code: 'SF-NOT-CONNECTED' } });
});

/** Salesforce's own answers of its token endpoint, and what we make of them. */
for (const [error, description, code] of [
    ['invalid_client_id', 'client identifier invalid', 'SF-CLIENT'],
    ['invalid_client', 'invalid client credentials', 'SF-CLIENT'],
    ['invalid_grant', 'expired access/refresh token', 'SF-SIGN-IN-REVOKED'],
    ['invalid_grant', "user hasn't approved this consumer", 'SF-APP-NOT-APPROVED'],
    ['invalid_app_access', 'user is not admin approved to access this app', 'SF-APP-NOT-APPROVED'],
    ['invalid_grant', 'no client credentials user enabled', 'SF-NO-RUN-AS-USER'],
    ['invalid_grant', 'expired authorization code', 'SF-SIGN-IN-EXPIRED'],
    ['invalid_grant', 'invalid code verifier', 'SF-SIGN-IN-EXPIRED'],
    ['invalid_grant', 'audience is invalid', 'SF-JWT'],
    ['invalid_grant', 'invalid assertion', 'SF-JWT'],
    ['invalid_grant', 'ip restricted', 'SF-SIGN-IN-RESTRICTED'],
    ['inactive_user', 'user is inactive', 'SF-USER-INACTIVE'],
    ['redirect_uri_mismatch', 'redirect_uri must match configuration', 'SF-REDIRECT-URI'],
    ['unsupported_grant_type', 'grant type not supported', 'SF-FLOW-DISABLED'],
    ['something_new', 'never seen', 'SF-SIGN-IN-REFUSED']
] as const)
    test(`"${error}: ${description}" is explained as ${code}`, async () => {
        const org = fakeOrg(
            () => ({}),
            () => ({ status: 400, body: { error, error_description: description } })
        );
        await assert.rejects(grantToken(URL_, SETTINGS.login, undefined, org.dependencies), (thrown) => {
            assert.ok(thrown instanceof OrgUnavailable);
            assert.deepEqual([thrown.kind, thrown.note.code], ['session', code]);
            return true;
        });
    });

for (const [what, reply] of [
    ['trouble of its own', { status: 503, body: { error: 'x' } }],
    [
        'too many sign-ins',
        { status: 400, body: { error: 'invalid_grant', error_description: 'login rate exceeded: rate limit' } }
    ],
    ['an answer that is none', { status: 200, body: 'hello' }],
    ['an answer without a body', { status: 200 }],
    ['an answer without a token', { status: 200, body: { token_type: 'Bearer', instance_url: URL_ } }],
    ['a redirect', { status: 302, headers: { location: 'https://evil.example' } }],
    ['a passing error', { status: 400, body: { error: 'unknown_error', error_description: 'retry your request' } }]
] as const)
    test(`${what} at sign-in is tried again, not taken for a refusal`, async () => {
        const org = fakeOrg(
            () => ({}),
            () => reply
        );
        await assert.rejects(grantToken(URL_, SETTINGS.login, undefined, org.dependencies), { kind: 'retry' });
    });

test('the reason is read from the body, whatever the headers say', async () => {
    const headers = { 'www-authenticate': 'Token', 'content-type': 'text/plain' };
    const body = { error: 'invalid_client', error_description: 'invalid client credentials' };
    const org = fakeOrg(
        () => ({}),
        () => ({ status: 401, body, headers })
    );
    await assert.rejects(grantToken(URL_, SETTINGS.login, undefined, org.dependencies), {
        note: { code: 'SF-CLIENT', seen: 'invalid_client: invalid client credentials' }
    });
});

test('a connection that breaks within the answer is a broken connection', async () => {
    const body = new ReadableStream({
        pull: (controller) => controller.error(Object.assign(new TypeError('terminated'), { cause: BROKEN }))
    });
    const effects = dependencies(async () => new Response(body));
    await assert.rejects(grantToken(URL_, SETTINGS.login, undefined, effects), {
        kind: 'retry',
        note: { code: 'SF-UNREACHABLE', seen: 'ECONNRESET' }
    });
});

test('a secret is never sent in clear to another machine', async () => {
    const org = fakeOrg(() => ({}));
    await assert.rejects(grantToken('http://acme.example', SETTINGS.login, undefined, org.dependencies));
    assert.deepEqual(org.signIns, []);
});

test('a token says whose it is', async () => {
    const org = fakeOrg(
        () => ({}),
        () => ({
            body: {
                user_id: '005',
                organization_id: '00D',
                preferred_username: 'quo@acme.com',
                name: 'Quo',
                email: 'q@acme.com',
                zoneinfo: 'x'
            }
        })
    );
    const identity = await readIdentity({ accessToken: 'a', instanceUrl: URL_ }, org.fetch);
    assert.deepEqual(identity, {
        userId: '005',
        organizationId: '00D',
        username: 'quo@acme.com',
        name: 'Quo',
        email: 'q@acme.com'
    });
});

test('a token that is revoked twice is revoked', async () => {
    const org = fakeOrg(
        () => ({}),
        () => ({ status: 400, body: { error: 'unsupported_token_type' } })
    );
    await revokeToken(URL_, 'refresh-1', org.fetch);
    assert.equal(org.signIns[0]?.get('token'), 'refresh-1');
});
