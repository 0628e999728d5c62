import QuoTaskNote from 'c/quoTaskNote';
import { getRecord, updateRecord } from 'lightning/uiRecordApi';
import { labelsFor } from 'test/labels';
import { find, listen, mount, press } from 'test/mount';
import { refusedSave, saveError } from 'test/refusedSave';

const labels = labelsFor('rowActions');
const TASK = '00T000000000001AAA';
const record = (Description, LastModifiedDate = '2026-11-30T15:00:05.000Z') => ({
    id: TASK,
    apiName: 'Task',
    fields: { Description: { value: Description }, LastModifiedDate: { value: LastModifiedDate } }
});

async function start(description: string | null = 'Appel répondu') {
    const element = await mount('c-quo-task-note', QuoTaskNote, { taskId: TASK });
    getRecord.emit(record(description));
    await settled();
    return element;
}

async function write(element, value) {
    find(element, 'lightning-textarea').dispatchEvent(new CustomEvent('change', { detail: { value } }));
    await settled();
}

test('a note goes below what stands there, only over what was read, and the form closes', async () => {
    const element = await start('Appel répondu\nDurée : 2 min');
    const closed = listen(element, 'close');
    const refresh = listen(element, 'lightning__refresh');
    await write(element, '  Rappeler lundi  ');
    await press(find(element, '.save'));
    expect(updateRecord).toHaveBeenCalledWith(
        { fields: { Id: TASK, Description: 'Appel répondu\nDurée : 2 min\n\nRappeler lundi' } },
        { ifUnmodifiedSince: 'Mon, 30 Nov 2026 15:00:05 GMT' }
    );
    expect(closed).toHaveBeenCalledTimes(1);
    expect(refresh).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
});

test('a task without comments gets the note alone', async () => {
    const element = await start(null);
    await write(element, 'Première note');
    await press(find(element, '.save'));
    expect(jest.mocked(updateRecord).mock.calls.at(-1)?.[0].fields.Description).toBe('Première note');
});

test('nothing is saved before the task is read, nor an empty note', async () => {
    const element = await mount('c-quo-task-note', QuoTaskNote, { taskId: TASK });
    await write(element, 'Trop tôt');
    expect(find(element, '.save').disabled).toBe(true);
    getRecord.emit(record('Appel'));
    await settled();
    expect(find(element, '.save').disabled).toBe(false);
    await write(element, '   ');
    expect(find(element, '.save').disabled).toBe(true);
});

test('a task that changed meanwhile keeps its words, and the note stays to be saved again', async () => {
    const element = await start();
    await write(element, 'Rappeler lundi');
    jest.mocked(updateRecord).mockRejectedValueOnce({
        status: 412,
        body: { errorCode: 'PRECONDITION_FAILED', message: 'x' }
    });
    await press(find(element, '.save'));
    expect(find(element, '.problem')).toMatchObject({ sentence: labels.noteChanged, remedy: labels.noteChangedRemedy });
    expect(find(element, 'lightning-textarea').value).toBe('Rappeler lundi');
    getRecord.emit(record('Appel répondu\nRésumé', '2026-11-30T15:01:00.000Z'));
    await settled();
    await press(find(element, '.save'));
    expect(jest.mocked(updateRecord).mock.calls.at(-1)).toEqual([
        { fields: { Id: TASK, Description: 'Appel répondu\nRésumé\n\nRappeler lundi' } },
        { ifUnmodifiedSince: 'Mon, 30 Nov 2026 15:01:00 GMT' }
    ]);
});

test('an admin’s rule is told in its own words', async () => {
    const element = await start();
    await write(element, 'x');
    jest.mocked(updateRecord).mockRejectedValueOnce(
        refusedSave([saveError('FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Pas le dimanche.')])
    );
    await press(find(element, '.save'));
    expect(find(element, '.problem').sentence + find(element, '.problem').remedy).toContain('Pas le dimanche.');
});

test('what does not fit is said before it is sent', async () => {
    jest.mocked(updateRecord).mockClear();
    const element = await start('x'.repeat(31_990));
    await write(element, 'Une note trop longue');
    await press(find(element, '.save'));
    expect(updateRecord).not.toHaveBeenCalled();
    expect(find(element, '.problem').sentence).toBe(labels.noteTooLong);
});

test('leaving writes nothing', async () => {
    jest.mocked(updateRecord).mockClear();
    const element = await start();
    const closed = listen(element, 'close');
    await write(element, 'non');
    await press(find(element, '.cancel'));
    expect(closed).toHaveBeenCalledTimes(1);
    expect(updateRecord).not.toHaveBeenCalled();
});
