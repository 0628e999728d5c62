import assert from 'node:assert/strict';
import test from 'node:test';
import { contractOrg, V, type Outcome, type Row } from '../contract-org.ts';

/** What recorded traffic and other clients send and real orgs accept. */
const org = await contractOrg();

test('an upsert by Id changes the record that is named, and creates one where none is (REST guide, Upsert)', async () => {
    const id = await org.create('Account', { Name: 'One' });
    const changed = await org.call('PATCH', `sobjects/Account/Id/${id}`, { Name: 'First' });
    assert.deepEqual([changed.status, changed.body], [200, { id, success: true, errors: [], created: false }]);
    const made = await org.call('POST', 'sobjects/Account/Id', { Name: 'Two' });
    assert.deepEqual([made.status, made.body.created], [201, true]);
    assert.equal(
        (await org.refused(404, 'PATCH', 'sobjects/Account/Id/001000000000999AAA', {})).errorCode,
        'NOT_FOUND'
    );
});

test('so do the records of a collection (Mobile SDK, Collection Upsert)', async () => {
    const id = await org.create('Account', { Name: 'One' });
    const twice = await org.create('Account', { Name: 'Other' });
    const attributes = { type: 'Account' };
    const { body } = await org.call<Outcome[]>('PATCH', 'composite/sobjects/Account/Id', {
        records: [
            { attributes, Id: id, Name: 'First' },
            { attributes, Id: null, Name: 'Second' },
            { attributes, Name: 'Third' },
            { attributes, Id: '001000000000999AAA', Name: 'Nobody' },
            { attributes, Id: 'no id', Name: 'Nobody' },
            { attributes, Id: twice, Name: 'Once' },
            { attributes, Id: twice.slice(0, 15), Name: 'Twice' }
        ]
    });
    assert.deepEqual(
        body.map(({ success, created, errors }) => [success, created ?? errors[0]?.statusCode]),
        [
            [true, false],
            [true, true],
            [true, true],
            [false, 'INVALID_CROSS_REFERENCE_KEY'],
            [false, 'MALFORMED_ID'],
            [false, 'DUPLICATE_VALUE'],
            [false, 'DUPLICATE_VALUE']
        ]
    );
    assert.equal((await org.record('Account', id)).Name, 'First');
});

test('a number in quotes is the number; a word is none', async () => {
    const id = await org.create('Task', { Subject: 'x', CallDurationInSeconds: '65' });
    assert.equal((await org.record('Task', id)).CallDurationInSeconds, 65);
    const opportunity = { Name: 'x', StageName: 'Prospecting', CloseDate: '2026-03-02', Amount: '12.5' };
    assert.equal((await org.record('Opportunity', await org.create('Opportunity', opportunity))).Amount, 12.5);
    for (const CallDurationInSeconds of ['six', '6 5', '0x10', '6.5', '99999999999']) {
        assert.equal((await org.call('POST', 'sobjects/Task', { CallDurationInSeconds })).status, 400);
    }
});

