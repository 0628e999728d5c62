import QuoUnmatched from 'c/quoUnmatched';
import { graphql } from 'lightning/graphql';
import { labelsFor } from 'test/labels';
import { find, findAll, mount, press, textOf } from 'test/mount';
import { answer, taskNode } from 'test/nodes';

const labels = labelsFor('unmatched');
const task = (Id, externalNumber, startedAt = '2026-11-22T15:00:00Z') =>
    taskNode({ Id, externalNumber, startedAt, match: 'unmatched' });
const TASKS = [task('t1', '+15145550001'), task('t2', '+15145550002'), task('t3', '+15145550002')];
const numbers = (element) => findAll(element, 'c-quo-unmatched-number').map(({ group }) => group.number);

let element;
const first = ({ query, variables }) => Boolean(query) && !variables?.after;
const next = ({ query, variables }) => Boolean(query) && Boolean(variables?.after);
async function tell(parts = {}, to = first) {
    graphql.emit(answer({ tasks: TASKS, ...parts }), to);
    await settled();
}
let queries;
beforeEach(async () => {
    queries = [];
    jest.spyOn(graphql.prototype, 'update').mockImplementation(function update(config) {
        this.config = config;
        if ((config as { query?: unknown }).query) queries.push(config);
    });
    element = await mount('c-quo-unmatched', QuoUnmatched);
});
afterEach(() => jest.restoreAllMocks());

test('one row a number, most active first', async () => {
    expect(find(element, 'lightning-spinner').alternativeText).toBe(labels.loading);
    await tell();
    expect(numbers(element)).toEqual(['+15145550002', '+15145550001']);
    expect(find(element, 'lightning-spinner')).toBeNull();
    await expect(element).toBeAccessible();
});

test('the keyboard goes to the next number when one is decided, and to the refresh after the last', async () => {
    await tell();
    const focused = jest.spyOn(HTMLElement.prototype, 'focus');
    const decide = async () => {
        const row = find(element, 'c-quo-unmatched-number');
        row.dispatchEvent(new CustomEvent('decided', { detail: { number: row.group.number } }));
        await settled();
    };
    await decide();
    expect(focused.mock.contexts).toEqual([find(find(element, 'c-quo-unmatched-number'), '.link')]);
    await decide();
    expect(focused.mock.contexts[1]).toBe(find(element, '.refresh'));
    focused.mockRestore();
});

test('a number that was decided leaves at once', async () => {
    await tell();
    const row = find(element, 'c-quo-unmatched-number');
    row.dispatchEvent(new CustomEvent('decided', { detail: { number: '+15145550002' }, bubbles: true }));
    await settled();
    expect(numbers(element)).toEqual(['+15145550001']);
});

test('“look further back” adds the next page to the counts', async () => {
    await tell({ more: { tasks: 'c3' } });
    expect(textOf(element)).toContain('3');
    await press(find(element, '.more'));
    expect(queries.at(-1).variables).toEqual({ first: 200, after: 'c3', sonaAfter: null });
    await tell({ tasks: [task('t4', '+15145550001'), task('t5', '+15145550001')] }, next);
    expect(numbers(element)).toEqual(['+15145550001', '+15145550002']);
    expect(find(element, '.more')).toBeNull();
});

test('a refresh keeps what was read further back', async () => {
    await tell({ more: { tasks: 'c3' } });
    await press(find(element, '.more'));
    await tell({ tasks: [task('t0', '+15145550003', '2026-10-01T10:00:00Z')] }, next);
    await tell({ tasks: [task('t9', '+15145550004'), ...TASKS], more: { tasks: 'c3' } });
    expect(numbers(element).sort()).toEqual(['+15145550001', '+15145550002', '+15145550003', '+15145550004']);
});

test('a page that fails says so beside its button, which tries that page again', async () => {
    await tell({ more: { tasks: 'c3' } });
    await press(find(element, '.more'));
    graphql.emitErrors([{ message: 'fetch failed' }], undefined, next);
    await settled();
    const errors = labelsFor('errors');
    expect(find(element, '.page-problem').sentence).toBe(errors.offline);
    expect(find(element, '.failed')).toBeNull();
    expect(find(element, '.more').label).toBe(errors.retry);
    expect(numbers(element)).toHaveLength(2);
    const asked = queries.length;
    await press(find(element, '.more'));
    expect(queries).toHaveLength(asked + 1);
    expect(queries.at(-1).variables).toEqual({ first: 200, after: 'c3', sonaAfter: null });
    expect(find(element, '.page-problem')).toBeNull();
});

test('nothing to identify: it says what would appear here', async () => {
    await tell({ tasks: [] });
    expect(find(element, '.empty')).toMatchObject({ sentence: labels.emptyTitle, remedy: labels.emptyRemedy });
});

test('a failure is explained and can be tried again', async () => {
    graphql.emitErrors([{ message: 'fetch failed' }], undefined, first);
    await settled();
    expect(find(element, '.failed').sentence).toBe(labelsFor('errors').offline);
    expect(find(element, '.empty')).toBeNull();
});
