import { NO_FILTERS } from 'c/quoFilterState';
import { graphql } from 'lightning/graphql';
import { answer, sonaNode } from 'test/nodes';
import { at, first, many, next, queries, start } from './startTimelineData';

test('a page that fails says so by itself, leaves the rows, and asking for more asks for that page again', async () => {
    const { source, last } = await start();
    graphql.emit(answer({ tasks: many(1, 25), more: { tasks: 'c25' } }), first);
    source.more();
    await settled();
    graphql.emitErrors([{ message: 'fetch failed' }], undefined, next);
    await settled();
    expect(last()).toMatchObject({ status: 'ready', hasMore: true, isLoadingMore: false });
    expect(last().pageProblem.detail).toBe('fetch failed');
    expect(last().problem).toBeUndefined();
    expect(last().rows).toHaveLength(25);
    source.more();
    await settled();
    expect(last().pageProblem).toBeUndefined();
    expect(queries).toHaveLength(3);
    expect(queries[2].variables).toEqual(queries[1].variables);
    graphql.emit(answer({ tasks: many(26, 25), sona: undefined }), next);
    expect(last().rows).toHaveLength(50);
});

test('a page of which one source failed: the rest is kept, and only that source is asked again', async () => {
    const { source, last } = await start();
    const sona = [sonaNode({ startedAt: at(0.5) })];
    graphql.emit(answer({ tasks: many(1, 25), sona, more: { tasks: 'c25', sona: 's1' } }), first);
    source.more();
    await settled();
    const further = answer({ tasks: null, sona: [sonaNode({ Id: 's2', startedAt: at(0.7) })], more: { sona: 's2' } });
    graphql.emitErrors([{ message: 'Task is not available' }], further, next);
    expect(last().pageProblem.detail).toBe('Task is not available');
    source.more();
    await settled();
    expect(queries[2].variables).toEqual({ first: 25, tasksAfter: 'c25' });
});

test('a page problem ends with the list that it was about', async () => {
    const { source, last } = await start();
    graphql.emit(answer({ tasks: many(1, 25), more: { tasks: 'c25' } }), first);
    source.more();
    await settled();
    graphql.emitErrors([{ message: 'fetch failed' }], undefined, next);
    source.filters = { ...NO_FILTERS, kind: 'calls' };
    await settled();
    expect(last().pageProblem).toBeUndefined();
    graphql.emit(answer({ tasks: many(1, 25), more: { tasks: 'c25' } }), first);
    source.more();
    await settled();
    expect(queries.at(-1).variables).toEqual({ first: 25, tasksAfter: 'c25' });
});
