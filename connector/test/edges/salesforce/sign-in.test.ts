import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { CodedError } from '../../../src/errors/errors.ts';
import { isSafeOrigin, readLoginUrl } from '../../../src/salesforce/oauth/login-url.ts';
import { authorizeUrl, exchangeCode, newSignIn, readCallback } from '../../../src/salesforce/oauth/sign-in.ts';
import { fakeOrg, SETTINGS, token } from './fake-org.ts';

const LOGIN = {
    flow: 'web-server',
    clientId: 'client',
    clientSecret: 'secret',
    redirectUri: 'https://quo.example.com/oauth/callback'
} as const;

for (const [typed, origin] of [
    ['production', 'https://login.salesforce.com'],
    ['Sandbox', 'https://test.salesforce.com'],
    ['acme', 'https://acme.my.salesforce.com'],
    ['acme--uat', 'https://acme--uat.sandbox.my.salesforce.com'],
    ['acme.my.salesforce.com', 'https://acme.my.salesforce.com'],
    ['https://acme--uat.sandbox.my.salesforce.com/', 'https://acme--uat.sandbox.my.salesforce.com'],
    ['https://acme.lightning.force.com/lightning/page/home', 'https://acme.my.salesforce.com'],
    ['https://acme.my.salesforce-setup.com/lightning/setup', 'https://acme.my.salesforce.com'],
    ['  https://login.salesforce.com  ', 'https://login.salesforce.com'],
    ['http://127.0.0.1:8080/x', 'http://127.0.0.1:8080'],
    ['http://localhost:8080', 'http://localhost:8080']
] as const)
    test(`"${typed}" is signed in to at ${origin}`, () => assert.equal(readLoginUrl(typed), origin));

for (const typed of [
    '',
    'http://acme.my.salesforce.com',
    'https://salesforce.com.evil.example',
    'https://evilsalesforce.com',
    'https://evil.example/acme.my.salesforce.com',
    'https://acme.my.salesforce.com@evil.example',
    'https://user:pw@acme.my.salesforce.com',
    'https://acme.my.salesforce.com:8443',
    'http://127.0.0.1.evil.example',
    'http://169.254.169.254',
    'javascript:alert(1)',
    'file://localhost/etc/passwd',
    'https://acme.force.com'
])
    test(`"${typed}" is no address to send secrets to`, () => {
        assert.throws(
            () => readLoginUrl(typed),
            (error) => error instanceof CodedError && error.code === 'SF-LOGIN-URL'
        );
    });

test('tokens travel only over TLS, or inside this machine', () => {
    assert.deepEqual(
        ['https://acme.my.salesforce.com', 'http://127.0.0.1:9', 'http://acme.my.salesforce.com', 'nonsense'].map(
            isSafeOrigin
        ),
        [true, true, false, false]
    );
});

test('the browser is sent to Salesforce with a challenge, never with the verifier', async () => {
    const secrets = newSignIn();
    const url = new URL(await authorizeUrl('https://acme.my.salesforce.com', LOGIN, secrets));
    assert.equal(url.origin + url.pathname, 'https://acme.my.salesforce.com/services/oauth2/authorize');
    const query = Object.fromEntries(url.searchParams);
    assert.equal(query.code_challenge, createHash('sha256').update(secrets.codeVerifier).digest('base64url'));
    assert.equal(query.code_challenge_method, 'S256');
    assert.equal(query.state, secrets.state);
    assert.equal(query.scope, 'api refresh_token');
    assert.ok(!url.href.includes(secrets.codeVerifier));
    assert.ok(secrets.codeVerifier.length >= 43 && secrets.codeVerifier.length <= 128);
    assert.notDeepEqual(newSignIn(), secrets);
});

function back(text: string, state: string | undefined): URLSearchParams {
    return readCallback(SETTINGS.loginUrl, LOGIN, new URLSearchParams(text), state);
}

test('only the answer to our own question is read', () => {
    assert.equal(back('code=abc&state=s1', 's1').get('code'), 'abc');
    for (const [text, state] of [
        ['code=abc&state=forged', 's1'],
        ['code=abc', 's1'],
        ['code=abc&state=s1', undefined],
        ['state=s1', 's1'],
        ['code=&state=s1', 's1'],
        ['code=abc&state=s1&state=forged', 's1'],
        ['code=abc&state=s1&iss=https%3A%2F%2Fevil.example', 's1'],
        ['code=abc&state=s1&id_token=x', 's1'],
        ['error=access_denied&state=forged', 's1'],
        ['', 's1']
    ] as const)
        assert.throws(() => back(text, state), { code: 'SF-SIGN-IN-STATE' }, text);
    assert.throws(
        () => back('error=access_denied&error_description=end-user+denied+authorization&state=s1', 's1'),
        (error) => (error as { note: { code: string } }).note.code === 'SF-CONSENT-REFUSED'
    );
});

test('a code is exchanged with the verifier and the secret', async () => {
    const org = fakeOrg(() => ({}), token('access', { refresh_token: 'refresh-1' }));
    const answer = await exchangeCode(
        SETTINGS.loginUrl,
        LOGIN,
        { callback: back('code=abc&state=s1', 's1'), codeVerifier: 'v' },
        org.fetch
    );
    assert.deepEqual(Object.fromEntries(org.signIns[0] ?? []), {
        grant_type: 'authorization_code',
        code: 'abc',
        code_verifier: 'v',
        client_id: 'client',
        client_secret: 'secret',
        redirect_uri: LOGIN.redirectUri
    });
    assert.deepEqual(answer, {
        accessToken: 'access',
        refreshToken: 'refresh-1',
        instanceUrl: 'https://acme.my.salesforce.com',
        userId: '0055e000000UserAAA',
        organizationId: '00D5e000000AbcDEAS'
    });
});

test('an answer that would send our requests elsewhere in clear is not accepted', async () => {
    const org = fakeOrg(() => ({}), token('access', { instance_url: 'http://evil.example' }));
    await assert.rejects(
        exchangeCode(
            SETTINGS.loginUrl,
            LOGIN,
            { callback: back('code=abc&state=s1', 's1'), codeVerifier: 'v' },
            org.fetch
        )
    );
});

test('an identity token beside the access token, whoever issued it, stops no sign-in', async () => {
    const org = fakeOrg(() => ({}), token('access', { id_token: 'header.payload.signature' }));
    const answer = { callback: back('code=abc&state=s1', 's1'), codeVerifier: 'v' };
    assert.equal((await exchangeCode(SETTINGS.loginUrl, LOGIN, answer, org.fetch)).accessToken, 'access');
});
