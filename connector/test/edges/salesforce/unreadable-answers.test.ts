import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OrgUnavailable } from '../../../src/contracts/salesforce.ts';
import { connectOrg } from '../../../src/salesforce/org.ts';
import { openSession } from '../../../src/salesforce/rest/session.ts';
import { collectionsOrg } from './collections.ts';
import { sonaCall, task } from './drafts.ts';
import { dependencies, fakeOrg, refusal, SETTINGS } from './fake-org.ts';

const HTML = '<html><body>Service momentarily unavailable</body></html>';
const JSON_TYPE = 'application/json;charset=UTF-8';

/** An org that signs in, and before which something else answers with these bytes. */
function answering(status: number, text: string, type: string) {
    const org = fakeOrg(() => ({ body: {} }));
    const fetch: typeof globalThis.fetch = async (input, init) =>
        new URL(input instanceof Request ? input.url : input).pathname.startsWith('/services/oauth2/')
            ? org.fetch(input, init)
            : new Response(text, { status, headers: { 'content-type': type } });
    return dependencies(fetch);
}

const ANSWERS = [
    ['a page of HTML with 200', 200, HTML, 'text/html'],
    ['HTML that says it is JSON', 200, HTML, JSON_TYPE],
    ['nothing at all', 200, '', JSON_TYPE],
    ['JSON that breaks off', 200, '{"totalSize":1,"done":tr', JSON_TYPE],
    ['JSON that breaks off, with no type', 201, '[{"id":"00T5e0000', ''],
    ['a bare word', 200, '"OK"', JSON_TYPE],
    ['HTML with 400', 400, HTML, 'text/html'],
    ['HTML with 413', 413, HTML, 'text/html'],
    ['HTML with 431', 431, HTML, 'text/html'],
    ['400 without a word', 400, '', '']
] as const;

for (const [what, status, text, type] of ANSWERS) {
    test(`${what} is a passing fault of the way to the org`, async () => {
        const session = openSession(SETTINGS, answering(status, text, type));
        await assert.rejects(session.request({ method: 'GET', path: '/limits' }), (error) => {
            assert.ok(error instanceof OrgUnavailable, String(error));
            assert.deepEqual([error.kind, error.note.code], ['retry', 'SF-ANSWER']);
            assert.doesNotMatch(JSON.stringify(error.note), /Service|00T5/);
            return true;
        });
    });

    test(`${what} never decides over a record: it is written later`, async () => {
        const org = connectOrg(SETTINGS, answering(status, text, type));
        const outcome = await org.write([task('call_AC1')]).then(
            ([result]) => (result?.ok === false ? [result.remedy, result.note.code] : result),
            (error: unknown) => (error instanceof OrgUnavailable ? [error.kind, error.note.code] : error)
        );
        assert.deepEqual(outcome, ['retry', 'SF-ANSWER']);
    });
}

test('an answer without content stays one', async () => {
    const org = fakeOrg(() => ({ body: {} }));
    const fetch: typeof globalThis.fetch = async (input, init) =>
        init?.method === 'DELETE' ? new Response(null, { status: 204 }) : org.fetch(input, init);
    const session = openSession(SETTINGS, dependencies(fetch));
    assert.equal(await session.request({ method: 'DELETE', path: '/sobjects/Task/00T' }), undefined);
});

test('JSON in a shape that Salesforce does not have is no answer either', async () => {
    const { dependencies: fake } = fakeOrg(() => ({ body: { status: 'ok' } }));
    const org = connectOrg(SETTINGS, fake);
    const isPassing = { kind: 'retry', note: { code: 'SF-ANSWER', seen: 'HTTP 200: other results than records sent' } };
    await assert.rejects(org.write([task('call_AC1')]), isPassing);
    await assert.rejects(org.users(), (error) => error instanceof OrgUnavailable && error.note.code === 'SF-ANSWER');
});

test('a collection that a proxy finds too large goes in halves from then on, and keeps no other from being written', async () => {
    let most = Number.POSITIVE_INFINITY;
    const fake = collectionsOrg();
    const fetch: typeof globalThis.fetch = async (input, init) => {
        const body =
            typeof init?.body === 'string' && init.body.startsWith('{') ? (JSON.parse(init.body) as object) : {};
        const records = 'records' in body && Array.isArray(body.records) ? body.records : [];
        if ('compositeRequest' in body || records.length > most)
            return new Response(HTML, { status: 413, headers: { 'content-type': 'text/html' } });
        return fake.fetch(input, init);
    };
    const org = connectOrg(SETTINGS, dependencies(fetch));
    most = 40;
    const items = [...Array.from({ length: 100 }, (_, n) => task(`call_${n}`)), sonaCall('AC1')];
    let left = items;
    const waiting: number[] = [];
    for (let pass = 0; pass < 4 && left.length > 0; pass += 1) {
        const results = await org.write(left);
        assert.ok(results.every((result) => result.ok || result.remedy === 'retry'));
        left = left.filter((_, n) => results[n]?.ok === false);
        waiting.push(left.length);
    }
    assert.deepEqual(waiting, [100, 100, 0]);
});

for (const code of ['QUERY_TIMEOUT', 'LIMIT_EXCEEDED']) {
    test(`${code} of one record or of the whole request is tried again, and parks nothing`, async () => {
        const one = collectionsOrg(() => ({ error: { statusCode: code } }));
        const [result] = await connectOrg(SETTINGS, one.dependencies).write([task('call_AC1')]);
        assert.equal(result?.ok === false && result.remedy, 'retry');
        const whole = fakeOrg(() => ({ status: 400, body: refusal(code) }));
        await assert.rejects(connectOrg(SETTINGS, whole.dependencies).write([task('call_AC1')]), { kind: 'retry' });
        await assert.rejects(connectOrg(SETTINGS, whole.dependencies).users(), { kind: 'retry' });
    });
}

test('automation that computed too long under the org’s load is tried again', async () => {
    const error = {
        statusCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
        message: 'CallTrigger: System.LimitException: Apex CPU time limit exceeded'
    };
    const fake = collectionsOrg(() => ({ error }));
    const [result] = await connectOrg(SETTINGS, fake.dependencies).write([task('call_AC1')]);
    assert.ok(result?.ok === false);
    assert.deepEqual([result.remedy, result.note.code], ['retry', 'SF-AUTOMATION']);
});
