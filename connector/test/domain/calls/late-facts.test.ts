import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lateFacts, gaps } from '../../../src/domain/calls/late-facts.ts';
import { DEFAULT_PREFERENCES } from '../../../src/domain/preferences/preferences.ts';
import type { Preferences } from '../../../src/domain/preferences/preferences.ts';
import type { Call } from '../../../src/domain/calls/call.ts';
import { aCall } from '../a-call.ts';

const waits = (call: Call, preferences: Partial<Preferences> = {}) =>
    lateFacts(call, { ...DEFAULT_PREFERENCES, ...preferences });
const recordings = [{ id: 'CR1', url: 'https://quo.example.com/1' }];
const done = { progress: 'completed', summary: ['Asked for a quote.'] } as const;
const missed = aCall({ status: 'unanswered', answeredAt: undefined, answeredBy: undefined, hasVoicemail: false });

/** Answered, and over in the same second, by its times alone. */
function instant(): Call {
    const { answeredAt } = aCall();
    return aCall({ duration: undefined, completedAt: answeredAt });
}

test('an answered call waits for its recording and its summary, until they are there', () => {
    assert.deepEqual(waits(aCall()), ['recording', 'summary']);
    assert.deepEqual(waits(aCall({ recordings })), ['summary']);
    assert.deepEqual(waits(aCall({ recordings, summary: { progress: 'in-progress' } })), ['summary']);
    assert.deepEqual(waits(aCall({ recordings, summary: done })), []);
});

test('what will never come, or is not wanted, is not waited for', () => {
    assert.deepEqual(waits(aCall({ recordings: [], summary: { progress: 'absent' } })), []);
    assert.deepEqual(waits(aCall({ recordings: [], summary: { progress: 'failed' } })), []);
    assert.deepEqual(waits(aCall(), { recordings: false, summaries: false }), []);
});

test('nothing is spoken in a missed call: only a voicemail may come', () => {
    assert.deepEqual(waits(missed), []);
    assert.deepEqual(waits({ ...missed, hasVoicemail: true }), ['voicemail']);
    assert.deepEqual(waits({ ...missed, hasVoicemail: undefined }), ['voicemail']);
    assert.deepEqual(waits({ ...missed, hasVoicemail: true, voicemail: { url: 'https://x', transcript: 'Hi' } }), []);
    assert.deepEqual(waits({ ...missed, direction: 'outgoing', hasVoicemail: true }), []);
});

test('a Sona call also waits for its title and its transcript', () => {
    const sona = aCall({ status: 'sona', answeredBy: undefined, recordings, summary: done });
    assert.deepEqual(waits(sona), ['summary', 'transcript']);
    const whole = { ...sona, summary: { ...done, title: 'Pricing' }, transcript: { progress: 'completed' as const } };
    assert.deepEqual(waits(whole), []);
    assert.deepEqual(waits(sona, { sona: false, summaries: false }), []);
});

test('a call that tells everything leaves nothing to ask', () => {
    assert.deepEqual(gaps(aCall({ hasVoicemail: false, recordings, summary: done })), []);
    assert.deepEqual(gaps(missed), []);
});

const INCOMPLETE: readonly (readonly [string, Call])[] = [
    ['participants are unavailable', aCall({ external: undefined })],
    ['the direction is missing', aCall({ direction: undefined })],
    ['the inbox is missing', aCall({ phoneNumberId: undefined })],
    ['Quo does not know how it ended', aCall({ status: 'unknown' })],
    ['who answered is missing', aCall({ answeredBy: undefined })],
    ['it ended as it was answered, and nobody told its length', instant()],
    ['who dialled is missing', aCall({ direction: 'outgoing', answeredBy: undefined })],
    ['a voicemail was announced and not told', { ...missed, hasVoicemail: true }],
    ['v4 says nothing of voicemail', { ...missed, hasVoicemail: undefined }],
    ['Sona’s title is missing', aCall({ status: 'sona', summary: done })],
    ['v4 says Sona by her actor alone', aCall({ answeredBy: 'SYUsona1' })],
    ['the end was never told, late facts were', aCall({ ended: false, status: undefined, recordings })]
];

for (const [what, call] of INCOMPLETE)
    test(`Quo’s API is asked about the call when ${what}`, () => assert.deepEqual(gaps(call), ['call']));

test('a call that still goes on is not asked about', () => {
    const ringing: Call = { id: 'AC1', ended: false, direction: 'incoming', toldAt: '2026-11-20T16:00:00.000Z' };
    assert.deepEqual(gaps(ringing), []);
});

test('recordings without address and transcripts without words are asked for', () => {
    const call = aCall({ recordings: [{ id: 'CR1' }], transcript: { progress: 'completed' } });
    assert.deepEqual(gaps(call), ['recordings', 'transcript']);
});

test('a length that Quo told is not asked for, however short it is, nor one that the times tell', () => {
    assert.deepEqual(gaps(aCall({ duration: 0 })), []);
    assert.deepEqual(gaps(aCall({ duration: undefined })), []);
});
