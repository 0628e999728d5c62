import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync } from 'node:crypto';
import test from 'node:test';
import { SignJWT } from 'jose';
import { contractOrg, type Row } from './contract-org.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const org = await contractOrg({ jwtCertificate: publicKey.export({ type: 'spki', format: 'pem' }) as string });
const CLIENT = { client_id: 'sandbox', client_secret: 'sandbox' };
const CALLBACK = 'http://localhost:1717/callback';
const VERIFIER = 'v'.repeat(50);
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');

async function post(resource: string, form: Record<string, string>): Promise<{ status: number; body: Row }> {
    const response = await fetch(`${org.url}/services/oauth2/${resource}`, {
        method: 'POST',
        body: new URLSearchParams(form)
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Row };
}
const token = (form: Record<string, string>) => post('token', form);
const works = async (accessToken: unknown): Promise<boolean> =>
    (await org.call('GET', 'limits', undefined, { authorization: `Bearer ${String(accessToken)}` })).status === 200;

test('client credentials give a token for the app’s user (OAuth 2.0 Client Credentials Flow)', async () => {
    const { status, body } = await token({ grant_type: 'client_credentials', ...CLIENT });
    assert.equal(status, 200);
    assert.deepEqual(Object.keys(body).sort(), [
        'access_token',
        'id',
        'instance_url',
        'issued_at',
        'scope',
        'signature',
        'token_type'
    ]);
    assert.match(String(body.access_token), /^00D\w{12}!/);
    assert.ok(await works(body.access_token));
    const basic = await fetch(`${org.url}/services/oauth2/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa('sandbox:sandbox')}` },
        body: new URLSearchParams({ grant_type: 'client_credentials' })
    });
    assert.equal(basic.status, 200);
});

test('a wrong client, secret or grant is refused by name (OAuth 2.0 errors)', async () => {
    const grant = { grant_type: 'client_credentials' };
    const errors = [
        await token({ ...grant, client_id: 'x', client_secret: 'sandbox' }),
        await token({ ...grant, client_id: 'sandbox', client_secret: 'x' }),
        await token({ grant_type: 'password', ...CLIENT })
    ];
    assert.deepEqual(
        errors.map(({ status, body }) => [status, body.error]),
        [
            [400, 'invalid_client_id'],
            [400, 'invalid_client'],
            [400, 'unsupported_grant_type']
        ]
    );
});

const assertion = (claims: {
    aud?: string;
    sub?: string;
    iss?: string;
    minutes?: number;
    key?: typeof privateKey;
}): Promise<string> =>
    new SignJWT({
        iss: claims.iss ?? 'sandbox',
        sub: claims.sub ?? 'admin@simulated.org',
        aud: claims.aud ?? 'https://login.salesforce.com'
    })
        .setProtectedHeader({ alg: 'RS256' })
        .setExpirationTime(Math.floor(Date.now() / 1_000) + (claims.minutes ?? 3) * 60)
        .sign(claims.key ?? privateKey);
const bearer = async (claims: Parameters<typeof assertion>[0]) =>
    token({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: await assertion(claims) });

test('a signed assertion gives a token for its user (OAuth 2.0 JWT Bearer Flow)', async () => {
    for (const aud of ['https://login.salesforce.com', 'https://test.salesforce.com', org.url, `${org.url}/`]) {
        const { status, body } = await bearer({ aud });
        assert.equal(status, 200, aud);
        assert.ok(await works(body.access_token));
    }
});

test('an assertion that is wrong in anything is refused', async () => {
    const stranger = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey;
    const refused = [
        { aud: 'https://example.com' },
        { sub: 'nobody@example.com' },
        { minutes: -10 },
        { minutes: 60 },
        { key: stranger }
    ];
    for (const claims of refused)
        assert.equal((await bearer(claims)).body.error, 'invalid_grant', JSON.stringify(Object.keys(claims)));
    assert.equal((await bearer({ iss: 'other' })).body.error, 'invalid_client_id');
});

const authorizeAddress = (more: Record<string, string> = {}): string => {
    const parameters = {
        response_type: 'code',
        client_id: 'sandbox',
        redirect_uri: CALLBACK,
        scope: 'api refresh_token',
        state: 's1',
        code_challenge: CHALLENGE,
        code_challenge_method: 'S256',
        ...more
    };
    return `${org.url}/services/oauth2/authorize?${new URLSearchParams(parameters).toString()}`;
};

