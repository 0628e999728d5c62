import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { parseCsv, writeCsv } from '../../bulk/csv.ts';
import { contractOrg, type Refusal, type Row } from '../contract-org.ts';

const org = await contractOrg();

async function ingest(job: Row, csv: string): Promise<Row> {
    const { body } = await org.call('POST', 'jobs/ingest', job);
    assert.equal(body.state, 'Open');
    assert.equal(
        (await org.call('PUT', `jobs/ingest/${body.id}/batches`, csv, { 'content-type': 'text/csv' })).status,
        201
    );
    assert.equal(
        (await org.call('PATCH', `jobs/ingest/${body.id}`, { state: 'UploadComplete' })).body.state,
        'UploadComplete'
    );
    return (await org.call('GET', `jobs/ingest/${body.id}`)).body;
}
const results = async (job: Row, which: string): Promise<string> =>
    (await org.call<string>('GET', `jobs/ingest/${String(job.id)}/${which}`)).body;

test('an upsert job writes what it can and lists what it could not (Bulk API 2.0 guide)', async () => {
    const job = await ingest(
        { object: 'Task', operation: 'upsert', externalIdFieldName: 'Quo_Key__c', lineEnding: 'LF' },
        'Quo_Key__c,Subject,CallDurationInSeconds\ncall_1,"a, ""b""\nc",12\ncall_2,x,twelve\n,y,1\n'
    );
    assert.deepEqual([job.state, job.numberRecordsProcessed, job.numberRecordsFailed], ['JobComplete', 3, 2]);
    assert.match(
        await results(job, 'successfulResults'),
        /^"sf__Id","sf__Created","Quo_Key__c","Subject","CallDurationInSeconds"\n"00T\w{15}","true","call_1"/
    );
    assert.match(
        await results(job, 'failedResults'),
        /"INVALID_TYPE_ON_FIELD_IN_RECORD:Call Duration: value not of required type: twelve:CallDurationInSeconds --"/
    );
    const [task] = await org.query("SELECT Subject, CallDurationInSeconds FROM Task WHERE Quo_Key__c = 'call_1'");
    assert.deepEqual([task?.Subject, task?.CallDurationInSeconds], ['a, "b"\nc', 12]);
});

test('an empty cell leaves a field alone, #N/A clears it', async () => {
    const id = await org.create('Account', { Name: 'Acme', Phone: '1', Site: 'a' });
    await ingest({ object: 'Account', operation: 'update' }, `Id,Phone,Site\n${id},,#N/A\n`);
    const account = await org.record('Account', id);
    assert.deepEqual([account.Phone, account.Site], ['1', null]);
});

test('a job with an unknown column fails whole', async () => {
    const job = await ingest({ object: 'Account', operation: 'insert' }, 'Name,Nope\na,b\n');
    assert.deepEqual([job.state, job.errorMessage], ['Failed', 'InvalidBatch : Field name not found : Nope']);
});

test('a query job gives CSV by pages; what bulk cannot do is refused (Bulk API 2.0 guide, Query)', async () => {
    const { body } = await org.call('POST', 'jobs/query', {
        operation: 'query',
        query: 'SELECT Name, Owner.Name FROM Account ORDER BY Name LIMIT 3'
    });
    await org.create('Account', { Name: 'later' });
    const first = await org.call<string>('GET', `jobs/query/${body.id}/results?maxRecords=1`);
    assert.match(first.body, /^"Name","Owner.Name"\n"Acme","Integration User"\n$/);
    assert.equal(first.headers.get('sforce-locator'), 'null');
    const refused = await org.refused(400, 'POST', 'jobs/query', {
        operation: 'query',
        query: 'SELECT COUNT(Id) FROM Account'
    });
    assert.equal(refused.errorCode, 'MALFORMED_QUERY');
});

test('any table survives writing and reading as CSV', () => {
    const table = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 }), {
        minLength: 1,
        maxLength: 6
    });
    fc.assert(
        fc.property(table, fc.constantFrom(',', ';', '\t'), (rows, delimiter) => {
            assert.deepEqual(parseCsv(writeCsv(rows, delimiter), delimiter), rows);
        })
    );
});

const find = async (sosl: string): Promise<unknown[]> => {
    const { status, body } = await org.call<{ searchRecords: Row[] }>('GET', `search?q=${encodeURIComponent(sosl)}`);
    assert.equal(status, 200, JSON.stringify(body));
    return body.searchRecords.map((row) => row.Name ?? row.Id);
};

test('a search finds words, phrases, beginnings and combinations (SOQL and SOSL reference, FIND)', async () => {
    await org.create('Contact', { FirstName: 'Léa', LastName: 'Gagnon', Phone: '(418) 555-1234' });
    await org.create('Contact', { FirstName: 'Luc', LastName: 'Gagné', Phone: '4185551234' });
    const contacts = 'RETURNING Contact(Name ORDER BY Name)';
    assert.deepEqual(await find(`FIND {gagn*} ${contacts}`), ['Léa Gagnon', 'Luc Gagné']);
    assert.deepEqual(await find(`FIND {gagnon AND NOT luc} IN NAME FIELDS ${contacts}`), ['Léa Gagnon']);
    // Punctuation splits a number into tokens when it is indexed: both spellings must be asked for.
    assert.deepEqual(await find(`FIND {"418 555 1234"} IN PHONE FIELDS ${contacts}`), ['Léa Gagnon']);
    assert.deepEqual(await find(`FIND {4185551234 OR "418 555 1234"} IN PHONE FIELDS ${contacts}`), [
        'Léa Gagnon',
        'Luc Gagné'
    ]);
    assert.deepEqual(await find(`FIND {gagnon} IN EMAIL FIELDS ${contacts}`), []);
    assert.deepEqual(await find("FIND {gagn*} RETURNING Contact(Name WHERE Phone LIKE '(%' LIMIT 5), Account(Name)"), [
        'Léa Gagnon'
    ]);
});

test('a search that is none is refused', async () => {
    for (const sosl of ['FIND gagnon', 'FIND {a}', 'FIND {*agnon}', 'FIND {gagnon AND}']) {
        const { status, body } = await org.call<Refusal[]>('GET', `search?q=${encodeURIComponent(sosl)}`);
        assert.deepEqual([status, body[0]?.errorCode], [400, 'MALFORMED_SEARCH'], sosl);
    }
});

test('parameterized search takes the text as it is (REST guide, Parameterized Search)', async () => {
    const body = { q: 'Léa (gagnon)', in: 'NAME', sobjects: [{ name: 'Contact', fields: ['Id', 'Name'], limit: 1 }] };
    const answer = await org.call<{ searchRecords: Row[] }>('POST', 'parameterizedSearch', body);
    assert.deepEqual(
        answer.body.searchRecords.map(({ Name }) => Name),
        ['Léa Gagnon']
    );
});
