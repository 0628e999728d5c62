import assert from 'node:assert/strict';
import test from 'node:test';
import { contractOrg, type Refusal, type Row } from '../contract-org.ts';

const org = await contractOrg();
const CSV = { 'content-type': 'text/csv' };
async function ingest(job: Row, csv: string): Promise<Row> {
    const { body } = await org.call('POST', 'jobs/ingest', job);
    await org.call('PUT', `jobs/ingest/${body.id}/batches`, csv, CSV);
    await org.call('PATCH', `jobs/ingest/${body.id}`, { state: 'UploadComplete' });
    return (await org.call('GET', `jobs/ingest/${body.id}`)).body;
}
const results = async (job: Row, which: string): Promise<string[]> =>
    (await org.call<string>('GET', `jobs/ingest/${String(job.id)}/${which}`)).body.trim().split('\n');

test('a job that is none is refused when it is made (Bulk API 2.0 guide, Create a Job)', async () => {
    const wrong: readonly (readonly [Row, string])[] = [
        [{ object: 'Nothing__c', operation: 'insert' }, 'INVALIDENTITY'],
        [{ object: 'Account', operation: 'replace' }, 'INVALIDJOB'],
        [{ object: 'Account', operation: 'upsert' }, 'INVALIDJOB'],
        [{ object: 'Task', operation: 'upsert', externalIdFieldName: 'Subject' }, 'INVALIDJOB'],
        [{ object: 'Account', operation: 'insert', columnDelimiter: 'DOT' }, 'INVALIDJOB']
    ];
    for (const [job, code] of wrong) {
        assert.equal((await org.refused(400, 'POST', 'jobs/ingest', job)).errorCode, code, JSON.stringify(job));
    }
});

test('a job goes its way once: upload, close, done (Bulk API 2.0 guide, Job States)', async () => {
    const { body } = await org.call('POST', 'jobs/ingest', { object: 'Account', operation: 'insert' });
    const job = `jobs/ingest/${body.id}`;
    assert.equal((await org.call('PUT', `${job}/batches`, 'Name\nOne\n', CSV)).status, 201);
    const twice = await org.call<Refusal[]>('PUT', `${job}/batches`, 'Name\nTwo\n', CSV);
    assert.deepEqual([twice.status, twice.body[0]?.errorCode], [400, 'INVALIDJOBSTATE']);
    assert.equal((await org.refused(400, 'PATCH', job, { state: 'JobComplete' })).errorCode, 'INVALIDJOBSTATE');
    assert.equal((await org.call('PATCH', job, { state: 'UploadComplete' })).status, 200);
    assert.equal((await org.refused(400, 'PATCH', job, { state: 'Aborted' })).errorCode, 'INVALIDJOBSTATE');
    assert.equal((await org.query('SELECT Id FROM Account')).length, 1);
    assert.equal((await org.call('DELETE', job)).status, 204);
    await org.refused(404, 'GET', job);
    await org.refused(404, 'GET', 'jobs/ingest/750000000000000AAA');
});

test('an aborted job writes nothing (Bulk API 2.0 guide, Abort a Job)', async () => {
    const { body } = await org.call('POST', 'jobs/ingest', { object: 'Account', operation: 'insert' });
    await org.call('PUT', `jobs/ingest/${body.id}/batches`, 'Name\nAborted\n', CSV);
    assert.equal((await org.call('PATCH', `jobs/ingest/${body.id}`, { state: 'Aborted' })).body.state, 'Aborted');
    assert.equal((await org.query("SELECT Id FROM Account WHERE Name = 'Aborted'")).length, 0);
});

test('an upsert by record id changes what has one and creates what has none (Bulk API 2.0 guide, externalIdFieldName)', async () => {
    const id = await org.create('Account', { Name: 'Before' });
    const gone = await org.create('Account', { Name: 'Gone' });
    await org.call('DELETE', `sobjects/Account/${gone}`);
    const job = await ingest(
        { object: 'Account', operation: 'upsert', externalIdFieldName: 'Id' },
        `Id,Name\n${id},After\n,New\n${gone},Never\n`
    );
    assert.deepEqual([job.numberRecordsProcessed, job.numberRecordsFailed], [3, 1]);
    assert.equal((await org.record('Account', id)).Name, 'After');
    assert.equal((await org.query("SELECT Id FROM Account WHERE Name IN ('New', 'Never')")).length, 1);
    assert.match((await results(job, 'failedResults'))[1] ?? '', /ENTITY_IS_DELETED/);
});

test('the results of a job together are its lines, each once (Bulk API 2.0 guide, Job Results)', async () => {
    const lines = Array.from({ length: 30 }, (_, index) => (index % 3 ? `n${index},Inbound` : `n${index},Sideways`));
    const job = await ingest({ object: 'Task', operation: 'insert' }, `Subject,CallType\n${lines.join('\n')}\n`);
    const [good, bad] = [await results(job, 'successfulResults'), await results(job, 'failedResults')];
    assert.deepEqual([good.length - 1, bad.length - 1], [20, 10]);
    assert.equal(bad[0], '"sf__Id","sf__Error","Subject","CallType"');
    assert.ok(bad.slice(1).every((line) => line.includes('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST')));
    assert.equal((await results(job, 'unprocessedrecords')).length, 1);
});

test('bulk queries are plain ones (Bulk API 2.0 guide, SOQL Considerations)', async () => {
    const ask = (query: string) => org.refused(400, 'POST', 'jobs/query', { operation: 'query', query });
    for (const query of [
        'SELECT COUNT() FROM Account',
        'SELECT Industry FROM Account GROUP BY Industry',
        'SELECT Id FROM Account OFFSET 5',
        'SELECT Id, (SELECT Id FROM Contacts) FROM Account',
        'SELECT TYPEOF What WHEN Account THEN Phone END FROM Task',
        'SELECT FIELDS(ALL) FROM Account LIMIT 200',
        'nonsense'
    ]) {
        assert.equal((await ask(query)).errorCode, 'MALFORMED_QUERY', query);
    }
});
