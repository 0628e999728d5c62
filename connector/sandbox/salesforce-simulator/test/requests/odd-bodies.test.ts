import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { contractOrg, type Refusal } from '../contract-org.ts';

/** Whatever is sent is answered or refused in the form of a refusal: the simulator itself never fails. */
const org = await contractOrg();
const account = await org.create('Account', { Name: 'Acme' });
const job = (await org.call('POST', 'jobs/ingest', { object: 'Task', operation: 'insert' })).body.id;
const KEYS = [
    'attributes',
    'type',
    'referenceId',
    'records',
    'allOrNone',
    'compositeRequest',
    'batchRequests',
    'graphs',
    'graphId',
    'method',
    'url',
    'body',
    'richInput',
    'httpHeaders',
    'Name',
    'Id',
    'id',
    'Subject',
    'WhoId',
    'TaskWhoIds',
    'Quo_Key__c',
    'Account',
    'Contacts',
    'q',
    'in',
    'fields',
    'sobjects',
    'name',
    'where',
    'limit',
    'query',
    'variables',
    'object',
    'operation',
    'externalIdFieldName',
    'state',
    'apiName',
    'ids'
];
const VALUES = [
    account,
    'Account',
    'Task',
    'POST',
    'GET',
    '/services/data/v68.0/sobjects/Account',
    'v68.0/limits',
    '@{a.id}',
    'a',
    '',
    'UploadComplete',
    'upsert',
    'Quo_Key__c',
    'SELECT Id FROM Account',
    '{uiapi{query{Account{edges{node{Id}}}}}}',
    'Acme'
];
const { odd } = fc.letrec<{ odd: unknown; list: unknown; object: unknown }>((tie) => ({
    odd: fc.oneof(
        { depthSize: 'medium', withCrossShrink: true },
        fc.constantFrom<unknown>(...VALUES, null, true, false, 0, -1, 1.5, 1e21),
        tie('list'),
        tie('object')
    ),
    list: fc.array(tie('odd'), { maxLength: 3 }),
    object: fc.dictionary(fc.constantFrom(...KEYS), tie('odd'), { maxKeys: 6 })
}));
/** Bodies that are nearly right get further than those that are not. */
const record = fc.record(
    {
        attributes: fc.record(
            { type: fc.constantFrom('Account', 'Task'), referenceId: odd },
            { requiredKeys: ['type'] }
        )
    },
    { requiredKeys: ['attributes'] }
);
const records = fc.array(
    fc
        .tuple(record, fc.dictionary(fc.constantFrom(...KEYS), odd, { maxKeys: 4 }))
        .map(([head, rest]) => ({ ...rest, ...head })),
    { maxLength: 3 }
);
const subrequests = fc.array(
    fc.record({
        method: fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE'),
        url: fc.constantFrom(
            '/services/data/v68.0/sobjects/Account',
            `/services/data/v68.0/sobjects/Account/${account}`,
            '/services/data/v68.0/composite/sobjects',
            '/services/data/v68.0/query?q=@{r0.q}',
            '/services/data/v68.0/sobjects/@{r0.id}'
        ),
        body: odd,
        httpHeaders: fc.constantFrom(undefined, {}, { 'If-Match': 'x' }, null)
    }),
    { maxLength: 3 }
);
const named = subrequests.map((some) => some.map((one, index) => ({ ...one, referenceId: `r${index}` })));
const nearly = fc.oneof(
    odd,
    records.map((some) => ({ records: some })),
    named.map((compositeRequest) => ({ compositeRequest })),
    named.map((compositeRequest) => ({ graphs: [{ graphId: 'g', compositeRequest }] })),
    subrequests.map((some) => ({
        batchRequests: some.map(({ method, url, body }) => ({ method, url: url.slice(15), richInput: body }))
    })),
    fc.record({
        q: fc.constant('Acme'),
        sobjects: fc.array(fc.record({ name: odd, fields: odd, limit: odd }), { maxLength: 2 })
    }),
    fc.record({ ids: odd, fields: odd }),
    fc.record({ apiName: fc.constantFrom('Account', 'Task'), fields: odd }),
    fc.record({ query: fc.constant('{uiapi{query{Account{edges{node{Id}}}}}}'), variables: odd, operationName: odd }),
    fc.record({
        object: fc.constantFrom('Task', 'Account'),
        operation: fc.constantFrom('insert', 'upsert'),
        externalIdFieldName: odd
    })
);
const TARGETS: readonly (readonly [method: string, path: string])[] = [
    ['POST', 'sobjects/Account'],
    ['POST', 'sobjects/Task'],
    ['PATCH', `sobjects/Account/${account}`],
    ['PATCH', 'sobjects/Task/Quo_Key__c/odd'],
    ['POST', 'composite'],
    ['POST', 'composite/batch'],
    ['POST', 'composite/graph'],
    ['POST', 'composite/tree/Account'],
    ['POST', 'composite/sobjects'],
    ['PATCH', 'composite/sobjects'],
    ['POST', 'composite/sobjects/Account'],
    ['PATCH', 'composite/sobjects/Task/Quo_Key__c'],
    ['POST', 'parameterizedSearch'],
    ['POST', 'graphql'],
    ['POST', 'jobs/ingest'],
    ['PATCH', `jobs/ingest/${job}`],
    ['POST', 'jobs/query'],
    ['POST', 'ui-api/records'],
    ['PATCH', `ui-api/records/${account}`]
];

