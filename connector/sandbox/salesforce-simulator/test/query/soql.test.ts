import assert from 'node:assert/strict';
import test from 'node:test';
import { contractOrg, type Row } from '../contract-org.ts';

/** A Saturday morning in Toronto: 2026-01-31, 07:00. */
const NOW = Date.parse('2026-01-31T12:00:00Z');
const org = await contractOrg({ clock: () => NOW });

const acme = await org.create('Account', {
    Name: 'Acme',
    Industry: 'Energy',
    AnnualRevenue: 100,
    Phone: '(514) 555-0100'
});
const zeta = await org.create('Account', { Name: 'zeta', Industry: 'Energy', AnnualRevenue: 50 });
await org.create('Account', { Name: "O'Brien \\ 100%" });
const jean = await org.create('Contact', {
    FirstName: 'Jean',
    LastName: 'Tremblay',
    AccountId: acme,
    Email: 'jean@example.com'
});
const lea = await org.create('Contact', { FirstName: 'Léa', LastName: 'Roy', AccountId: zeta });
const lead = await org.create('Lead', { LastName: 'Piste', Company: 'Co' });
const deal = await org.create('Opportunity', {
    Name: 'Deal',
    AccountId: acme,
    StageName: 'Prospecting',
    CloseDate: '2026-02-10',
    Amount: 1_000
});
const started = (at: string): Row => ({ Status: 'Completed', ActivityDate: at.slice(0, 10), Quo_Started_At__c: at });
const first = await org.create('Task', {
    Subject: 'first',
    WhoId: jean,
    WhatId: deal,
    ...started('2026-01-30T23:30:00-05:00')
});
await org.create('Task', { Subject: 'second', WhoId: lead, ...started('2026-01-31T00:30:00-05:00') });
await org.create('Task', { Subject: 'third', WhoId: lea, Status: 'Not Started' });

const names = async (where: string): Promise<unknown[]> =>
    (await org.query(`SELECT Name FROM Account WHERE ${where} ORDER BY Name`)).map(({ Name }) => Name);
const subjects = async (where: string): Promise<unknown[]> =>
    (await org.query(`SELECT Subject FROM Task WHERE ${where} ORDER BY Subject`)).map(({ Subject }) => Subject);

test('AND, OR, NOT and parentheses (SOQL reference, Condition Expressions)', async () => {
    assert.deepEqual(await names("Industry = 'Energy' AND (Name = 'Acme' OR Name = 'zeta')"), ['Acme', 'zeta']);
    assert.deepEqual(await names("Industry = 'Energy' AND (NOT Name = 'Acme')"), ['zeta']);
    assert.deepEqual(await names("Name IN ('acme', 'nobody')"), ['Acme']);
    assert.deepEqual(await names("Name NOT IN ('Acme', 'zeta')"), ["O'Brien \\ 100%"]);
    assert.deepEqual(await names('Industry = null'), ["O'Brien \\ 100%"]);
    assert.deepEqual(await names("Industry != 'Energy'"), ["O'Brien \\ 100%"]);
    assert.deepEqual(await names('AnnualRevenue > 50'), ['Acme']);
});

test('AND and OR may not be mixed without parentheses', async () => {
    assert.equal(
        (await org.queryError("SELECT Id FROM Account WHERE Name = 'a' AND Name = 'b' OR Name = 'c'")).errorCode,
        'MALFORMED_QUERY'
    );
});

test('LIKE knows % and _, without case; escapes are undone once (SOQL reference, Quoted String Escape Sequences)', async () => {
    assert.deepEqual(await names("Name LIKE 'ac%'"), ['Acme']);
    assert.deepEqual(await names("Name LIKE '_eta'"), ['zeta']);
    assert.deepEqual(await names("Name LIKE '%100\\%'"), ["O'Brien \\ 100%"]);
    assert.deepEqual(await names("Name LIKE 'O\\'Brien%'"), ["O'Brien \\ 100%"]);
    assert.deepEqual(await names("Name = 'O\\'Brien \\\\ 100%'"), ["O'Brien \\ 100%"]);
    assert.deepEqual(await names("Phone LIKE '%514%555%0100%'"), ['Acme']);
    assert.equal((await org.queryError("SELECT Id FROM Account WHERE Name = 'a\\d'")).errorCode, 'MALFORMED_QUERY');
});

