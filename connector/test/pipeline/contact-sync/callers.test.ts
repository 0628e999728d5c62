import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CallFact, MessageFact } from '../../../src/domain/facts.ts';
import { callingNumbers } from '../../../src/pipeline/contact-sync/callers.ts';

const about = { callId: 'AC1', at: '2026-11-20T12:00:00.000Z' };
const ringing: CallFact = { ...about, kind: 'ringing', direction: 'incoming' };
const parties = (...external: readonly string[]): CallFact => ({ ...about, kind: 'parties', external });
const text = (changes: Partial<MessageFact>): MessageFact => ({
    kind: 'message',
    messageId: 'ACm1',
    conversation: 'CN1',
    at: about.at,
    createdAt: about.at,
    direction: 'incoming',
    from: '+15145550111',
    to: ['+15145550100'],
    ...changes
});

test('a call that rings shows everybody on it, whichever fact comes first', () => {
    assert.deepEqual(callingNumbers([parties('+15145550111', '+15145550112'), ringing]), [
        '+15145550111',
        '+15145550112'
    ]);
    assert.deepEqual(callingNumbers([ringing, parties('+15145550111', '+15145550111')]), ['+15145550111']);
});

test('a call that is over shows nobody any more', () => {
    const ended: CallFact = { ...about, kind: 'ended', status: 'answered' };
    assert.deepEqual(callingNumbers([ended, parties('+15145550111')]), []);
    const other: CallFact = { ...parties('+15145550112'), callId: 'AC2' };
    assert.deepEqual(callingNumbers([ringing, other]), [], 'the parties of another call');
});

test('a text that arrives shows its sender, one that was sent nobody', () => {
    assert.deepEqual(callingNumbers([text({})]), ['+15145550111']);
    assert.deepEqual(callingNumbers([text({ direction: 'outgoing' }), text({ from: undefined })]), []);
});

test('hidden numbers, short codes and what is no number are nobody', () => {
    assert.deepEqual(callingNumbers([ringing, parties('anonymous', '12345', 'sip:x@y', '')]), []);
    assert.deepEqual(callingNumbers([]), []);
    const unknown: CallFact = { ...about, kind: 'parties', phoneNumberId: 'PN1' };
    assert.deepEqual(callingNumbers([ringing, unknown]), []);
});
