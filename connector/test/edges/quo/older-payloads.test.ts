import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conversationKey } from '../../../src/quo/payloads/conversation-key.ts';
import { factOf, factsOf, fixture } from './fixture.ts';

test('a v4 call has both sides in one list, and its conversation only in the link', () => {
    const facts = factsOf(fixture('v4.call.completed'));
    const about = { callId: 'AC4a1', at: '2026-11-20T16:04:06.000Z' };
    assert.deepEqual(facts, [
        {
            ...about,
            kind: 'ended',
            direction: 'incoming',
            status: 'answered',
            startedAt: '2026-11-20T16:00:00.000Z',
            answeredAt: '2026-11-20T16:00:05.000Z',
            completedAt: '2026-11-20T16:04:05.000Z',
            duration: 240,
            answeredBy: 'US2'
        },
        {
            ...about,
            kind: 'parties',
            phoneNumberId: 'PN1',
            conversationId: 'CN9',
            userId: 'US1',
            external: ['+15145550111', '+14385550100'],
            sidesKnown: false
        },
        { ...about, kind: 'link', url: 'https://my.quo.com/inbox/PN1/c/CN9?at=AC4a1' }
    ]);
});

test('a v4 call that is completed and was never answered was missed, and its empty parties say nothing', () => {
    const json = fixture('v4.call.completed.missed');
    assert.equal(factOf(json, 'ended')?.status, 'unanswered');
    assert.equal(factOf(json, 'ended')?.duration, undefined);
    assert.equal(factOf(json, 'parties')?.external, undefined);
});

test('v4 tells Sona by who answered, and ringing by its type', () => {
    assert.equal(factOf(fixture('v4.call.completed.sona'), 'ended')?.status, 'sona');
    const ringing = factsOf(fixture('v4.call.ringing'));
    assert.deepEqual(
        ringing.map((fact) => fact.kind),
        ['ringing', 'parties', 'link']
    );
});

test('v4 recordings come with the whole call', () => {
    const json = fixture('v4.call.recording.completed');
    assert.equal(factOf(json, 'recordings')?.recordings[0]?.id, 'CR4a1');
    assert.equal(factOf(json, 'ended')?.status, 'answered');
    assert.equal(factOf(fixture('v4.call.completed'), 'recordings'), undefined, 'null is not told');
});

test('a v4 summary is read under both names of its event, names no party, and only Sona has jobs', () => {
    const sona = factOf(fixture('v4.call.summary.completed'), 'summary');
    assert.equal(sona?.bySona, true);
    assert.equal(sona?.jobs?.[0]?.answers.length, 3);
    const human = factsOf(fixture('v4.callSummary'));
    assert.deepEqual(human, [
        {
            callId: 'AC4a1',
            at: '2026-11-20T16:05:00.000Z',
            kind: 'summary',
            progress: 'completed',
            summary: ['Ils ont parlé de la pluie.'],
            nextSteps: ['Apporter un parapluie.']
        }
    ]);
    assert.equal(factOf(fixture('v4.callTranscript'), 'transcript')?.dialogue?.[0]?.start, 5.123456);
});

test('`to` is read as text, as a list and as numbers joined by commas', () => {
    assert.deepEqual(factOf(fixture('v4.message.received'), 'message')?.to, ['+14385550100']);
    assert.deepEqual(factOf(fixture('v4.message.delivered.sample'), 'message')?.to, ['+15145550111']);
    assert.deepEqual(factOf(fixture('v3.message.received.group'), 'message')?.to, [
        '+14385550100',
        '+15145550112',
        '+15145550113'
    ]);
});

test('a v4 text without a link has the same conversation in both directions', () => {
    const outgoing = factOf(fixture('v4.message.delivered.sample'), 'message');
    const incoming = fixture('v4.message.received');
    delete incoming.data['deepLink'];
    assert.equal(outgoing?.conversation, factOf(incoming, 'message')?.conversation);
    assert.match(outgoing?.conversation ?? '', /^PN1-[0-9a-f]{12}$/);
    assert.equal(factOf(fixture('v4.message.received'), 'message')?.conversation, 'CN9');
});

test('a conversation key is always one that a record can carry', () => {
    assert.equal(conversationKey('CN1', undefined, []), 'CN1');
    for (const key of [
        conversationKey('CN/1 é', undefined, []),
        conversationKey('CN'.repeat(40), 'PN1', []),
        conversationKey(undefined, 'PN'.repeat(40), ['+1', '+2']),
        conversationKey(undefined, undefined, ['a'])
    ]) {
        assert.match(key, /^[A-Za-z0-9-]{1,60}$/);
    }
    assert.equal(conversationKey(undefined, 'P', ['b', 'a']), conversationKey(undefined, 'P', ['a', 'b', 'a']));
    assert.notEqual(conversationKey(undefined, 'P', ['a']), conversationKey(undefined, 'Q', ['a']));
});

test('an app webhook tells its sides, its voicemail and its text under other names', () => {
    const json = fixture('v3.call.completed.voicemail');
    assert.equal(factOf(json, 'ended')?.status, 'unanswered');
    assert.equal(factOf(json, 'ended')?.hasVoicemail, true);
    assert.equal(factOf(json, 'voicemail')?.url, 'https://media.example.com/vm.mp3');
    assert.deepEqual(factOf(json, 'parties')?.external, ['+15145550111']);
    const outgoing = fixture('v3.call.completed.outgoing');
    assert.deepEqual(factOf(outgoing, 'parties')?.external, ['+15145550111']);
    assert.deepEqual(factOf(outgoing, 'parties')?.workspace, ['+14385550100']);
    assert.equal(factOf(outgoing, 'ended')?.hasVoicemail, false);
    assert.equal(factOf(outgoing, 'voicemail'), undefined);
    const group = factOf(fixture('v3.message.received.group'), 'message');
    assert.equal(group?.text, 'On se voit mardi?');
    assert.equal(group?.createdAt, '2026-11-20T11:05:00.000Z', 'an offset becomes Z');
    assert.equal(group?.at, '2026-11-25T05:14:12.000Z');
});

test('an app recording without an id gets one that stays', () => {
    const recordings = factOf(fixture('v3.call.recording.completed'), 'recordings');
    assert.deepEqual(recordings?.recordings, [
        {
            id: 'at-2026-11-20T16:00:00.000Z-1',
            duration: 31,
            type: 'audio/mpeg',
            url: 'https://media.example.com/r.mp3'
        }
    ]);
});

test('app contacts lose their prefix and keep their numbers, in both forms of their fields', () => {
    for (const name of ['v3.contact.updated', 'v3.contact.updated.list']) {
        const contact = factOf(fixture(name), 'contact');
        assert.equal(contact?.contactId, '64260c5cd1c90ca558ff6edb');
        assert.deepEqual(contact?.phoneNumbers, ['+15145550111'], name);
        assert.deepEqual(contact?.emails, ['maude@example.com'], name);
    }
    const gone = factOf(fixture('v3.contact.deleted'), 'contact');
    assert.deepEqual([gone?.change, gone?.at], ['deleted', '2026-11-20T19:00:00.000Z']);
});
