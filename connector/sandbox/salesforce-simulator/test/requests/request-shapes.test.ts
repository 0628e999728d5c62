import assert from 'node:assert/strict';
import test from 'node:test';
import { contractOrg, type Body, type Refusal } from '../contract-org.ts';

const org = await contractOrg();
const id = await org.create('Account', { Name: 'Acme' });
const account = (more: object = {}): object => ({ attributes: { type: 'Account' }, Name: 'x', ...more });
const code = async (method: string, path: string, body?: unknown): Promise<string> =>
    (await org.refused(400, method, path, body)).errorCode;
const names = async (name: string): Promise<number> =>
    (await org.query(`SELECT Id FROM Account WHERE Name = '${name}'`)).length;

test('a record is JSON and nothing else; CSV belongs to Bulk, parts to archives (REST guide, 415)', async () => {
    const typed = async (path: string, type: string): Promise<[number, string | undefined]> => {
        const { status, body } = await org.call<Refusal[]>('POST', path, '{"Name":"typed"}', { 'content-type': type });
        return [status, body[0]?.errorCode];
    };
    const unsupported = [415, 'UNSUPPORTED_MEDIA_TYPE'];
    assert.deepEqual(await typed('sobjects/Account', 'text/csv'), unsupported);
    assert.deepEqual(await typed('sobjects/Account', 'multipart/form-data; boundary=x'), unsupported);
    assert.deepEqual(await typed('sobjects/Account', 'application/jsonish'), unsupported);
    assert.deepEqual(await typed('jobs/ingest', 'text/csv'), unsupported);
    const { status } = await org.call(
        'POST',
        'sobjects/Account',
        { Name: 'ok' },
        { 'content-type': 'application/json; charset=utf-8' }
    );
    assert.equal(status, 201);
    assert.equal(await names('typed'), 0);
});

test('a client that takes XML only is told that there is none, before anything is written (REST guide, Accept header)', async () => {
    const ask = (Accept: string) => org.call<Refusal[]>('POST', 'sobjects/Account', { Name: 'accept' }, { Accept });
    for (const Accept of ['application/xml', 'text/html', 'text/csv;q=0.5, application/xml']) {
        const { status, body } = await ask(Accept);
        assert.deepEqual([status, body[0]?.errorCode], [406, 'NOT_ACCEPTABLE'], Accept);
    }
    assert.equal(await names('accept'), 0);
    for (const Accept of ['*/*', 'application/json', 'application/*', 'text/html, application/json;q=0.9'])
        assert.equal((await ask(Accept)).status, 201, Accept);
});

test('an Id has no place in a new record (REST guide, Create Records; SOAP guide, INVALID_FIELD_FOR_INSERT_UPDATE)', async () => {
    const error = await org.refused(400, 'POST', 'sobjects/Account', { Id: id, Name: 'x' });
    assert.deepEqual(error, {
        errorCode: 'INVALID_FIELD',
        message: 'The Id field should not be specified in the sobject data.'
    });
    const { body } = await org.call<Body[]>('POST', 'composite/sobjects', { records: [account({ Id: id })] });
    assert.deepEqual(body[0]?.errors, [
        {
            statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
            message: 'cannot specify Id in an insert call',
            fields: ['Id']
        }
    ]);
});

test('the type that a record names is the type of its address (REST guide, sObject Rows)', async () => {
    const wrong = { attributes: { type: 'Contact' }, Name: 'mistyped' };
    assert.equal(await code('POST', 'sobjects/Account', wrong), 'INVALID_INPUT');
    assert.equal(await code('PATCH', `sobjects/Account/${id}`, wrong), 'INVALID_INPUT');
    const { status } = await org.call('PATCH', `sobjects/Account/${id}`, account());
    assert.equal(status, 204);
    assert.equal(await names('mistyped'), 0);
});

