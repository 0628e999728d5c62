import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { contractOrg } from '../contract-org.ts';

const org = await contractOrg({ clock: () => Date.parse('2026-01-31T12:00:00Z') });
const account = await org.create('Account', { Name: 'Acme', AnnualRevenue: 10 });
const other = await org.create('Account', { Name: "O'Brien \\ 5%", AnnualRevenue: 20.5 });
await org.create('Account', { Name: 'empty' });
const contact = await org.create('Contact', { LastName: 'Roy', AccountId: account });
for (let index = 0; index < 25; index += 1) {
    await org.create('Task', {
        Subject: `t${String(index).padStart(2, '0')}`,
        ...(index % 2 ? { WhoId: contact } : { WhatId: other }),
        ...(index % 5 ? { ActivityDate: `2026-01-${String(1 + index).padStart(2, '0')}` } : {})
    });
}

interface Page {
    readonly totalCount: number;
    readonly edges: readonly { readonly cursor: string; readonly node: Record<string, { value: unknown }> }[];
    readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}
interface Result {
    readonly data: { readonly uiapi: { readonly query: Record<string, Page> } } | null;
    readonly errors: readonly { readonly message: string; readonly extensions: { readonly ErrorType: string } }[];
}
const run = async (query: string, variables: object = {}): Promise<Result> =>
    (await org.call<Result>('POST', 'graphql', { query, variables })).body;
const page = async (
    object: string,
    inside: string,
    field: string,
    variables: object = {},
    head = ''
): Promise<Page> => {
    const query = `query q${head} { uiapi { query { ${object}(${inside}) { totalCount edges { cursor node { ${field} { value } } } pageInfo { endCursor hasNextPage } } } } }`;
    const { data, errors } = await run(query, variables);
    assert.deepEqual(errors, [], inside);
    return data?.uiapi.query[object] as Page;
};
const named = async (where: string): Promise<unknown[]> =>
    (await page('Account', `where: ${where}, orderBy: { Name: { order: ASC } }`, 'Name')).edges.map(
        ({ node }) => node.Name?.value
    );

const FILTERS: readonly (readonly [string, readonly string[]])[] = [
    ['{ Name: { eq: "ACME" } }', ['Acme']],
    ['{ Name: { ne: "acme" } }', ['empty', "O'Brien \\ 5%"]],
    ['{ Name: { in: ["acme", "nobody"] } }', ['Acme']],
    ['{ Name: { nin: ["acme"] } }', ['empty', "O'Brien \\ 5%"]],
    ['{ Name: { like: "a%" } }', ['Acme']],
    ['{ Name: { eq: "O\'Brien \\\\ 5%" } }', ["O'Brien \\ 5%"]],
    ['{ Name: { eq: "O\'Brien \\\\\\\\ 5%" } }', []],
    ['{ Name: { like: "%5\\\\%" } }', ["O'Brien \\ 5%"]],
    ['{ AnnualRevenue: { gt: 10 } }', ["O'Brien \\ 5%"]],
    ['{ AnnualRevenue: { gte: 10, lt: 20.5 } }', ['Acme']],
    ['{ AnnualRevenue: { eq: null } }', ['empty']],
    ['{ AnnualRevenue: { ne: null } }', ['Acme', "O'Brien \\ 5%"]],
    ['{ not: { AnnualRevenue: { gt: 10 } } }', ['Acme', 'empty']],
    [
        '{ Name: { ne: "empty" }, or: [{ AnnualRevenue: { lt: 15 } }, { Name: { like: "O%" } }] }',
        ['Acme', "O'Brien \\ 5%"]
    ],
    ['{ Owner: { Name: { eq: "nobody" } } }', []]
];

test('every operator of a filter finds what the same SOQL finds (GraphQL guide, Filter Records)', async () => {
    for (const [where, expected] of FILTERS) assert.deepEqual(await named(where), expected, where);
});

test('following the cursors gives every record once, whatever the size of a page (GraphQL guide, Pagination)', () =>
    fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 30 }), fc.constantFrom('ASC', 'DESC'), async (first, order) => {
            const seen: unknown[] = [];
            let after: string | null = null;
            for (let pages = 0; pages < 30; pages += 1) {
                const inside = `first: $first, after: $after, orderBy: { Subject: { order: ${order} } }`;
                const head = '($first: Int, $after: String)';
                const found: Page = await page('Task', inside, 'Subject', { first, after }, head);
                assert.equal(found.totalCount, 25);
                seen.push(...found.edges.map(({ node }) => node.Subject?.value));
                assert.equal(found.edges.at(-1)?.cursor, found.pageInfo.endCursor);
                after = found.pageInfo.endCursor;
                if (!found.pageInfo.hasNextPage) break;
            }
            const expected = Array.from({ length: 25 }, (_, index) => `t${String(index).padStart(2, '0')}`);
            assert.deepEqual(seen, order === 'ASC' ? expected : expected.reverse());
        }),
        { numRuns: 12 }
    ));

test('any text in a variable is a value and nothing else (GraphQL guide, Variables)', () =>
    fc.assert(
        fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 25 }), async (text) => {
            const { data, errors } = await run(
                'query q($name: String) { uiapi { query { Account(where: { Name: { eq: $name } }) { totalCount } } } }',
                { name: `${text}'` }
            );
            assert.deepEqual([errors, data?.uiapi.query.Account?.totalCount], [[], 0]);
        }),
        { numRuns: 25, examples: [['line\u2028separator'], ['paragraph\u2029separator']] }
    ));

test('what the schema does not know, or a page cannot be, is refused without data (GraphQL guide, Errors)', async () => {
    const refused: readonly (readonly [string, string])[] = [
        ['{ uiapi { query { Account(first: 0) { totalCount } } } }', 'INVALID_ARGUMENT'],
        ['{ uiapi { query { Account(first: 2001) { totalCount } } } }', 'INVALID_ARGUMENT'],
        ['{ uiapi { query { Account(after: "nonsense") { totalCount } } } }', 'INVALID_CURSOR'],
        ['{ uiapi { query { Account(first: "two") { totalCount } } } }', 'ValidationError'],
        ['{ uiapi { query { Account(where: { Nope: { eq: "x" } }) { totalCount } } } }', 'ValidationError'],
        ['{ uiapi { query { Account(where: { Name: { near: "x" } }) { totalCount } } } }', 'ValidationError'],
        [
            '{ uiapi { query { Account(where: { AnnualRevenue: { eq: "1 OR Id != null" } }) { totalCount } } } }',
            'INVALID_ARGUMENT'
        ],
        [
            '{ uiapi { query { Task(where: { ActivityDate: { eq: { value: "TODAY" } } }) { totalCount } } } }',
            'INVALID_ARGUMENT'
        ],
        ['{ uiapi { query { Account(orderBy: { Nope: { order: ASC } }) { totalCount } } } }', 'ValidationError'],
        ['{ uiapi { query { Account { edges { node { Name } } } } } }', 'ValidationError'],
        ['{ uiapi { query { Account { totalCount } } }', 'InvalidSyntax'],
        ['mutation { uiapi { query { Account { totalCount } } } }', 'OperationNotSupported']
    ];
    for (const [query, type] of refused) {
        const { data, errors } = await run(query);
        assert.equal(errors[0]?.extensions.ErrorType, type, query);
        assert.equal(data?.uiapi?.query?.Account ?? null, null, query);
    }
    await org.refused(400, 'POST', 'graphql', {});
});
