import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factOf, factsOf, fixture, readJson } from './fixture.ts';

/** A fixture with some of its parts changed. */
function changed(name: string, part: string, changes: Record<string, unknown>): ReturnType<typeof fixture> {
    const json = fixture(name);
    json.data[part] = { ...json.data[part], ...changes };
    return json;
}

test('numbers in the place of text and digits in the place of numbers are read', () => {
    const call = changed('dated.call.completed.answered', 'resource', { duration: '239.6' });
    assert.equal(factOf(call, 'ended')?.duration, 240);
    const menu = changed('dated.call.menu.selected', 'resource', { phoneMenuSelection: 2 });
    assert.equal(factOf(menu, 'menu')?.selection, '2');
    const text = changed('dated.message.received', 'resource', { text: 42 });
    assert.equal(factOf(text, 'message')?.text, '42');
});

test('a negative or missing duration is not told, a duration of nothing is', () => {
    const duration = (value: unknown) =>
        factOf(changed('dated.call.completed.answered', 'resource', { duration: value }), 'ended')?.duration;
    assert.equal(duration(-1), undefined);
    assert.equal(duration(null), undefined);
    assert.equal(duration(undefined), undefined);
    assert.equal(duration(0), 0);
    assert.equal(readJson(changed('dated.call.completed.answered', 'resource', { duration: 'long' })).kind, 'unknown');
});

test('empty ids and links are none, an empty text is a text', () => {
    const json = changed('dated.message.received', 'context', { conversationId: '', phoneNumberId: ' ' });
    json.data['resource']!['text'] = '';
    json.data['links'] = { quo: '' };
    const message = factOf(json, 'message');
    assert.equal(message?.text, '');
    assert.match(message?.conversation ?? '', /^PN0-[0-9a-f]{12}$/);
    assert.ok(message && !('phoneNumberId' in message) && !('link' in message));
});

test('an event without context or links is still what it says', () => {
    const json = fixture('dated.call.ringing');
    delete json.data['context'];
    delete json.data['links'];
    assert.deepEqual(
        factsOf(json).map((fact) => fact.kind),
        ['ringing']
    );
    const text = fixture('dated.message.received');
    text.data['context'] = { senderIdentifier: '+14155550100' };
    assert.match(factOf(text, 'message')?.conversation ?? '', /^PN0-/);
});

test('an event without any time cannot be put in order, and is kept aside', () => {
    const json = changed('dated.call.ringing', 'resource', { updatedAt: null });
    json['createdAt'] = null;
    assert.deepEqual(readJson(json), {
        kind: 'unknown',
        type: 'call.ringing',
        eventId: 'EVc001',
        why: 'no time: neither createdAt nor updatedAt'
    });
    const own = changed('dated.call.ringing', 'resource', { updatedAt: '2026-11-20T16:00:00Z' });
    own['createdAt'] = null;
    assert.equal(factsOf(own)[0]?.at, '2026-11-20T16:00:00.000Z', 'the resource’s own time will do');
});

test('ids that could not name a record are kept aside', () => {
    for (const id of ['', 'AC 1', "AC'; drop table", 'AC/../1', 'A'.repeat(81), null, 7, { a: 1 }]) {
        assert.equal(
            readJson(changed('dated.call.completed.answered', 'resource', { id })).kind,
            'unknown',
            JSON.stringify(id)
        );
    }
});

test('hidden callers are one word whatever Quo calls them, and each party is told once', () => {
    for (const word of ['Anonymous', 'anonymous', 'Restricted', 'BLOCKED', 'Unavailable']) {
        const participants = { workspace: ['+14385550100'], external: [word, word], resolution: 'available' };
        const json = changed('dated.call.completed.answered', 'context', { participants });
        assert.deepEqual(factOf(json, 'parties')?.external, ['anonymous'], word);
    }
    const sms = changed('dated.message.received', 'context', { senderIdentifier: 'Anonymous' });
    assert.equal(factOf(sms, 'message')?.from, 'anonymous');
});

test('every status of a text is one of the six that people know', () => {
    const status = (value: string) =>
        factOf(changed('dated.message.delivered', 'resource', { status: value }), 'message')?.status;
    const known = {
        queued: 'queued',
        accepted: 'queued',
        scheduled: 'queued',
        sending: 'queued',
        sent: 'sent',
        delivered: 'delivered',
        read: 'delivered',
        partially_delivered: 'delivered',
        undelivered: 'undelivered',
        failed: 'failed',
        canceled: 'failed',
        teleported: undefined
    };
    for (const [told, meant] of Object.entries(known)) assert.equal(status(told), meant, told);
});

