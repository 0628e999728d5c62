import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OrgUnavailable } from '../../../src/contracts/salesforce.ts';
import { Refusal } from '../../../src/salesforce/rest/refusal.ts';
import { openSession } from '../../../src/salesforce/rest/session.ts';
import { dependencies, fakeOrg, refusal, SETTINGS, token, type Reply } from './fake-org.ts';

/** What a request to an org that answers so comes to. */
async function met(reply: Reply): Promise<unknown> {
    const org = fakeOrg(() => reply);
    return openSession(SETTINGS, org.dependencies)
        .request({ method: 'POST', path: '/composite/sobjects', body: {} })
        .then(
            () => undefined,
            (error: unknown) => error
        );
}

const CONCURRENT = 'ConcurrentPerOrgLongTxn Limit exceeded: concurrent requests';

/** Salesforce's status, code and words; how long it lasts, our code, and whether the write may have happened. */
const OF_THE_ORG = [
    [503, 'INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE', 'under maintenance', 'retry', 'SF-MAINTENANCE', true],
    [400, 'INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE', 'under maintenance', 'retry', 'SF-MAINTENANCE', false],
    [403, 'REQUEST_LIMIT_EXCEEDED', CONCURRENT, 'retry', 'SF-BUSY', false],
    [403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.', 'limit', 'SF-LIMIT', false],
    [403, 'CONCURRENT_REQUESTS_LIMIT_EXCEEDED', 'too many', 'retry', 'SF-BUSY', false],
    [403, 'API_DISABLED_FOR_ORG', 'API is not enabled for this Organization', 'forbidden', 'SF-API-DISABLED', false],
    [403, 'API_CURRENTLY_DISABLED', 'API is disabled for this User', 'forbidden', 'SF-API-DISABLED', false],
    [403, 'FUNCTIONALITY_NOT_ENABLED', 'not enabled', 'forbidden', 'SF-API-DISABLED', false],
    [403, 'ORG_LOCKED', 'organization is locked', 'forbidden', 'SF-USER-INACTIVE', false],
    [500, 'UNKNOWN_EXCEPTION', 'An unexpected error occurred', 'retry', 'SF-TROUBLE', true],
    [503, 'SERVER_UNAVAILABLE', 'try later', 'retry', 'SF-TROUBLE', true],
    [404, 'UNSUPPORTED_API_VERSION', 'no', 'forbidden', 'SF-API-VERSION', false],
    [403, 'SOMETHING_NEW', 'no', 'forbidden', 'SF-FORBIDDEN', false],
    [429, 'SOMETHING_NEW', 'slow down', 'retry', 'SF-TROUBLE', false],
    [420, 'SOMETHING_NEW', '', 'retry', 'SF-TROUBLE', false]
] as const;

for (const [status, errorCode, message, kind, code, maybeWritten] of OF_THE_ORG)
    test(`${status} ${errorCode} says of the whole org ${code}: ${kind}`, async () => {
        const error = await met({ status, body: refusal(errorCode, message) });
        assert.ok(error instanceof OrgUnavailable);
        assert.deepEqual([error.kind, error.note.code, error.maybeWritten], [kind, code, maybeWritten]);
        assert.ok(error.note.seen !== undefined && error.note.seen !== '');
    });

test('what only refuses the request itself says nothing of the org', async () => {
    for (const [status, code] of [
        [400, 'MALFORMED_QUERY'],
        [404, 'NOT_FOUND'],
        [400, 'JSON_PARSER_ERROR']
    ] as const) {
        const error = await met({ status, body: refusal(code) });
        assert.ok(error instanceof Refusal, code);
        assert.equal(error.status, status);
    }
});

test('an org that still sends elsewhere after a new sign-in is told as moved, with the status and no address', async () => {
    for (const status of [301, 302, 307, 308]) {
        const error = await met({ status, headers: { location: 'https://elsewhere.example/?sid=secret' } });
        assert.ok(error instanceof OrgUnavailable);
        assert.deepEqual([error.kind, error.note], ['forbidden', { code: 'SF-MOVED', seen: `HTTP ${status}` }]);
    }
});

test('an org that sends away is asked where it is by signing in once, not for ever', async () => {
    const org = fakeOrg(() => ({ status: 302 }), token('token-1'));
    const session = openSession(SETTINGS, dependencies(org.fetch));
    await assert.rejects(session.request({ method: 'GET', path: '/limits' }), {
        note: { code: 'SF-MOVED', seen: 'HTTP 302' }
    });
    assert.equal(org.asked.length, 2);
    assert.equal(org.signIns.length, 2);
});

test('a page in HTML, as a proxy sends one, is an answer that says nothing but its status', async () => {
    const fetch: typeof globalThis.fetch = async (input, init) => {
        if (new URL(input instanceof Request ? input.url : input).pathname.includes('oauth2'))
            return org.fetch(input, init);
        return new Response('<html>secret of the proxy</html>', { status: 502 });
    };
    const org = fakeOrg(() => ({}));
    await assert.rejects(
        openSession(SETTINGS, dependencies(fetch)).request({ method: 'GET', path: '/limits' }),
        (error: unknown) => {
            assert.ok(error instanceof OrgUnavailable);
            assert.equal(error.note.code, 'SF-TROUBLE');
            assert.doesNotMatch(error.note.seen ?? '', /secret/);
            return true;
        }
    );
});
