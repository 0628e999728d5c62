import QuoTimeline from 'c/quoTimeline';
import { rowFromTask } from 'c/quoTimelineRows';
import { labelsFor } from 'test/labels';
import { find, findAll, mount } from 'test/mount';
import { callText, conversation, fromJean } from 'test/descriptions';
import { taskNode } from 'test/nodes';

export const labels = labelsFor('timeline');
export const JEAN = '003000000000001AAA';
const NOW = new Date('2026-11-22T18:00:00Z');
const call = (fields = {}) => rowFromTask(taskNode(fields));
export const ROWS = [
    call({ Id: 't1', startedAt: '2026-11-22T17:00:00Z', Description: callText({ summary: ['La toiture du chalet'] }) }),
    call({
        Id: 't2',
        startedAt: '2026-11-21T17:00:00Z',
        kind: 'Messages',
        Description: conversation([fromJean('Allo')])
    }),
    call({ Id: 't3', startedAt: '2026-10-02T17:00:00Z', outcome: 'missed', inbox: 'Soutien' })
];

/** The component that the rows come from. */
export let source;
export async function start(props: Record<string, unknown> = { recordId: JEAN, objectApiName: 'Contact' }) {
    const element = await mount('c-quo-timeline', QuoTimeline, props);
    source = find(element, 'c-quo-timeline-data');
    return element;
}
/** What the rows' component says. */
export async function tell(snapshot = {}) {
    const detail = { status: 'ready', rows: ROWS, hasMore: false, isLoadingMore: false, leftOut: [], ...snapshot };
    source.dispatchEvent(new CustomEvent('rows', { detail }));
    await settled();
}
export const rowIds = (element) => findAll(element, 'c-quo-timeline-row').map(({ row }) => row.id);

beforeEach(() => jest.useFakeTimers({ now: NOW, doNotFake: ['nextTick', 'queueMicrotask'] }));
afterEach(() => jest.useRealTimers());
