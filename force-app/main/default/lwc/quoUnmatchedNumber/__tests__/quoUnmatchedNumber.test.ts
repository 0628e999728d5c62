import QuoUnmatchedNumber from 'c/quoUnmatchedNumber';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { labelsFor } from 'test/labels';
import { find, findAll, listen, mount, press, textOf } from 'test/mount';
import { refusedSave, saveError } from 'test/refusedSave';

const labels = labelsFor('unmatched');
const GROUP = {
    number: '+15145550123',
    count: 2,
    lastAt: '2026-11-22T15:00:00Z',
    inboxes: ['Ventes'],
    isAmbiguous: true,
    reason: 'Deux contacts ont ce numéro.',
    callerName: 'Anne Marie Roy',
    activities: [
        { id: 't1', isSona: false },
        { id: 't2', isSona: false }
    ]
};
const start = (more = {}) => mount('c-quo-unmatched-number', QuoUnmatchedNumber, { group: { ...GROUP, ...more } });
const saved = () => jest.mocked(updateRecord).mock.calls.map(([{ fields }]) => fields);

async function choose(element, found) {
    await press(find(element, '.link'));
    find(element, 'c-quo-lookup').dispatchEvent(new CustomEvent('found', { detail: found }));
    await settled();
}

test('says the number, how active, why it waits and who the caller said to be', async () => {
    const element = await start();
    const text = textOf(element);
    for (const part of ['(514) 555-0123', 'Ventes', 'Deux contacts', 'Anne Marie Roy']) expect(text).toContain(part);
    expect(find(element, 'lightning-badge').label).toBe(labels.ambiguous);
    await expect(element).toBeAccessible();
});

test('a record that is chosen gets every activity, one after the other', async () => {
    const element = await start();
    const decided = listen(element, 'decided');
    const toast = listen(element, 'lightning__showtoast');
    await choose(element, { id: '003A', name: 'Jean', object: 'Contact' });
    expect(saved()).toEqual([
        { Id: 't1', WhoId: '003A', Quo_Match__c: 'matched' },
        { Id: 't2', WhoId: '003A', Quo_Match__c: 'matched' }
    ]);
    expect(decided).toHaveBeenCalledWith({ number: GROUP.number });
    expect(toast).toHaveBeenCalledWith(
        expect.objectContaining({ variant: 'success', title: expect.stringContaining('Jean') })
    );
});

test('a number is ignored only after a second thought', async () => {
    const element = await start();
    await press(find(element, '.ignore'));
    expect(updateRecord).not.toHaveBeenCalled();
    await press(find(element, '.confirm-ignore'));
    expect(saved()).toEqual([
        { Id: 't1', Quo_Match__c: 'ignored' },
        { Id: 't2', Quo_Match__c: 'ignored' }
    ]);
});

test('a lead is made with the number, under the key that keeps it one, and gets the activities', async () => {
    jest.mocked(createRecord).mockResolvedValueOnce({ id: '00QA' } as never);
    const element = await start();
    await press(find(element, '.lead'));
    const [first, last, company] = findAll(element, 'lightning-input');
    expect([first.value, last.value, company.value]).toEqual(['Anne Marie', 'Roy', labels.unknownCompany]);
    for (const input of [first, last, company]) input.reportValidity = () => true;
    company.value = 'Toitures Roy';
    await press(find(element, '.create'));
    expect(createRecord).toHaveBeenCalledWith({
        apiName: 'Lead',
        fields: {
            FirstName: 'Anne Marie',
            LastName: 'Roy',
            Company: 'Toitures Roy',
            Phone: GROUP.number,
            Quo_Phone__c: GROUP.number
        }
    });
    expect(saved()[0]).toEqual({ Id: 't1', WhoId: '00QA', WhatId: null, Quo_Match__c: 'matched' });
});

test('a form that is not complete is not sent', async () => {
    const element = await start();
    await press(find(element, '.lead'));
    for (const input of findAll(element, 'lightning-input')) input.reportValidity = () => false;
    await press(find(element, '.create'));
    expect(createRecord).not.toHaveBeenCalled();
});

test('a refused lead keeps the form and says why', async () => {
    jest.mocked(createRecord).mockRejectedValueOnce(
        refusedSave([saveError('DUPLICATES_DETECTED', 'Use one of these records?')])
    );
    const element = await start();
    await press(find(element, '.lead'));
    for (const input of findAll(element, 'lightning-input')) input.reportValidity = () => true;
    await press(find(element, '.create'));
    expect(find(element, '.problem').sentence).toBe(labelsFor('errors').duplicate);
    expect(find(element, '.create')).not.toBeNull();
    expect(updateRecord).not.toHaveBeenCalled();
});

test('when a later activity is refused, the first one is a decision all the same', async () => {
    jest.mocked(updateRecord)
        .mockResolvedValueOnce({} as never)
        .mockRejectedValueOnce(refusedSave([saveError('UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access')]));
    const element = await start();
    const decided = listen(element, 'decided');
    const toast = listen(element, 'lightning__showtoast');
    await choose(element, { id: '001A', name: 'Chalets', object: 'Account' });
    expect(decided).toHaveBeenCalledTimes(1);
    expect(toast).toHaveBeenCalledWith(
        expect.objectContaining({ variant: 'warning', message: expect.stringMatching(/1.*2/) })
    );
});

test('when the first one is refused, nothing was decided', async () => {
    jest.mocked(updateRecord).mockRejectedValueOnce(
        refusedSave([saveError('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id')])
    );
    const element = await start();
    const decided = listen(element, 'decided');
    await choose(element, { id: '003A', name: 'Jean', object: 'Contact' });
    expect(decided).not.toHaveBeenCalled();
    expect(find(element, '.problem').sentence).toBe(labelsFor('errors').noAccess);
});

test('cancelling closes, and the same button opens and closes', async () => {
    const element = await start();
    await press(find(element, '.ignore'));
    await press(find(element, '.cancel'));
    expect(find(element, '.panel')).toBeNull();
    await press(find(element, '.link'));
    await press(find(element, '.link'));
    expect(find(element, '.panel')).toBeNull();
});
