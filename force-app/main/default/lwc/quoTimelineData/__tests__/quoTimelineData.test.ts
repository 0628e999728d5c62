import QuoTimelineData from 'c/quoTimelineData';
import { NO_FILTERS } from 'c/quoFilterState';
import { graphql } from 'lightning/graphql';
import { mount } from 'test/mount';
import { answer, sonaNode, taskNode } from 'test/nodes';

const at = (minutes) => new Date(Date.UTC(2026, 10, 22, 12) - minutes * 60_000).toISOString();
const many = (from, count) =>
    Array.from({ length: count }, (_, index) => taskNode({ Id: `t${from + index}`, startedAt: at(from + index) }));
const first = ({ query, variables }) => Boolean(query) && !variables?.tasksAfter && !variables?.sonaAfter;
const next = (config) => Boolean(config.query) && !first(config);

let queries;
async function start(props = {}) {
    const changes = jest.fn();
    const element = document.createElement('div');
    element.addEventListener('rows', (event) => changes((event as CustomEvent).detail), true);
    const source = await mount('c-quo-timeline-data', QuoTimelineData, {
        recordId: '003000000000001AAA',
        objectApiName: 'Contact',
        ...props
    });
    source.addEventListener('rows', (event) => changes((event as CustomEvent).detail));
    return { source, changes, last: () => changes.mock.calls.at(-1)[0] };
}
const lastConfigs = () => queries;

beforeEach(() => {
    queries = [];
    jest.spyOn(graphql.prototype, 'update').mockImplementation(function update(config) {
        this.config = config;
        if ((config as { query?: unknown }).query) queries.push(config);
    });
});
afterEach(() => jest.restoreAllMocks());

test('the first paint is one request, for both sources, of twenty-five', async () => {
    await start();
    expect(lastConfigs()).toHaveLength(1);
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

test('when the whole query is refused, it is asked again without Tasks', async () => {
    const { last } = await start();
    graphql.emitErrors([{ message: "Validation error: Cannot query field 'Task'" }], undefined, first);
    await settled();
    expect(queries).toHaveLength(2);
    expect(queries[1].query).not.toContain('tasks:');
    graphql.emit(answer({ tasks: null, sona: [sonaNode()] }), first);
    expect(last()).toMatchObject({ status: 'ready', missing: 'tasks' });
});

test('when the refusal names the Sona object, it is left out instead', async () => {
    const { last } = await start();
    graphql.emitErrors(
        [{ message: "Validation error: Cannot query field 'Sona_Call__c' on type 'RecordQuery'" }],
        undefined,
        first
    );
    await settled();
    expect(queries[1].query).not.toContain('sona:');
    graphql.emit(answer({ tasks: many(1, 1), sona: null }), first);
    expect(last()).toMatchObject({ status: 'ready', missing: 'sona' });
});

test('when nothing can be read, the first reason is told, and “refresh” tries everything again', async () => {
    const { source, last } = await start();
    graphql.emitErrors([{ message: 'REQUEST_LIMIT_EXCEEDED' }], undefined, first);
    await settled();
    graphql.emitErrors([{ message: 'something else' }], undefined, first);
    expect(last().status).toBe('failed');
    expect(last().problem.detail).toBe('REQUEST_LIMIT_EXCEEDED');
    await source.refresh();
    await settled();
    expect(last().status).toBe('loading');
    expect(queries.at(-1).query).toContain('tasks:');
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
