import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factOf, factsOf, fixture, readJson } from './fixture.ts';

const callId = 'ACc001';

test('an answered call tells its end, its parties and its link, all in milliseconds UTC', () => {
    const at = '2026-11-20T16:04:05.000Z';
    assert.deepEqual(factsOf(fixture('dated.call.completed.answered')), [
        {
            callId,
            at,
            kind: 'ended',
            direction: 'incoming',
            status: 'answered',
            startedAt: '2026-11-20T16:00:00.000Z',
            answeredAt: '2026-11-20T16:00:05.000Z',
            completedAt: at,
            duration: 240,
            hasVoicemail: false
        },
        {
            callId,
            at,
            kind: 'parties',
            phoneNumberId: 'PN1',
            conversationId: 'CN1',
            userId: 'US1',
            external: ['+15145550111'],
            workspace: ['+14385550100'],
            sidesKnown: true
        },
        { callId, at, kind: 'link', url: 'https://my.quo.com/inbox/PN1/c/CN1?at=ACc001' }
    ]);
});

test('what Quo could not look up and what it left null stay untold', () => {
    const facts = factsOf(fixture('dated.call.completed.voicemail'));
    assert.deepEqual(facts[0], {
        callId: 'ACc003',
        at: '2026-11-20T17:00:41.000Z',
        kind: 'ended',
        direction: 'incoming',
        status: 'unanswered',
        startedAt: '2026-11-20T17:00:00.000Z',
        completedAt: '2026-11-20T17:00:41.000Z',
        hasVoicemail: true
    });
    const parties = factOf(fixture('dated.call.completed.voicemail'), 'parties');
    assert.ok(parties && !('external' in parties) && !('workspace' in parties) && !('sidesKnown' in parties));
    assert.equal(facts.length, 2, 'a null link is no link');
});

test('nobody outside is told as an empty list, which is not the same', () => {
    const json = fixture('dated.call.completed.voicemail');
    json.data['context']!['participants'] = { workspace: ['+14385550100'], external: [], resolution: 'available' };
    assert.deepEqual(factOf(json, 'parties')?.external, []);
});

test('every status of a completed call has its end, and a new word is an end all the same', () => {
    const ends = {
        answered: 'answered',
        unanswered: 'unanswered',
        failed: 'failed',
        forwarded: 'forwarded',
        abandoned: 'abandoned',
        'ai-handled': 'sona',
        unknown: 'unknown',
        teleported: 'unknown'
    };
    for (const [status, end] of Object.entries(ends)) {
        const json = fixture('dated.call.completed.answered');
        json.data['resource']!['status'] = status;
        assert.equal(factOf(json, 'ended')?.status, end);
    }
});

test('ringing, answered, missed, forwarded and menu each tell their own fact and when the call began', () => {
    const cases = {
        'dated.call.ringing': { kind: 'ringing', direction: 'incoming', startedAt: '2026-11-20T16:00:00.000Z' },
        'dated.call.answered': { kind: 'answered', answeredAt: '2026-11-20T16:00:05.000Z', answeredBy: 'US1' },
        'dated.call.missed': { kind: 'missed' },
        'dated.call.forwarded': { kind: 'forwarded', from: '+14385550100', to: '+16135550123' },
        'dated.call.menu.selected': { kind: 'menu', selection: '1', name: 'Sales', reason: 'phone-menu-dial' }
    };
    for (const [name, expected] of Object.entries(cases)) {
        const facts = factsOf(fixture(name));
        const { callId, at, ...own } = facts[0] as unknown as Record<string, unknown>;
        assert.deepEqual(own, expected, name);
        assert.match(String(callId), /^ACc/);
        assert.match(String(at), /^2026-11-20T\d\d:\d\d:\d\d\.\d{3}Z$/);
        assert.ok(facts.some((fact) => fact.kind === 'ringing' && fact.startedAt !== undefined));
    }
    assert.equal(factOf(fixture('dated.call.menu.selected'), 'menu')?.at, '2026-11-20T16:00:04.000Z', 'no updatedAt');
});

test('a recording tells its segments, and that the call is over', () => {
    const json = fixture('dated.call.recording.completed');
    assert.deepEqual(factOf(json, 'recordings'), {
        callId,
        at: '2026-11-20T16:05:10.000Z',
        kind: 'recordings',
        recordings: [
            {
                id: 'CR1',
                startedAt: '2026-11-20T16:00:06.000Z',
                duration: 238,
                type: 'audio/mpeg',
                url: 'https://recordings.example.com/CR1.mp3'
            }
        ],
        progress: 'completed'
    });
    assert.equal(factOf(json, 'ended')?.status, undefined);
    assert.equal(factOf(json, 'ended')?.completedAt, '2026-11-20T16:04:05.000Z');
    json.data['resource']!['recordings'] = [];
    assert.equal(factOf(json, 'recordings')?.progress, 'absent');
    json.data['resource']!['recordings'] = [{ url: 'https://recordings.example.com/x' }];
    const [nameless] = factOf(json, 'recordings')?.recordings ?? [];
    assert.equal(nameless?.id, 'at-2026-11-20T16:00:00.000Z-1');
});

