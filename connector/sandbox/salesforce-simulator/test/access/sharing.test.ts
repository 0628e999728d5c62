import assert from 'node:assert/strict';
import test from 'node:test';
import { METADATA, orgWithPeople } from './org-people.ts';

/** An org whose records are their owners' (organization-wide default: Private), a rep, a colleague and their manager. */
const org = await orgWithPeople({
    metadata: [METADATA],
    sharing: { Account: 'Private', Contact: 'Private', Lead: 'Private', Opportunity: 'Private' }
});
const rep = await org.person('rep');
const colleague = await org.person('colleague');
const manager = await org.person('manager', { role: 'SVPSalesMarketing' });
const viewer = await org.person('viewer', { permissionSets: ['See_All_Contacts'] });
const NO_ACCESS = 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY';
const READ_ONLY = 'INSUFFICIENT_ACCESS_OR_READONLY';

const acme = await org.create('Account', { Name: 'Acme' });
const jean = await org.create('Contact', { LastName: 'Tremblay', AccountId: acme, Phone: '514 555 0101' });

test('a user sees and changes their own records, and not those of somebody in the same role (Object Reference, organization-wide defaults)', async () => {
    const mine = await rep.make('Lead', { LastName: 'Mine', Company: 'x' });
    assert.deepEqual(await colleague.rows(`SELECT Id FROM Lead WHERE Id = '${mine}'`), []);
    assert.equal(await colleague.outcome('PATCH', `sobjects/Lead/${mine}`, { Phone: '1' }), 'NOT_FOUND');
    assert.equal(await rep.outcome('PATCH', `sobjects/Lead/${mine}`, { Phone: '1' }), '204');
    assert.equal(await rep.outcome('DELETE', `sobjects/Lead/${mine}`), '204');
});

test('whoever stands above in the role hierarchy may do what the owner may, and nobody below (Salesforce Help, Role Hierarchy)', async () => {
    const below = await rep.make('Lead', { LastName: 'Below', Company: 'x' });
    const above = await manager.make('Lead', { LastName: 'Above', Company: 'x' });
    assert.equal(await manager.outcome('PATCH', `sobjects/Lead/${below}`, { Phone: '1' }), '204');
    assert.equal(await manager.outcome('PATCH', `sobjects/Lead/${below}`, { OwnerId: colleague.id }), '204');
    assert.equal(await manager.outcome('DELETE', `sobjects/Lead/${below}`), '204');
    assert.equal(await rep.outcome('GET', `sobjects/Lead/${above}`), 'NOT_FOUND');
});

test('“View All” shows every record, and lets nobody change it; “Modify All” does (Object Reference, object permissions)', async () => {
    const modifier = await org.person('modifier', { permissionSets: ['Change_All_Leads'] });
    const lead = await rep.make('Lead', { LastName: 'x', Company: 'y' });
    assert.equal((await viewer.rows(`SELECT Id FROM Contact WHERE Id = '${jean}'`)).length, 1);
    assert.equal(await viewer.outcome('PATCH', `sobjects/Contact/${jean}`, { Phone: '1' }), READ_ONLY);
    assert.equal(await viewer.outcome('GET', `sobjects/Lead/${lead}`), 'NOT_FOUND');
    assert.equal(await modifier.outcome('PATCH', `sobjects/Lead/${lead}`, { OwnerId: modifier.id }), '204');
    assert.equal(await modifier.outcome('DELETE', `sobjects/Lead/${lead}`), '204');
    const everything = await org.person('everything', { permissionSets: ['See_All_Data'] });
    assert.equal(await everything.outcome('GET', `sobjects/Account/${acme}`), '200');
    assert.equal(await everything.outcome('PATCH', `sobjects/Account/${acme}`, { Phone: '1' }), READ_ONLY);
});

test('a public default lets everybody see, or change, but neither delete nor give away (Salesforce Help, Organization-Wide Defaults)', async () => {
    await org.share({ Account: 'Read', Lead: 'ReadWrite', Opportunity: 'Private' });
    const lead = await rep.make('Lead', { LastName: 'x', Company: 'y' });
    assert.equal(await colleague.outcome('GET', `sobjects/Account/${acme}`), '200');
    assert.equal(await colleague.outcome('PATCH', `sobjects/Account/${acme}`, { Phone: '1' }), READ_ONLY);
    assert.equal(await colleague.outcome('PATCH', `sobjects/Lead/${lead}`, { Phone: '1' }), '204');
    assert.equal(await colleague.outcome('PATCH', `sobjects/Lead/${lead}`, { OwnerId: colleague.id }), READ_ONLY);
    assert.equal(await colleague.outcome('DELETE', `sobjects/Lead/${lead}`), READ_ONLY);
    await org.share({ Lead: 'ReadWriteTransfer' });
    assert.equal(await colleague.outcome('PATCH', `sobjects/Lead/${lead}`, { OwnerId: colleague.id }), '204');
    await org.share({ Account: 'Private', Contact: 'Private', Lead: 'Private', Opportunity: 'Private' });
});

