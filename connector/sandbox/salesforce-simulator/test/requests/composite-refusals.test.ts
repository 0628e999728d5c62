import assert from 'node:assert/strict';
import test from 'node:test';
import { contractOrg, V, type Outcome, type Refusal, type SubAnswer } from '../contract-org.ts';

const org = await contractOrg();
const id = await org.create('Account', { Name: 'Acme' });
const sub = async (url: string, method = 'GET', body?: unknown): Promise<SubAnswer> => {
    const compositeRequest = [{ method, url, referenceId: 'a', ...(body === undefined ? {} : { body }) }];
    const answer = await org.call('POST', 'composite', { compositeRequest });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body.compositeResponse[0] as SubAnswer;
};
const codeOf = (body: unknown): string | undefined => (body as Refusal[])[0]?.errorCode;
const codes = (outcomes: readonly Outcome[]): (string | undefined)[] =>
    outcomes.map(({ errors }) => errors[0]?.statusCode);

test('records, queries and collections can be composed; nothing else (REST guide, Composite, supported resources)', async () => {
    const inner = { batchRequests: [{ method: 'GET', url: 'v68.0/limits' }] };
    for (const [path, method, body] of [
        ['composite', 'POST', { compositeRequest: [{ method: 'GET', url: `${V}/sobjects`, referenceId: 'b' }] }],
        ['composite/batch', 'POST', inner],
        ['composite/graph', 'POST', { graphs: [] }],
        ['limits', 'GET', undefined],
        ['jobs/ingest', 'GET', undefined],
        ['search?q=x', 'GET', undefined],
        ['graphql', 'POST', { query: '{uiapi{query{Account{edges{node{Id}}}}}}' }],
        ['ui-api/object-info/Account', 'GET', undefined]
    ] as const) {
        const { httpStatusCode, body: answer } = await sub(`${V}/${path}`, method, body);
        assert.deepEqual([httpStatusCode, codeOf(answer)], [400, 'INVALID_INPUT'], path);
    }
    for (const path of [
        'sobjects',
        `sobjects/Account/${id}`,
        'query?q=SELECT+Id+FROM+Account',
        'sobjects/Task/describe'
    ])
        assert.equal((await sub(`${V}/${path}`)).httpStatusCode, 200, path);
});

test('a sub-request names a version that the org offers, and an address on it (REST guide, Composite Subrequest)', async () => {
    for (const version of ['v99.0', 'v30.0', 'v68.1'])
        assert.equal((await sub(`/services/data/${version}/sobjects`)).httpStatusCode, 404, version);
    for (const url of [`${org.url}${V}/sobjects`, 'sobjects', '/services/apexrest/x', V])
        assert.equal((await sub(url)).httpStatusCode, 400, url);
    assert.equal((await sub('/services/data/v60.0/sobjects')).httpStatusCode, 200);
});

test('methods and headers of a sub-request are those that it can have (REST guide, Composite Subrequest)', async () => {
    const refused = async (more: object): Promise<string> => {
        const compositeRequest = [{ method: 'GET', url: `${V}/sobjects`, referenceId: 'a', ...more }];
        return (await org.refused(400, 'POST', 'composite', { compositeRequest })).errorCode;
    };
    assert.equal(await refused({ method: 'FETCH' }), 'INVALID_INPUT');
    for (const name of ['Accept', 'authorization', 'Content-Type'])
        assert.equal(await refused({ httpHeaders: { [name]: 'x' } }), 'INVALID_INPUT', name);
    assert.equal(await refused({ referenceId: 'a b' }), 'INVALID_INPUT');
    assert.equal(await refused({ referenceId: undefined }), 'INVALID_INPUT');
});

test('a condition in a sub-request holds for it alone (REST guide, Composite, httpHeaders)', async () => {
    const past = new Date(Date.now() - 3_600_000).toUTCString();
    const patch = (referenceId: string, more: object) => ({
        method: 'PATCH',
        url: `${V}/sobjects/Account/${id}`,
        referenceId,
        body: { Site: referenceId },
        ...more
    });
    const { body } = await org.call('POST', 'composite', {
        compositeRequest: [patch('guarded', { httpHeaders: { 'If-Unmodified-Since': past } }), patch('plain', {})]
    });
    assert.deepEqual(
        body.compositeResponse.map(({ httpStatusCode }) => httpStatusCode),
        [412, 204]
    );
    assert.equal((await org.record('Account', id)).Site, 'plain');
});