for (const [method, path] of TARGETS) {
    test(`${method} ${path.replace(/\w{18}/, '…')} answers or refuses whatever JSON it is sent`, async () => {
        await fc.assert(
            fc.asyncProperty(nearly, async (body) => {
                const answer = await org.call<Refusal[]>(method, path, JSON.stringify(body) ?? 'null');
                const text = JSON.stringify(answer.body);
                assert.ok(answer.status < 500 && !text.includes('UNKNOWN_EXCEPTION'), text.slice(0, 400));
                if (answer.status < 400) return;
                const [first] = Array.isArray(answer.body) ? answer.body : [];
                const isTree = (answer.body as unknown as { hasErrors?: boolean }).hasErrors === true;
                assert.ok(
                    isTree || (first && typeof first.errorCode === 'string' && first.message !== ''),
                    text.slice(0, 400)
                );
            }),
            { numRuns: 100 }
        );
    });
}

test('whatever the query, SOQL and SOSL are answered or refused', async () => {
    const words = [
        'SELECT',
        'Id',
        'Name',
        'FROM',
        'Account',
        'Task',
        'WHERE',
        '=',
        "'x'",
        'AND',
        'OR',
        'NOT',
        '(',
        ')',
        ',',
        'LIMIT',
        '1',
        'ORDER BY',
        'GROUP BY',
        'COUNT()',
        'COUNT(Id)',
        'IN',
        'LIKE',
        'null',
        'TODAY',
        'LAST_N_DAYS:3',
        'Owner.Name',
        'Who.Name',
        'TYPEOF',
        'What',
        'WHEN',
        'THEN',
        'END',
        'FIELDS(ALL)',
        'HAVING',
        'OFFSET',
        'Contacts',
        'FIND',
        '{x}',
        'RETURNING',
        'Account(Id)',
        '2026-01-31',
        '2026-01-31T00:00:00Z',
        '1.5',
        'true',
        'toLabel(Status)',
        'FORMAT(Name)',
        '!=',
        '>',
        ':x'
    ];
    const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 14 }).map((some) => some.join(' '));
    await fc.assert(
        fc.asyncProperty(text, fc.constantFrom('query', 'queryAll', 'search'), async (q, resource) => {
            const statement = resource === 'search' ? q : `SELECT Id FROM Task WHERE ${q}`;
            for (const one of [q, statement]) {
                const { status, body } = await org.call('GET', `${resource}?q=${encodeURIComponent(one)}`);
                assert.ok(status === 200 || status === 400, `${one}\n${JSON.stringify(body).slice(0, 400)}`);
            }
        }),
        { numRuns: 250 }
    );
});
