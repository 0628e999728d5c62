import assert from 'node:assert/strict';
import test from 'node:test';
import { contractOrg } from '../contract-org.ts';

const org = await contractOrg();
const account = await org.create('Account', { Name: 'Acme' });
const contact = await org.create('Contact', { FirstName: 'Jean', LastName: 'Tremblay', AccountId: account });
const lead = await org.create('Lead', { LastName: 'Piste', Company: 'Co' });
for (let day = 1; day <= 5; day += 1) {
    await org.create('Task', {
        Subject: `t${day}`,
        WhoId: day === 5 ? lead : contact,
        CallType: 'Inbound',
        Quo_Started_At__c: `2026-01-0${day}T12:00:00Z`
    });
}

interface Page {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: Record<string, { value: unknown; displayValue: unknown } | undefined> }[];
    readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
}
interface Result {
    readonly data: { readonly uiapi: { readonly query: Record<string, Page> } } | null;
    readonly errors: readonly { readonly message: string; readonly extensions: { readonly ErrorType: string } }[];
}
const run = async (query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<Result> => {
    const { status, body } = await org.call<Result>('POST', 'graphql', { query, variables }, headers);
    assert.equal(status, 200);
    return body;
};
const tasks = async (inside: string, variables: object = {}, head = ''): Promise<Page> => {
    const { data, errors } = await run(`query q${head} { uiapi { query { Task${inside} } } }`, variables);
    assert.deepEqual(errors, []);
    return data?.uiapi.query.Task as Page;
};
const subjects = (page: Page): unknown[] => page.edges.map(({ node }) => node.Subject?.value);

test('records come in pages with cursors, sorted and filtered (GraphQL guide, Pagination)', async () => {
    const query = `(first: 2, after: $after, where: { WhoId: { eq: $who } }, orderBy: { Quo_Started_At__c: { order: DESC, nulls: LAST } }) {
        totalCount edges { node { Subject { value } } } pageInfo { endCursor hasNextPage } }`;
    const head = '($after: String, $who: ID)';
    const first = await tasks(query, { who: contact }, head);
    assert.deepEqual([subjects(first), first.totalCount, first.pageInfo.hasNextPage], [['t4', 't3'], 4, true]);
    const second = await tasks(query, { who: contact, after: first.pageInfo.endCursor }, head);
    assert.deepEqual([subjects(second), second.pageInfo.hasNextPage], [['t2', 't1'], false]);
});

test('ten rows unless more are asked, at most 2,000 (GraphQL guide, Limits)', async () => {
    const { errors } = await run('{ uiapi { query { Task(first: 2001) { totalCount } } } }');
    assert.match(errors[0]?.message ?? '', /between 1 and 2000/);
});

test('values carry what a page shows; ids and parents are plain (GraphQL guide, Fields)', async () => {
    const page = await tasks(
        '(where: { Subject: { eq: "t1" } }) { edges { node { Id ApiName CallType { value displayValue label } Quo_Started_At__c { value } Account { Name { value } } } } }'
    );
    const node = page.edges[0]?.node as Record<string, unknown>;
    assert.equal(node.ApiName, 'Task');
    assert.deepEqual(node.CallType, { value: 'Inbound', displayValue: 'Inbound', label: 'Inbound' });
    assert.deepEqual(node.Quo_Started_At__c, { value: '2026-01-01T12:00:00.000Z' });
    assert.deepEqual(node.Account, { Name: { value: 'Acme' } });
});

test('parents of several objects are unions, filtered by object (GraphQL guide, Polymorphic Filters)', async () => {
    const page = await tasks(
        '(orderBy: { Subject: { order: ASC } }, first: 5) { edges { node { Who { __typename ... on Contact { Name { value } } ... on Lead { Company { value } } } Owner { ... on User { Username { value } } } } } }'
    );
    const people = page.edges.map(({ node }) => node.Who) as unknown[];
    assert.deepEqual(people[0], { __typename: 'Contact', Name: { value: 'Jean Tremblay' } });
    assert.deepEqual(people[4], { __typename: 'Lead', Company: { value: 'Co' } });
    assert.deepEqual(
        subjects(
            await tasks(
                '(where: { Who: { Lead: { Name: { like: "Pi%" } } } }) { edges { node { Subject { value } } } }'
            )
        ),
        ['t5']
    );
});

test('filters nest, compare dates by value, literal and range, and reach through parents (GraphQL guide, Filter Records)', async () => {
    const found = async (where: string) =>
        subjects(
            await tasks(
                `(where: ${where}, orderBy: { Subject: { order: ASC } }) { edges { node { Subject { value } } } }`
            )
        );
    assert.deepEqual(
        await found(
            '{ or: [{ Subject: { eq: "t1" } }, { and: [{ Subject: { in: ["t2", "t3"] } }, { not: { Subject: { like: "%3" } } }] }] }'
        ),
        ['t1', 't2']
    );
    assert.deepEqual(await found('{ Quo_Started_At__c: { gte: { value: "2026-01-04T00:00:00Z" } } }'), ['t4', 't5']);
    assert.deepEqual(
        await found(
            '{ CreatedDate: { eq: { literal: TODAY } }, Account: { Name: { eq: "Acme" } }, Subject: { ne: "t1" } }'
        ),
        ['t2', 't3', 't4']
    );
    assert.deepEqual(await found('{ CreatedDate: { gte: { range: { last_n_days: 3 } } }, Subject: { eq: "t1" } }'), [
        't1'
    ]);
    assert.deepEqual(await found('{ Account: { Name: { eq: "it\'s \\\\ %" } } }'), []);
});

test('children of a record are a connection of their own', async () => {
    const { data } = await run(
        '{ uiapi { query { Contact { edges { node { Tasks(first: 1, orderBy: { Subject: { order: DESC } }) { totalCount edges { node { Subject { value } } } } } } } } } }'
    );
    const inner = data?.uiapi.query.Contact?.edges[0]?.node.Tasks as unknown as Page;
    assert.deepEqual([inner.totalCount, subjects(inner)], [4, ['t4']]);
});

test('what does not exist, or may not be filtered, fails the query; @optional lets it go (GraphQL guide, Optional Fields)', async () => {
    const wrong = [
        '{ uiapi { query { Task { edges { node { Nope__c { value } } } } } } }',
        '{ uiapi { query { Nothing__c { totalCount } } } }',
        '{ uiapi { query { Task(where: { Description: { eq: "x" } }) { totalCount } } } }',
        '{ uiapi { query { Task(where: { WhoId: { like: "x" } }) { totalCount } } } }'
    ];
    for (const query of wrong) {
        const { data, errors } = await run(query);
        assert.deepEqual([data, errors[0]?.extensions.ErrorType], [null, 'ValidationError'], query);
    }
    const page = await tasks('(first: 1) { edges { node { Id Nope__c @optional { value } } } }');
    assert.deepEqual(Object.keys(page.edges[0]?.node ?? {}), ['Id']);
});

test('field-level security hides a field from the schema', async () => {
    const session = await org.control('POST', '/sessions', { permissionSets: [] });
    const { errors } = await run(
        '{ uiapi { query { Task { edges { node { Quo_Key__c { value } } } } } } }',
        {},
        { authorization: `Bearer ${session.access_token}` }
    );
    assert.match(errors[0]?.message ?? '', /Quo_Key__c/);
});

test('each subquery counts as a call, at most ten of them (GraphQL guide, Limits)', async () => {
    const part = (index: number): string => `q${index}: Task(first: 1) { totalCount }`;
    const query = (count: number): string =>
        `{ uiapi { query { ${Array.from({ length: count }, (_, index) => part(index)).join(' ')} } } }`;
    const used = async (): Promise<number> => (await org.control('GET', '/api-usage')).used as number;
    const before = await used();
    await run(query(3));
    assert.equal(await used(), before + 3);
    assert.match((await run(query(11))).errors[0]?.message ?? '', /at most 10 subqueries/);
});

test('syntax errors and mutations are refused', async () => {
    assert.equal((await run('{ uiapi {')).errors[0]?.extensions.ErrorType, 'InvalidSyntax');
    assert.equal((await run('mutation { uiapi { query { __typename } } }')).data, null);
});

test('children of a record, but no grandchildren; parents five levels up (GraphQL guide, Query Limitations)', async () => {
    const children = (inside: string): string =>
        `{ uiapi { query { Account { edges { node { Contacts { edges { node { ${inside} } } } } } } } } }`;
    assert.deepEqual((await run(children('Id Owner { Name { value } }'))).errors, []);
    const deeper = await run(children('Tasks { edges { node { Id } } }'));
    assert.equal(deeper.data, null);
    assert.match(deeper.errors[0]?.message ?? '', /one level of child relationships/);
    const up = (levels: number): string =>
        `{ uiapi { query { Account { edges { node { ${'Parent { '.repeat(levels)} Id ${'}'.repeat(levels)} } } } } } }`;
    assert.deepEqual((await run(up(5))).errors, []);
    assert.equal((await run(up(6))).data, null);
});

test('a request of GraphQL has a query, variables and a name; nothing else (GraphQL guide, Requests)', async () => {
    const query = '{ uiapi { query { Account { edges { node { Id } } } } } }';
    const error = await org.refused(400, 'POST', 'graphql', { query, variable: {} });
    assert.equal(error.errorCode, 'JSON_PARSER_ERROR');
});
