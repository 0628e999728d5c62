import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { ANSWERED_CALL, receiver, simulatedQuo, type Json } from './simulated-quo.ts';

/** The documented keys of `data.resource`, for each event of the 2026-03-30 form. */
const CALL_RESOURCES: Record<string, string> = {
    'call.ringing': 'id direction createdAt updatedAt',
    'call.menu.selected': 'id createdAt updatedAt phoneMenuSelection phoneMenuSelectionName statusReason',
    'call.answered': 'id direction createdAt answeredAt answeredByUserId updatedAt',
    'call.completed': 'id direction status createdAt answeredAt completedAt updatedAt duration hasVoicemail',
    'call.forwarded': 'id createdAt updatedAt forwardedFrom forwardedTo',
    'call.missed': 'id createdAt updatedAt',
    'call.recording.completed': 'id direction createdAt answeredAt completedAt updatedAt duration recordings',
    'call.summary.completed':
        'callId processingStatus summary nextSteps fromPhoneNumber handledByAiAgent answeredByUserId jobs',
    'call.transcript.completed': 'callId createdAt duration processingStatus dialogue',
    'call.voicemail.completed':
        'id voicemailId callId direction duration from to transcript recordingUrl createdAt updatedAt'
};
const CALL_CONTEXT = 'orgId phoneNumberId conversationId phoneNumberType userId contacts participants';

const MESSAGE_RESOURCES: Record<string, string> = {
    'message.received': 'id direction text media status createdAt',
    'message.delivered': 'id direction text media status createdAt',
    'message.failed': 'id direction text status errorCode createdAt',
    'message.undelivered': 'id direction text media status errorCode createdAt'
};
const MESSAGE_CONTEXT = 'orgId phoneNumberId conversationId userId contacts senderIdentifier recipientIdentifiers';

async function bodyOf(t: TestContext, type: string, of: Json, family = '2026-03-30', more: Json = {}): Promise<Json> {
    const quo = await simulatedQuo(t);
    const hook = await receiver(t);
    await quo.control('POST', '/webhooks', { url: hook.url, apiVersion: family });
    await quo.control('POST', '/emit', { type, of, family, from: '2026-11-23T14:00:00Z', ...more });
    return (await hook.until(1))[0]?.body ?? {};
}

const keys = (object: unknown): string[] => Object.keys(object as object).sort();
const named = (text: string): string[] => text.split(' ').sort();
const parts = (body: Json) => body.data as { resource: Json; context: Json; links: Json; object: Json };

for (const [type, resource] of Object.entries(CALL_RESOURCES)) {
    test(`${type} has exactly the documented keys`, async (t) => {
        const body = await bodyOf(t, type, { ...ANSWERED_CALL, voicemail: { lasts: 3 } });
        assert.deepEqual(keys(body), named('id apiVersion createdAt type data'));
        assert.deepEqual(keys(body.data), named('resource context links'));
        assert.deepEqual(keys(parts(body).resource), named(resource));
        const ringing = named('orgId phoneNumberId conversationId userId participants');
        assert.deepEqual(keys(parts(body).context), type === 'call.ringing' ? ringing : named(CALL_CONTEXT));
    });
}

const TEXT = { kind: 'message', inbox: 'principal', who: ['mathieu-bergeron'], text: 'Allô', media: ['image/png'] };

for (const [type, resource] of Object.entries(MESSAGE_RESOURCES)) {
    test(`${type} has exactly the documented keys`, async (t) => {
        const direction = type === 'message.received' ? 'incoming' : 'outgoing';
        const body = await bodyOf(t, type, { ...TEXT, direction });
        assert.deepEqual(keys(parts(body).resource), named(resource));
        assert.deepEqual(keys(parts(body).context), named(MESSAGE_CONTEXT));
    });
}

