import assert from 'node:assert/strict';
import test from 'node:test';
import { contractOrg, type Outcome, type Refusal } from '../contract-org.ts';

let now = Date.parse('2026-03-10T12:00:00Z');
const org = await contractOrg({ clock: () => now });
const HOUR = 3_600_000;
for (let made = 0; made < 2_200; made += 200) {
    const records = Array.from({ length: 200 }, (_, index) => ({
        attributes: { type: 'Account' },
        Name: `Account ${made + index}`
    }));
    await org.call<Outcome[]>('POST', 'composite/sobjects', { records });
}
const ask = (soql: string, resource = 'query') => org.call('GET', `${resource}?q=${encodeURIComponent(soql)}`);
const refusal = async (soql: string): Promise<Refusal> => org.queryError(soql);

test('2,000 rows a page, without being asked (REST guide, Query)', async () => {
    const { body } = await ask('SELECT Id FROM Account');
    assert.deepEqual([body.totalSize, body.done, body.records.length], [2_200, false, 2_000]);
    const next = await org.call('GET', body.nextRecordsUrl);
    assert.deepEqual([next.body.totalSize, next.body.done, next.body.records.length], [2_200, true, 200]);
    assert.ok(!('nextRecordsUrl' in next.body));
});

test('a locator is good for two days, for its user, until ten newer ones are open (REST guide, Query; SOAP guide, QueryLocator)', async () => {
    const first = (await ask('SELECT Id FROM Account')).body.nextRecordsUrl;
    const stranger = await org
        .control('POST', '/seed', {
            records: [
                {
                    attributes: { type: 'User', referenceId: 'u' },
                    Username: 'stranger@example.com',
                    LastName: 'Stranger',
                    Email: 's@example.com',
                    Alias: 'str'
                }
            ]
        })
        .then(() => org.control('POST', '/sessions', { username: 'stranger@example.com' }));
    const others = await org.call<Refusal[]>('GET', first, undefined, {
        authorization: `Bearer ${stranger.access_token}`
    });
    assert.equal(others.body[0]?.errorCode, 'INVALID_QUERY_LOCATOR');
    now += 47 * HOUR;
    assert.equal((await org.call('GET', first)).status, 200);
    now += 49 * HOUR;
    assert.equal((await org.refused(400, 'GET', first)).errorCode, 'INVALID_QUERY_LOCATOR');
    const eleven: string[] = [];
    for (let open = 0; open < 11; open += 1) eleven.push((await ask('SELECT Id FROM Account')).body.nextRecordsUrl);
    assert.equal((await org.call('GET', eleven[1] as string)).status, 200);
    assert.equal((await org.refused(400, 'GET', eleven[0] as string)).errorCode, 'INVALID_QUERY_LOCATOR');
    for (const odd of ['', '-x', '-99999', '--1'])
        assert.equal(
            (await org.call('GET', `query/${eleven[5]?.split('/').pop()?.split('-')[0]}${odd}`)).status,
            400,
            odd
        );
});

test('groups have no second page (SOAP guide, EXCEEDED_ID_LIMIT)', async () => {
    const { errorCode, message } = await refusal('SELECT Name, COUNT(Id) FROM Account GROUP BY Name');
    assert.deepEqual(
        [errorCode, message],
        [
            'EXCEEDED_ID_LIMIT',
            'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch'
        ]
    );
    const cut = await ask('SELECT Name, COUNT(Id) FROM Account GROUP BY Name LIMIT 2000');
    assert.equal(cut.body.records.length, 2_000);
});

test('a subquery skips rows only under a parent that is one (SOQL reference, OFFSET)', async () => {
    const inner = '(SELECT Id FROM Contacts LIMIT 1 OFFSET 1)';
    assert.equal((await refusal(`SELECT Id, ${inner} FROM Account LIMIT 2`)).errorCode, 'MALFORMED_QUERY');
    assert.equal((await refusal(`SELECT Id, ${inner} FROM Account`)).errorCode, 'MALFORMED_QUERY');
    assert.equal((await ask(`SELECT Id, ${inner} FROM Account LIMIT 1`)).status, 200);
});

test('a scope leaves what is mine; one that an object lacks is refused (SOQL reference, USING SCOPE)', async () => {
    const { body } = await org.call('GET', 'query?q=SELECT+Id+FROM+User+WHERE+Username+LIKE+%27stranger%25%27');
    const [stranger] = body.records;
    await org.create('Account', { Name: 'Not mine', OwnerId: stranger?.Id });
    const count = async (soql: string): Promise<unknown> => (await ask(soql)).body.totalSize;
    assert.equal(await count('SELECT COUNT() FROM Account'), 2_201);
    assert.equal(await count('SELECT COUNT() FROM Account USING SCOPE mine'), 2_200);
    assert.equal(await count('SELECT COUNT() FROM Account USING SCOPE everything'), 2_201);
    assert.equal((await refusal('SELECT Id FROM Account USING SCOPE galaxy')).errorCode, 'MALFORMED_QUERY');
});

test('what belongs to Apex is no part of a query over HTTP (SOQL reference, ALL ROWS, WITH, bind variables)', async () => {
    for (const soql of [
        'SELECT Id FROM Account ALL ROWS',
        'SELECT Id FROM Account WITH SECURITY_ENFORCED',
        'SELECT Id FROM Account WITH USER_MODE',
        'SELECT Id FROM Account WHERE Name = :name',
        'SELECT Id FROM Account UPDATE TRACKING',
        'DELETE FROM Account',
        'SELECT Id FROM Account; SELECT Id FROM Contact',
        '[SELECT Id FROM Account]'
    ])
        assert.equal((await refusal(soql)).errorCode, 'MALFORMED_QUERY', soql);
    assert.equal((await org.call('GET', 'query')).status, 400);
    assert.equal((await org.call('POST', 'query', { q: 'SELECT Id FROM Account' })).status, 405);
});

test('at most 100,000 characters, 4,000 in a literal of WHERE, 2,000 rows skipped (SOQL reference, limits)', async () => {
    const compose = async (soql: string): Promise<[number, string | undefined]> => {
        const url = `/services/data/v68.0/query?q=${encodeURIComponent(soql)}`;
        const compositeRequest = [{ method: 'GET', url, referenceId: 'q' }];
        const { body } = await org.call('POST', 'composite', { compositeRequest });
        const [part] = body.compositeResponse;
        return [part?.httpStatusCode ?? 0, (part?.body as Refusal[] | undefined)?.[0]?.errorCode];
    };
    const named = (name: string): string => `SELECT Id FROM Account WHERE Name = '${name}'`;
    assert.equal((await compose(named('x'.repeat(4_000))))[0], 200);
    assert.equal((await compose(named('x'.repeat(4_001))))[0], 400);
    const many = (count: number): string =>
        `SELECT Id FROM Account WHERE Name IN (${Array.from({ length: count }, () => "'12345678'").join(',')})`;
    assert.equal((await compose(many(9_000)))[0], 200);
    assert.deepEqual(await compose(many(9_200)), [400, 'MALFORMED_QUERY']);
    assert.equal((await refusal('SELECT Id FROM Account OFFSET 2001')).errorCode, 'NUMBER_OUTSIDE_VALID_RANGE');
    assert.equal((await ask('SELECT Id FROM Account OFFSET 2000')).body.records.length, 201);
});
