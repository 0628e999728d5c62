import QuoRowActions from 'c/quoRowActions';
import { encodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
import { updateRecord } from 'lightning/uiRecordApi';
import { mergeSonaCalls, rowFromSonaCall, rowFromTask } from 'c/quoTimelineRows';
import { tomorrowIn } from '../followUpTask';
import { labelsFor } from 'test/labels';
import { find, findAll, listen, mount } from 'test/mount';
import { navigated } from 'lightning/navigation';
import { JEAN, sonaNode, taskNode } from 'test/nodes';
import { refusedSave, saveError } from 'test/refusedSave';

const labels = labelsFor('rowActions');
const ME = '005000000000001AAA';
const call = (fields = {}, nodes = {}) => rowFromTask(taskNode(fields, nodes));
const start = (row) => mount('c-quo-row-actions', QuoRowActions, { row });
const offered = (element) => findAll(element, 'lightning-menu-item').map(({ value }) => value);
const choose = async (element, value) => {
    find(element, 'lightning-button-menu').dispatchEvent(new CustomEvent('select', { detail: { value } }));
    await settled();
};
const sona = (fields = {}) => {
    const task = call({ outcome: 'handled by Sona' });
    return mergeSonaCalls([task], [rowFromSonaCall(sonaNode({ taskId: task.id, ...fields }))])[0];
};

beforeEach(() => navigated.mockClear());

test('a row offers what can be done with it, under a name that says whose it is', async () => {
    const element = await start(call());
    expect(find(element, 'lightning-button-menu').alternativeText).toContain('Jean Tremblay');
    expect(offered(element)).toEqual(['call', 'text', 'followUp', 'note', 'person', 'task']);
    await expect(element).toBeAccessible();
});

test.each([
    [
        'a hidden number is not called back',
        () => call({ externalNumber: null }),
        ['followUp', 'note', 'person', 'task']
    ],
    [
        'nor the numbers of a group',
        () => call({ kind: 'Messages', externalNumber: '+15145550123, +14385550199' }),
        ['followUp', 'note', 'person', 'task']
    ],
    ['nobody known, nobody to open', () => call({}, { Who: null }), ['call', 'text', 'followUp', 'note', 'task']],
    [
        'a Sona call without a task to see has no note',
        () => rowFromSonaCall(sonaNode({ taskId: null })),
        ['call', 'text', 'followUp', 'done', 'person', 'sona']
    ]
])('%s', async (_, row, expected) => {
    expect(offered(await start(row()))).toEqual(expected);
});

test('calling back and writing are links that Quo opens', async () => {
    const [callItem, textItem] = findAll(await start(call()), 'lightning-menu-item');
    expect(callItem.href).toBe('openphone://dial?number=%2B15145550123&action=call');
    expect(textItem.href).toBe('openphone://message?number=%2B15145550123');
});

test('a follow-up task opens in the org’s own form, about the same person, the user’s own and due tomorrow', async () => {
    const element = await start(call());
    await choose(element, 'followUp');
    const values = jest.mocked(encodeDefaultFieldValues).mock.calls.at(-1)?.[0];
    expect(values).toMatchObject({ OwnerId: ME, WhoId: JEAN.Id });
    expect(values?.Subject).toContain('Jean Tremblay');
    expect(values?.ActivityDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(navigated).toHaveBeenCalledWith(
        expect.objectContaining({
            type: 'standard__objectPage',
            attributes: { objectApiName: 'Task', actionName: 'new' }
        })
    );
});

test('a lead is followed up without a related record, which Salesforce refuses beside one', async () => {
    const lead = { Id: '00Q000000000001AAA', Name: { value: 'Nadia' } };
    await choose(await start({ ...call(), who: { id: lead.Id, name: 'Nadia' } }), 'followUp');
    expect(jest.mocked(encodeDefaultFieldValues).mock.calls.at(-1)?.[0]).not.toHaveProperty('WhatId');
});

test.each([
    ['America/Toronto', '2026-12-01T03:30:00Z', '2026-12-01'],
    ['UTC', '2026-12-31T12:00:00Z', '2027-01-01'],
    ['Pacific/Auckland', '2028-02-28T12:00:00Z', '2028-03-01']
])('tomorrow is the day after today in %s', (zone, now, expected) => {
    expect(tomorrowIn(zone, new Date(now))).toBe(expected);
});

test.each([
    ['person', () => JEAN.Id],
    ['task', () => taskNode().Id]
])('“%s” opens its record', async (value, id) => {
    await choose(await start(call()), value);
    expect(navigated).toHaveBeenCalledWith({
        type: 'standard__recordPage',
        attributes: { recordId: id(), actionName: 'view' }
    });
});

test('a follow-up is marked done from the row: saved, said, and the page refreshed', async () => {
    const row = sona();
    const element = await start(row);
    const toast = listen(element, 'lightning__showtoast');
    const refresh = listen(element, 'lightning__refresh');
    await choose(element, 'done');
    expect(updateRecord).toHaveBeenCalledWith({ fields: { Id: row.sonaId, Follow_Up_Status__c: 'done' } });
    expect(toast).toHaveBeenCalledWith(expect.objectContaining({ title: labels.saved, variant: 'success' }));
    expect(refresh).toHaveBeenCalledTimes(1);
});

test('what the org refuses is said in its own words, and nothing is refreshed', async () => {
    const element = await start(sona());
    const toast = listen(element, 'lightning__showtoast');
    const refresh = listen(element, 'lightning__refresh');
    jest.mocked(updateRecord).mockRejectedValueOnce(
        refusedSave([saveError('FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Un suivi exige un résultat.')])
    );
    await choose(element, 'done');
    expect(toast).toHaveBeenCalledWith(expect.objectContaining({ variant: 'error', mode: 'sticky' }));
    expect(JSON.stringify(toast.mock.calls)).toContain('Un suivi exige un résultat.');
    expect(refresh).not.toHaveBeenCalled();
});

test('a follow-up that is done is not offered again', async () => {
    expect(offered(await start(sona({ followUpStatus: 'done' })))).not.toContain('done');
});
