import SonaFollowUp from 'c/sonaFollowUp';
import { updateRecord } from 'lightning/uiRecordApi';
import { labelsFor } from 'test/labels';
import { find, findAll, listen, mount, press, textOf } from 'test/mount';
import { refusedSave, saveError } from 'test/refusedSave';

const labels = labelsFor('sona');
const CALL = 'a00000000000001AAA';
const ME = '005000000000001AAA';
const start = (props = {}) =>
    mount('c-sona-follow-up', SonaFollowUp, {
        recordId: CALL,
        status: 'to do',
        ownerId: '005X',
        ownerName: 'Luc',
        ...props
    });
const buttons = (element) => findAll(element, 'lightning-button').map(({ className }) => className.split(' ')[0]);

test('says where it stands and whose it is', async () => {
    const element = await start();
    expect(find(element, 'lightning-badge').label).toBe(labels.toDo);
    expect(textOf(find(element, '.owner'))).toBe('Luc');
    await expect(element).toBeAccessible();
});

test.each([
    ['to do', ['done', 'not-needed', 'mine', 'reassign']],
    [undefined, ['done', 'not-needed', 'mine', 'reassign']],
    ['done', ['reopen', 'mine', 'reassign']],
    ['not needed', ['reopen', 'mine', 'reassign']]
])('a follow-up that is “%s” offers %j', async (status, offered) => {
    expect(buttons(await start({ status }))).toEqual(offered);
});

test('what is mine already is not offered to me again', async () => {
    expect(buttons(await start({ ownerId: ME.slice(0, 15) }))).not.toContain('mine');
});

test.each([
    ['done', 'to do', { Follow_Up_Status__c: 'done' }],
    ['not-needed', 'to do', { Follow_Up_Status__c: 'not needed' }],
    ['reopen', 'done', { Follow_Up_Status__c: 'to do' }],
    ['mine', 'to do', { Follow_Up_Owner__c: ME }]
])('“%s” saves the record, says so, and refreshes the page', async (button, status, fields) => {
    const element = await start({ status });
    const toast = listen(element, 'lightning__showtoast');
    const refresh = listen(element, 'lightning__refresh');
    await press(find(element, `.${button}`));
    expect(updateRecord).toHaveBeenCalledWith({ fields: { Id: CALL, ...fields } });
    expect(toast).toHaveBeenCalledWith(expect.objectContaining({ title: labels.saved, variant: 'success' }));
    expect(refresh).toHaveBeenCalledTimes(1);
});

test('a colleague is found by name and gets it', async () => {
    const element = await start();
    await press(find(element, '.reassign'));
    const lookup = find(element, 'c-quo-lookup');
    expect(lookup.among).toBe('users');
    lookup.dispatchEvent(new CustomEvent('found', { detail: { id: '005Y', name: 'Sarah', object: 'User' } }));
    await settled();
    expect(updateRecord).toHaveBeenCalledWith({ fields: { Id: CALL, Follow_Up_Owner__c: '005Y' } });
    expect(find(element, 'c-quo-lookup')).toBeNull();
});

test('a refusal is shown with the platform’s words, and nothing claims to be saved', async () => {
    jest.mocked(updateRecord).mockRejectedValueOnce(
        refusedSave([saveError('FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Not on Sundays')])
    );
    const element = await start();
    const toast = listen(element, 'lightning__showtoast');
    await press(find(element, '.done'));
    expect(find(element, '.problem')).toMatchObject({
        urgent: true,
        sentence: 'Not on Sundays'
    });
    expect(toast).not.toHaveBeenCalled();
    expect(find(element, '.done').disabled).toBe(false);
    await expect(element).toBeAccessible();
});

test('the keyboard stays with the follow-up when the pressed button goes away', async () => {
    const element = await start();
    const focused = jest.spyOn(HTMLElement.prototype, 'focus');
    await press(find(element, '.done'));
    element.status = 'done';
    focused.mockClear();
    await settled();
    expect(focused).toHaveBeenCalledTimes(1);
    expect(focused.mock.contexts[0]).toBe(find(element, '.reopen'));
    element.ownerName = 'Sarah';
    await settled();
    expect(focused).toHaveBeenCalledTimes(1);
    focused.mockRestore();
});

test('pressing twice saves once', async () => {
    let done;
    jest.mocked(updateRecord).mockImplementationOnce(() => new Promise((resolve) => (done = resolve)));
    const element = await start();
    await press(find(element, '.done'));
    await press(find(element, '.done'));
    done({});
    await settled();
    expect(updateRecord).toHaveBeenCalledTimes(1);
});
