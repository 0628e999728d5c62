import assert from 'node:assert/strict';
import test from 'node:test';
import jsforce from 'jsforce';
import { contractOrg, TOKEN, type Body } from '../contract-org.ts';

/** What jsforce does beyond single records; the describes, deploys and refusals that its users meet. */
const org = await contractOrg();
const connection = new jsforce.Connection({ instanceUrl: org.url, accessToken: TOKEN, version: '66.0', maxRequest: 4 });
const rejected = (errorCode: string) => (error: { errorCode?: string; name?: string }) => {
    assert.equal(error.errorCode ?? error.name, errorCode);
    return true;
};

test('jsforce tells who it is', async () => {
    const { organization_id, user_id, username } = await connection.identity();
    assert.match(organization_id, /^00D\w{15}$/);
    assert.match(user_id, /^005\w{15}$/);
    assert.equal(username, 'admin@simulated.org');
});

test('jsforce reads, changes and deletes several records at once', async () => {
    const accounts = connection.sobject('Account');
    const made = await accounts.create([{ Name: 'A' }, { Name: 'B' }, { Name: 'C' }]);
    const ids = made.map(({ id }) => String(id));
    assert.deepEqual(
        (await accounts.retrieve(ids)).map(({ Name }) => Name as string),
        ['A', 'B', 'C']
    );
    const changed = await accounts.update(ids.map((Id, index) => ({ Id, Site: `s${index}` })));
    assert.ok(changed.every(({ success }) => success));
    const deleted = await accounts.destroy(ids.slice(0, 2));
    assert.ok(deleted.every(({ success }) => success));
    await assert.rejects(accounts.retrieve(ids[0] as string), rejected('ENTITY_IS_DELETED'));
    assert.equal((await accounts.retrieve(ids[2] as string)).Site, 's2');
});

test('jsforce takes back all of a collection when asked to', async () => {
    const records = [{ Name: 'Whole' }, { Name: 'x'.repeat(256) }];
    const results = await connection.sobject('Account').create(records, { allOrNone: true });
    assert.deepEqual(
        results.map(({ success }) => success),
        [false, false]
    );
    assert.equal((await connection.query("SELECT Id FROM Account WHERE Name = 'Whole'")).totalSize, 0);
});

test('jsforce upserts one record by a key with odd characters, encoded by its user', async () => {
    const tasks = connection.sobject('Task');
    const key = 'call/1 é?';
    const made = await tasks.upsert({ Quo_Key__c: encodeURIComponent(key), Subject: 'odd' }, 'Quo_Key__c');
    assert.ok(made.success);
    const { records } = await connection.query<Body>("SELECT Quo_Key__c FROM Task WHERE Subject = 'odd'");
    assert.equal(records[0]?.Quo_Key__c, key);
    await assert.rejects(tasks.upsert({ Subject: 'x', Quo_Kye__c: 'y' }, 'Quo_Kye__c'), rejected('NOT_FOUND'));
});

test('jsforce follows pages by itself, one after the other, and by hand', async () => {
    const many = Array.from({ length: 450 }, (_, index) => ({ LastName: `Page ${index}` }));
    await connection.sobject('Contact').create(many, { allowRecursive: true });
    const soql = "SELECT Id FROM Contact WHERE LastName LIKE 'Page %'";
    const paged = new jsforce.Connection({
        instanceUrl: org.url,
        accessToken: TOKEN,
        version: '66.0',
        callOptions: { client: 'contract' }
    });
    const headers = { 'Sforce-Query-Options': 'batchSize=200' };
    const first = await paged.query(soql, { headers });
    assert.deepEqual([first.records.length, first.done, first.totalSize], [200, false, 450]);
    const second = await paged.queryMore(first.nextRecordsUrl as string);
    assert.equal(second.records.length, 200);
    const seen: unknown[] = [];
    const query = paged.query(soql, { autoFetch: true, maxFetch: 425, headers });
    query.on('record', (record) => seen.push(record));
    await query;
    assert.equal(seen.length, 425);
});

