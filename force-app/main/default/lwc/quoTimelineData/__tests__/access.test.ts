import { graphql } from 'lightning/graphql';
import { getObjectInfos } from 'lightning/uiObjectInfoApi';
import { answer, sonaNode } from 'test/nodes';
import { objectInfos } from 'test/objectInfos';
import { first, many, queries, start } from './startTimelineData';

const refuse = async (message) => {
    graphql.emitErrors([{ message }], undefined, first);
    await settled();
};

test('an object that the org does not know is left out at once', async () => {
    const { last } = await start();
    await refuse("Validation error: Cannot query field 'Task' on type 'RecordQuery'");
    expect(queries).toHaveLength(2);
    expect(queries[1].query).not.toContain('tasks:');
    expect(queries[1].query).toContain('Contact__r');
    graphql.emit(answer({ tasks: null, sona: [sonaNode()] }), first);
    expect(last()).toMatchObject({ status: 'ready', missing: 'tasks' });
});

test('when the refusal names the Sona object, it is left out instead', async () => {
    const { last } = await start();
    await refuse("Validation error: Cannot query field 'Sona_Call__c' on type 'RecordQuery'");
    expect(queries[1].query).not.toContain('sona:');
    graphql.emit(answer({ tasks: many(1, 1), sona: null }), first);
    expect(last()).toMatchObject({ status: 'ready', missing: 'sona' });
});

test('a query that is refused is asked without names first, and says that they are left out', async () => {
    const { last } = await start();
    await refuse("Validation error: Unknown type 'Lead'");
    expect(queries[1].query).toContain('tasks:');
    expect(queries[1].query).toContain('sona:');
    expect(queries[1].query).not.toMatch(/\bWho\b/);
    graphql.emit(answer({ tasks: many(1, 25), sona: [], more: { tasks: 'c25' } }), first);
    expect(last()).toMatchObject({ status: 'ready', leftOut: ['names'] });
    expect(last().missing).toBeUndefined();
});

test('further pages are asked as the first one was', async () => {
    const { source } = await start();
    await refuse("Validation error: Unknown type 'Lead'");
    graphql.emit(answer({ tasks: many(1, 25), more: { tasks: 'c25' } }), first);
    source.more();
    await settled();
    expect(queries.at(-1).query).not.toMatch(/\bWho\b/);
});

test('when nothing can be read, the first reason is told, and “refresh” tries everything again', async () => {
    const { source, last } = await start();
    await refuse('The org is closed');
    await refuse('something else');
    await refuse('and something else');
    expect(queries).toHaveLength(3);
    expect(last().status).toBe('failed');
    expect(last().problem.detail).toBe('The org is closed');
    await source.refresh();
    await settled();
    expect(last().status).toBe('loading');
    expect(queries.at(-1).query).toContain('tasks:');
    expect(queries.at(-1).query).toMatch(/\bWho\b/);
});

test('what passes by itself is not asked again with less', async () => {
    const { last } = await start();
    await refuse('REQUEST_LIMIT_EXCEEDED');
    expect(queries).toHaveLength(1);
    expect(last()).toMatchObject({ status: 'failed', problem: { detail: 'REQUEST_LIMIT_EXCEEDED' } });
});

test('nothing is asked before the org said what this user may read', async () => {
    await start({}, null);
    expect(queries).toHaveLength(0);
    getObjectInfos.emit(objectInfos());
    await settled();
    expect(queries).toHaveLength(1);
    getObjectInfos.emit(objectInfos());
    await settled();
    expect(queries).toHaveLength(1);
});

test('when the org does not say what may be read, everything is tried', async () => {
    await start({}, null);
    getObjectInfos.error();
    await settled();
    expect(queries[0].query).toContain('... on Lead');
});

test('a rep without opportunities and a field has everything else, in one request, and what is left out is told', async () => {
    const { last } = await start({}, objectInfos({ Opportunity: 403 }));
    expect(queries[0].query).not.toContain('Opportunity');
    graphql.emit(answer({ tasks: many(1, 2), sona: [] }), first);
    expect(last()).toMatchObject({ status: 'ready', leftOut: ['opportunity'] });
    expect(last().rows).toHaveLength(2);
    expect(queries).toHaveLength(1);
});

test('a rep without the Sona object has the Tasks, and the notice', async () => {
    const { last } = await start({}, objectInfos({ Sona_Call__c: 404 }));
    expect(queries[0].query).not.toContain('sona:');
    graphql.emit(answer({ tasks: many(1, 2), sona: null }), first);
    expect(last()).toMatchObject({ status: 'ready', missing: 'sona' });
});

test('where neither can be read nothing is asked, and the notice says why nothing is there', async () => {
    const { last } = await start({}, objectInfos({ Task: 403, Sona_Call__c: 404 }));
    expect(queries).toHaveLength(0);
    expect(last()).toMatchObject({ status: 'ready', rows: [], missing: 'tasks' });
});
