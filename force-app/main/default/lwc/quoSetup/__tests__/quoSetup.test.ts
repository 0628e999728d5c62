import QuoSetup from 'c/quoSetup';
import { graphql } from 'lightning/graphql';
import { getObjectInfos } from 'lightning/uiObjectInfoApi';
import { labelsFor } from 'test/labels';
import { find, findAll, mount, press, textOf } from 'test/mount';
import { navigated } from 'test/navigation';

const labels = labelsFor('setup');
const value = (given) => ({ value: given });
const soon = () => new Date(Date.now() + 3_600_000).toISOString();
const node = (fields = {}) => ({
    Id: 'a01000000000001AAA',
    ...Object.fromEntries(
        Object.entries({
            consoleUrl: 'https://quo.example.com/console/default',
            reportedAt: '2026-11-22T15:00:00.000Z',
            nextReportBy: soon(),
            lastWrittenAt: '2026-11-22T14:59:00.000Z',
            waiting: 2,
            parked: 0,
            inboxes: 4,
            checksFailed: 0,
            checksWarned: 0,
            ...fields
        }).map(([name, given]) => [name, value(given)])
    )
});
const infos = (statusCode) => ({
    results: [{ statusCode, result: statusCode === 200 ? { apiName: 'Quo_Connection__c', fields: {} } : [] }]
});

let element;
const states = () => findAll(element, '.step').map((step) => step.querySelector('.state').textContent);
const advice = () => findAll(element, '.advice').map(({ textContent }) => textContent);
async function tell(...nodes) {
    graphql.emit({ uiapi: { query: { connections: { edges: nodes.map((one) => ({ node: one })) } } } });
    await settled();
}
beforeEach(async () => {
    element = await mount('c-quo-setup', QuoSetup);
    getObjectInfos.emit(infos(200));
    await settled();
});

test('an org that no connector reported to says how to connect one', async () => {
    await tell();
    expect(find(element, '.connected')).toBeNull();
    expect(states()).toEqual([labels.toDo, labels.toDo, labels.yours, labels.yours, labels.toDo]);
    expect(advice()).toContain(labels.connectToDo);
    await expect(element).toBeAccessible();
});

test('a connector at work shows what it said, and leads to its console', async () => {
    await tell(node());
    const text = textOf(find(element, '.connector'));
    expect(text).toContain('quo.example.com');
    expect(text).toContain(labels.waiting);
    const link = find(find(element, '.connector'), 'a.console');
    expect(link.href).toBe('https://quo.example.com/console/default');
    expect(states()).toEqual([labels.done, labels.done, labels.yours, labels.yours, labels.done]);
    await expect(element).toBeAccessible();
});

test.each([
    ['silent', { nextReportBy: '2020-01-01T00:00:00.000Z' }, 0, labels.connectSilent],
    ['with faults in its check list', { checksFailed: 3 }, 1, labels.checkFailed.replace('{0}', '3')]
])('a connector that is %s needs a look', async (_what, fields, place, sentence) => {
    await tell(node(fields));
    expect(states()[place]).toBe(labels.look);
    expect(advice()).toContain(sentence);
});

test('what Salesforce refused is a step of its own; warnings are named beside what is done', async () => {
    await tell(node({ parked: 5, checksWarned: 1 }));
    expect(states().at(-1)).toBe(labels.look);
    expect(advice()).toContain(labels.parkedLook.replace('{0}', '5'));
    expect(advice()).toContain(labels.checkWarned.replace('{0}', '1'));
    expect(states()[1]).toBe(labels.done);
});

test('nobody went through the check list, and nothing was written: both are still to do', async () => {
    await tell(node({ checksFailed: null, checksWarned: null, lastWrittenAt: null }));
    expect(states()).toEqual([labels.done, labels.toDo, labels.yours, labels.yours, labels.toDo]);
    expect(textOf(find(element, '.connector'))).toContain(labels.never);
});

test('an address that is no safe link is not shown as one', async () => {
    await tell(node({ consoleUrl: 'javascript:alert(1)' }));
    expect(find(find(element, '.connector'), 'a')).toBeNull();
});

test('steps of Setup open there', async () => {
    await tell(node());
    await press(find(element, '.setup'));
    expect(navigated).toHaveBeenCalledWith({
        type: 'standard__webPage',
        attributes: { url: '/lightning/setup/PermSetGroups/home' }
    });
});

test('who may not read the record is told whom to ask', async () => {
    const other = await mount('c-quo-setup', QuoSetup);
    getObjectInfos.emit(infos(403));
    await settled();
    expect(find(other, '.not-for-you').sentence).toBe(labels.notForYou);
    expect(find(other, '.step')).toBeNull();
    await expect(other).toBeAccessible();
});

test('a list that does not come says so', async () => {
    graphql.emitErrors([{ message: 'Service unavailable' }]);
    await settled();
    expect(find(element, '.failed')).not.toBeNull();
    expect(find(element, '.step')).toBeNull();
});
