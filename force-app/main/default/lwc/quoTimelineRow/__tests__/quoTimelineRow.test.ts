import QuoTimelineRow from 'c/quoTimelineRow';
import { rowFromSonaCall, rowFromTask, mergeSonaCalls } from 'c/quoTimelineRows';
import { labelsFor } from 'test/labels';
import { callText, conversation, fromJean, fromLuc } from 'test/descriptions';
import { find, findAll, listen, mount, press, textOf } from 'test/mount';
import { JEAN, RECORDING, sonaNode, taskNode } from 'test/nodes';

const labels = labelsFor('timeline');
const start = (row, open = false) => mount('c-quo-timeline-row', QuoTimelineRow, { row, open });
const call = (fields = {}, nodes = {}) => rowFromTask(taskNode(fields, nodes));
const sona = () => {
    const task = call({ outcome: 'handled by Sona' });
    return mergeSonaCalls([task], [rowFromSonaCall(sonaNode({ taskId: task.id }))])[0];
};

test('a glance says who, when, how, how long, with whom and where', async () => {
    const element = await start(
        call({ Description: callText({ summary: ['La toiture', 'La suite'] }), handledBy: 'Luc' })
    );
    expect(find(element, 'h4').title).toContain('Jean Tremblay');
    expect(textOf(find(element, '.facts'))).toMatch(/2.min.5.s · .*Luc · Ventes/);
    expect(textOf(find(element, '.preview'))).toBe('La toiture');
    expect(find(element, 'lightning-formatted-date-time').value).toBe('2026-11-22T15:00:00.000Z');
    await expect(element).toBeAccessible();
});

test.each([
    ['an answered call without a name of its own', {}, 'Marie-Ève Gagnon', true],
    ['a missed call: its owner did not answer it', { outcome: 'missed' }, 'Marie-Ève Gagnon', false],
    ['a voicemail', { outcome: 'voicemail' }, 'Marie-Ève Gagnon', false],
    ['an outgoing call', { CallType: 'Outbound' }, 'Marie-Ève Gagnon', true],
    ['a conversation', { kind: 'Messages' }, 'Marie-Ève Gagnon', false]
])('%s names our side: %j %s %s', async (_, fields, name, isNamed) => {
    const element = await start(call(fields));
    expect(textOf(find(element, '.facts')).includes(name)).toBe(isNamed);
});

test('the heading says what happened and leads to the task; the name leads to the person', async () => {
    const element = await start(call());
    const what = find(element, 'h4 .what c-quo-record-link');
    expect(what).toMatchObject({ recordId: taskNode().Id, label: labelsFor('outcomes').answered });
    expect(what.purpose).toContain(labels.openTask);
    expect(what.purpose).toContain('Jean Tremblay');
    const person = find(element, 'h4 .person c-quo-record-link');
    expect(person).toMatchObject({ recordId: JEAN.Id, label: 'Jean Tremblay' });
    expect(person.purpose).toContain(labelsFor('rowActions').openPerson);
});

test('without a task to see, what happened leads to the Sona call', async () => {
    const row = rowFromSonaCall(sonaNode({ taskId: null }));
    const link = find(await start(row), 'h4 .what c-quo-record-link');
    expect(link.recordId).toBe(row.sonaId);
    expect(link.purpose).toContain(labels.openSona);
});

test.each([
    ['a known person', {}, {}, 'Jean Tremblay'],
    ['an unknown number', {}, { Who: null }, '(514) 555-0123'],
    ['a hidden number', { externalNumber: null }, { Who: null }, labels.unknownCaller]
])('%s is headed %s', async (_, fields, nodes, heading) => {
    const { who } = rowFromTask(taskNode(fields, nodes));
    const person = find(await start(call(fields, nodes)), 'h4 .person');
    expect(who ? person.querySelector('c-quo-record-link').label : textOf(person)).toBe(heading);
});

test.each([
    ['Sona and an open follow-up', sona, [labels.chipSona, labels.chipFollowUp]],
    ['several matches', () => call({ match: 'ambiguous' }), [labels.chipAmbiguous]],
    ['no match', () => call({ match: 'unmatched' }), [labels.chipUnmatched]],
    ['nothing special', () => call(), []]
])('badges say: %s', async (_, row, expected) => {
    const element = await start(row());
    expect(findAll(element, 'lightning-badge').map(({ label }) => label)).toEqual(expected);
});

test('a conversation previews its latest message and counts them', async () => {
    const element = await start(
        call({ kind: 'Messages', Description: conversation([fromJean('Allo'), fromLuc('Bonjour')]) })
    );
    expect(textOf(find(element, '.preview'))).toMatch(/^Luc.?: Bonjour$/);
    expect(textOf(find(element, '.facts'))).toContain('2 messages');
});

test('a part of a long conversation, a voicemail and a transfer are told at a glance', async () => {
    const facts = async (fields) => textOf(find(await start(call(fields)), '.facts'));
    const part = { kind: 'Messages', Description: conversation([fromJean('Suite')], { number: 2, of: 3 }) };
    expect(await facts(part)).toMatch(/ 2 (of|de) 3/);
    expect(await facts({ outcome: 'voicemail', voicemailDuration: 42 })).toMatch(/42.s/);
    expect(await facts({ outcome: 'forwarded', transferredTo: 'Facturation' })).toContain('Facturation');
});

test('the toggle says what it opens and tells the parent; details exist only while open', async () => {
    const element = await start(call());
    const toggled = listen(element, 'rowtoggle');
    const button = find(element, '.toggle');
    expect(button.alternativeText).toContain('Jean Tremblay');
    expect(button.ariaExpanded ?? button.getAttribute('aria-expanded')).toBe('false');
    await press(button);
    expect(toggled).toHaveBeenCalledWith({ id: '00T000000000001AAA', open: true });
    expect(find(element, 'c-quo-timeline-details')).toBeNull();
    element.open = true;
    await settled();
    expect(find(element, 'c-quo-timeline-details')).not.toBeNull();
    expect(find(element, '.slds-is-open')).not.toBeNull();
    await expect(element).toBeAccessible();
});

test('a recording plays in the closed row; in the open one, its player does', async () => {
    const element = await start(call());
    expect(find(element, 'c-quo-play-button')).toMatchObject({ url: RECORDING });
    expect(find(element, 'c-quo-play-button').name).toContain('Jean Tremblay');
    element.open = true;
    await settled();
    expect(find(element, 'c-quo-play-button')).toBeNull();
});

test('a row without a recording has nothing to play', async () => {
    const element = await start(call({ recordingUrl: null }));
    expect(find(element, 'c-quo-play-button')).toBeNull();
});

test('a note is written under the row, and the keyboard comes back to it', async () => {
    const element = await start(call());
    find(element, 'c-quo-row-actions').dispatchEvent(new CustomEvent('addnote'));
    await settled();
    const form = find(element, 'c-quo-task-note');
    expect(form.taskId).toBe('00T000000000001AAA');
    form.dispatchEvent(new CustomEvent('close'));
    await settled();
    expect(find(element, 'c-quo-task-note')).toBeNull();
});
