import assert from 'node:assert/strict';
import test, { afterEach } from 'node:test';
import { contractOrg, TOKEN, type Outcome, type Refusal } from '../contract-org.ts';

const org = await contractOrg({ dailyApiRequests: 15_000 });
const fault = (body: object) => org.control('POST', '/faults', body);
afterEach(() => org.control('DELETE', '/faults'));

test('every answer counts the calls of the day (REST guide, Limit Info Header)', async () => {
    await org.control('POST', '/api-usage', { used: 17 });
    const { headers, body } = await org.call<{ DailyApiRequests: unknown }>('GET', 'limits');
    assert.equal(headers.get('sforce-limit-info'), 'api-usage=18/15000');
    assert.deepEqual(body.DailyApiRequests, { Max: 15_000, Remaining: 14_982 });
});

test('beyond the limit every call is refused until the day moves on (REST guide, REQUEST_LIMIT_EXCEEDED)', async () => {
    await org.control('POST', '/api-usage', { used: 15_000 });
    const error = await org.refused(403, 'GET', 'sobjects');
    assert.deepEqual(error, { errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' });
    await org.control('POST', '/api-usage', { used: 0 });
    assert.equal((await org.call('GET', 'sobjects')).status, 200);
});

test('an unavailable org answers 503 as often as asked, for the requests named', async () => {
    await fault({ kind: '503', times: 2, method: 'POST', path: 'sobjects/Account' });
    assert.equal((await org.call('GET', 'limits')).status, 200);
    for (let attempt = 0; attempt < 2; attempt += 1) {
        assert.equal(
            (await org.refused(503, 'POST', 'sobjects/Account', { Name: 'x' })).errorCode,
            'SERVER_UNAVAILABLE'
        );
    }
    assert.equal((await org.call('POST', 'sobjects/Account', { Name: 'x' })).status, 201);
});

test('a fault can concern one connection among several, and let requests through first', async () => {
    const session = await org.control('POST', '/sessions', {});
    await fault({ kind: '500', token: session.access_token, skip: 1 });
    const mine = () => org.call('GET', 'limits', undefined, { authorization: `Bearer ${session.access_token}` });
    assert.equal((await org.call('GET', 'limits')).status, 200);
    assert.equal((await mine()).status, 200);
    assert.equal((await mine()).status, 500);
});

const count = async (name: string): Promise<number> =>
    (await org.query(`SELECT Id FROM Account WHERE Name = '${name}'`)).length;

test('a time-out before the write leaves nothing; after the write, the record', async () => {
    await fault({ kind: 'timeout-before', method: 'POST' });
    await assert.rejects(org.call('POST', 'sobjects/Account', { Name: 'before' }));
    await fault({ kind: 'timeout-after', method: 'POST' });
    await assert.rejects(org.call('POST', 'sobjects/Account', { Name: 'after' }));
    assert.deepEqual([await count('before'), await count('after')], [0, 1]);
});

test('a truncated body breaks off although the write was done', async () => {
    await fault({ kind: 'truncate', method: 'POST' });
    await assert.rejects(org.call('POST', 'sobjects/Account', { Name: 'truncated' }));
    assert.equal(await count('truncated'), 1);
});

test('a late answer is late', async () => {
    await fault({ kind: 'latency', ms: 60 });
    const started = performance.now();
    await org.call('GET', 'limits');
    assert.ok(performance.now() - started >= 59);
});

test('some records of a batch can be made to fail, as a trigger would', async () => {
    await org.control('POST', '/record-failures', {
        object: 'Account',
        message: 'trigger says no',
        where: { Site: 'bad' }
    });
    const { body } = await org.call<Outcome[]>('POST', 'composite/sobjects', {
        records: ['good', 'bad', 'bad'].map((Site) => ({ attributes: { type: 'Account' }, Name: 'x', Site }))
    });
    assert.deepEqual(
        body.map(({ success }) => success),
        [true, false, true]
    );
    assert.equal(body[1]?.errors[0]?.statusCode, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY');
});

test('a reset empties the org and keeps its sessions', async () => {
    await org.create('Account', { Name: 'reset' });
    await org.control('POST', '/reset');
    assert.equal(await count('reset'), 0);
});

test('the control address is no part of Salesforce: it needs no session and costs no call', async () => {
    const before = (await org.control('GET', '/api-usage')).used;
    const answer = await fetch(`${org.url}/_control/records?type=Account`);
    assert.equal(answer.status, 200);
    assert.equal((await org.control('GET', '/api-usage')).used, before);
    const unknown = await org.call<Refusal[]>('GET', '/_control/records?type=Nothing');
    assert.deepEqual([unknown.status, unknown.body[0]?.message], [400, 'The org has no object Nothing.']);
});

test('an access token of the old scheme works too (REST guide, OAuth header)', async () => {
    assert.equal((await org.call('GET', 'limits', undefined, { authorization: `OAuth ${TOKEN}` })).status, 200);
});