test('dates: literals follow the time zone of the user, instants do not (SOQL reference, Date Formats)', async () => {
    assert.deepEqual(await subjects('Quo_Started_At__c = TODAY'), ['second']);
    assert.deepEqual(await subjects('Quo_Started_At__c = YESTERDAY'), ['first']);
    assert.deepEqual(await subjects('Quo_Started_At__c = LAST_N_DAYS:1'), ['first', 'second']);
    assert.deepEqual(await subjects('Quo_Started_At__c >= 2026-01-31T05:00:00Z'), ['second']);
    assert.deepEqual(await subjects('ActivityDate = 2026-01-30'), ['first']);
    assert.deepEqual(await subjects('ActivityDate < TODAY'), ['first']);
    assert.deepEqual(await subjects('ActivityDate = THIS_MONTH AND Quo_Started_At__c > YESTERDAY'), ['second']);
    const quoted = await org.queryError("SELECT Id FROM Task WHERE CreatedDate > '2026-01-01T00:00:00Z'");
    assert.match(
        quoted.message,
        /value of filter criterion for field 'CreatedDate' must be of type dateTime and should not be enclosed in quotes$/
    );
});

test('parents are followed up, with null where there is none (SOQL reference, Relationship Queries)', async () => {
    const rows = await org.query(
        'SELECT Name, Account.Name, Account.Owner.Name FROM Contact ORDER BY Account.Name DESC'
    );
    const account = { attributes: { type: 'Account', url: `/services/data/v68.0/sobjects/Account/${zeta}` } };
    assert.deepEqual((rows[0]?.Account as Row).attributes, account.attributes);
    assert.equal(((rows[1]?.Account as Row).Owner as Row).Name, 'Integration User');
    const [none] = await org.query(`SELECT Who.Name, What.Name FROM Task WHERE Subject = 'second'`);
    assert.equal(none?.What, null);
});

test('children are subqueries under their own name; without any the answer says null', async () => {
    const rows = await org.query(
        "SELECT Name, (SELECT LastName FROM Contacts WHERE LastName != 'Roy') FROM Account WHERE Industry = 'Energy' ORDER BY Name"
    );
    assert.deepEqual((rows[0]?.Contacts as Row).totalSize, 1);
    assert.equal(rows[1]?.Contacts, null);
});

test('polymorphic parents are seen as Name; TYPEOF sees the object itself (SOQL reference, TYPEOF)', async () => {
    const [task] = await org.query(
        `SELECT Who.Type, Who.Name, Owner.Name, TYPEOF What WHEN Opportunity THEN Amount, StageName ELSE Name END FROM Task WHERE Id = '${first}'`
    );
    assert.deepEqual(task?.Who, {
        attributes: { type: 'Name', url: `/services/data/v68.0/sobjects/Contact/${jean}` },
        Type: 'Contact',
        Name: 'Jean Tremblay'
    });
    assert.deepEqual([(task?.What as Row).Amount, (task?.What as Row).StageName], [1_000, 'Prospecting']);
    assert.deepEqual(await subjects("Who.Type = 'Lead'"), ['second']);
    assert.match(
        (await org.queryError('SELECT Who.Account.Name FROM Task')).message,
        /Didn't understand relationship 'Account'/
    );
    assert.match(
        (await org.queryError('SELECT What.Phone__c FROM Task')).message,
        /No such column 'Phone__c' on entity 'Name'/
    );
});

test('semi-joins and anti-joins look into another object; Task cannot stand inside (SOQL reference, Semi-Joins)', async () => {
    assert.deepEqual(await names('Id IN (SELECT AccountId FROM Contact WHERE Email != null)'), ['Acme']);
    assert.deepEqual(await names('Id NOT IN (SELECT AccountId FROM Contact) AND Industry = null'), ["O'Brien \\ 100%"]);
    assert.equal(
        (await org.queryError('SELECT Id FROM Contact WHERE Id IN (SELECT WhoId FROM Task)')).errorCode,
        'MALFORMED_QUERY'
    );
    const besideOr = "SELECT Id FROM Account WHERE Name = 'x' OR Id IN (SELECT AccountId FROM Contact)";
    assert.equal((await org.queryError(besideOr)).errorCode, 'MALFORMED_QUERY');
});

