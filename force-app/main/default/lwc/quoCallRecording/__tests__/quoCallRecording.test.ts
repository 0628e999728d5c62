import QuoCallRecording from 'c/quoCallRecording';
import { graphql } from 'lightning/graphql';
import { getObjectInfos } from 'lightning/uiObjectInfoApi';
import { labelsFor } from 'test/labels';
import { find, findAll, mount, textOf } from 'test/mount';

const FIRST = 'https://connector.test/recordings/AC1';
const SECOND = 'https://connector.test/recordings/AC1/2';
const TASK = '00T000000000001AAA';
const FIELDS = { Task_Id__c: {}, Part__c: {}, Lines__c: {} };
const LINE = { side: 'them', who: 'Jean', start: 1, end: 2, text: 'Une fuite' };
const start = (props = {}) =>
    mount('c-quo-call-recording', QuoCallRecording, { urls: [FIRST], taskId: TASK, duration: 125, ...props });
const players = (element) => findAll(element, 'c-quo-recording-player');

async function allow(fields: object = FIELDS) {
    getObjectInfos.emit({ results: [{ statusCode: 200, result: { createable: false, fields } }] });
    await settled();
}
async function refuse() {
    getObjectInfos.emit({ results: [{ statusCode: 403, result: [{ errorCode: 'X', message: 'No' }] }] });
    await settled();
}
async function answer(...lines: readonly (readonly object[])[]) {
    const edges = lines.map((one, index) => ({
        node: { Id: `a${index}`, part: { value: index + 1 }, lines: { value: JSON.stringify(one) } }
    }));
    graphql.emit({ uiapi: { query: { transcripts: { edges } } } });
    await settled();
}

test('the transcript of the call is asked for by its Task, and goes with its recording', async () => {
    const element = await start();
    await allow();
    expect(graphql.getLastConfig()).toMatchObject({
        variables: { task: TASK },
        query: expect.stringContaining('Quo_Transcript__c')
    });
    await answer([LINE], [{ ...LINE, text: 'Au salon' }]);
    expect(players(element)).toHaveLength(1);
    expect(players(element)[0].lines.map(({ side, text }) => [side, text])).toEqual([
        ['them', 'Une fuite'],
        ['them', 'Au salon']
    ]);
    expect(players(element)[0]).toMatchObject({ url: FIRST, duration: 125 });
    await expect(element).toBeAccessible();
});

test.each([
    ['the object', refuse],
    ['the lines', () => allow({ Task_Id__c: {}, Part__c: {} })]
])('whoever may not read %s is asked nothing more, and hears the recording', async (_, less) => {
    const element = await start();
    await less();
    expect(graphql.getLastConfig().query).toBeUndefined();
    expect(players(element)[0]).toMatchObject({ url: FIRST, lines: [] });
});

test('a Sona call of before transcripts shows its text, which claims no side', async () => {
    const element = await start({ formerText: 'Sona : Bonjour' });
    expect(players(element)[0].lines).toEqual([]);
    await allow();
    await answer();
    expect(players(element)[0].lines).toEqual([{ who: 'Sona', text: 'Bonjour' }]);
    await answer([LINE]);
    expect(players(element)[0].lines).toEqual([LINE]);
});

test('of several recordings that say when they begin, each has the lines that are heard in it, from its beginning', async () => {
    const urls = [`${FIRST}/1?o=0`, `${FIRST}/2?o=60.5`];
    const element = await start({ urls });
    await allow();
    const later = { ...LINE, start: 62, end: 64, text: 'Je vous transfère' };
    await answer([LINE, { ...LINE, start: 59, end: 61, text: 'Un instant' }, later]);
    const heard = players(element).map(({ lines }) => lines.map(({ start: from, end, text }) => [from, end, text]));
    expect(heard).toEqual([
        [
            [1, 2, 'Une fuite'],
            [59, 61, 'Un instant']
        ],
        [[1.5, 3.5, 'Je vous transfère']]
    ]);
    expect(find(element, 'c-quo-transcript')).toBeNull();
});

test.each([
    ['one that says nothing', ['/1?o=0', '/2']],
    ['one that says what is no number', ['/1?o=0', '/2?o=Infinity']],
    ['one that begins before the one before it', ['/1?o=5', '/2?o=1']]
])('with %s, of none it is claimed what is heard in it', async (_, ends) => {
    const element = await start({ urls: ends.map((end) => FIRST + end) });
    await allow();
    await answer([LINE]);
    expect(players(element).map(({ lines }) => lines)).toEqual([[], []]);
    expect(find(element, 'c-quo-transcript')).toMatchObject({ lines: [LINE], canHear: false });
});

test('several recordings are numbered; of which one a line is, is not told, so none is asked for by a click', async () => {
    const element = await start({ urls: [FIRST, SECOND] });
    await allow();
    await answer([LINE]);
    expect(players(element).map(({ url, lines }) => [url, lines])).toEqual([
        [FIRST, []],
        [SECOND, []]
    ]);
    expect(new Set(players(element).map(({ label }) => label)).size).toBe(2);
    expect(find(element, 'c-quo-transcript')).toMatchObject({ lines: [LINE], canHear: false });
});

test('without a recording and with none to come, what was said is still read', async () => {
    const element = await start({ urls: [] });
    await allow();
    await answer([LINE]);
    expect(players(element)).toEqual([]);
    expect(find(element, 'c-quo-transcript').lines).toEqual([LINE]);
});

test('a transcript that does not come is said to be missing', async () => {
    const element = await start();
    await allow();
    graphql.emitErrors([{ message: 'REQUEST_LIMIT_EXCEEDED' }]);
    await settled();
    expect(find(element, '.problem').sentence).toBe(labelsFor('transcript').missing);
    expect(players(element)).toHaveLength(1);
    await answer([LINE]);
    expect(find(element, '.problem')).toBeNull();
});

test('a call without a Task asks for nothing', async () => {
    const element = await start({ taskId: undefined, formerText: 'Sona : Bonjour' });
    await allow();
    expect(graphql.getLastConfig().query).toBeUndefined();
    expect(textOf(element)).not.toContain(labelsFor('transcript').missing);
    expect(players(element)[0].lines).toHaveLength(1);
});

test('another call in the same component shows nothing of the last one', async () => {
    const element = await start();
    await allow();
    await answer([LINE]);
    element.taskId = '00T000000000002AAA';
    await settled();
    expect(players(element)[0].lines).toEqual([]);
    expect(graphql.getLastConfig().variables).toEqual({ task: '00T000000000002AAA' });
    await answer([{ ...LINE, text: 'Autre' }]);
    expect(players(element)[0].lines.map(({ text }) => text)).toEqual(['Autre']);
});
