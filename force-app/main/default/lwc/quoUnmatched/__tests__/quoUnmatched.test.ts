import QuoUnmatched from 'c/quoUnmatched';
import { graphql } from 'lightning/graphql';
import { labelsFor } from 'test/labels';
import { find, findAll, mount, press, textOf } from 'test/mount';
import { answer, taskNode } from 'test/nodes';

const labels = labelsFor('unmatched');
const task = (Id, externalNumber) => taskNode({ Id, externalNumber, match: 'unmatched' });
const TASKS = [task('t1', '+15145550001'), task('t2', '+15145550002'), task('t3', '+15145550002')];
const numbers = (element) => findAll(element, 'c-quo-unmatched-number').map(({ group }) => group.number);

let element;
async function tell(parts = {}) {
    graphql.emit(answer({ tasks: TASKS, ...parts }));
    await settled();
}
beforeEach(async () => {
    element = await mount('c-quo-unmatched', QuoUnmatched);
});

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
    expect(graphql.getLastConfig().variables).toEqual({ first: 200, after: 'c3', sonaAfter: null });
    await tell({ tasks: [task('t4', '+15145550001'), task('t5', '+15145550001')] });
    expect(numbers(element)).toEqual(['+15145550001', '+15145550002']);
    expect(find(element, '.more')).toBeNull();
});

test('nothing to identify: it says what would appear here', async () => {
    await tell({ tasks: [] });
    expect(find(element, '.empty')).toMatchObject({ sentence: labels.emptyTitle, remedy: labels.emptyRemedy });
});

test('a failure is explained and can be tried again', async () => {
    graphql.emitErrors([{ message: 'fetch failed' }]);
    await settled();
    expect(find(element, '.failed').sentence).toBe(labelsFor('errors').offline);
    expect(find(element, '.empty')).toBeNull();
});