test('an account shows itself to whoever sees a contact or a deal of it, and nothing more (Salesforce Help, implicit sharing)', async () => {
    const account = await org.create('Account', { Name: 'Implicit' });
    const [theirs, others] = await Promise.all(
        [rep.id, colleague.id].map((OwnerId) => org.create('Contact', { LastName: 'x', AccountId: account, OwnerId }))
    );
    assert.equal(await rep.outcome('GET', `sobjects/Account/${account}`), '200');
    assert.equal(await rep.outcome('PATCH', `sobjects/Account/${account}`, { Phone: '1' }), READ_ONLY);
    assert.equal(await rep.outcome('GET', `sobjects/Contact/${theirs}`), '200');
    assert.equal(await rep.outcome('GET', `sobjects/Contact/${others}`), 'NOT_FOUND');
});

test('an account’s owner may do with its contacts and deals what their role says (Object Reference, UserRole)', async () => {
    const account = await org.create('Account', { Name: 'Owned', OwnerId: rep.id });
    const deal = await org.create('Opportunity', {
        Name: 'x',
        StageName: 'Prospecting',
        CloseDate: '2026-01-31',
        AccountId: account
    });
    assert.equal(await rep.outcome('PATCH', `sobjects/Opportunity/${deal}`, { Name: 'y' }), '204');
    assert.equal(await colleague.outcome('GET', `sobjects/Opportunity/${deal}`), 'NOT_FOUND');
    const [role] = await org.query("SELECT Id FROM UserRole WHERE DeveloperName = 'EasternSalesTeam'");
    const none = { OpportunityAccessForAccountOwner: 'None' };
    assert.equal((await org.call('PATCH', `sobjects/UserRole/${String(role?.Id)}`, none)).status, 204);
    assert.equal(await rep.outcome('GET', `sobjects/Opportunity/${deal}`), 'NOT_FOUND');
});

test('a contact without an account is private, whatever the default (Salesforce Help, private contacts)', async () => {
    await org.share({ Contact: 'ReadWrite' });
    const alone = await rep.make('Contact', { LastName: 'Alone' });
    const kept = await rep.make('Contact', { LastName: 'Kept', AccountId: acme });
    for (const other of [colleague, manager])
        assert.equal(await other.outcome('GET', `sobjects/Contact/${alone}`), 'NOT_FOUND');
    assert.equal(await colleague.outcome('GET', `sobjects/Contact/${kept}`), '200');
    assert.equal(await viewer.outcome('GET', `sobjects/Contact/${alone}`), '200');
});

test('a contact that is controlled by its account may be seen and changed like the account', async () => {
    await org.share({ Account: 'Read', Contact: 'ControlledByParent' });
    assert.equal(await rep.outcome('GET', `sobjects/Contact/${jean}`), '200');
    assert.equal(await rep.outcome('PATCH', `sobjects/Contact/${jean}`, { Phone: '1' }), READ_ONLY);
    await org.share({ Account: 'Private' });
    assert.equal(await rep.outcome('GET', `sobjects/Contact/${jean}`), 'NOT_FOUND');
    await org.share({ Account: 'Private', Contact: 'Private', Lead: 'Private', Opportunity: 'Private' });
});

test('nothing points at a record that its writer cannot see, and nobody owns what they may not read (SOAP guide, status codes)', async () => {
    assert.equal(await rep.outcome('POST', 'sobjects/Task', { WhoId: jean }), NO_ACCESS);
    const task = await rep.make('Task', { Subject: 'x' });
    const hidden = await org.create('Account', { Name: 'Hidden' });
    assert.equal(await rep.outcome('PATCH', `sobjects/Task/${task}`, { WhatId: hidden }), NO_ACCESS);
    const stranger = await org.person('stranger', { profile: 'Minimum Access - Salesforce' });
    const lead = { LastName: 'x', Company: 'y', OwnerId: stranger.id };
    assert.equal(await rep.outcome('POST', 'sobjects/Lead', lead), 'TRANSFER_REQUIRES_READ');
});

test('whose record is whose follows the role at once, when a user gets another one', async () => {
    const mover = await org.person('mover');
    const lead = await rep.make('Lead', { LastName: 'x', Company: 'y' });
    assert.equal(await mover.outcome('GET', `sobjects/Lead/${lead}`), 'NOT_FOUND');
    await org.person('mover', { role: 'CEO' });
    assert.equal(await mover.outcome('GET', `sobjects/Lead/${lead}`), '200');
});

test('sharing that an object cannot have, and an object that has none, are refused', async () => {
    for (const [model, message] of [
        [{ Task: 'ReadWrite' }, /Task cannot be shared as ReadWrite: Private, ControlledByParent/],
        [{ User: 'Private' }, /User cannot be shared/],
        [{ Task: 'Private', Event: 'ControlledByParent' }, /shared alike/]
    ] as const) {
        const { status, body } = await org.call<{ message: string }[]>('POST', '/_control/sharing', model);
        assert.equal(status, 400);
        assert.match(body[0]?.message ?? '', message);
    }
    const { body } = await org.call('GET', 'query?q=SELECT+COUNT()+FROM+Account');
    assert.ok(Number(body.totalSize) > 0);
});

test('an upsert by a key that is not unique is for those who see all data (SOAP guide, upsert)', async () => {
    const some = await org.person('some', { permissionSets: ['Loose_Keys'] });
    const all = await org.person('all', { permissionSets: ['Loose_Keys', 'See_All_Data'] });
    const lead = { LastName: 'x', Company: 'y' };
    assert.equal(await some.outcome('PATCH', 'sobjects/Lead/Loose_Key__c/1', lead), 'INSUFFICIENT_ACCESS');
    assert.equal(await all.outcome('PATCH', 'sobjects/Lead/Loose_Key__c/1', lead), '201');
});
