import assert from 'node:assert/strict';
import test from 'node:test';
import { contractOrg, V, type Row } from './contract-org.ts';

const org = await contractOrg();
const CLIENT = { client_id: 'sandbox', client_secret: 'sandbox' };
async function post(resource: string, form: Record<string, string>): Promise<{ status: number; body: Row }> {
    const response = await fetch(`${org.url}/services/oauth2/${resource}`, {
        method: 'POST',
        body: new URLSearchParams(form)
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Row };
}

/** What is sent to the token endpoint, and its answer. */
const REFUSED: readonly (readonly [Record<string, string>, string, string])[] = [
    [{}, 'unsupported_grant_type', 'grant type not supported'],
    [{ grant_type: 'implicit', ...CLIENT }, 'unsupported_grant_type', 'grant type not supported'],
    [{ grant_type: 'client_credentials' }, 'invalid_client_id', 'client identifier invalid'],
    [{ grant_type: 'client_credentials', client_id: 'sandbox' }, 'invalid_client', 'invalid client credentials'],
    [
        { grant_type: 'authorization_code', ...CLIENT, code: 'never given' },
        'invalid_grant',
        'expired authorization code'
    ],
    [
        { grant_type: 'refresh_token', ...CLIENT, refresh_token: 'never given' },
        'invalid_grant',
        'expired access/refresh token'
    ],
    [{ grant_type: 'refresh_token', ...CLIENT }, 'invalid_grant', 'expired access/refresh token']
];

test('the token endpoint refuses by name, with 400 and nothing else (OAuth 2.0 Authorization Errors)', async () => {
    for (const [form, error, description] of REFUSED) {
        const { status, body } = await post('token', form);
        assert.deepEqual([status, body], [400, { error, error_description: description }], JSON.stringify(form));
    }
});

test('an assertion is refused where no certificate is known, or when it is none (OAuth 2.0 JWT Bearer Flow)', async () => {
    const grant = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
    for (const assertion of ['', 'x', 'a.b.c', `${btoa('{"alg":"none"}')}.${btoa('{"iss":"sandbox"}')}.`]) {
        const { status, body } = await post('token', { grant_type: grant, assertion });
        assert.equal(status, 400, assertion);
        assert.match(String(body.error), /^invalid_/);
        assert.equal(body.access_token, undefined);
    }
});

test('the consent page never sends anybody to an address or an app that it does not know (OAuth 2.0 Web Server Flow)', async () => {
    const ask = (more: Record<string, string>) => {
        const parameters = {
            response_type: 'code',
            client_id: 'sandbox',
            redirect_uri: 'http://localhost:1717/callback',
            code_challenge: 'x'.repeat(43),
            code_challenge_method: 'S256',
            ...more
        };
        return fetch(`${org.url}/services/oauth2/authorize?${new URLSearchParams(parameters).toString()}`, {
            redirect: 'manual'
        });
    };
    const stranger = await ask({ client_id: 'someone else' });
    assert.equal(stranger.headers.get('location'), null);
    assert.ok(stranger.status >= 400);
    assert.equal((await ask({})).status, 200);
    const plain = await ask({ code_challenge_method: 'plain' });
    assert.match(plain.headers.get('location') ?? String(plain.status), /error=|^4/);
    const implicit = await ask({ response_type: 'token' });
    assert.match(implicit.headers.get('location') ?? String(implicit.status), /error=|^4/);
});

test('without a session nothing of the API answers, whatever the resource (REST guide, 401)', async () => {
    const paths = [
        `${V}/query?q=SELECT+Id+FROM+Account`,
        `${V}/sobjects`,
        `${V}/limits`,
        `${V}/composite`,
        `${V}/jobs/ingest`,
        `${V}/graphql`,
        `${V}/ui-api/object-info/Task`,
        `${V}/nothing`
    ];
    for (const path of paths) {
        for (const headers of [{}, { authorization: 'Bearer wrong' }, { authorization: 'Basic c2FuZGJveDo=' }]) {
            const answer = await fetch(org.url + path, { headers: headers as Record<string, string> });
            const [error] = (await answer.json()) as { errorCode: string; message: string }[];
            assert.deepEqual([answer.status, error?.errorCode], [401, 'INVALID_SESSION_ID'], path);
        }
    }
});