test('jsforce asks for children, aggregates and deleted rows', async () => {
    const account = await org.create('Account', { Name: 'Parent' });
    const contact = await org.create('Contact', { LastName: 'Child', AccountId: account });
    const { records } = await connection.query<Body>(
        "SELECT Name, (SELECT LastName FROM Contacts) FROM Account WHERE Name = 'Parent'"
    );
    assert.equal((records[0]?.Contacts as Body).records[0]?.LastName, 'Child');
    const sums = await connection.query<Body>('SELECT AccountId, COUNT(Id) n FROM Contact GROUP BY AccountId');
    assert.equal(sums.records.find(({ AccountId }) => AccountId === account)?.n, 1);
    await connection.sobject('Contact').destroy(contact);
    const gone = `SELECT Id FROM Contact WHERE Id = '${contact}' AND IsDeleted = true`;
    assert.equal((await connection.query(gone)).totalSize, 0);
    assert.equal((await connection.query(gone, { scanAll: true })).totalSize, 1);
    const hourAgo = new Date(Date.now() - 3_600_000);
    const deleted = await connection.sobject('Contact').deleted(hourAgo, new Date(Date.now() + 120_000));
    assert.ok(deleted.deletedRecords.some(({ id }) => id === contact));
});

test('jsforce sends composite requests, batches, graphs and trees as they are', async () => {
    const base = `/services/data/v66.0`;
    const composite = await connection.requestPost<Body>(`${base}/composite`, {
        compositeRequest: [
            { method: 'POST', url: `${base}/sobjects/Account`, referenceId: 'a', body: { Name: 'Composed' } },
            { method: 'GET', url: `${base}/sobjects/Account/@{a.id}?fields=Name`, referenceId: 'b' }
        ]
    });
    assert.equal((composite.compositeResponse[1]?.body as Body).Name, 'Composed');
    const batch = await connection.requestPost<{ hasErrors: boolean }>(`${base}/composite/batch`, {
        batchRequests: [{ method: 'GET', url: 'v66.0/limits' }]
    });
    assert.equal(batch.hasErrors, false);
    const tree = await connection.requestPost<{ hasErrors: boolean }>(`${base}/composite/tree/Account`, {
        records: [{ attributes: { type: 'Account', referenceId: 't' }, Name: 'Tree' }]
    });
    assert.equal(tree.hasErrors, false);
});

test('jsforce meets what this org does not have as it would meet a missing resource', async () => {
    await assert.rejects(
        async () => void (await connection.tooling.query('SELECT Id FROM ApexClass')),
        rejected('NOT_FOUND')
    );
    await assert.rejects(connection.apex.get('/Quo/'), rejected('NOT_FOUND'));
    await assert.rejects(connection.request('/services/data/v99.0/limits'), rejected('NOT_FOUND'));
    await assert.rejects(connection.sobject('Nope__c').describe(), rejected('NOT_FOUND'));
    await assert.rejects(connection.sobject('Task').layouts(), rejected('NOT_FOUND'));
});

test('jsforce asks for tabs, the theme, recent records and a query plan', async () => {
    const id = await org.create('Lead', { LastName: 'Recent', Company: 'Recent' });
    assert.ok((await connection.recent()).some((record) => record.Id === id));
    assert.ok((await connection.tabs()).some(({ sobjectName }) => sobjectName === 'Lead'));
    assert.ok((await connection.theme()).themeItems.some(({ name }) => name === 'Lead'));
    const { plans } = await connection.query("SELECT Id FROM Lead WHERE LastName = 'Recent'").explain();
    assert.equal(plans[0]?.sobjectType, 'Lead');
});

test('jsforce searches by SOSL and reads what it found', async () => {
    await org.create('Lead', { LastName: 'Quincaillerie', Company: 'Quincaillerie', Phone: '(514) 555-0147' });
    const { searchRecords } = await connection.search(
        'FIND {0147} IN PHONE FIELDS RETURNING Contact(Id), Lead(Id, LastName, Phone)'
    );
    const [found, ...others] = searchRecords;
    assert.deepEqual([found?.LastName, found?.attributes?.type, others.length], ['Quincaillerie', 'Lead', 0]);
    await assert.rejects(connection.search('FIND Roy'), rejected('MALFORMED_SEARCH'));
});

test('jsforce describes once and keeps it; the answer has every key that its types name', async () => {
    const described = await connection.sobject('Contact').describe$();
    const name = described.fields.find((field) => field.name === 'LastName');
    assert.deepEqual([name?.type, name?.length, name?.nillable], ['string', 80, false]);
    const before = (await org.control('GET', '/api-usage')).used;
    await connection.sobject('Contact').describe$();
    assert.equal((await org.control('GET', '/api-usage')).used, before);
});

test('jsforce counts the calls of the day from the answers', async () => {
    await connection.query('SELECT Id FROM User');
    const { used = 0, limit } = connection.limitInfo.apiUsage ?? {};
    assert.equal(limit, 100_000);
    await connection.query('SELECT Id FROM User');
    assert.equal(connection.limitInfo.apiUsage?.used, used + 1);
});