test('a text whose direction is not said goes the way its event says', () => {
    for (const [name, direction] of [
        ['dated.message.received', 'incoming'],
        ['dated.message.delivered', 'outgoing'],
        ['dated.message.failed', 'outgoing'],
        ['dated.message.undelivered', 'outgoing']
    ] as const) {
        assert.equal(factOf(changed(name, 'resource', { direction: null }), 'message')?.direction, direction);
    }
});

test('media without an address are none', () => {
    const json = changed('dated.message.received', 'resource', {
        media: [{ type: 'image/png' }, { url: 'https://a/b' }]
    });
    assert.deepEqual(factOf(json, 'message')?.media, [{ url: 'https://a/b' }]);
    assert.equal(factOf(changed('dated.message.received', 'resource', { media: null }), 'message')?.media, undefined);
});

test('any sample id makes a test event, wherever it stands', () => {
    for (const [part, key, id] of [
        ['resource', 'id', 'ACsamplecall01'],
        ['context', 'phoneNumberId', 'PNsamplephonenumber0001'],
        ['context', 'conversationId', 'CNsampleconversation01'],
        ['context', 'userId', 'USsampleus'],
        ['context', 'userId', 'SYUsamplesona']
    ] as const) {
        assert.equal(readJson(changed('dated.call.completed.answered', part, { [key]: id })).kind, 'ignored', id);
    }
    assert.equal(
        readJson(changed('dated.contact.updated', 'resource', { id: 'CTsampleContact01234' })).kind,
        'ignored'
    );
    assert.equal(readJson(changed('dated.call.completed.answered', 'context', { userId: 'US1sample' })).kind, 'facts');
});

test('a summary that is absent or failed says so, an unknown word is work that goes on', () => {
    const progress = (processingStatus: unknown) =>
        factOf(changed('dated.call.summary.completed.human', 'resource', { processingStatus }), 'summary')?.progress;
    assert.equal(progress('absent'), 'absent');
    assert.equal(progress('failed'), 'failed');
    assert.equal(progress('in-progress'), 'in-progress');
    assert.equal(progress('thinking'), 'in-progress');
    assert.equal(progress(null), 'completed', 'the event says so');
});

test('a summary in one piece is one line; a job that ran twice is told twice', () => {
    const one = changed('v4.callSummary', 'object', { summary: 'En bref.', nextSteps: null });
    assert.deepEqual(factOf(one, 'summary')?.summary, ['En bref.']);
    assert.equal(factOf(one, 'summary')?.nextSteps, undefined);
    const job = { name: 'Message', result: { data: [{ name: 'Nom', value: 'Ana' }] } };
    const twice = changed('dated.call.summary.completed.sona', 'resource', { jobs: [job, job] });
    assert.equal(factOf(twice, 'summary')?.jobs?.length, 2);
    const empty = changed('dated.call.summary.completed.sona', 'resource', { jobs: [{ name: null, result: null }] });
    assert.deepEqual(factOf(empty, 'summary')?.jobs, [{ name: '', answers: [] }]);
});

test('what a carrier reports about a text is about one of ours, whatever its direction says', () => {
    for (const name of ['dated.message.delivered', 'v4.message.delivered.sample']) {
        const part = name.startsWith('dated') ? 'resource' : 'object';
        const fact = factOf(changed(name, part, { direction: 'incoming', status: 'delivered' }), 'message');
        assert.deepEqual([fact?.direction, fact?.status], ['outgoing', 'delivered'], name);
    }
});

test('texts that name neither their conversation nor the other side are kept aside, never one conversation', () => {
    for (const nobody of [
        { from: null, to: null },
        { from: '', to: [] },
        { from: null, to: [], phoneNumberId: null }
    ]) {
        const none = { ...nobody, conversationId: null };
        const json = changed('v4.message.received', 'object', none);
        Reflect.deleteProperty(json.data, 'deepLink');
        const reading = readJson(json);
        assert.equal(reading.kind, 'unknown', JSON.stringify(nobody));
    }
});

test('an empty number among those who take part is somebody who hides it, an empty list is nobody', () => {
    const sides = (external: unknown) =>
        factOf(
            changed('dated.call.completed.answered', 'context', {
                participants: { workspace: ['+15145550100'], external, resolution: 'available' }
            }),
            'parties'
        )?.external;
    assert.deepEqual(sides(['']), ['anonymous']);
    assert.deepEqual(sides([' ', '+15145550111']), ['anonymous', '+15145550111']);
    assert.deepEqual(sides([]), []);
    assert.deepEqual(sides(''), []);
});