test('records of an upsert that is taken back say what would have become of them (REST guide, Upsert Records)', async () => {
    const attributes = { type: 'Task' };
    const path = 'composite/sobjects/Task/Quo_Key__c';
    const first = await org.call<Outcome[]>('PATCH', path, { records: [{ attributes, Quo_Key__c: 'known' }] });
    const { body } = await org.call<Outcome[]>('PATCH', path, {
        allOrNone: true,
        records: [
            { attributes, Quo_Key__c: 'known', Subject: 'x' },
            { attributes, Quo_Key__c: 'new', Subject: 'y' },
            { attributes, Quo_Key__c: 'bad', CallType: 'Sideways' }
        ]
    });
    assert.deepEqual(
        body.map(({ id, success, created, errors }) => [id, success, created, errors[0]?.statusCode]),
        [
            [first.body[0]?.id, false, false, 'ALL_OR_NONE_OPERATION_ROLLED_BACK'],
            [undefined, false, true, 'ALL_OR_NONE_OPERATION_ROLLED_BACK'],
            [undefined, false, false, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST']
        ]
    );
    assert.equal((await org.query("SELECT Id FROM Task WHERE Quo_Key__c = 'new'")).length, 0);
});

test('what the user worked on last is listed (REST guide, Recently Viewed Items)', async () => {
    const id = await org.create('Contact', { LastName: 'Latest' });
    const { body } = await org.call<Row[]>('GET', 'recent?limit=200');
    const found = body.find((item) => item.Id === id);
    assert.deepEqual(found, {
        attributes: { type: 'Contact', url: `${V}/sobjects/Contact/${id}` },
        Id: id,
        Name: 'Latest'
    });
    assert.equal((await org.call<Row[]>('GET', 'recent?limit=1')).body.length, 1);
    assert.equal((await org.call('GET', 'recent?limit=none')).status, 400);
});

test('tabs and the theme name the objects (REST guide, Tabs, Themes)', async () => {
    const tabs = (await org.call<Row[]>('GET', 'tabs')).body;
    const account = tabs.find(({ sobjectName }) => sobjectName === 'Account');
    assert.deepEqual([account?.name, account?.label, account?.custom], ['standard-Account', 'Accounts', false]);
    const { themeItems } = (await org.call<{ themeItems: Row[] }>('GET', 'theme')).body;
    assert.deepEqual(
        themeItems.map(({ name }) => name),
        tabs.map(({ sobjectName }) => sobjectName)
    );
});

test('a query is explained without being carried out (REST guide, Query Performance Feedback)', async () => {
    await org.create('Lead', { LastName: 'x', Company: 'x' });
    const text = "SELECT Id FROM Lead WHERE LastName = 'x'";
    const { body } = await org.call<{ plans: Row[]; sourceQuery: string }>(
        'GET',
        `query?explain=${encodeURIComponent(text)}`
    );
    assert.deepEqual([body.sourceQuery, body.plans[0]?.sobjectType, body.plans[0]?.cardinality], [text, 'Lead', 1]);
    assert.equal((await org.refused(400, 'GET', 'query?explain=SELECT')).errorCode, 'MALFORMED_QUERY');
});

test('records are counted by object, without the recycle bin (REST guide, Record Count)', async () => {
    const id = await org.create('Contact', { LastName: 'Gone' });
    const count = async (): Promise<unknown> =>
        (await org.call<{ sObjects: Row[] }>('GET', 'limits/recordCount?sObjects=Contact,Nothing__c')).body.sObjects;
    const live = (await org.query('SELECT Id FROM Contact')).length;
    assert.deepEqual(await count(), [{ count: live, name: 'Contact' }]);
    await org.call('DELETE', `sobjects/Contact/${id}`);
    assert.deepEqual(await count(), [{ count: live - 1, name: 'Contact' }]);
    const all = (await org.call<{ sObjects: Row[] }>('GET', 'limits/recordCount')).body.sObjects;
    assert.ok(all.some(({ name }) => name === 'Account'));
});

test('a reference in any value of a collection inside a composite request is one (REST guide, Composite)', async () => {
    const attributes = { type: 'Contact' };
    const contacts = (...records: object[]): object => ({
        method: 'POST',
        url: `${V}/composite/sobjects`,
        referenceId: 'people',
        body: { records: records.map((record) => ({ attributes, ...record })) }
    });
    const account = { method: 'POST', url: `${V}/sobjects/Account`, referenceId: 'acme', body: { Name: 'Acme' } };
    const tasks = {
        method: 'PATCH',
        url: `${V}/composite/sobjects/Task/Quo_Key__c`,
        referenceId: 'tasks',
        body: { records: [{ attributes: { type: 'Task' }, Quo_Key__c: 'a', Subject: 'for @{people[1].id}' }] }
    };
    const compositeRequest = [account, contacts({ LastName: 'A', AccountId: '@{acme.id}' }, { LastName: 'B' }), tasks];
    const { body } = await org.call('POST', 'composite', { compositeRequest });
    const [, people = [], made] = body.compositeResponse.map((answer) => answer.body as Outcome[]);
    assert.ok(people.every(({ success }) => success) && made?.[0]?.success === true, JSON.stringify(body));
    assert.equal((await org.record('Task', made[0].id as string)).Subject, `for ${people[1]?.id}`);
    const acme = (body.compositeResponse[0]?.body as { id: string }).id;
    assert.equal((await org.record('Contact', people[0]?.id as string)).AccountId, acme);
});

test('a reference of that kind that leads nowhere halts the whole collection', async () => {
    const records = [
        { attributes: { type: 'Task' }, Subject: 'fine' },
        { attributes: { type: 'Task' }, Subject: 'a caller wrote @{name}' }
    ];
    const request = { method: 'POST', url: `${V}/composite/sobjects`, referenceId: 'tasks', body: { records } };
    const { body } = await org.call('POST', 'composite', { compositeRequest: [request] });
    const [answer] = body.compositeResponse;
    assert.equal(answer?.httpStatusCode, 400);
    assert.equal((answer.body as Row[])[0]?.errorCode, 'PROCESSING_HALTED');
    assert.equal((await org.query("SELECT Id FROM Task WHERE Subject = 'fine'")).length, 0);
});
