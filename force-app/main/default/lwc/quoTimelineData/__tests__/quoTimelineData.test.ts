import { NO_FILTERS } from 'c/quoFilterState';
import { graphql } from 'lightning/graphql';
import { answer, sonaNode } from 'test/nodes';
import { at, first, many, next, queries, start } from './startTimelineData';

test('the first paint is one request, for both sources, of twenty-five', async () => {
    await start();
    expect(queries).toHaveLength(1);
    expect(queries[0].query).toContain('tasks: Task(');
    expect(queries[0].query).toContain('sona: Sona_Call__c(');
    expect(queries[0].variables).toEqual({ first: 25, tasksAfter: null, sonaAfter: null });
});

test('rows of both sources come as one list', async () => {
    const { last } = await start();
    const sona = [sonaNode({ taskId: 't1', startedAt: at(1) }), sonaNode({ Id: 's2', startedAt: at(1.5) })];
    graphql.emit(answer({ tasks: many(1, 2), sona }), first);
    expect(last()).toMatchObject({ status: 'ready', hasMore: false });
    expect(last().rows.map(({ id }) => id)).toEqual(['t1', 's2', 't2']);
    expect(last().rows[0].title).toBe('Fuite au plafond');
});

test('“more” asks once, only the sources that have more, from where they ended', async () => {
    const { source, last } = await start();
    graphql.emit(answer({ tasks: many(1, 25), more: { tasks: 'c25' } }), first);
    expect(last()).toMatchObject({ hasMore: true, isLoadingMore: false });
    source.more();
    await settled();
    expect(last().isLoadingMore).toBe(true);
    expect(queries).toHaveLength(2);
    expect(queries[1].variables).toEqual({ first: 25, tasksAfter: 'c25' });
    expect(queries[1].query).not.toContain('sona:');
    graphql.emit(answer({ tasks: many(26, 3), sona: undefined }), next);
    expect(last()).toMatchObject({ hasMore: false, isLoadingMore: false });
    expect(last().rows).toHaveLength(28);
});

test('what is at hand is shown without asking', async () => {
    const { source, last } = await start();
    const sona = Array.from({ length: 25 }, (_, index) => sonaNode({ Id: `s${index}`, startedAt: at(index + 0.5) }));
    graphql.emit(answer({ tasks: many(1, 20), sona }), first);
    expect(last().rows).toHaveLength(25);
    expect(last().hasMore).toBe(true);
    source.more();
    await settled();
    expect(last().rows).toHaveLength(45);
    expect(queries).toHaveLength(1);
});

test('when the Task branch fails, Sona calls still show', async () => {
    const { last } = await start();
    graphql.emitErrors([{ message: 'Task is not available' }], answer({ tasks: null, sona: [sonaNode()] }), first);
    expect(last()).toMatchObject({ status: 'ready', missing: 'tasks' });
    expect(last().rows).toHaveLength(1);
});

test('a refresh that fails leaves the rows, and says so', async () => {
    const { last } = await start();
    graphql.emit(answer({ tasks: many(1, 2) }), first);
    graphql.emitErrors([{ message: 'fetch failed' }], undefined, first);
    expect(last()).toMatchObject({ status: 'ready', problem: { detail: 'fetch failed' } });
    expect(last().rows).toHaveLength(2);
    graphql.emit(answer({ tasks: many(1, 3) }), first);
    expect(last().problem).toBeUndefined();
    expect(last().rows).toHaveLength(3);
});

test('refreshing goes through the wire’s own refresh', async () => {
    const { source } = await start();
    const refresh = jest.fn().mockResolvedValue(undefined);
    graphql.emit(answer(), first, refresh);
    await source.refresh();
    expect(refresh).toHaveBeenCalledTimes(1);
});

test('another record, object and choice at once are one new request, and old rows leave', async () => {
    const { source, last } = await start();
    graphql.emit(answer({ tasks: many(1, 2) }), first);
    Object.assign(source, {
        recordId: '001000000000001AAA',
        objectApiName: 'Account',
        filters: { ...NO_FILTERS, kind: 'texts' }
    });
    await settled();
    expect(queries).toHaveLength(2);
    expect(queries[1].query).toContain('AccountId');
    expect(queries[1].query).not.toContain('sona:');
    expect(last()).toMatchObject({ status: 'loading', rows: [] });
});
