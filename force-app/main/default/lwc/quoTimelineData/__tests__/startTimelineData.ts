import QuoTimelineData from 'c/quoTimelineData';
import { graphql } from 'lightning/graphql';
import { getObjectInfos } from 'lightning/uiObjectInfoApi';
import { mount } from 'test/mount';
import { taskNode } from 'test/nodes';
import { objectInfos } from 'test/objectInfos';

/** So many minutes before noon. */
export const at = (minutes) => new Date(Date.UTC(2026, 10, 22, 12) - minutes * 60_000).toISOString();
export const many = (from, count) =>
    Array.from({ length: count }, (_, index) => taskNode({ Id: `t${from + index}`, startedAt: at(from + index) }));
/** The wire of the first page, and that of further ones. */
export const first = ({ query, variables }) => Boolean(query) && !variables?.tasksAfter && !variables?.sonaAfter;
export const next = (config) => Boolean(config.query) && !first(config);

/** What was asked of the org, in order. */
export let queries;
/**
 * @param infos what the org says of this user's access; null: nothing yet
 */
export async function start(props = {}, infos: object | null = objectInfos()) {
    const changes = jest.fn();
    const element = document.createElement('div');
    element.addEventListener('rows', (event) => changes((event as CustomEvent).detail), true);
    const source = await mount('c-quo-timeline-data', QuoTimelineData, {
        recordId: '003000000000001AAA',
        objectApiName: 'Contact',
        ...props
    });
    source.addEventListener('rows', (event) => changes((event as CustomEvent).detail));
    if (infos) getObjectInfos.emit(infos);
    await settled();
    return { source, changes, last: () => changes.mock.calls.at(-1)[0] };
}

beforeEach(() => {
    queries = [];
    jest.spyOn(graphql.prototype, 'update').mockImplementation(function update(config) {
        this.config = config;
        if ((config as { query?: unknown }).query) queries.push(config);
    });
});
afterEach(() => jest.restoreAllMocks());
