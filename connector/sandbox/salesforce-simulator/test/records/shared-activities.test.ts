import assert from 'node:assert/strict';
import test from 'node:test';
import { contractOrg } from '../contract-org.ts';

const org = await contractOrg({ sharedActivities: true });
const [a, b, c] = [
    await org.create('Contact', { LastName: 'a' }),
    await org.create('Contact', { LastName: 'b' }),
    await org.create('Contact', { LastName: 'c' })
];
const lead = await org.create('Lead', { LastName: 'l', Company: 'Co' });
const people = async (id: string): Promise<unknown[]> => {
    const { WhoId, WhoCount } = await org.record('Task', id);
    const rows = await org.query(`SELECT RelationId FROM TaskWhoRelation WHERE TaskId = '${id}' ORDER BY Id`);
    return [WhoId, WhoCount, rows.map(({ RelationId }) => RelationId)];
};

test('a task is about several contacts, the first one primary (Object Reference, TaskWhoIds)', async () => {
    assert.deepEqual(await people(await org.create('Task', { TaskWhoIds: [a, b] })), [a, 2, [a, b]]);
    assert.deepEqual(await people(await org.create('Task', { WhoId: c, TaskWhoIds: [a, b] })), [c, 3, [c, a, b]]);
    assert.deepEqual(await people(await org.create('Task', { WhoId: a })), [a, 1, [a]]);
});

test('a new list replaces the old one; an emptied one keeps the primary contact', async () => {
    const id = await org.create('Task', { TaskWhoIds: [a, b] });
    await org.call('PATCH', `sobjects/Task/${id}`, { TaskWhoIds: [b, c] });
    assert.deepEqual(await people(id), [b, 2, [b, c]]);
    await org.call('PATCH', `sobjects/Task/${id}`, { TaskWhoIds: null });
    assert.deepEqual(await people(id), [b, 1, [b]]);
});

test('a lead stands alone, and only people stand in the list', async () => {
    const account = await org.create('Account', { Name: 'x' });
    for (const TaskWhoIds of [[a, lead], [account]]) {
        assert.equal(
            (await org.refused(400, 'POST', 'sobjects/Task', { TaskWhoIds })).errorCode,
            'FIELD_INTEGRITY_EXCEPTION'
        );
    }
    assert.deepEqual(await people(await org.create('Task', { TaskWhoIds: [lead] })), [lead, 1, [lead]]);
});

test('describe tells of the list where the relations are, and of the count', async () => {
    const { body } = await org.call('GET', 'sobjects/Task/describe');
    const junctions = body.childRelationships.map(
        (child) => (child as unknown as { junctionIdListNames: string[] }).junctionIdListNames
    );
    assert.deepEqual(junctions.flat(), ['TaskWhoIds']);
    assert.ok(body.fields.some(({ name }) => name === 'WhoCount'));
});

test('without Shared Activities there is no such list', async () => {
    const plain = await contractOrg();
    const contact = await plain.create('Contact', { LastName: 'x' });
    assert.equal(
        (await plain.refused(400, 'POST', 'sobjects/Task', { TaskWhoIds: [contact] })).errorCode,
        'INVALID_FIELD'
    );
    assert.equal((await plain.queryError('SELECT Id FROM TaskRelation')).errorCode, 'INVALID_TYPE');
});