test('a summary of Sona keeps every answer with its type, in order', () => {
    const summary = factOf(fixture('dated.call.summary.completed.sona'), 'summary');
    assert.deepEqual(
        { ...summary, summary: undefined },
        {
            callId: 'ACc002',
            at: '2026-11-20T22:02:20.000Z',
            kind: 'summary',
            progress: 'completed',
            summary: undefined,
            nextSteps: [],
            bySona: true,
            callerNumber: '+14185550177',
            jobs: [
                {
                    icon: '✍️',
                    name: 'Message taking',
                    answers: [
                        { question: 'First and last name', value: 'Maude Tremblay' },
                        { question: 'Summarize the message', value: 'Wants a callback about the enterprise plan.' },
                        { question: 'Number of seats', value: 40 },
                        { question: 'Existing customer', value: false }
                    ]
                }
            ]
        }
    );
    assert.equal(factOf(fixture('dated.call.summary.completed.human'), 'summary')?.answeredBy, 'US1');
});

test('an answer that is a list or nothing is kept as what it is', () => {
    const json = fixture('dated.call.summary.completed.sona');
    json.data['resource']!['jobs'] = [{ name: 'J', result: { data: [{ name: 'Q', value: ['a', 1] }, { name: 'R' }] } }];
    assert.deepEqual(factOf(json, 'summary')?.jobs, [
        {
            name: 'J',
            answers: [
                { question: 'Q', value: '["a",1]' },
                { question: 'R', value: '' }
            ]
        }
    ]);
});

test('a transcript says who spoke, on our side by user and outside by number', () => {
    assert.deepEqual(factOf(fixture('dated.call.transcript.completed'), 'transcript')?.dialogue, [
        { content: 'Thanks for calling, how can I help?', start: 0, end: 3.1, userId: 'SYUsona1' },
        { content: 'Hi, I wanted to ask about pricing.', start: 3.4, end: 7, identifier: '+14185550177' }
    ]);
});

test('a voicemail belongs to its call, not to its own activity, and names the caller when the context cannot', () => {
    const json = fixture('dated.call.voicemail.completed');
    assert.equal(factOf(json, 'voicemail')?.callId, 'ACc003');
    assert.equal(factOf(json, 'voicemail')?.id, 'VM1');
    json.data['context']!['participants'] = { workspace: [], external: [], resolution: 'unavailable' };
    assert.deepEqual(factOf(json, 'parties')?.external, ['+15145550111']);
    json.data['resource']!['callId'] = null;
    assert.deepEqual(readJson(json), {
        kind: 'unknown',
        type: 'call.voicemail.completed',
        eventId: 'EVc013',
        why: 'a voicemail without the id of its call'
    });
});

test('a received text has its conversation, sender and media, and no author of ours', () => {
    assert.deepEqual(factsOf(fixture('dated.message.received')), [
        {
            kind: 'message',
            messageId: 'ACm001',
            conversation: 'CN1',
            at: '2026-11-20T15:04:05.000Z',
            direction: 'incoming',
            createdAt: '2026-11-20T15:04:05.000Z',
            text: 'Pouvez-vous m’envoyer la soumission? 🙏',
            media: [{ url: 'https://media.example.com/a.jpg', type: 'image/jpeg' }],
            status: 'received',
            from: '+15145550111',
            to: ['+14385550100'],
            phoneNumberId: 'PN1',
            link: 'https://my.quo.com/inbox/PN1/c/CN1?at=ACm001'
        }
    ]);
});

test('sent texts tell their fate and their author', () => {
    const delivered = factOf(fixture('dated.message.delivered'), 'message');
    assert.equal(delivered?.status, 'delivered');
    assert.equal(delivered?.userId, 'US1');
    assert.equal(delivered?.at, '2026-11-20T15:06:05.000Z');
    assert.equal(delivered?.createdAt, '2026-11-20T15:06:01.000Z');
    const failed = factOf(fixture('dated.message.failed'), 'message');
    assert.deepEqual([failed?.status, failed?.errorCode, failed?.media], ['failed', undefined, undefined]);
    assert.equal(factOf(fixture('dated.message.undelivered'), 'message')?.errorCode, '30006');
});

test('contact events tell what changed and what is gone', () => {
    const updated = factOf(fixture('dated.contact.updated'), 'contact');
    assert.deepEqual(updated, {
        kind: 'contact',
        change: 'updated',
        contactId: '6a145ff26212a192852c856e',
        at: '2026-11-20T18:00:00.000Z',
        source: 'salesforce-connector',
        externalId: '003XX0000012345AAA',
        firstName: 'Maude',
        lastName: 'Tremblay',
        company: 'Érablière Beauce',
        role: 'CFO',
        emails: ['maude@example.com'],
        phoneNumbers: ['+15145550111']
    });
    assert.equal(factOf(fixture('dated.contact.deleted'), 'contact')?.change, 'deleted');
});

test('tasks, integrations and test events are kept aside with the reason', () => {
    for (const name of ['dated.task.assigned', 'dated.task.updated', 'dated.integration.created']) {
        assert.equal(readJson(fixture(name)).kind, 'ignored', name);
    }
    assert.deepEqual(readJson(fixture('dated.call.completed.test-event')), {
        kind: 'ignored',
        type: 'call.completed',
        eventId: 'EVtest',
        why: 'a test event of Quo'
    });
});
