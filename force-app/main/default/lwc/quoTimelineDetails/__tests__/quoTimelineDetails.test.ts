import QuoTimelineDetails from 'c/quoTimelineDetails';
import { getRecord } from 'lightning/uiRecordApi';
import { rowFromSonaCall, rowFromTask } from 'c/quoTimelineRows';
import { labelsFor } from 'test/labels';
import { callText, conversation, fromJean, fromLuc } from 'test/descriptions';
import { find, findAll, mount, textOf } from 'test/mount';
import { RECORDING, sonaNode, taskNode } from 'test/nodes';

const labels = labelsFor('timeline');
const start = (row) => mount('c-quo-timeline-details', QuoTimelineDetails, { row });
const call = (fields = {}, nodes = {}) => rowFromTask(taskNode(fields, nodes));
const headings = (element) => findAll(element, '[role=heading]').map(textOf);
const recordingOf = (element) => find(element, 'c-quo-call-recording');
const linkLabels = (element) => findAll(element, '.links c-quo-record-link').map(({ label }) => label);

test('a call shows its summary, steps, recording, why it is here, and the way to Quo', async () => {
    const element = await start(
        call(
            {
                Description: `${callText({ summary: ['La toiture'], steps: ['Rappeler'] })}\nVu.`,
                matchReason: 'Numéro de Jean.'
            },
            {
                What: { Id: '006000000000001AAA', Name: { value: 'Toiture' } }
            }
        )
    );
    expect(headings(element)).toEqual([labels.summary, labels.nextSteps, labels.notes, labelsFor('recording').title]);
    expect(textOf(find(element, '.steps'))).toBe('Rappeler');
    expect(textOf(find(element, '.notes'))).toBe('Vu.');
    expect(recordingOf(element)).toMatchObject({ urls: [RECORDING], duration: 125, taskId: '00T000000000001AAA' });
    expect(textOf(find(element, '.facts'))).toContain('Numéro de Jean.');
    expect(find(element, '.quo').href).toContain('my.quo.com');
    expect(linkLabels(element)).toEqual([labels.openTask]);
    await expect(element).toBeAccessible();
});

test('several recordings are all there', async () => {
    const second = 'https://connector.test/recordings/AC1/2';
    const element = await start(call({ Description: callText({ recordings: [RECORDING, second] }) }));
    expect(recordingOf(element).urls).toEqual([RECORDING, second]);
});

test.each([
    ['missed', false],
    ['unanswered', false],
    ['answered', true],
    ['handled by Sona', true]
])('a call that ended “%s” may still get a recording: %s', async (outcome, isExpected) => {
    const element = await start(call({ outcome, recordingUrl: null }));
    expect([
        Boolean(recordingOf(element).expectedSince),
        headings(element).includes(labelsFor('recording').title)
    ]).toEqual([isExpected, isExpected]);
});

test('a voicemail is as long as it is, not as the call was', async () => {
    const element = await start(call({ outcome: 'voicemail', CallDurationInSeconds: null, voicemailDuration: 42 }));
    expect(recordingOf(element)).toMatchObject({ duration: 42, label: labelsFor('recording').voicemail });
    expect(headings(element)).toContain(labelsFor('recording').voicemail);
});

test('messages are bubbles', async () => {
    const element = await start(
        call({ kind: 'Messages', Description: conversation([fromJean('Allo'), fromLuc('Oui')]) })
    );
    expect(find(element, 'c-quo-chat').entries.map(({ outgoing, author }) => [outgoing, author])).toEqual([
        [false, 'Jean'],
        [true, 'Luc']
    ]);
    expect(recordingOf(element)).toBeNull();
    await expect(element).toBeAccessible();
});

test('the text of a Sona call of before transcripts is fetched when the row opens', async () => {
    const element = await start(rowFromSonaCall(sonaNode({ taskId: '00T9' })));
    expect(getRecord.getLastConfig()).toEqual({
        recordId: 'a00000000000001AAA',
        optionalFields: ['Sona_Call__c.Transcript__c']
    });
    getRecord.emit({ fields: { Transcript__c: { value: 'Sona : Bonjour\nJean Tremblay : Allo' } } });
    await settled();
    expect(recordingOf(element)).toMatchObject({
        taskId: '00T9',
        formerText: 'Sona : Bonjour\nJean Tremblay : Allo'
    });
    expect(linkLabels(element)).toEqual([labels.openSona, labels.openTask]);
});

test('a call that was talked on and has no summary says so', async () => {
    expect(textOf(await start(call()))).toContain(labels.noSummary);
    expect(textOf(await start(call({ outcome: 'missed' })))).not.toContain(labels.noSummary);
});

test('on the task’s own page, no link leads to where one is', async () => {
    const row = call();
    const element = await mount('c-quo-timeline-details', QuoTimelineDetails, {
        row,
        isOnTask: true,
        headingLevel: '3'
    });
    expect(linkLabels(element)).toEqual([]);
    expect(find(element, '[role=heading]').getAttribute('aria-level')).toBe('3');
});