test('a switch is true or false, never a text (REST guide, JSON_PARSER_ERROR)', async () => {
    const records = [account({ Name: 'switch' })];
    assert.equal(await code('POST', 'composite/sobjects', { allOrNone: 'true', records }), 'JSON_PARSER_ERROR');
    assert.equal(await code('POST', 'composite', { allOrNone: 1, compositeRequest: [] }), 'JSON_PARSER_ERROR');
    assert.equal(await code('POST', 'composite/batch', { haltOnError: 'no', batchRequests: [] }), 'JSON_PARSER_ERROR');
    assert.equal(await names('switch'), 0);
});

test('a misspelt key of a request is refused, not read over (REST guide, JSON_PARSER_ERROR)', async () => {
    const records = [account({ Name: 'spelling' })];
    const error = await org.refused(400, 'POST', 'composite/sobjects', { allornone: true, records });
    assert.deepEqual(error, { errorCode: 'JSON_PARSER_ERROR', message: 'Unrecognized field "allornone"' });
    const job = { object: 'Task', operation: 'insert', delimiter: 'TAB' };
    for (const [path, body] of [
        ['composite', { requests: [] }],
        ['composite', { compositeRequest: [{ method: 'GET', url: '/', referenceId: 'a', header: {} }] }],
        ['composite/batch', { batchRequests: [], halt: true }],
        ['composite/graph', { graphs: [], allOrNone: true }],
        ['composite/tree/Account', { record: [] }],
        ['jobs/ingest', job],
        ['jobs/query', { operation: 'query', query: 'SELECT Id FROM Task', object: 'Task' }],
        ['parameterizedSearch', { q: 'Roy', objects: [] }]
    ] as const) {
        assert.equal(await code('POST', path, body), 'JSON_PARSER_ERROR', `${path} ${JSON.stringify(body)}`);
    }
    assert.equal(await names('spelling'), 0);
});

test('lists hold what they are lists of (REST guide, JSON_PARSER_ERROR)', async () => {
    for (const item of [null, 'x', 1, []]) {
        const shown = JSON.stringify(item);
        assert.equal(await code('POST', 'composite/sobjects', { records: [item] }), 'JSON_PARSER_ERROR', shown);
        assert.equal(await code('PATCH', 'composite/sobjects', { records: [item] }), 'JSON_PARSER_ERROR', shown);
        assert.equal(await code('POST', 'composite/tree/Account', { records: [item] }), 'JSON_PARSER_ERROR', shown);
        assert.equal(await code('POST', 'composite', { compositeRequest: [item] }), 'JSON_PARSER_ERROR', shown);
        assert.equal(await code('POST', 'composite/batch', { batchRequests: [item] }), 'JSON_PARSER_ERROR', shown);
        assert.equal(await code('POST', 'composite/graph', { graphs: [item] }), 'JSON_PARSER_ERROR', shown);
        assert.equal(
            await code('POST', 'parameterizedSearch', { q: 'Roy', sobjects: [item] }),
            'JSON_PARSER_ERROR',
            shown
        );
    }
});

test('an empty list is no request (REST guide, Composite resources)', async () => {
    for (const [path, body] of [
        ['composite', { compositeRequest: [] }],
        ['composite/batch', { batchRequests: [] }],
        ['composite/graph', { graphs: [] }],
        ['composite/tree/Account', { records: [] }],
        ['composite/sobjects', { records: [] }]
    ] as const) {
        assert.equal((await org.call('POST', path, body)).status, 400, path);
    }
});

test('fields of a record are known in any case, each once (SOAP guide, field names)', async () => {
    const { body } = await org.call<Body[]>('PATCH', 'composite/sobjects/Task/quo_key__C', {
        records: [{ attributes: { type: 'task' }, quo_KEY__c: 'any_case', SUBJECT: 'x' }]
    });
    assert.equal(body[0]?.success, true, JSON.stringify(body));
    assert.equal((await org.query("SELECT Subject FROM Task WHERE Quo_Key__c = 'any_case'"))[0]?.Subject, 'x');
    const twice = await org.refused(400, 'POST', 'sobjects/Account', { Name: 'one', name: 'two' });
    assert.equal(twice.errorCode, 'INVALID_FIELD');
});
