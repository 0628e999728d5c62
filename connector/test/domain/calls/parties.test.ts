import assert from 'node:assert/strict';
import { test } from 'node:test';
import { externalNumbers, isInternal } from '../../../src/domain/calls/parties.ts';
import { aCall, SALES } from '../a-call.ts';

const CALLER = '+14155550100';
const OTHER_INBOX = { id: 'PN2', name: 'Soutien', number: '+13105550111' };

test('where Quo tells the sides apart, the outside is what it says', () => {
    const call = aCall({ external: [CALLER, CALLER, 'anonymous'], sidesKnown: true });
    assert.deepEqual(externalNumbers(call, [SALES]), [CALLER, 'anonymous']);
});

test('where Quo mixes the sides, the workspace’s own numbers are taken out', () => {
    const call = aCall({
        external: [CALLER, SALES.number, '+13105550122'],
        sidesKnown: false,
        workspace: ['+13105550122']
    });
    assert.deepEqual(externalNumbers(call, [SALES]), [CALLER]);
});

test('participants that Quo could not tell are unknown, not nobody', () => {
    const call = aCall({ external: undefined });
    assert.equal(externalNumbers(call, [SALES]), undefined);
    assert.ok(!isInternal(call, [SALES]));
});

test('our own number alone says nothing about the other end', () => {
    assert.equal(externalNumbers(aCall({ external: [SALES.number], sidesKnown: false }), [SALES]), undefined);
});

test('a voicemail or a Sona summary names the caller where the participants do not', () => {
    assert.deepEqual(externalNumbers(aCall({ external: undefined, voicemail: { from: CALLER } }), []), [CALLER]);
    const summary = { progress: 'completed', callerNumber: CALLER } as const;
    assert.deepEqual(externalNumbers(aCall({ external: undefined, summary }), []), [CALLER]);
});

test('one of our own numbers is nobody outside, though Quo tells it as such', () => {
    const both = [SALES, OTHER_INBOX];
    const told = { workspace: [SALES.number], sidesKnown: true } as const;
    assert.ok(isInternal(aCall({ external: [OTHER_INBOX.number], ...told }), both));
    assert.deepEqual(externalNumbers(aCall({ external: [OTHER_INBOX.number, CALLER], ...told }), both), [CALLER]);
    const spelt = [SALES, { id: 'PN3', name: 'México', number: '+525512345678' }];
    assert.ok(isInternal(aCall({ external: ['+5215512345678'], ...told }), spelt));
    const elsewhere = { external: undefined, direction: 'incoming' } as const;
    assert.ok(isInternal(aCall({ ...elsewhere, voicemail: { from: OTHER_INBOX.number } }), both));
    const summary = { progress: 'completed', callerNumber: OTHER_INBOX.number } as const;
    assert.ok(isInternal(aCall({ ...elsewhere, summary }), both));
    const itself = aCall({ external: [SALES.number], ...told });
    assert.equal(
        externalNumbers(itself, both),
        undefined,
        'the inbox does not call itself: the other end was not told'
    );
});

test('a call between two numbers of the workspace is internal, in every shape', () => {
    const both = [SALES, OTHER_INBOX];
    assert.ok(isInternal(aCall({ external: [], sidesKnown: true }), both));
    assert.ok(isInternal(aCall({ external: [SALES.number, OTHER_INBOX.number], sidesKnown: false }), both));
    const ours = [SALES.number, OTHER_INBOX.number];
    assert.ok(isInternal(aCall({ external: [], workspace: ours, sidesKnown: false }), []));
    assert.ok(!isInternal(aCall({ external: [], workspace: [SALES.number], sidesKnown: false }), both));
    assert.ok(!isInternal(aCall({ external: [CALLER, SALES.number], sidesKnown: false }), both));
});