test('a dated call tells the sides apart and whom Quo knows', async (t) => {
    const { context, links } = parts(await bodyOf(t, 'call.completed', { ...ANSWERED_CALL, who: ['jean-tremblay'] }));
    assert.deepEqual(context.participants, {
        workspace: ['+15145550100'],
        external: ['+15145550201'],
        resolution: 'available'
    });
    assert.deepEqual(context.contacts, { ids: ['6a145ff26212a192852c0001'], lookupStatus: 'matched' });
    assert.match(String(links.quo), /^https:\/\/my\.quo\.com\/inbox\/PNprincip1\/c\/CN\w+\?at=AC\w+$/);
});

test('an internal call has nobody outside', async (t) => {
    const { context } = parts(await bodyOf(t, 'call.completed', { ...ANSWERED_CALL, who: ['ventes'] }));
    const { external, workspace } = context.participants as { external: string[]; workspace: string[] };
    assert.deepEqual(external, []);
    assert.deepEqual(workspace.sort(), ['+14385550110', '+15145550100']);
});

test('a v4 call mixes both sides, has its link beside the object, and recordings only with their event', async (t) => {
    const body = await bodyOf(t, 'call.completed', ANSWERED_CALL, 'v4');
    assert.equal(body.apiVersion, 'v4');
    const { object, deepLink } = body.data as { object: Json; deepLink: string };
    assert.deepEqual(object.participants, ['+15145550401', '+15145550100']);
    assert.equal(object.recordings, null);
    assert.equal(object.answeredBy, 'USlucb0002');
    assert.match(deepLink, /my\.quo\.com/);
    const outgoing = { ...ANSWERED_CALL, direction: 'outgoing', answeredBy: undefined, initiatedBy: 'luc' };
    const recorded = parts(await bodyOf(t, 'call.recording.completed', outgoing, 'v4')).object;
    assert.deepEqual(recorded.participants, ['+15145550100', '+15145550401']);
    assert.equal((recorded.recordings as unknown[]).length, 1);
});

test('a v4 text has a string for its recipient and no media', async (t) => {
    const { object } = parts(await bodyOf(t, 'message.received', { ...TEXT, direction: 'incoming' }, 'v4'));
    assert.equal(object.to, '+15145550100');
    assert.equal(object.text, 'Allô');
    assert.equal('media' in object, false);
});

test('a v3 group text has one comma-joined recipient and a body', async (t) => {
    const group = { ...TEXT, direction: 'outgoing', who: ['rosalie-paquet', 'simon-lemieux'] };
    const { object } = parts(await bodyOf(t, 'message.delivered', group, 'v3'));
    assert.equal(object.to, '+15145550230,+14505550231');
    assert.equal(object.body, 'Allô');
});

test('a v3 missed call with a voicemail is "completed" and never answered', async (t) => {
    const missed = { ...ANSWERED_CALL, talks: undefined, ends: 'unanswered', voicemail: { lasts: 3 } };
    const { object } = parts(await bodyOf(t, 'call.completed', missed, 'v3'));
    assert.equal(object.status, 'completed');
    assert.equal(object.answeredAt, null);
    assert.equal((object.voicemail as Json).duration, 3);
});

test('an app webhook can write its times with an offset', async (t) => {
    const { object } = parts(await bodyOf(t, 'call.completed', ANSWERED_CALL, 'v3', { offsetTimes: true }));
    assert.equal(object.createdAt, '2026-11-23T14:00:00+00:00');
});

test('half a surrogate pair travels as an escape that every JSON reader takes', async (t) => {
    const quo = await simulatedQuo(t);
    const hook = await receiver(t);
    await quo.control('POST', '/webhooks', { url: hook.url });
    const of = { ...TEXT, direction: 'incoming', text: 'a\ud83d b\u0000' };
    await quo.control('POST', '/emit', { type: 'message.received', of });
    const [got] = await hook.until(1);
    assert.match(got?.bytes.toString() ?? '', /"a\\ud83d b\\u0000"/);
});
