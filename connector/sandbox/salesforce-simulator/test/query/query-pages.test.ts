import assert from 'node:assert/strict';
import test from 'node:test';
import { contractOrg, type Body, type Outcome } from '../contract-org.ts';

const org = await contractOrg();
const NAMES = Array.from({ length: 450 }, (_, index) => `Account ${String(index).padStart(3, '0')}`);
for (let from = 0; from < NAMES.length; from += 200) {
    const records = NAMES.slice(from, from + 200).map((Name) => ({ attributes: { type: 'Account' }, Name }));
    await org.call<Outcome[]>('POST', 'composite/sobjects', { records });
}

const page = (path: string, batchSize = 200): Promise<{ status: number; body: Body }> =>
    org.call('GET', path, undefined, { 'Sforce-Query-Options': `batchSize=${batchSize}` });

test('a long result comes in pages, each naming the next (REST guide, Query and nextRecordsUrl)', async () => {
    const seen: unknown[] = [];
    let answer = await page('query?q=SELECT+Name+FROM+Account+ORDER+BY+Name');
    for (let pages = 0; pages < 5; pages += 1) {
        assert.equal(answer.body.totalSize, 450);
        seen.push(...answer.body.records.map(({ Name }) => Name));
        if (answer.body.done === true) break;
        answer = await page(answer.body.nextRecordsUrl);
    }
    assert.deepEqual(seen, NAMES);
});

test('a page size outside of 200 to 2,000 is brought inside (SOAP guide, QueryOptions)', async () => {
    assert.equal((await page('query?q=SELECT+Id+FROM+Account', 10)).body.records.length, 200);
    assert.equal((await page('query?q=SELECT+Id+FROM+Account', 9_999)).body.records.length, 450);
});

test('a locator that was never given is refused (SOAP guide, INVALID_QUERY_LOCATOR)', async () => {
    const error = await org.refused(400, 'GET', 'query/01g000000000001AAA-2000');
    assert.deepEqual(error, { errorCode: 'INVALID_QUERY_LOCATOR', message: 'invalid query locator' });
});

test('columns=true describes the result instead of giving it (as the sf command line asks)', async () => {
    const { body } = await org.call<{
        columnMetadata: { columnName: string; joinColumns: { columnName: string }[] }[];
    }>('GET', 'query?q=SELECT+Name,Owner.Name,COUNT(Id)+n+FROM+Account+GROUP+BY+Name,Owner.Name&columns=true');
    const columns = body.columnMetadata.map(({ columnName, joinColumns }) => [
        columnName,
        joinColumns.map((join) => join.columnName)
    ]);
    assert.deepEqual(columns, [
        ['Name', []],
        ['Owner', ['Name']],
        ['n', []]
    ]);
});

test('deleted records are seen by queryAll only (REST guide, QueryAll)', async () => {
    const id = await org.create('Account', { Name: 'Deleted' });
    await org.call('DELETE', `sobjects/Account/${id}`);
    const soql = `SELECT Id, IsDeleted FROM Account WHERE Id = '${id}'`;
    assert.equal((await org.query(soql)).length, 0);
    assert.equal((await org.query(soql, 'queryAll'))[0]?.IsDeleted, true);
    const since = await org.query(
        `SELECT Id FROM Account WHERE SystemModstamp >= 2020-01-01T00:00:00Z AND IsDeleted = true`,
        'queryAll'
    );
    assert.deepEqual(
        since.map(({ Id }) => Id),
        [id]
    );
});
