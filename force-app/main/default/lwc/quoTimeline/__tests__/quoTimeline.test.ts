import QuoTimeline from 'c/quoTimeline';
import { labelsFor } from 'test/labels';
import { registerRefreshHandler } from 'lightning/refresh';
import { navigated } from 'lightning/navigation';
import { rowFromTask } from 'c/quoTimelineRows';
import { change, find, findAll, mount, press, textOf } from 'test/mount';
import { taskNode } from 'test/nodes';

const labels = labelsFor('timeline');
const JEAN = '003000000000001AAA';
const NOW = new Date('2026-11-22T18:00:00Z');
const call = (fields = {}) => rowFromTask(taskNode(fields));
const ROWS = [
    call({ Id: 't1', startedAt: '2026-11-22T17:00:00Z', Description: 'La toiture du chalet' }),
    call({ Id: 't2', startedAt: '2026-11-21T17:00:00Z', kind: 'Messages', Description: '12:00 ← Jean : Allo' }),
    call({ Id: 't3', startedAt: '2026-10-02T17:00:00Z', outcome: 'missed', inbox: 'Soutien' })
];

let source;
async function start(props: Record<string, unknown> = { recordId: JEAN, objectApiName: 'Contact' }) {
    const element = await mount('c-quo-timeline', QuoTimeline, props);
    source = find(element, 'c-quo-timeline-data');
    return element;
}
async function tell(snapshot = {}) {
    const detail = { status: 'ready', rows: ROWS, hasMore: false, isLoadingMore: false, ...snapshot };
    source.dispatchEvent(new CustomEvent('rows', { detail }));
    await settled();
}
const rowIds = (element) => findAll(element, 'c-quo-timeline-row').map(({ row }) => row.id);

beforeEach(() => jest.useFakeTimers({ now: NOW, doNotFake: ['nextTick', 'queueMicrotask'] }));
afterEach(() => jest.useRealTimers());

test('rows stand under their day: today, yesterday, then dates', async () => {
    const element = await start();
    await tell();
    expect(findAll(element, 'h3').map(textOf)).toEqual([labels.today, labels.yesterday, '']);
    const date = find(element, 'h3 lightning-formatted-date-time');
    expect([date.value, date.timeZone]).toEqual(['2026-10-02', 'UTC']);
    expect(rowIds(element)).toEqual(['t1', 't2', 't3']);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
});

test('while it loads, a spinner says so', async () => {
    const element = await start();
    expect(find(element, 'lightning-spinner').alternativeText).toBe(labels.loading);
});

test.each([
    ['nothing yet', {}, labels.emptyTitle, labels.emptyRemedy],
    ['nothing on a page without a record', { recordId: undefined }, labels.emptyTitle, labels.emptyPageRemedy]
])('%s: a sentence and what to expect', async (_, props, sentence, remedy) => {
    const element = await start({ recordId: JEAN, objectApiName: 'Contact', ...props });
    await tell({ rows: [] });
    expect(find(element, '.empty')).toMatchObject({ sentence, remedy, actionLabel: '' });
});

test('filters that leave nothing can be cleared right there', async () => {
    const element = await start();
    await press(find(element, '.filter'));
    const filters = find(element, 'c-quo-timeline-filters');
    filters.dispatchEvent(new CustomEvent('filters', { detail: { ...source.filters, kind: 'texts' } }));
    await settled();
    await tell({ rows: [] });
    expect(source.filters.kind).toBe('texts');
    const empty = find(element, '.empty');
    expect(empty.sentence).toBe(labels.emptyFiltered);
    empty.dispatchEvent(new CustomEvent('action'));
    await settled();
    expect(source.filters.kind).toBe('all');
});

test('filters are remembered for the next visit', async () => {
    const element = await start();
    await press(find(element, '.filter'));
    const filters = find(element, 'c-quo-timeline-filters');
    filters.dispatchEvent(
        new CustomEvent('filters', { detail: { ...source.filters, kind: 'missed', inbox: 'Ventes' } })
    );
    await settled();
    await start();
    expect(source.filters).toEqual({ kind: 'missed', direction: 'all', period: 'all', inbox: 'Ventes' });
});

test('what the lists inside the filters say among themselves is no choice of filters', async () => {
    const element = await start();
    await press(find(element, '.filter'));
    const event = new CustomEvent('change', { detail: { value: 'texts' }, bubbles: true, composed: true });
    find(element, 'c-quo-timeline-filters').dispatchEvent(event);
    await settled();
    expect(source.filters).toEqual({ kind: 'all', direction: 'all', period: 'all' });
});

test('people and inboxes to choose from are those of the rows', async () => {
    const element = await start();
    await tell();
    await press(find(element, '.filter'));
    const { people, inboxes } = find(element, 'c-quo-timeline-filters');
    expect(people.map(({ role, name }) => [role, name])).toEqual([
        ['who', 'Jean Tremblay'],
        ['owner', 'Marie-Ève Gagnon']
    ]);
    expect(inboxes).toEqual(['Soutien', 'Ventes']);
});

test('a direction hides conversations without a message that way', async () => {
    const element = await start();
    await press(find(element, '.filter'));
    const filters = find(element, 'c-quo-timeline-filters');
    filters.dispatchEvent(new CustomEvent('filters', { detail: { ...source.filters, direction: 'outgoing' } }));
    await settled();
    await tell();
    expect(rowIds(element)).toEqual(['t1', 't3']);
});

