import assert from 'node:assert/strict';
import { test } from 'node:test';
import { data, list, receiver, simulatedQuo, type SimulatedQuo } from './simulated-quo.ts';

const FROM = '2026-11-23T14:00:00Z';

async function told(quo: SimulatedQuo, key: string, type: string, of: Record<string, unknown>): Promise<void> {
    const message = { kind: 'message', direction: 'incoming', inbox: 'principal', who: ['mathieu-bergeron'], ...of };
    await quo.control('POST', '/emit', { type, of: message, key, from: FROM });
}

test('an incoming text has no user, an outgoing one its sender, Sona included', async (t) => {
    const quo = await simulatedQuo(t);
    await told(quo, 'a', 'message.received', { text: 'Allô?' });
    await told(quo, 'b', 'message.delivered', { direction: 'outgoing', text: 'Oui?', user: 'sona', starts: 60 });
    const [answer, question] = list(await quo.api('/messages'));
    assert.equal(answer?.userId, 'SYUsona2026');
    assert.deepEqual(answer?.to, ['+15145550401']);
    assert.equal(question?.userId, null);
    assert.equal(question?.conversationId, answer?.conversationId);
});

test('message times are bounded exclusively', async (t) => {
    const quo = await simulatedQuo(t);
    await told(quo, 'a', 'message.received', { text: 'Allô?' });
    assert.equal(list(await quo.api(`/messages?createdAt[gt]=${FROM}`)).length, 0);
    assert.equal(list(await quo.api('/messages?createdAt[gt]=2026-11-23T13:59:59Z')).length, 1);
});

test('a group text lists its recipients, and only the exact set of them finds it', async (t) => {
    const quo = await simulatedQuo(t);
    const who = ['rosalie-paquet', 'simon-lemieux'];
    await told(quo, 'a', 'message.delivered', { direction: 'outgoing', text: 'Bonjour', who, user: 'luc' });
    const find = async (query: string) => list(await quo.api(`/messages?${query}`)).length;
    assert.equal(await find('to[all]=%2B14505550231,%2B15145550230'), 1);
    assert.equal(await find('to[all]=%2B15145550230'), 0);
    assert.equal(await find('to=%2B15145550230'), 1);
});

test('calls and texts with the same people are one conversation', async (t) => {
    const quo = await simulatedQuo(t);
    await told(quo, 'a', 'message.received', { text: 'Un' });
    await told(quo, 'b', 'message.received', { text: 'Deux', starts: 600 });
    const [conversation, ...others] = list(await quo.api('/conversations?sort=updatedAt:asc'));
    assert.equal(others.length, 0);
    assert.deepEqual(conversation?.participants, ['+15145550401']);
    assert.equal(conversation?.lastActivityAt, '2026-11-23T14:10:00.000Z');
    const done = await quo.api(`/conversations/${String(conversation?.id)}/mark-as-done`, { method: 'POST' });
    assert.equal(done.status, 204);
});

test('a failed text without an error code can be tried again, another one cannot', async (t) => {
    const quo = await simulatedQuo(t);
    await told(quo, 'a', 'message.failed', { direction: 'outgoing', text: 'x', errorCode: null });
    await told(quo, 'b', 'message.failed', { direction: 'outgoing', text: 'y', errorCode: '30006', starts: -60 });
    const [retryable, lost] = list(await quo.api('/messages'));
    const retry = (id: unknown) => quo.api(`/messages/${String(id)}/retry`, { method: 'POST' });
    assert.equal((await retry(retryable?.id)).status, 202);
    assert.equal((await retry(lost?.id)).status, 400);
});

test('v1 sends: 202 first, then the text is delivered and webhooks hear it', async (t) => {
    const quo = await simulatedQuo(t);
    const hook = await receiver(t);
    await quo.control('POST', '/webhooks', { url: hook.url });
    const body = { content: 'Bonjour', from: 'PNventes02', to: ['+15145550401'] };
    const sent = await quo.api('/v1/messages', { method: 'POST', body });
    assert.equal(sent.status, 202);
    const [heard] = await hook.until(1);
    assert.equal(heard?.body.type, 'message.delivered');
    assert.equal(data(await quo.api(`/messages/${String(data(sent).id)}`)).status, 'delivered');
    const stranger = { ...body, from: '+15140000000' };
    assert.equal((await quo.api('/v1/messages', { method: 'POST', body: stranger })).status, 400);
});

test('the file of a message is a picture', async (t) => {
    const quo = await simulatedQuo(t);
    await told(quo, 'a', 'message.received', { media: ['image/png'] });
    const [message] = list(await quo.api('/messages'));
    const [media] = message?.media as { url: string; type: string }[];
    const picture = await fetch(String(media?.url));
    assert.equal(picture.headers.get('content-type'), 'image/png');
    assert.equal(Buffer.from(await picture.arrayBuffer()).toString('latin1', 1, 4), 'PNG');
});