test('a batch holds no other composite request, and needs no slash before its version (REST guide, Composite Batch)', async () => {
    const { body } = await org.call<{ results: { statusCode: number }[] }>('POST', 'composite/batch', {
        batchRequests: [
            { method: 'POST', url: 'v68.0/composite', richInput: { compositeRequest: [] } },
            { method: 'GET', url: '/v68.0/limits' },
            { method: 'PATCH', url: `v68.0/sobjects/Account/${id}`, richInput: { Site: 'batch' } },
            { method: 'GET', url: 'v99.0/limits' }
        ]
    });
    assert.deepEqual(
        body.results.map(({ statusCode }) => statusCode),
        [400, 200, 204, 404]
    );
});

test('26 requests are too many for a batch, as for a composite request (REST guide, limits)', async () => {
    const batchRequests = Array.from({ length: 26 }, () => ({ method: 'GET', url: 'v68.0/limits' }));
    assert.equal((await org.refused(400, 'POST', 'composite/batch', { batchRequests })).errorCode, 'LIMIT_EXCEEDED');
});

test('a graph holds record resources only (REST guide, Composite Graphs)', async () => {
    const graph = (url: string) => ({
        graphs: [{ graphId: 'g', compositeRequest: [{ method: 'GET', url, referenceId: 'a' }] }]
    });
    for (const path of ['query?q=SELECT+Id+FROM+Account', 'composite/sobjects/Account?ids=x&fields=Id', 'limits'])
        assert.equal((await org.call('POST', 'composite/graph', graph(`${V}/${path}`))).status, 400, path);
});

test('an id that stands twice in one update or delete is written by neither (SOAP guide, DUPLICATE_VALUE)', async () => {
    const other = await org.create('Account', { Name: 'Other' });
    const change = (Id: string, Site: string) => ({ attributes: { type: 'Account' }, Id, Site });
    const changed = await org.call<Outcome[]>('PATCH', 'composite/sobjects', {
        records: [change(id, 'first'), change(other, 'once'), change(id.slice(0, 15), 'second')]
    });
    assert.deepEqual(codes(changed.body), ['DUPLICATE_VALUE', undefined, 'DUPLICATE_VALUE']);
    assert.equal(changed.body[0]?.errors[0]?.message, `duplicate id specified: ${id}`);
    assert.notEqual((await org.record('Account', id)).Site, 'first');
    const deleted = await org.call<Outcome[]>('DELETE', `composite/sobjects?ids=${other},${other.slice(0, 15)}`);
    assert.deepEqual(codes(deleted.body), ['DUPLICATE_VALUE', 'DUPLICATE_VALUE']);
    assert.equal((await org.call('GET', `sobjects/Account/${other}`)).status, 200);
});

test('more than 200 ids, and more than ten changes of type, are too many for a delete (REST guide, limits)', async () => {
    const ids = (count: number): string => Array.from({ length: count }, () => id).join(',');
    assert.equal(
        (await org.refused(400, 'DELETE', `composite/sobjects?ids=${ids(201)}`)).errorCode,
        'EXCEEDED_ID_LIMIT'
    );
    const mixed = Array.from({ length: 11 }, (_, index) => (index % 2 ? '003000000000001AAA' : id)).join(',');
    assert.equal((await org.refused(400, 'DELETE', `composite/sobjects?ids=${mixed}`)).errorCode, 'LIMIT_EXCEEDED');
    const odd = await org.call<Refusal[]>('DELETE', `composite/sobjects?ids=${id}&allOrNone=maybe`);
    assert.equal(odd.status, 400);
});

test('every record of a tree says its type, which is the one of its place (REST guide, sObject Tree)', async () => {
    const tree = (attributes: object, child?: object) => ({
        records: [
            {
                attributes,
                Name: 'Tree',
                ...(child ? { Contacts: { records: [{ attributes: child, LastName: 'x' }] } } : {})
            }
        ]
    });
    const account = { type: 'Account', referenceId: 'a' };
    for (const body of [
        tree({ referenceId: 'a' }),
        tree({ type: 'Contact', referenceId: 'a' }),
        tree({ type: 'Account' }),
        tree(account, { referenceId: 'b' }),
        tree(account, { type: 'Task', referenceId: 'b' }),
        tree(account, { type: 'Contact', referenceId: 'a' })
    ]) {
        const { status } = await org.call('POST', 'composite/tree/Account', body);
        assert.equal(status, 400, JSON.stringify(body));
    }
    assert.equal((await org.query("SELECT Id FROM Account WHERE Name = 'Tree'")).length, 0);
    const good = tree(account, { type: 'contact', referenceId: 'b' });
    assert.equal((await org.call('POST', 'composite/tree/Account', good)).status, 201);
});
