import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectOrg } from '../../../src/salesforce/org.ts';
import { directoryOrg } from './directory-org.ts';
import { refusal, SETTINGS } from './fake-org.ts';

const person = (Id: string, Phone: string): Record<string, unknown> => ({
    Id,
    Name: Id,
    Phone,
    SystemModstamp: '2026-11-20T16:00:00Z'
});
const NUMBER = '+15145550123';

test('whatever way a number is written, it is found; others that look alike are not', async () => {
    const written = ['514.555.0123', '(514) 555-0123', '+1 514 55 50 123', '1-514-555-0123 x9', '51 45 55 01 23'];
    const alike = ['514-555-01234', '5145550124', '+33 5 14 55 50 12 3'];
    const rows = [...written, ...alike].map((phone, n) => person(`003${n}`, phone));
    const fake = directoryOrg((soql) => (soql.includes('FROM Contact') ? rows : undefined));
    const found = await connectOrg(SETTINGS, fake.dependencies).findByNumbers([NUMBER]);
    assert.deepEqual(
        found.map(({ id }) => id),
        written.map((_, n) => `003${n}`)
    );
});

test('each phone field is searched for the digits with anything in between', async () => {
    const fake = directoryOrg(() => undefined);
    await connectOrg(SETTINGS, fake.dependencies).findByNumbers([NUMBER]);
    const contact = fake.queries.find(({ soql }) => soql.includes('FROM Contact'))?.soql ?? '';
    assert.match(contact, /WHERE Phone LIKE '%5%1%4%5%5%5%0%1%2%3%' OR MobilePhone LIKE '%5%1%4%5%5%5%0%1%2%3%'$/);
    const lead = fake.queries.find(({ soql }) => soql.includes('FROM Lead'))?.soql ?? '';
    assert.match(lead, /WHERE IsConverted = false AND \(Phone LIKE/);
});

test('fifty numbers are one call, fifty-one are two, none are none', async () => {
    const numbers = Array.from({ length: 51 }, (_, n) => `+1514555${String(1000 + n)}`);
    for (const [count, calls] of [
        [0, 0],
        [50, 2],
        [51, 3]
    ] as const) {
        const org = connectOrg(SETTINGS, directoryOrg(() => undefined).dependencies);
        await org.findByNumbers(numbers.slice(0, count));
        assert.equal(org.calls(), calls, `${count} numbers`);
    }
});

test('what is no number finds nobody and asks nothing', async () => {
    const fake = directoryOrg(() => undefined);
    assert.deepEqual(
        await connectOrg(SETTINGS, fake.dependencies).findByNumbers(['anonymous', "' OR Id != null", '12345']),
        []
    );
    assert.deepEqual(fake.queries, []);
});

test('our tasks that somebody else touched are told as they are now', async () => {
    const task = {
        Id: '00TA',
        quo__Quo_Key__c: 'call_AC1',
        WhoId: '003A',
        WhatId: null,
        OwnerId: '005B',
        quo__Quo_Match__c: 'ignored',
        LastModifiedById: '005C',
        SystemModstamp: '2026-11-20T16:05:00.000+0000',
        IsDeleted: false
    };
    const fake = directoryOrg((soql) => (soql.includes('FROM Task') ? [task] : undefined));
    const org = connectOrg({ ...SETTINGS, namespace: 'quo' }, fake.dependencies);
    const touched = await org.touchedTasks('2026-11-20T16:00:00.000Z');
    assert.deepEqual(touched, [
        {
            id: '00TA',
            key: 'call_AC1',
            whoId: '003A',
            whatId: undefined,
            ownerId: '005B',
            match: 'ignored',
            modifiedById: '005C',
            isByUs: false,
            modifiedAt: '2026-11-20T16:05:00.000Z',
            isDeleted: false
        }
    ]);
    const [query] = fake.queries;
    assert.equal(query?.resource, 'queryAll');
    assert.match(
        query?.soql ?? '',
        /WHERE quo__Quo_Key__c != null AND SystemModstamp >= 2026-11-20T16:00:00\.000Z ORDER/
    );
});

test('status and priority are what the org calls them', async () => {
    const status = (ApiName: string, IsClosed: boolean): Record<string, unknown> => ({
        Id: ApiName,
        ApiName,
        IsClosed,
        IsDefault: false
    });
    const vocabulary = async (statuses: Record<string, unknown>[]) => {
        const priorities = [
            { Id: 'p1', ApiName: 'Haute', IsDefault: false },
            { Id: 'p2', ApiName: 'Courante', IsDefault: true }
        ];
        const fake = directoryOrg((soql) => (soql.includes('TaskStatus') ? statuses : priorities));
        const org = connectOrg(SETTINGS, fake.dependencies);
        const read = await org.vocabulary();
        assert.equal(org.calls(), 1);
        return read;
    };
    assert.deepEqual(await vocabulary([status('À faire', false), status('Faite', true), status('Annulée', true)]), {
        closedStatus: 'Faite',
        priority: 'Courante',
        statuses: ['À faire', 'Faite', 'Annulée']
    });
    assert.equal((await vocabulary([status('Done', true), status('Completed', true)])).closedStatus, 'Completed');
    assert.equal((await vocabulary([status('À faire', false)])).closedStatus, undefined);
});

test('users are people who can own a task', async () => {
    const fake = directoryOrg(() => [{ Id: '005A', Name: 'Paul', Email: 'P@x.ca', Username: 'p@x', IsActive: false }]);
    const users = await connectOrg(SETTINGS, fake.dependencies).users();
    assert.deepEqual(users, [{ id: '005A', name: 'Paul', email: 'P@x.ca', username: 'p@x', isActive: false }]);
    assert.match(fake.queries[0]?.soql ?? '', /UserType NOT IN \('Guest',/);
});

test('a query of ours that is refused is a matter for an admin, not a crash', async () => {
    for (const [code, status, explained] of [
        ['INVALID_FIELD', 400, 'SF-FIELD-MISSING'],
        ['INVALID_TYPE', 400, 'SF-OBJECT-MISSING'],
        ['MALFORMED_QUERY', 400, 'SF-FORBIDDEN']
    ] as const) {
        const fake = directoryOrg(() => ({ status, body: refusal(code) }));
        await assert.rejects(connectOrg(SETTINGS, fake.dependencies).users(), {
            kind: 'forbidden',
            note: { code: explained, seen: `${code}: said so` }
        });
    }
});

test('a phone field that no question may name is left out, and the others are asked', async () => {
    const unfilterable = new Set(['Contact.Phone', 'Account.Phone']);
    const fake = directoryOrg(() => undefined, undefined, unfilterable);
    await connectOrg(SETTINGS, fake.dependencies).findByNumbers([NUMBER]);
    const contact = fake.queries.find(({ soql }) => soql.includes('FROM Contact'))?.soql ?? '';
    assert.match(contact, /WHERE MobilePhone LIKE '[%\d]+'$/);
    assert.ok(!fake.queries.some(({ soql }) => soql.includes('FROM Account')));
});

test('a question that is too complicated is asked in halves; the other objects are not asked again', async () => {
    const numbers = Array.from({ length: 40 }, (_, n) => `+1514555${String(1000 + n)}`);
    const fake = directoryOrg((soql) => {
        if (!soql.includes('FROM Contact')) return undefined;
        if (soql.length > 1_500) return { status: 400, body: refusal('QUERY_TOO_COMPLICATED', 'too complicated') };
        return soql.includes('5%1%4%5%5%5%1%0%0%0') ? [person('003A', '514-555-1000')] : [];
    });
    const found = await connectOrg(SETTINGS, fake.dependencies).findByNumbers(numbers);
    assert.deepEqual(
        found.map(({ id }) => id),
        ['003A']
    );
    assert.equal(fake.queries.filter(({ soql }) => soql.includes('FROM Lead')).length, 1);
});

test('an object that cannot be asked at all stops nobody', async () => {
    const fake = directoryOrg((soql) => {
        if (soql.includes('FROM Lead')) return [person('00QA', '514-555-0123')];
        return { status: 400, body: refusal('QUERY_TOO_COMPLICATED', 'too complicated') };
    });
    const found = await connectOrg(SETTINGS, fake.dependencies).findByNumbers([NUMBER]);
    assert.deepEqual(
        found.map(({ id }) => id),
        ['00QA']
    );
});
