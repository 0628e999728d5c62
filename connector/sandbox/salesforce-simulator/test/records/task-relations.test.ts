import assert from 'node:assert/strict';
import test from 'node:test';
import { contractOrg, type Described } from '../contract-org.ts';

/** An org with Shared Activities: a task is about several contacts, and each of them is a record. */
const org = await contractOrg({ sharedActivities: true });
const acme = await org.create('Account', { Name: 'Acme' });
const jean = await org.create('Contact', { LastName: 'Tremblay', AccountId: acme });
const marie = await org.create('Contact', { LastName: 'Gagnon' });
const lead = await org.create('Lead', { LastName: 'Roy', Company: 'x' });
const relationsOf = async (task: string): Promise<unknown[]> =>
    (
        await org.query(
            `SELECT RelationId, IsWhat, AccountId FROM TaskRelation WHERE TaskId = '${task}' ORDER BY IsWhat, Id`
        )
    ).map(({ RelationId, IsWhat, AccountId }) => [RelationId, IsWhat, AccountId]);
const code = async (fields: object): Promise<string> =>
    (await org.refused(400, 'POST', 'sobjects/TaskRelation', fields)).errorCode;

test('every contact and the thing of a task is a relation of it (Object Reference, TaskRelation)', async () => {
    const task = await org.create('Task', { TaskWhoIds: [jean, marie], WhatId: acme });
    assert.deepEqual(await relationsOf(task), [
        [jean, false, acme],
        [marie, false, null],
        [acme, true, acme]
    ]);
});

test('a task is found from each of its contacts (Object Reference, TaskRelation and TaskWhoRelation)', async () => {
    const task = await org.create('Task', { Subject: 'shared', TaskWhoIds: [jean, marie] });
    for (const object of ['TaskRelation', 'TaskWhoRelation']) {
        const found = await org.query(
            `SELECT TaskId, Task.Subject, Relation.Name FROM ${object} WHERE RelationId = '${marie}' ORDER BY CreatedDate DESC, Id DESC LIMIT 1`
        );
        assert.deepEqual(
            found.map(({ TaskId, Task, Relation }) => [
                TaskId,
                (Task as { Subject: string }).Subject,
                (Relation as { Name: string }).Name
            ]),
            [[task, 'shared', 'Gagnon']],
            object
        );
    }
    const [row] = await org.query(
        `SELECT Id, (SELECT RelationId, Relation.Name, IsWhat FROM TaskRelations WHERE IsWhat = false) FROM Task WHERE Id = '${task}'`
    );
    assert.equal((row?.TaskRelations as { totalSize: number }).totalSize, 2);
});

test('a relation made by itself is one more contact of its task (Object Reference, TaskRelation, create)', async () => {
    const task = await org.create('Task', { WhoId: jean });
    const relation = await org.create('TaskRelation', { TaskId: task, RelationId: marie, IsWhat: false });
    const { WhoId, WhoCount } = await org.record('Task', task);
    assert.deepEqual([WhoId, WhoCount], [jean, 2]);
    assert.equal((await org.record('TaskRelation', relation)).RelationId, marie);
    const again = { TaskId: task, RelationId: marie, IsWhat: false };
    assert.equal(await code(again), 'DUPLICATE_VALUE');
});

test('a relation taken away leaves the others; the first contact goes with its own (Object Reference, TaskRelation, delete)', async () => {
    const task = await org.create('Task', { TaskWhoIds: [jean, marie], WhatId: acme });
    const [second] = await org.query(
        `SELECT Id FROM TaskRelation WHERE TaskId = '${task}' AND RelationId = '${marie}'`
    );
    assert.equal((await org.call('DELETE', `sobjects/TaskRelation/${String(second?.Id)}`)).status, 204);
    const { WhoId, WhoCount } = await org.record('Task', task);
    assert.deepEqual([WhoId, WhoCount], [jean, 1]);
    assert.equal((await relationsOf(task)).length, 2);
});

test('a relation needs its task and its person, live and of the right kind (Object Reference, TaskRelation)', async () => {
    const task = await org.create('Task', { WhoId: jean });
    assert.equal(await code({ RelationId: marie }), 'REQUIRED_FIELD_MISSING');
    assert.equal(await code({ TaskId: task }), 'REQUIRED_FIELD_MISSING');
    assert.equal(await code({ TaskId: task, RelationId: task }), 'FIELD_INTEGRITY_EXCEPTION');
    assert.equal(await code({ TaskId: jean, RelationId: marie }), 'FIELD_INTEGRITY_EXCEPTION');
    assert.equal(await code({ TaskId: task, RelationId: acme, IsWhat: false }), 'FIELD_INTEGRITY_EXCEPTION');
    assert.equal(await code({ TaskId: task, RelationId: marie, IsWhat: true }), 'FIELD_INTEGRITY_EXCEPTION');
    assert.equal(await code({ TaskId: task, RelationId: lead, IsWhat: false }), 'FIELD_INTEGRITY_EXCEPTION');
    assert.equal(await code({ TaskId: task, RelationId: marie, AccountId: acme }), 'INVALID_FIELD_FOR_INSERT_UPDATE');
    assert.equal((await relationsOf(task)).length, 1);
});

test('a relation is never changed, and TaskWhoRelation never written (Object Reference)', async () => {
    const task = await org.create('Task', { WhoId: jean });
    const [relation] = await org.query(`SELECT Id FROM TaskRelation WHERE TaskId = '${task}'`);
    const change = { RelationId: marie };
    assert.equal((await org.call('PATCH', `sobjects/TaskRelation/${String(relation?.Id)}`, change)).status, 400);
    const who = { TaskId: task, RelationId: marie };
    assert.equal((await org.call('POST', 'sobjects/TaskWhoRelation', who)).status, 400);
    const { body } = await org.call<{ fields: Described[]; updateable: boolean }>(
        'GET',
        'sobjects/TaskRelation/describe'
    );
    assert.equal(body.updateable, false);
});

test('relations go with their task (Object Reference, cascade delete)', async () => {
    const task = await org.create('Task', { TaskWhoIds: [jean, marie] });
    await org.call('DELETE', `sobjects/Task/${task}`);
    assert.deepEqual(await relationsOf(task), []);
});

test('GraphQL knows objects of the UI API only, of which relations are none (GraphQL guide, limits)', async () => {
    const query = '{ uiapi { query { TaskRelation { edges { node { Id } } } } } }';
    const { body } = await org.call<{ data: unknown; errors: unknown[] }>('POST', 'graphql', { query });
    assert.deepEqual([body.data, body.errors.length], [null, 1]);
});
