import assert from 'node:assert/strict';
import test from 'node:test';
import { contractOrg, V, type Body, type Refusal, type SubAnswer } from '../contract-org.ts';

const org = await contractOrg();
const composite = (compositeRequest: readonly object[], allOrNone = false) =>
    org.call('POST', 'composite', { allOrNone, compositeRequest });
const account = (referenceId: string, Name: unknown): object => ({
    method: 'POST',
    url: `${V}/sobjects/Account`,
    referenceId,
    body: { Name }
});
const query = (referenceId: string, soql: string): object => ({
    method: 'GET',
    url: `${V}/query?q=${encodeURIComponent(soql)}`,
    referenceId
});
const statuses = (answers: readonly SubAnswer[]): number[] => answers.map(({ httpStatusCode }) => httpStatusCode);
const codeOf = (answer: SubAnswer | undefined): string | undefined =>
    (answer?.body as Refusal[] | undefined)?.[0]?.errorCode;

test('a sub-request uses what earlier ones answered, also from collections and queries (REST guide, Composite)', async () => {
    const { body } = await composite([
        account('acc', 'Acme'),
        {
            method: 'PATCH',
            url: `${V}/composite/sobjects/Sona_Call__c/Quo_Call_Id__c`,
            referenceId: 'sona',
            body: {
                records: [{ attributes: { type: 'Sona_Call__c' }, Quo_Call_Id__c: 'AC1', Account__c: '@{acc.id}' }]
            }
        },
        {
            method: 'GET',
            url: `${V}/query?q=SELECT+Id,Account__c+FROM+Sona_Call__c+WHERE+Id='@{sona[0].id}'`,
            referenceId: 'found'
        },
        {
            method: 'PATCH',
            url: `${V}/sobjects/Account/@{found.records[0].Account__c}`,
            referenceId: 'named',
            body: { Site: 'x' }
        },
        { method: 'GET', url: `${V}/sobjects/Account/@{acc.id}?fields=Site`, referenceId: 'read' }
    ]);
    assert.deepEqual(statuses(body.compositeResponse), [201, 200, 200, 204, 200]);
    assert.equal((body.compositeResponse.at(-1)?.body as { Site: string }).Site, 'x');
    assert.deepEqual(Object.keys(body.compositeResponse[0] ?? {}), [
        'body',
        'httpHeaders',
        'httpStatusCode',
        'referenceId'
    ]);
});

test('reference ids are case-sensitive, and a reference that leads nowhere fails its sub-request alone', async () => {
    const { body } = await composite([account('Acc', 'Acme'), account('other', '@{acc.id}'), account('third', 'C')]);
    assert.deepEqual(statuses(body.compositeResponse), [201, 400, 201]);
    assert.equal(codeOf(body.compositeResponse[1]), 'PROCESSING_HALTED');
});

test('with allOrNone a failure halts and takes back every other sub-request', async () => {
    const { body } = await composite([account('a', 'Rolled back'), account('b', null), account('c', 'Never')], true);
    assert.deepEqual(statuses(body.compositeResponse), [400, 400, 400]);
    assert.deepEqual(body.compositeResponse.map(codeOf), [
        'PROCESSING_HALTED',
        'REQUIRED_FIELD_MISSING',
        'PROCESSING_HALTED'
    ]);
    assert.equal((await org.query("SELECT Id FROM Account WHERE Name = 'Rolled back'")).length, 0);
});

test('at most 25 sub-requests, of which 5 collections or queries', async () => {
    const many = (count: number): object[] => Array.from({ length: count }, (_, index) => account(`r${index}`, 'x'));
    assert.equal((await composite(many(25))).status, 200);
    assert.equal((await composite(many(26))).status, 400);
    const queries = Array.from({ length: 6 }, (_, index) => query(`q${index}`, 'SELECT Id FROM Task'));
    assert.equal((await composite(queries.slice(1))).status, 200);
    assert.equal((await composite(queries)).status, 400);
});

test('a composite request is one API call, whatever it holds', async () => {
    const before = (await org.control('GET', '/api-usage')).used as number;
    await composite([account('a', 'x'), account('b', 'y'), query('q', 'SELECT Id FROM Task')]);
    assert.equal((await org.control('GET', '/api-usage')).used, before + 1);
});

test('a batch runs independent requests; haltOnError stops it (REST guide, Composite Batch)', async () => {
    const batchRequests = [
        { method: 'GET', url: 'v68.0/nowhere' },
        { method: 'GET', url: 'v68.0/limits' }
    ];
    const run = async (haltOnError: boolean): Promise<number[]> => {
        const { body } = await org.call<{ results: { statusCode: number }[] }>('POST', 'composite/batch', {
            haltOnError,
            batchRequests
        });
        return body.results.map(({ statusCode }) => statusCode);
    };
    assert.deepEqual(await run(false), [404, 200]);
    assert.deepEqual(await run(true), [404, 412]);
});

test('each graph is done whole or not at all, in the order of its references (REST guide, Composite Graphs)', async () => {
    const contact = {
        method: 'POST',
        url: `${V}/sobjects/Contact`,
        referenceId: 'con',
        body: { LastName: 'x', AccountId: '@{acc.id}' }
    };
    const { body } = await org.call<{ graphs: { graphId: string; isSuccessful: boolean; graphResponse: Body }[] }>(
        'POST',
        'composite/graph',
        {
            graphs: [
                { graphId: 'good', compositeRequest: [contact, account('acc', 'Graph')] },
                { graphId: 'bad', compositeRequest: [account('acc', 'Lost'), account('none', null)] }
            ]
        }
    );
    assert.deepEqual(
        body.graphs.map(({ graphId, isSuccessful }) => [graphId, isSuccessful]),
        [
            ['good', true],
            ['bad', false]
        ]
    );
    assert.deepEqual(
        body.graphs[0]?.graphResponse.compositeResponse.map(({ referenceId }) => referenceId),
        ['con', 'acc']
    );
    assert.equal((await org.query("SELECT Id FROM Account WHERE Name = 'Lost'")).length, 0);
});

test('a tree is created with its children, all or none (REST guide, sObject Tree)', async () => {
    const tree = (email: string) => ({
        records: [
            {
                attributes: { type: 'Account', referenceId: 'a' },
                Name: 'Tree',
                Contacts: {
                    records: [{ attributes: { type: 'Contact', referenceId: 'c' }, LastName: 'x', Email: email }]
                }
            }
        ]
    });
    const failed = await org.call('POST', 'composite/tree/Account', tree('none'));
    assert.deepEqual([failed.status, failed.body.hasErrors], [400, true]);
    assert.equal((await org.query("SELECT Id FROM Account WHERE Name = 'Tree'")).length, 0);
    const made = await org.call<{ results: { referenceId: string; id: string }[] }>(
        'POST',
        'composite/tree/Account',
        tree('x@example.com')
    );
    assert.deepEqual([made.status, made.body.results.map(({ referenceId }) => referenceId)], [201, ['a', 'c']]);
    const [contact] = await org.query("SELECT Account.Name FROM Contact WHERE Email = 'x@example.com'");
    assert.equal((contact?.Account as { Name: string }).Name, 'Tree');
});
