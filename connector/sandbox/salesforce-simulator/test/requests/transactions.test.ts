import assert from 'node:assert/strict';
import test from 'node:test';
import { contractOrg, V, type Outcome, type Refusal, type SubAnswer } from '../contract-org.ts';

const org = await contractOrg();
const count = async (type: string, where: string): Promise<number> =>
    (await org.query(`SELECT Id FROM ${type} WHERE ${where}`)).length;
const sub = (method: string, path: string, referenceId: string, body?: unknown) => ({
    method,
    url: `${V}/${path}`,
    referenceId,
    ...(body === undefined ? {} : { body })
});
const composite = async (compositeRequest: readonly object[], allOrNone = false): Promise<readonly SubAnswer[]> =>
    (await org.call('POST', 'composite', { allOrNone, compositeRequest })).body.compositeResponse;
const codes = (answers: readonly SubAnswer[]): unknown[] =>
    answers.map(({ httpStatusCode, body }) => (body as Refusal[] | null)?.[0]?.errorCode ?? httpStatusCode);

test('what an update changed, a delete took and an upsert made is as before after a roll-back (REST guide, Composite allOrNone)', async () => {
    const kept = await org.create('Account', { Name: 'Kept', Site: 'before' });
    const contact = await org.create('Contact', { LastName: 'Child', AccountId: kept });
    const task = await org.create('Task', { WhoId: contact, Quo_Key__c: 'tx_1', Subject: 'before' });
    const answers = await composite(
        [
            sub('PATCH', `sobjects/Account/${kept}`, 'changed', { Site: 'after' }),
            sub('PATCH', 'sobjects/Task/Quo_Key__c/tx_1', 'upserted', { Subject: 'after' }),
            sub('PATCH', 'sobjects/Task/Quo_Key__c/tx_2', 'made', { WhoId: contact }),
            sub('DELETE', `sobjects/Account/${kept}`, 'gone'),
            sub('POST', 'sobjects/Contact', 'wrong', { FirstName: 'without a last name' }),
            sub('POST', 'sobjects/Account', 'never', { Name: 'Never' })
        ],
        true
    );
    assert.deepEqual(codes(answers), [
        'PROCESSING_HALTED',
        'PROCESSING_HALTED',
        'PROCESSING_HALTED',
        'PROCESSING_HALTED',
        'REQUIRED_FIELD_MISSING',
        'PROCESSING_HALTED'
    ]);
    assert.equal((await org.record('Account', kept)).Site, 'before');
    assert.equal((await org.record('Contact', contact)).AccountId, kept);
    assert.equal((await org.record('Task', task)).Subject, 'before');
    assert.deepEqual([await count('Task', "Quo_Key__c = 'tx_2'"), await count('Account', "Name = 'Never'")], [0, 0]);
});

test('without allOrNone each sub-request stands for itself, but what refers to a failed one fails (REST guide, Composite)', async () => {
    const answers = await composite([
        sub('POST', 'sobjects/Account', 'bad', { Site: 'no name' }),
        sub('POST', 'sobjects/Contact', 'orphan', { LastName: 'Orphan', AccountId: '@{bad.id}' }),
        sub('GET', 'sobjects/Account/@{bad.id}', 'read'),
        sub('POST', 'sobjects/Account', 'good', { Name: 'Good' })
    ]);
    assert.deepEqual(codes(answers), ['REQUIRED_FIELD_MISSING', 'PROCESSING_HALTED', 'PROCESSING_HALTED', 201]);
    assert.equal(await count('Contact', "LastName = 'Orphan'"), 0);
});

test('a collection in a composite that is rolled back leaves nothing; a failed record in it halts the others', async () => {
    const records = [
        { attributes: { type: 'Task' }, Quo_Key__c: 'tx_3' },
        { attributes: { type: 'Task' }, Quo_Key__c: 'tx_4', CallType: 'Sideways' }
    ];
    const collection = sub('PATCH', 'composite/sobjects/Task/Quo_Key__c', 'tasks', { allOrNone: false, records });
    const answers = await composite([sub('POST', 'sobjects/Account', 'first', { Name: 'First' }), collection], true);
    assert.equal(codes(answers)[0], 'PROCESSING_HALTED');
    assert.deepEqual([await count('Account', "Name = 'First'"), await count('Task', "Quo_Key__c = 'tx_3'")], [0, 0]);
    const apart = await composite([collection]);
    assert.equal(apart[0]?.httpStatusCode, 200);
    assert.equal(await count('Task', "Quo_Key__c IN ('tx_3', 'tx_4')"), 1);
});

