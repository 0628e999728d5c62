import assert from 'node:assert/strict';
import test from 'node:test';
import { orgWithPeople, row } from './org-people.ts';

/** Queues own tasks that nobody is to have alone. Activities are private, as in a new org. */
const org = await orgWithPeople();
const member = await org.person('member');
const outsider = await org.person('outsider');
const manager = await org.person('manager', { role: 'SVPSalesMarketing' });
const queue = async (name: string, fields: Record<string, unknown>, members: readonly string[]): Promise<string> => {
    const ids = await org.seed([
        row('Group', name, { Name: name, DeveloperName: name, Type: 'Queue', ...fields }),
        row('QueueSobject', `${name}-task`, { QueueId: `@${name}`, SobjectType: 'Task' }),
        ...members.map((id, n) => row('GroupMember', `${name}-${n}`, { GroupId: `@${name}`, UserOrGroupId: id }))
    ]);
    return String(ids[name]);
};
const change = (who: typeof member, id: string) => who.outcome('PATCH', `sobjects/Task/${id}`, { Subject: 'y' });

test('members see and change what their queue owns, though it is about nobody; others do not (Salesforce Help, Queues)', async () => {
    const desk = await queue('Desk', {}, [member.id]);
    const task = await org.create('Task', { Subject: 'x', OwnerId: desk });
    assert.equal(await change(member, task), '204');
    assert.equal(await member.outcome('PATCH', `sobjects/Task/${task}`, { OwnerId: member.id }), '204');
    assert.equal(await change(outsider, await org.create('Task', { Subject: 'x', OwnerId: desk })), 'NOT_FOUND');
});

test('those above a member do so only where the queue grants access using hierarchies (Salesforce Help, Grant Access Using Hierarchies in New Queues)', async () => {
    const open = await queue('Open', { DoesIncludeBosses: true }, [member.id]);
    const closed = await queue('Closed', { DoesIncludeBosses: false }, [member.id]);
    assert.equal(await change(manager, await org.create('Task', { OwnerId: open })), '204');
    assert.equal(await change(manager, await org.create('Task', { OwnerId: closed })), 'NOT_FOUND');
});

test('a member may be a public group, or come with a role (Object Reference, GroupMember)', async () => {
    const [role] = await org.query("SELECT Id FROM UserRole WHERE DeveloperName = 'SVPSalesMarketing'");
    const ids = await org.seed([
        row('Group', 'people', { Name: 'People', Type: 'Regular' }),
        row('GroupMember', 'one', { GroupId: '@people', UserOrGroupId: outsider.id }),
        row('Group', 'bosses', { Name: 'Bosses', Type: 'Role', RelatedId: role?.Id })
    ]);
    const mixed = await queue('Mixed', {}, [String(ids.people), String(ids.bosses)]);
    const task = await org.create('Task', { Subject: 'x', OwnerId: mixed });
    assert.equal(await change(outsider, task), '204');
    assert.equal(await change(manager, task), '204');
    assert.equal(await change(member, task), 'NOT_FOUND');
});

test('a queue owns records of the objects that it is for, and nothing else', async () => {
    const desk = await queue('Tasks', {}, []);
    const lead = { LastName: 'x', Company: 'y', OwnerId: desk };
    assert.equal(
        (await org.refused(400, 'POST', 'sobjects/Lead', lead)).message,
        'Queue not associated with this SObject type'
    );
});

test('whoever may read users reads queues, their objects and their members, and changes none', async () => {
    const found = await member.rows(
        "SELECT Id, (SELECT UserOrGroupId FROM GroupMembers), (SELECT SobjectType FROM QueueSobjects) FROM Group WHERE DeveloperName = 'Desk'"
    );
    assert.equal(found.length, 1);
    assert.equal(
        await member.outcome('POST', 'sobjects/Group', { Name: 'Mine', Type: 'Queue' }),
        'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY'
    );
});