test('aggregates, GROUP BY, HAVING and their names (SOQL reference, GROUP BY)', async () => {
    const rows = await org.query(
        'SELECT Industry, COUNT(Id), SUM(AnnualRevenue) total, MAX(Name) FROM Account GROUP BY Industry HAVING COUNT(Id) > 1'
    );
    assert.deepEqual(rows, [
        { attributes: { type: 'AggregateResult' }, Industry: 'Energy', expr0: 2, total: 150, expr1: 'zeta' }
    ]);
    const years = await org.query(
        'SELECT CALENDAR_YEAR(CloseDate) y, COUNT(Id) n FROM Opportunity GROUP BY CALENDAR_YEAR(CloseDate)'
    );
    assert.deepEqual([years[0]?.y, years[0]?.n], [2026, 1]);
    const totals = await org.query('SELECT Industry, COUNT(Id) n FROM Account GROUP BY ROLLUP(Industry)');
    assert.deepEqual(
        totals.map(({ n }) => n),
        [2, 1, 3]
    );
    const { body } = await org.call('GET', 'query?q=SELECT+COUNT()+FROM+Account');
    assert.deepEqual(body, { totalSize: 3, done: true, records: [] });
    assert.match(
        (await org.queryError('SELECT Name, COUNT(Id) FROM Account')).message,
        /Field must be grouped or aggregated: Name/
    );
});

test('ORDER BY puts empty values first unless told otherwise (SOQL reference, ORDER BY)', async () => {
    const industries = async (order: string): Promise<unknown[]> =>
        (await org.query(`SELECT Industry FROM Account ORDER BY ${order}`)).map(({ Industry }) => Industry);
    assert.deepEqual(await industries('Industry'), [null, 'Energy', 'Energy']);
    assert.deepEqual(await industries('Industry DESC NULLS LAST'), ['Energy', 'Energy', null]);
    assert.match(
        (await org.queryError('SELECT Id FROM Task ORDER BY Description')).message,
        /field 'Description' can not be sorted in a query call/
    );
});

test('FIELDS() stands for fields, with a limit where custom ones are asked (SOQL reference, FIELDS())', async () => {
    const [row] = await org.query('SELECT FIELDS(ALL) FROM Task LIMIT 1');
    assert.ok(row && 'Quo_Key__c' in row && 'Subject' in row);
    assert.equal((await org.queryError('SELECT FIELDS(ALL) FROM Task')).errorCode, 'MALFORMED_QUERY');
    assert.equal((await org.queryError('SELECT FIELDS(CUSTOM) FROM Task LIMIT 201')).errorCode, 'MALFORMED_QUERY');
    const [standard] = await org.query('SELECT FIELDS(STANDARD) FROM Task');
    assert.ok(standard && !('Quo_Key__c' in standard));
});

test('what an org cannot answer is refused with its own code, and says where', async () => {
    const refused: [string, string][] = [
        ['SELECT Nope FROM Account', 'INVALID_FIELD'],
        ['SELECT Id FROM Nothing__c', 'INVALID_TYPE'],
        ['SELECT Id FROM Account WHERE Description = 1', 'INVALID_FIELD'],
        ["SELECT Id FROM Task WHERE Description = 'x'", 'INVALID_FIELD'],
        ["SELECT Id FROM Task WHERE WhoId = 'nonsense'", 'INVALID_QUERY_FILTER_OPERATOR'],
        ["SELECT Id FROM Task WHERE WhoId LIKE '003%'", 'INVALID_QUERY_FILTER_OPERATOR'],
        ['SELECT Id FROM Account OFFSET 2001', 'NUMBER_OUTSIDE_VALID_RANGE'],
        ['SELECT Id FROM Account WHERE Name = :name', 'MALFORMED_QUERY'],
        ['SELECT Id FROM Account ALL ROWS', 'MALFORMED_QUERY'],
        ['SELECT Id FROM Account WITH SECURITY_ENFORCED', 'MALFORMED_QUERY'],
        ['SELECT Id, Id FROM Account', 'MALFORMED_QUERY'],
        [`SELECT Id FROM Account WHERE Name = '${'x'.repeat(4_001)}'`, 'MALFORMED_QUERY'],
        ['SELECT', 'MALFORMED_QUERY']
    ];
    for (const [soql, code] of refused) assert.equal((await org.queryError(soql)).errorCode, code, soql.slice(0, 60));
    const { message } = await org.queryError('SELECT Id,\nNope FROM Account');
    assert.match(message, /\^\nERROR at Row:2:Column:1\nNo such column 'Nope' on entity 'Account'/);
});
