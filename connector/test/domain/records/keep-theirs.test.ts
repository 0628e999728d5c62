import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSameValue } from '../../../src/domain/records/same-value.ts';
import { keepTheirs } from '../../../src/domain/records/keep-theirs.ts';

const LAST = { Subject: 'Appel entrant', Status: 'Completed', Priority: 'Normal', Description: 'Durée : 1 min' };
const written = [{ fields: LAST, parts: {} }];
const late = { ...LAST, Subject: 'Appel entrant, 2', Description: 'Durée : 1 min\nRésumé : devis' };

test('what nobody touched is ours to change', () => {
    const { fields, kept } = keepTheirs(late, LAST, written);
    assert.deepEqual(fields, late);
    assert.deepEqual(kept, { fields: [], parts: {} });
});

test('each field that somebody changed stays as it is, and is named', () => {
    const held = { ...LAST, Subject: 'Devis Tremblay', Status: 'Not Started', Priority: 'High' };
    const { fields, kept } = keepTheirs(late, held, written);
    assert.deepEqual(Object.keys(fields), ['Description']);
    assert.deepEqual(kept.fields, ['Subject', 'Status', 'Priority']);
});

test('notes in the description stay around our part', () => {
    const held = { ...LAST, Description: 'Important !\r\nDurée : 1 min\r\nRappeler mardi' };
    const { fields, kept } = keepTheirs(late, held, written);
    assert.equal(fields['Description'], 'Important !\r\nDurée : 1 min\nRésumé : devis\r\nRappeler mardi');
    assert.deepEqual(kept, { fields: [], parts: { Description: late.Description } });
});

test('a field that somebody emptied takes ours again', () => {
    const { fields } = keepTheirs(late, { ...LAST, Subject: null, Description: '' }, written);
    assert.deepEqual(fields, late);
});

test('a description that has no room left is theirs', () => {
    const held = { ...LAST, Description: `${'x'.repeat(31_990)}\nDurée : 1 min` };
    const { fields, kept } = keepTheirs({ ...late, Description: 'Durée : 1 min, et bien plus' }, held, written);
    assert.ok(!('Description' in fields));
    assert.deepEqual(kept.fields, ['Description']);
});

test('a field that we never wrote holds somebody else’s value, the owner aside, which Salesforce set to our login', () => {
    const wanted = { ...LAST, Budget__c: 500, OwnerId: '005000000000001AAA' };
    const held = { ...LAST, Budget__c: 800, OwnerId: '005000000000009AAA' };
    const { fields, kept } = keepTheirs(wanted, held, written);
    assert.ok(!('Budget__c' in fields));
    assert.deepEqual(kept.fields, ['Budget__c']);
    assert.equal(fields['OwnerId'], wanted.OwnerId);
    assert.deepEqual(keepTheirs(wanted, { ...held, Budget__c: null }, written).fields['Budget__c'], 500);
    const nothingKnown = keepTheirs(wanted, held, [{ fields: {}, parts: {} }]);
    assert.deepEqual(nothingKnown.fields, wanted, 'of a record whose values were not remembered yet, all is ours');
});

test('a field that could not be read is written', () => {
    const { fields } = keepTheirs(late, {}, written);
    assert.deepEqual(fields, late);
});

test('what a lost write put there is ours as well, and not somebody else’s', () => {
    const lost = { ...LAST, Subject: 'Appel entrant, 1', Description: 'Durée : 1 min\nRésumé : rien' };
    const both = [{ fields: lost, parts: {} }, ...written];
    for (const held of [lost, LAST]) assert.deepEqual(keepTheirs(late, held, both).fields, late);
    const noted = { ...lost, Description: `Note\n${lost.Description}` };
    assert.equal(keepTheirs(late, noted, both).fields['Description'], `Note\n${late.Description}`);
});

for (const [held, sent] of [
    ['2026-11-20T16:00:00.000+0000', '2026-11-20T16:00:00Z'],
    [null, ''],
    [false, null],
    ['a\r\nb  ', 'a\nb'],
    ['003000000000001AAA', '003000000000001'],
    [95, 95]
] as const)
    test(`${JSON.stringify(held)} is what was sent as ${JSON.stringify(sent)}`, () => {
        assert.ok(isSameValue(held, sent));
    });

for (const [held, sent] of [
    ['2026-11-20T16:00:01.000+0000', '2026-11-20T16:00:00Z'],
    ['a b', 'ab'],
    [true, null],
    ['003000000000001AAA', '003000000000002AAA'],
    [95, '96']
] as const)
    test(`${JSON.stringify(held)} is not what was sent as ${JSON.stringify(sent)}`, () => {
        assert.ok(!isSameValue(held, sent));
    });

test('an instant that Salesforce keeps in whole seconds is still ours', () => {
    const sent = { Quo_Started_At__c: '2026-11-20T19:00:12.345Z' };
    const held = { Quo_Started_At__c: '2026-11-20T19:00:12.000+0000' };
    const { kept } = keepTheirs({ Quo_Started_At__c: '2026-11-20T19:00:13.999Z' }, held, [{ fields: sent, parts: {} }]);
    assert.deepEqual(kept.fields, []);
    const later = { Quo_Started_At__c: '2026-11-20T19:00:14.000+0000' };
    assert.deepEqual(keepTheirs(sent, later, [{ fields: sent, parts: {} }]).kept.fields, ['Quo_Started_At__c']);
});
