import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WriteItem } from '../../../src/contracts/salesforce.ts';
import { connectOrg } from '../../../src/salesforce/org.ts';
import { collectionsOrg } from './collections.ts';
import { lead, sonaAnswer, sonaCall, task } from './drafts.ts';
import { SETTINGS } from './fake-org.ts';

const many = (count: number, make: (n: number) => WriteItem): readonly WriteItem[] =>
    Array.from({ length: count }, (_, n) => make(n));

/** What is written, and the collections that must go out for it, one line a request. */
const TABLE: readonly (readonly [string, readonly WriteItem[], readonly string[]])[] = [
    ['one task goes alone', [task('call_1')], ['Task 1']],
    ['200 tasks are one collection', many(200, (n) => task(`call_${n}`)), ['Task 200']],
    ['201 tasks are two collections in one request', many(201, (n) => task(`call_${n}`)), ['Task 200 + Task 1']],
    [
        'a task, its record and its answers are one request, parents first',
        [sonaAnswer('a1', 'AC1'), sonaAnswer('a2', 'AC1'), sonaCall('AC1'), task('call_1')],
        ['Task 1 + Sona_Call__c 1 + Sona_Answer__c 2']
    ],
    [
        'more than five collections are a second request',
        [...many(900, (n) => task(`call_${n}`)), sonaCall('AC1')],
        ['Task 200 + Task 200 + Task 200 + Task 200 + Task 100', 'Sona_Call__c 1']
    ],
    ['the same key twice is never in one collection', [task('call_1'), task('call_1')], ['Task 1 + Task 1']],
    [
        'leads go alone, because their headers concern them alone',
        [lead('+15145550123'), task('call_1')],
        ['Lead 1', 'Task 1']
    ],
    [
        'very large records do not share a request',
        many(3, (n) => task(`call_${n}`, { fields: { Description: 'x'.repeat(3 * 1024 * 1024) } })),
        ['Task 1', 'Task 1', 'Task 1']
    ],
    ['nothing costs nothing', [], []]
];

for (const [promise, items, expected] of TABLE)
    test(promise, async () => {
        const { asked, dependencies } = collectionsOrg();
        const org = connectOrg(SETTINGS, dependencies);
        const results = await org.write(items);
        const sent = asked.map(({ path, body }) => linesOf(path, body));
        assert.deepEqual(sent, expected);
        assert.equal(org.calls(), expected.length);
        assert.ok(results.length === items.length && results.every(({ ok }) => ok));
    });

function linesOf(path: string, body: unknown): string {
    const { compositeRequest } = body as { compositeRequest?: { url: string; body: { records: unknown[] } }[] };
    const one = (url: string, records: unknown[]): string => `${url.split('/').at(-2)} ${records.length}`;
    return compositeRequest === undefined
        ? one(path, (body as { records: unknown[] }).records)
        : compositeRequest.map((request) => one(request.url, request.body.records)).join(' + ');
}

test('tasks of one account and person lie side by side, whatever their order was', async () => {
    const { collections, dependencies } = collectionsOrg();
    const on = (key: string, WhatId: string | null, WhoId: string): WriteItem =>
        task(key, { fields: { WhatId, WhoId } });
    await connectOrg(SETTINGS, dependencies).write([
        on('1', '001B', '003Z'),
        on('2', '001A', '003Y'),
        on('3', '001B', '003X'),
        on('4', '001A', '003Y'),
        on('5', null, '003A')
    ]);
    assert.deepEqual(
        collections[0]?.records.map((record) => record.Quo_Key__c),
        ['5', '2', '4', '3', '1']
    );
});

test('results come back in the order of the items, not of the requests', async () => {
    const { dependencies } = collectionsOrg((record) => ({
        id: `id of ${String(record.Quo_Key__c ?? record.Quo_Call_Id__c)}`
    }));
    const items = [sonaCall('AC1'), task('b', { fields: { WhoId: '2' } }), task('a', { fields: { WhoId: '1' } })];
    const results = await connectOrg(SETTINGS, dependencies).write(items);
    assert.deepEqual(
        results.map((result) => result.ok && result.id),
        ['id of AC1', 'id of b', 'id of a']
    );
});