test('the search looks in what is loaded, without accents or capitals', async () => {
    const element = await start();
    await tell();
    await change(find(element, '.search'), 'TOITURE');
    expect(rowIds(element)).toEqual(['t1']);
    await change(find(element, '.search'), 'igloo');
    expect(find(element, '.empty').sentence).toContain('igloo');
    expect(textOf(find(element, '[role="status"]'))).toContain('0');
});

test('one row opens, all open, all close', async () => {
    const element = await start();
    await tell();
    const open = () => findAll(element, 'c-quo-timeline-row').map((row) => row.open);
    find(element, 'c-quo-timeline-row').dispatchEvent(
        new CustomEvent('rowtoggle', { detail: { id: 't1', open: true } })
    );
    await settled();
    expect(open()).toEqual([true, false, false]);
    const button = find(element, '.expand-all');
    expect(button.alternativeText).toBe(labels.expandAll);
    await press(button);
    expect(open()).toEqual([true, true, true]);
    expect(button.alternativeText).toBe(labels.collapseAll);
    await press(button);
    expect(open()).toEqual([false, false, false]);
});

test('“show more” asks the source, and waits', async () => {
    const element = await start();
    await tell();
    expect(find(element, '.more')).toBeNull();
    await tell({ hasMore: true });
    source.more = jest.fn();
    await press(find(element, '.more'));
    expect(source.more).toHaveBeenCalledTimes(1);
    await tell({ hasMore: true, isLoadingMore: true });
    expect(find(element, '.more').disabled).toBe(true);
});

test('a page that could not be loaded says so beside its button, which tries that page again', async () => {
    const element = await start();
    const pageProblem = { sentence: 'S', remedy: 'R', detail: 'D' };
    await tell({ hasMore: true, pageProblem });
    expect(find(element, '.page-problem')).toMatchObject({ sentence: labels.moreFailed, remedy: 'S R', detail: 'D' });
    expect(find(element, '.stale')).toBeNull();
    expect(find(element, '.more').label).toBe(labelsFor('errors').retry);
    source.more = jest.fn();
    source.refresh = jest.fn();
    await press(find(element, '.more'));
    expect(source.more).toHaveBeenCalledTimes(1);
    expect(source.refresh).not.toHaveBeenCalled();
    jest.useRealTimers();
    await expect(element).toBeAccessible();
});

test('without Tasks, a plain notice and the standard list one click away', async () => {
    const element = await start();
    await tell({ missing: 'tasks' });
    const notice = find(element, '.missing');
    expect(notice.sentence).toBe(labels.tasksMissing);
    notice.dispatchEvent(new CustomEvent('action'));
    expect(navigated).toHaveBeenCalledWith({
        type: 'standard__recordRelationshipPage',
        attributes: {
            recordId: JEAN,
            objectApiName: 'Contact',
            relationshipApiName: 'ActivityHistories',
            actionName: 'view'
        }
    });
});

test('a failure says what, what to do, and tries again', async () => {
    const element = await start();
    await tell({ status: 'failed', rows: [], problem: { sentence: 'S', remedy: 'R', detail: 'D' } });
    const notice = find(element, '.failed');
    expect(notice).toMatchObject({ sentence: 'S', remedy: 'R', detail: 'D', urgent: true });
    source.refresh = jest.fn().mockResolvedValue(undefined);
    notice.dispatchEvent(new CustomEvent('action'));
    expect(source.refresh).toHaveBeenCalledTimes(1);
});

test('the platform’s refresh, the button and every minute of attention ask for what is new', async () => {
    const element = await start();
    source.refresh = jest.fn().mockResolvedValue(undefined);
    await press(find(element, '.refresh'));
    await jest.mocked(registerRefreshHandler).mock.lastCall?.[1].call(element);
    jest.advanceTimersByTime(60_000);
    expect(source.refresh).toHaveBeenCalledTimes(3);
    element.remove();
    jest.advanceTimersByTime(120_000);
    expect(source.refresh).toHaveBeenCalledTimes(3);
});

test.each([
    ['mine', '005000000000001AAA'],
    ['everyone', undefined]
])('on a home page with scope “%s”, the owner asked for is %s', async (scope, ownerId) => {
    await start({ scope });
    expect(source.ownerId).toBe(ownerId);
});

test('after “show more” the keyboard is at the first of the new rows, when the button is gone', async () => {
    const element = await start();
    await tell({ rows: ROWS.slice(0, 2), hasMore: true });
    source.more = jest.fn();
    await press(find(element, '.more'));
    const focused = jest.spyOn(HTMLElement.prototype, 'focus');
    await tell({ rows: ROWS.slice(0, 2), hasMore: true, isLoadingMore: true });
    expect(focused).not.toHaveBeenCalled();
    await tell({ rows: ROWS, hasMore: false });
    const third = findAll(element, 'c-quo-timeline-row')[2];
    expect(third.row.id).toBe('t3');
    expect(focused.mock.contexts).toEqual([find(third, '.toggle')]);
    await tell({ rows: ROWS, hasMore: false });
    expect(focused).toHaveBeenCalledTimes(1);
    focused.mockRestore();
});
