import assert from 'node:assert/strict';
import test from 'node:test';
import { METADATA, orgWithPeople, row } from './org-people.ts';

/**
 * Who sees and changes tasks (Salesforce Help: Organization-Wide Defaults, Access to Activities). Contacts and deals are
 * public to look at, leads belong to their owners.
 */
const OTHERS = { Account: 'Read', Contact: 'ControlledByParent', Lead: 'Private', Opportunity: 'ReadWrite' };
const org = await orgWithPeople({ metadata: [METADATA], sharing: OTHERS });
const owner = await org.person('owner');
const colleague = await org.person('colleague');
const manager = await org.person('manager', { role: 'SVPSalesMarketing' });
const ids = await org.seed([
    row('Account', 'acme', { Name: 'Acme' }),
    row('Contact', 'jean', { LastName: 'Tremblay', AccountId: '@acme' }),
    row('Lead', 'lea', { LastName: 'Roy', Company: 'x', OwnerId: owner.id }),
    row('Opportunity', 'roof', { Name: 'x', StageName: 'Prospecting', CloseDate: '2026-01-31', AccountId: '@acme' })
]);
const task = (fields: Record<string, unknown>) => org.create('Task', { Subject: 'x', OwnerId: owner.id, ...fields });
const about = {
    nothing: await task({}),
    contact: await task({ WhoId: ids.jean }),
    lead: await task({ WhoId: ids.lea }),
    deal: await task({ WhatId: ids.roof }),
    both: await task({ WhoId: ids.jean, WhatId: ids.roof })
};
const READ_ONLY = 'INSUFFICIENT_ACCESS_OR_READONLY';
const seen = async (who: typeof owner) => {
    const found = (await who.rows('SELECT Id FROM Task')).map(({ Id }) => Id);
    return Object.entries(about)
        .filter(([, id]) => found.includes(id))
        .map(([name]) => name);
};
const change = (who: typeof owner, id: string) => who.outcome('PATCH', `sobjects/Task/${id}`, { Priority: 'High' });

test('a new org’s activities are Private: whoever sees the records that a task is about sees it, and only its owner changes it', async () => {
    assert.deepEqual(await seen(colleague), ['contact', 'deal', 'both']);
    assert.equal(await change(colleague, about.deal), READ_ONLY);
    assert.equal(await colleague.outcome('DELETE', `sobjects/Task/${about.deal}`), READ_ONLY);
    assert.equal(await change(colleague, about.lead), 'NOT_FOUND');
    for (const id of Object.values(about)) assert.equal(await change(owner, id), '204');
});

test('a task about nobody and nothing opens only for its owner and those above', async () => {
    for (const Activity of ['Private', 'ControlledByParent']) {
        await org.share({ ...OTHERS, Activity });
        assert.equal(await colleague.outcome('GET', `sobjects/Task/${about.nothing}`), 'NOT_FOUND', Activity);
        assert.equal(await change(manager, about.nothing), '204', Activity);
        assert.equal(await change(owner, about.nothing), '204', Activity);
    }
});

test('Controlled by Parent: whoever may change all the records that a task is about may change it', async () => {
    await org.share({ ...OTHERS, Activity: 'ControlledByParent' });
    assert.deepEqual(await seen(colleague), ['contact', 'deal', 'both']);
    assert.equal(await change(colleague, about.deal), '204');
    // The contact is there to look at, so this one is too, whatever the deal allows.
    assert.equal(await change(colleague, about.both), READ_ONLY);
    assert.equal(await change(colleague, about.contact), READ_ONLY);
    await org.share(OTHERS);
});

test('those above the owner change and delete a task in both models; those without a role stand above nobody', async () => {
    const roleless = await org.person('roleless');
    await org.call('PATCH', `sobjects/User/${roleless.id}`, { UserRoleId: null });
    for (const Activity of ['Private', 'ControlledByParent']) {
        await org.share({ ...OTHERS, Activity });
        assert.equal(await change(manager, about.lead), '204', Activity);
        assert.equal(await change(roleless, about.lead), 'NOT_FOUND', Activity);
        const gone = await task({ WhoId: ids.lea });
        assert.equal(await manager.outcome('DELETE', `sobjects/Task/${gone}`), '204', Activity);
    }
    await org.share(OTHERS);
});

test('a user may give a task away on creation, and then no longer change it', async () => {
    const given = await colleague.make('Task', { WhoId: ids.jean, OwnerId: owner.id });
    assert.equal(await change(colleague, given), READ_ONLY);
    const kept = await colleague.make('Task', { WhoId: ids.jean });
    assert.equal(await colleague.outcome('PATCH', `sobjects/Task/${kept}`, { OwnerId: owner.id }), '204');
    assert.equal(await change(colleague, kept), READ_ONLY);
});

test('“View All Data” shows every task and changes none; “View All” on contacts and leads shows those about them', async () => {
    const auditor = await org.person('auditor', { permissionSets: ['See_All_Data'] });
    assert.deepEqual(await seen(auditor), Object.keys(about));
    assert.equal(await change(auditor, about.nothing), READ_ONLY);
    await org.share({ ...OTHERS, Account: 'Private', Opportunity: 'Private' });
    const viewer = await org.person('viewer', { permissionSets: ['See_All_Contacts'] });
    assert.deepEqual(await seen(viewer), ['contact']);
    assert.deepEqual(await seen(colleague), []);
    await org.share(OTHERS);
});

test('“Edit Tasks” is wanted to write any task, “Access Activities” to see one (Salesforce Help, user permissions)', async () => {
    const reader = await org.person('reader', { profile: 'Read Only' });
    assert.ok((await seen(reader)).includes('contact'));
    assert.equal(
        await reader.outcome('POST', 'sobjects/Task', { Subject: 'x' }),
        'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY'
    );
    const nobody = await org.person('nobody', { profile: 'Minimum Access - API Only Integrations' });
    assert.equal(await nobody.outcome('GET', 'query?q=SELECT+Id+FROM+Task'), 'INVALID_TYPE');
});

test('custom fields of a task are changed under the same rules as the rest of it', async () => {
    const marker = await org.person('marker', { permissionSets: ['Quo_User'] });
    const body = { Quo_Match__c: 'Ambiguous' };
    assert.equal(await marker.outcome('PATCH', `sobjects/Task/${about.contact}`, body), READ_ONLY);
    await org.call('PATCH', `sobjects/Task/${about.contact}`, { OwnerId: marker.id });
    assert.equal(await marker.outcome('PATCH', `sobjects/Task/${about.contact}`, body), '204');
});
