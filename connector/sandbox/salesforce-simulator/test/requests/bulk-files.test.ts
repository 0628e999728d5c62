import assert from 'node:assert/strict';
import test from 'node:test';
import { contractOrg, type Body, type Refusal } from '../contract-org.ts';

const org = await contractOrg();
const CSV = { 'content-type': 'text/csv' };

/** Loads a file and tells what became of the job. */
async function load(job: object, file: string): Promise<{ info: Body; failed: string; successful: string }> {
    const made = await org.call('POST', 'jobs/ingest', { object: 'Task', operation: 'insert', ...job });
    assert.equal(made.status, 200, JSON.stringify(made.body));
    const path = `jobs/ingest/${made.body.id}`;
    assert.equal((await org.call('PUT', `${path}/batches`, file, CSV)).status, 201);
    await org.call('PATCH', path, { state: 'UploadComplete' });
    const text = async (name: string): Promise<string> => (await org.call<string>('GET', `${path}/${name}`)).body;
    return {
        info: (await org.call('GET', path)).body,
        failed: await text('failedResults'),
        successful: await text('successfulResults')
    };
}
const KEYED = { operation: 'upsert', externalIdFieldName: 'Quo_Key__c' };
const lines = (text: string): number => text.trimEnd().split('\n').length - 1;

test('a job takes CSV with the line ends and delimiters that there are (Bulk API 2.0 guide, Create a Job)', async () => {
    for (const wrong of [
        { contentType: 'JSON' },
        { lineEnding: 'CR' },
        { columnDelimiter: 'SPACE' },
        { lineEnding: 1 }
    ]) {
        const { errorCode } = await org.refused(400, 'POST', 'jobs/ingest', {
            object: 'Task',
            operation: 'insert',
            ...wrong
        });
        assert.equal(errorCode, 'INVALIDJOB', JSON.stringify(wrong));
    }
    const query = { operation: 'query', query: 'SELECT Id FROM Task', lineEnding: 'CR' };
    assert.equal((await org.refused(400, 'POST', 'jobs/query', query)).errorCode, 'INVALIDJOB');
});

test('line ends other than the job’s fail it whole (Bulk API 2.0 guide, lineEnding)', async () => {
    for (const [lineEnding, file] of [
        ['LF', 'Subject\r\nx\r\n'],
        ['CRLF', 'Subject\nx\n']
    ] as const) {
        const { info } = await load({ lineEnding }, file);
        assert.deepEqual(
            [info.state, info.errorMessage],
            ['Failed', `InvalidBatch : LineEnding is invalid on user data. Current LineEnding setting is ${lineEnding}`]
        );
    }
    assert.equal((await load({ lineEnding: 'CRLF' }, 'Subject\r\nx\r\n')).info.state, 'JobComplete');
    assert.equal((await org.query("SELECT Id FROM Task WHERE Subject = 'x'")).length, 1);
});

test('a key that stands twice among 200 rows is written by neither (Bulk API 2.0 guide, chunks; SOAP guide, upsert)', async () => {
    const { info, failed, successful } = await load(KEYED, 'Quo_Key__c,Subject\ntwice,a\nonce,b\ntwice,c\n');
    assert.deepEqual([info.numberRecordsProcessed, info.numberRecordsFailed], [3, 2]);
    assert.equal(lines(successful), 1);
    assert.match(failed, /DUPLICATE_VALUE:Duplicate external id specified: twice:Quo_Key__c --/);
    // Rows of another chunk are another transaction: there the second one updates.
    const far = Array.from({ length: 200 }, (_, index) => `far_${index},a`).join('\n');
    const apart = await load(KEYED, `Quo_Key__c,Subject\n${far}\nfar_0,b\n`);
    assert.equal(apart.info.numberRecordsFailed, 0);
    assert.equal((await org.query("SELECT Subject FROM Task WHERE Quo_Key__c = 'far_0'"))[0]?.Subject, 'b');
});

