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

const NOBODY = { ringing: [], texting: [], over: [] };

test('a call that rings shows everybody on it, whichever fact comes first and whichever way it goes', () => {
    const both = { ...NOBODY, ringing: ['+15145550111', '+15145550112'] };
    const one = { ...NOBODY, ringing: ['+15145550111'] };
    assert.deepEqual(callingNumbers([parties('+15145550111', '+15145550112'), ringing]), both);
    assert.deepEqual(callingNumbers([ringing, parties('+15145550111', '+15145550111')]), one);
    assert.deepEqual(callingNumbers([{ ...ringing, direction: 'outgoing' }, parties('+15145550111')]), one);
});

test('a call that was missed, or is over, shows who it was', () => {
    const over = { ...NOBODY, over: ['+15145550111'] };
    const missed: CallFact = { ...about, kind: 'missed' };
    const ended: CallFact = { ...about, kind: 'ended', status: 'answered' };
    assert.deepEqual(callingNumbers([missed, ringing, parties('+15145550111')]), over);
    assert.deepEqual(callingNumbers([ended, parties('+15145550111')]), over);
});

test('who is on another call, or on one that only a summary tells of, is not shown for it', () => {
    const elsewhere: CallFact = { ...parties('+15145550112'), callId: 'AC2' };
    const summary: CallFact = { ...about, kind: 'summary', progress: 'completed' };
    assert.deepEqual(callingNumbers([ringing, elsewhere]), NOBODY);
    assert.deepEqual(callingNumbers([summary, parties('+15145550111')]), NOBODY);
});

test('a text shows the other side, whichever way it goes', () => {
    assert.deepEqual(callingNumbers([text({})]), { ...NOBODY, texting: ['+15145550111'] });
    const sent = text({ direction: 'outgoing', from: '+15145550100', to: ['+15145550112', '+15145550113'] });
    assert.deepEqual(callingNumbers([sent]), { ...NOBODY, texting: ['+15145550112', '+15145550113'] });
    assert.deepEqual(callingNumbers([text({ from: undefined })]), NOBODY);
});

test('whoever rings and writes at once is looked at once, as somebody who rings', () => {
    const facts = [text({}), ringing, parties('+15145550111')];
    assert.deepEqual(callingNumbers(facts), { ...NOBODY, ringing: ['+15145550111'] });
});

test('hidden numbers, short codes and what is no number are nobody', () => {
    assert.deepEqual(callingNumbers([ringing, parties('anonymous', '12345', 'sip:x@y', '')]), NOBODY);
    assert.deepEqual(callingNumbers([]), NOBODY);
    const unknown: CallFact = { ...about, kind: 'parties', phoneNumberId: 'PN1' };
    assert.deepEqual(callingNumbers([ringing, unknown]), NOBODY);
});