test('a composite request that is not well-formed is refused whole (REST guide, Composite Request Body)', async () => {
    const get = sub('GET', 'limits', 'a');
    const wrong: readonly (readonly [unknown, string])[] = [
        [{ compositeRequest: 'x' }, 'JSON_PARSER_ERROR'],
        [{ compositeRequest: [get, get] }, 'INVALID_INPUT'],
        [{ compositeRequest: [{ ...get, referenceId: 'a b' }] }, 'INVALID_INPUT'],
        [{ compositeRequest: [{ ...get, referenceId: undefined }] }, 'INVALID_INPUT']
    ];
    for (const [body, code] of wrong) {
        assert.equal((await org.refused(400, 'POST', 'composite', body)).errorCode, code, JSON.stringify(body));
    }
    const six = Array.from({ length: 6 }, (_, index) => sub('GET', 'query?q=SELECT+Id+FROM+Account', `q${index}`));
    assert.equal((await org.call('POST', 'composite', { compositeRequest: six.slice(1) })).status, 200);
    assert.equal((await org.call('POST', 'composite', { compositeRequest: six })).status, 400);
});

test('one failed node takes back its whole graph and no other (REST guide, Composite Graphs)', async () => {
    const graph = (graphId: string, name: string, last: object) => ({
        graphId,
        compositeRequest: [
            sub('POST', 'sobjects/Account', 'acc', { Name: name }),
            sub('POST', 'sobjects/Contact', 'con', { ...last, AccountId: '@{acc.id}' })
        ]
    });
    const { status, body } = await org.call<{
        graphs: { graphId: string; isSuccessful: boolean; graphResponse: { compositeResponse: SubAnswer[] } }[];
    }>('POST', 'composite/graph', { graphs: [graph('1', 'G1', {}), graph('2', 'G2', { LastName: 'Two' })] });
    assert.equal(status, 200);
    assert.deepEqual(
        body.graphs.map(({ graphId, isSuccessful }) => [graphId, isSuccessful]),
        [
            ['1', false],
            ['2', true]
        ]
    );
    assert.deepEqual([await count('Account', "Name = 'G1'"), await count('Account', "Name = 'G2'")], [0, 1]);
    const [made] = await org.query("SELECT Account.Name FROM Contact WHERE LastName = 'Two'");
    assert.equal((made?.Account as { Name: string }).Name, 'G2');
});

test('a tree names every record that was refused, and leaves nothing (REST guide, sObject Tree)', async () => {
    const child = (referenceId: string, fields: object) => ({
        attributes: { type: 'Contact', referenceId },
        ...fields
    });
    const records = [
        {
            attributes: { type: 'Account', referenceId: 'root' },
            Name: 'Tree',
            Contacts: {
                records: [child('a', { LastName: 'A' }), child('b', {}), child('c', { LastName: 'x'.repeat(81) })]
            }
        }
    ];
    const { status, body } = await org.call<{
        hasErrors: boolean;
        results: { referenceId: string; errors: { statusCode: string }[] }[];
    }>('POST', 'composite/tree/Account', { records });
    assert.deepEqual([status, body.hasErrors], [400, true]);
    assert.deepEqual(
        body.results.map(({ referenceId, errors }) => [referenceId, errors[0]?.statusCode]),
        [
            ['b', 'REQUIRED_FIELD_MISSING'],
            ['c', 'STRING_TOO_LONG']
        ]
    );
    assert.deepEqual([await count('Account', "Name = 'Tree'"), await count('Contact', "LastName = 'A'")], [0, 0]);
});

test('a lock fails its record alone, or with allOrNone all of them, and is gone when released (REST guide, UNABLE_TO_LOCK_ROW)', async () => {
    const account = await org.create('Account', { Name: 'Locked' });
    const [near, far] = [
        await org.create('Contact', { LastName: 'Near', AccountId: account }),
        await org.create('Contact', { LastName: 'Far' })
    ];
    const ids = [
        await org.create('Task', { WhoId: near, Status: 'Completed' }),
        await org.create('Task', { WhoId: far, Status: 'Completed' })
    ];
    const change = async (Subject: string, allOrNone: boolean): Promise<(string | undefined)[]> => {
        const records = ids.map((Id) => ({ attributes: { type: 'Task' }, Id, Subject }));
        const { body } = await org.call<Outcome[]>('PATCH', 'composite/sobjects', { allOrNone, records });
        return body.map(({ errors }) => errors[0]?.statusCode);
    };
    await org.control('POST', '/locks', { ids: [account], times: 2 });
    assert.deepEqual(await change('one', false), ['UNABLE_TO_LOCK_ROW', undefined]);
    assert.deepEqual(await change('two', true), ['UNABLE_TO_LOCK_ROW', 'ALL_OR_NONE_OPERATION_ROLLED_BACK']);
    assert.deepEqual(await change('three', true), [undefined, undefined]);
    await org.control('POST', '/locks', { ids: [account], times: 99 });
    await org.control('DELETE', '/faults');
    assert.deepEqual(await change('four', false), [undefined, undefined]);
    const subjects = await org.query(`SELECT Subject FROM Task WHERE Id IN ('${ids.join("', '")}')`);
    assert.deepEqual(
        subjects.map(({ Subject }) => Subject),
        ['four', 'four']
    );
});