test('an id that stands twice among 200 rows is written by neither (SOAP guide, DUPLICATE_VALUE)', async () => {
    const id = await org.create('Task', { Subject: 'before' });
    const { info } = await load({ operation: 'update' }, `Id,Subject\n${id},a\n${id.slice(0, 15)},b\n`);
    assert.equal(info.numberRecordsFailed, 2);
    assert.equal((await org.record('Task', id)).Subject, 'before');
});

test('a column that the user may not write fails its rows; one that stands twice, the job (Bulk API 2.0 guide)', async () => {
    const readOnly = await load({}, 'Subject,IsClosed\nx,true\n');
    assert.match(readOnly.failed, /INVALID_FIELD_FOR_INSERT_UPDATE/);
    assert.equal((await load({}, 'Subject,subject\nx,y\n')).info.state, 'Failed');
});

test('a row with more cells than the header has, or with fewer, fails the job (Bulk API 2.0 guide, CSV)', async () => {
    assert.equal((await load({}, 'Subject\nx,y\n')).info.state, 'Failed');
    assert.equal((await load({}, 'Subject,Description\nx\n')).info.state, 'Failed');
});

test('results are there when the job is done, not before (Bulk API 2.0 guide, Get Job Results)', async () => {
    const { body } = await org.call('POST', 'jobs/ingest', { object: 'Task', operation: 'insert' });
    for (const name of ['successfulResults', 'failedResults', 'unprocessedrecords']) {
        const answer = await org.call<Refusal[]>('GET', `jobs/ingest/${body.id}/${name}`);
        assert.equal(answer.status, 400, name);
        assert.equal(answer.body[0]?.errorCode, 'INVALIDJOBSTATE', name);
    }
});

test('quotes, line ends and delimiters inside a cell are its text, both ways (Bulk API 2.0 guide, CSV)', async () => {
    const text = 'a "quoted"; b,\nc';
    const cell = `"${text.replaceAll('"', '""')}"`;
    for (const [columnDelimiter, mark] of [
        ['COMMA', ','],
        ['SEMICOLON', ';'],
        ['TAB', '\t'],
        ['PIPE', '|'],
        ['CARET', '^'],
        ['BACKQUOTE', '`']
    ]) {
        const key = `cell_${columnDelimiter}`;
        await load({ ...KEYED, columnDelimiter }, `Quo_Key__c${mark}Description\n${key}${mark}${cell}\n`);
        const [row] = await org.query(`SELECT Description FROM Task WHERE Quo_Key__c = '${key}'`);
        assert.equal(row?.Description, text, columnDelimiter);
    }
});

test('a row of empty fields is a record, a line without a character is none, and an empty upload has no rows', async () => {
    const before = (await org.query('SELECT Id FROM Task')).length;
    const rows = await load({}, 'Subject,Description\n,\n\nsome,\n');
    assert.deepEqual([rows.info.numberRecordsProcessed, rows.info.numberRecordsFailed], [2, 0]);
    assert.equal((await org.query('SELECT Id FROM Task')).length, before + 2);
    const update = await load({ operation: 'update' }, 'Id,Subject\n,\n');
    assert.deepEqual([update.info.numberRecordsProcessed, update.info.numberRecordsFailed], [1, 1]);
    assert.match(update.failed, /MISSING_ARGUMENT:Id not specified in an update call/);
    const empty = await load({}, '');
    assert.deepEqual([empty.info.state, empty.info.numberRecordsProcessed], ['JobComplete', 0]);
});

test('a job that is closed without an upload fails', async () => {
    const { body } = await org.call('POST', 'jobs/ingest', { object: 'Task', operation: 'insert' });
    await org.call('PATCH', `jobs/ingest/${body.id}`, { state: 'UploadComplete' });
    const info = (await org.call('GET', `jobs/ingest/${body.id}`)).body;
    assert.deepEqual([info.state, info.errorMessage], ['Failed', 'InvalidBatch : No data was uploaded.']);
});
