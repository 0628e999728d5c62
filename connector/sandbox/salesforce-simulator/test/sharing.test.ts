import assert from 'node:assert/strict';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { contractOrg, type Body, type Outcome, type Refusal } from './contract-org.ts';

/** An org whose records are their owners' (organization-wide default: Private), and a user who owns nothing yet. */
const metadata = [fileURLToPath(new URL('../../../../unpackaged', import.meta.url))];
const org = await contractOrg({ metadata });
const user = { Username: 'rep@example.com', LastName: 'Rep', Email: 'rep@example.com', Alias: 'rep' };
await org.control('POST', '/seed', { records: [{ attributes: { type: 'User', referenceId: 'rep' }, ...user }] });
const session = (permissionSets: readonly string[]) =>
    org.control('POST', '/sessions', { username: user.Username, permissionSets });
const rep = await session([]);
const viewer = await session(['Quo_Integration_Standard']);
await org.control('POST', '/sharing', { private: ['Account', 'Contact', 'Lead', 'Opportunity'] });

const as = <Shape = Refusal[]>(who: Body, method: string, path: string, body?: unknown) =>
    org.call<Shape>(method, path, body, { authorization: `Bearer ${who.access_token}` });
const count = async (who: Body, soql: string): Promise<unknown> =>
    (await as<Body>(who, 'GET', `query?q=${encodeURIComponent(soql)}`)).body.totalSize;
const acme = await org.create('Account', { Name: 'Acme' });
const jean = await org.create('Contact', { LastName: 'Tremblay', AccountId: acme, Phone: '514 555 0101' });
const roof = await org.create('Opportunity', { Name: 'x', StageName: 'Prospecting', CloseDate: '2026-01-31' });
await org.create('OpportunityContactRole', { OpportunityId: roof, ContactId: jean });

test('what belongs to others is not found, by no way of asking (Object Reference, organization-wide defaults)', async () => {
    assert.equal(await count(rep, 'SELECT Id FROM Contact'), 0);
    assert.equal(await count(rep, 'SELECT Id FROM OpportunityContactRole'), 0);
    assert.equal((await as(rep, 'GET', `sobjects/Contact/${jean}`)).body[0]?.errorCode, 'NOT_FOUND');
    assert.equal((await as(rep, 'GET', `ui-api/records/${jean}?fields=Contact.LastName`)).status, 404);
    const many = await as<unknown[]>(rep, 'GET', `composite/sobjects/Contact?ids=${jean}&fields=Id`);
    assert.deepEqual(many.body, [null]);
    const query = '{ uiapi { query { Contact { edges { node { Id } } } } } }';
    const found = await as<{ data: { uiapi: { query: { Contact: { edges: unknown[] } } } } }>(rep, 'POST', 'graphql', {
        query
    });
    assert.deepEqual(found.body.data.uiapi.query.Contact.edges, []);
    const sosl = encodeURIComponent('FIND {Tremblay} RETURNING Contact(Id)');
    assert.deepEqual((await as<{ searchRecords: [] }>(rep, 'GET', `search?q=${sosl}`)).body.searchRecords, []);
});

test('one’s own records are seen; a parent that is not, is empty (SOQL reference, relationships)', async () => {
    const made = await as<Body>(rep, 'POST', 'sobjects/Contact', { LastName: 'Mine' });
    assert.equal(made.status, 201);
    assert.equal(await count(rep, 'SELECT Id FROM Contact'), 1);
    // The administrator puts it under an account that the rep cannot see.
    await org.call('PATCH', `sobjects/Contact/${made.body.id}`, { AccountId: acme });
    const { body } = await as<Body>(rep, 'GET', 'query?q=SELECT+AccountId,Account.Name+FROM+Contact');
    assert.deepEqual([body.records[0]?.AccountId, body.records[0]?.Account], [acme, null]);
});

test('a record of others can be neither changed, nor deleted, nor pointed at (SOAP guide, INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY)', async () => {
    const code = 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY';
    const task = await as(rep, 'POST', 'sobjects/Task', { WhoId: jean });
    assert.equal(task.body[0]?.errorCode, code);
    const { body } = await as<Outcome[]>(rep, 'PATCH', 'composite/sobjects', {
        records: [{ attributes: { type: 'Contact' }, Id: jean, Phone: '1' }]
    });
    assert.equal(body[0]?.errors[0]?.statusCode, code);
    const gone = await as<Outcome[]>(rep, 'DELETE', `composite/sobjects?ids=${jean}`);
    assert.equal(gone.body[0]?.errors[0]?.statusCode, code);
    assert.equal((await org.record('Contact', jean)).Phone, '514 555 0101');
});

test('“View All” shows every record, and lets nobody change it (Object Reference, object permissions)', async () => {
    assert.equal(await count(viewer, `SELECT Id FROM Contact WHERE Id = '${jean}'`), 1);
    assert.equal(await count(viewer, 'SELECT Id FROM OpportunityContactRole'), 1);
    assert.equal((await as(viewer, 'POST', 'sobjects/Task', { WhoId: jean })).status, 201);
    const lead = await org.create('Lead', { LastName: 'x', Company: 'y' });
    const change = await as(viewer, 'PATCH', `sobjects/Lead/${lead}`, { Phone: '1' });
    assert.equal(change.body[0]?.errorCode, 'INSUFFICIENT_ACCESS_OR_READONLY');
});

test('when nothing is private, everybody sees everything again', async () => {
    await org.control('POST', '/sharing', {});
    assert.equal((await as(rep, 'GET', `sobjects/Contact/${jean}`)).status, 200);
});