/** Goes through the consent page as a browser does, pressing the button named. */
async function consent(decision: string, more: Record<string, string> = {}): Promise<URL> {
    const page = await (await fetch(authorizeAddress(more))).text();
    const hidden = [...page.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']): [string, string] => [name, value]
    );
    const user = /<option value="([^"]*)"/.exec(page)?.[1] ?? '';
    const body = new URLSearchParams([...hidden, ['user', user], ['decision', decision]]);
    const answer = await fetch(`${org.url}/services/oauth2/authorize`, { method: 'POST', body, redirect: 'manual' });
    return new URL(answer.headers.get('location') ?? '');
}
const redeem = (code: string, more: Record<string, string> = {}) =>
    token({
        grant_type: 'authorization_code',
        ...CLIENT,
        code,
        redirect_uri: CALLBACK,
        code_verifier: VERIFIER,
        ...more
    });
const allow = async (): Promise<string> => (await consent('allow')).searchParams.get('code') ?? '';

test('a user allows the app, and its code becomes tokens once (OAuth 2.0 Web Server Flow)', async () => {
    const back = await consent('allow');
    assert.equal(back.searchParams.get('state'), 's1');
    const code = back.searchParams.get('code') ?? '';
    const { status, body } = await redeem(code);
    assert.equal(status, 200);
    assert.ok(await works(body.access_token));
    assert.ok(body.refresh_token);
    assert.equal((await redeem(code)).body.error, 'invalid_grant');
});

test('a user who denies goes back with the reason', async () => {
    const back = await consent('deny');
    assert.deepEqual(
        [back.searchParams.get('error'), back.searchParams.get('error_description')],
        ['access_denied', 'end-user denied authorization']
    );
});

test('PKCE is demanded, and the verifier must fit (ISVforce guide, PKCE)', async () => {
    const without = await fetch(authorizeAddress({ code_challenge: '' }), { redirect: 'manual' });
    assert.match(
        without.headers.get('location') ?? '',
        /error=invalid_request&error_description=missing\+required\+code\+challenge/
    );
    assert.equal((await redeem(await allow(), { code_verifier: 'w'.repeat(50) })).body.error, 'invalid_grant');
    assert.equal(
        (await redeem(await allow(), { redirect_uri: 'http://localhost:1/other' })).body.error,
        'redirect_uri_mismatch'
    );
});

test('names from outside are only text on the consent page', async () => {
    const page = await (await fetch(authorizeAddress({ state: '"><script>alert(1)</script>' }))).text();
    assert.ok(!page.includes('<script>'));
});

test('each refresh gives a new refresh token; an old one used again ends them all (ISVforce guide, Refresh Token Rotation)', async () => {
    const { body: first } = await redeem(await allow());
    const refresh = (refreshToken: unknown) =>
        token({ grant_type: 'refresh_token', ...CLIENT, refresh_token: String(refreshToken) });
    const { body: second } = await refresh(first.refresh_token);
    assert.notEqual(second.refresh_token, first.refresh_token);
    const replayed = await refresh(first.refresh_token);
    assert.deepEqual(replayed.body, { error: 'invalid_grant', error_description: 'expired access/refresh token' });
    assert.equal((await refresh(second.refresh_token)).status, 400);
    assert.equal(await works(second.access_token), false);
});

test('a revoked refresh token takes its access tokens along (OAuth 2.0 Token Revocation)', async () => {
    const { body } = await redeem(await allow());
    const tokenOf = (text: unknown) => ({ ...CLIENT, token: String(text) });
    assert.equal((await post('introspect', tokenOf(body.access_token))).body.active, true);
    assert.equal((await post('revoke', { token: String(body.refresh_token) })).status, 200);
    assert.equal(await works(body.access_token), false);
    assert.deepEqual((await post('introspect', tokenOf(body.access_token))).body, { active: false });
    assert.equal((await post('revoke', { token: 'nonsense' })).status, 400);
});

test('userinfo and the identity address tell who a token is (OpenID Connect userinfo; Identity URLs)', async () => {
    const info = await org.call('GET', '/services/oauth2/userinfo');
    assert.deepEqual([info.body.preferred_username, info.body.zoneinfo], ['admin@simulated.org', 'America/Toronto']);
    const identity = await org.call('GET', new URL(String(info.body.sub)).pathname);
    assert.deepEqual([identity.body.username, identity.body.user_id], ['admin@simulated.org', info.body.user_id]);
    assert.equal(
        (await org.call('GET', '/services/oauth2/userinfo', undefined, { authorization: 'Bearer x' })).status,
        403
    );
});

test('an expired session is refused in one sentence (REST guide, 401)', async () => {
    const { body } = await token({ grant_type: 'client_credentials', ...CLIENT });
    await org.control('POST', '/sessions/expire', { accessToken: body.access_token });
    const answer = await org.call('GET', 'limits', undefined, { authorization: `Bearer ${String(body.access_token)}` });
    assert.deepEqual(
        [answer.status, answer.body],
        [401, [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]]
    );
});
