import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Draft } from '../../../src/domain/records/draft.ts';
import { fieldPrints, fingerprint } from '../../../src/domain/records/fingerprint.ts';

const plain = (text: string) => text;
const draft: Draft = { object: 'Task', keyField: 'Quo_Key__c', key: 'call_AC1', fields: { Subject: 'A', WhoId: null } };

test('drafts that leave the same record have one fingerprint, whatever the order of their fields', () => {
    const other = { ...draft, fields: { WhoId: null, Subject: 'A' } };
    assert.equal(fingerprint(other, plain), fingerprint(draft, plain));
});

test('what is taken on insert only, and the key that a record had, make no difference', () => {
    const other = { ...draft, createOnly: { TaskSubtype: 'Call' }, formerKey: 'call_AC0' };
    assert.equal(fingerprint(other, plain), fingerprint(draft, plain));
});

test('whatever would change the record changes the fingerprint', () => {
    const others: readonly Draft[] = [
        { ...draft, key: 'call_AC2' },
        { ...draft, fields: { Subject: 'B', WhoId: null } },
        { ...draft, fields: { Subject: 'A' } },
        { ...draft, alsoWhoIds: ['003'] },
        { ...draft, parents: { Sona_Call__r: { Quo_Call_Id__c: 'AC1' } } }
    ];
    for (const other of others) assert.notEqual(fingerprint(other, plain), fingerprint(draft, plain));
});

test('a field’s print changes with its value and with nothing else', () => {
    const before = fieldPrints(draft, plain);
    assert.deepEqual(Object.keys(before), Object.keys(draft.fields));
    for (const name of Object.keys(draft.fields)) {
        const after = fieldPrints({ ...draft, fields: { ...draft.fields, [name]: '\u{1F4DE} other' } }, plain);
        const changed = Object.keys(after).filter((one) => after[one] !== before[one]);
        assert.deepEqual(changed, [name]);
    }
});