test('what only an insert may set is sent only for records that are not known', async () => {
    const { collections, dependencies } = collectionsOrg(({ Quo_Key__c }) => ({ created: Quo_Key__c !== 'known' }));
    const items = [
        task('new'),
        task('known', { salesforceId: '00T000000000001AAA' }),
        sonaAnswer('a1', 'AC1'),
        sonaAnswer('a2', 'AC1', 'a00000000000001AAA')
    ];
    await connectOrg(SETTINGS, dependencies).write(items);
    const [tasks, answers] = collections.map(({ records }) => records);
    assert.deepEqual(
        tasks?.map(({ Quo_Key__c, TaskSubtype }) => [Quo_Key__c, TaskSubtype]),
        [
            ['known', undefined],
            ['new', 'Call']
        ]
    );
    assert.deepEqual(
        answers?.map(({ Sona_Call__r }) => Sona_Call__r),
        [{ Quo_Call_Id__c: 'AC1' }, undefined]
    );
});

test('a namespace stands before what the package brings, and before nothing else', async () => {
    const { collections, dependencies } = collectionsOrg();
    const org = connectOrg({ ...SETTINGS, namespace: 'quo' }, dependencies);
    const mapped = sonaCall('AC1');
    const fields = { Title__c: 'T', Budget__c: '10 000 $', other__Field__c: 1 };
    await org.write([task('k'), { draft: { ...mapped.draft, fields } }, sonaAnswer('a', 'AC1')]);
    assert.deepEqual(
        collections.map(({ path }) => path),
        [
            '/composite/sobjects/Task/quo__Quo_Key__c',
            '/composite/sobjects/quo__Sona_Call__c/quo__Quo_Call_Id__c',
            '/composite/sobjects/quo__Sona_Answer__c/quo__Quo_Answer_Key__c'
        ]
    );
    assert.deepEqual(
        collections.flatMap(({ records }) => records),
        [
            { attributes: { type: 'Task' }, quo__Quo_Key__c: 'k', Subject: 'Appel entrant', TaskSubtype: 'Call' },
            {
                attributes: { type: 'quo__Sona_Call__c' },
                quo__Quo_Call_Id__c: 'AC1',
                quo__Title__c: 'T',
                Budget__c: '10 000 $',
                other__Field__c: 1
            },
            {
                attributes: { type: 'quo__Sona_Answer__c' },
                quo__Quo_Answer_Key__c: 'a',
                quo__Question__c: 'Quand?',
                quo__Sona_Call__r: { quo__Quo_Call_Id__c: 'AC1' }
            }
        ]
    );
});

test('texts that Salesforce would refuse are stored with a replacement mark', async () => {
    const { collections, dependencies } = collectionsOrg();
    await connectOrg(SETTINGS, dependencies).write([task('k', { fields: { Subject: 'a\uD800b\0c 👩‍🚀' } })]);
    assert.equal(collections[0]?.records[0]?.Subject, 'a\uFFFDb\uFFFDc 👩‍🚀');
});

test('a new lead triggers no assignment rule unless wanted, and asks which record a duplicate rule found', async () => {
    const { asked, dependencies } = collectionsOrg();
    await connectOrg(SETTINGS, dependencies).write([lead('+15145550123')]);
    await connectOrg({ ...SETTINGS, assignLeads: true }, dependencies).write([lead('+15145550123')]);
    assert.deepEqual(
        asked.map(({ headers }) => headers.get('sforce-auto-assign')),
        ['FALSE', null]
    );
    assert.match(
        asked[0]?.headers.get('sforce-duplicate-rule-header') ?? '',
        /allowSave=false.*includeRecordDetails=true/
    );
});
