import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { ANSWERED_CALL, data, list, simulatedQuo, type SimulatedQuo } from './simulated-quo.ts';

async function withCalls(t: TestContext, count: number): Promise<SimulatedQuo> {
    const quo = await simulatedQuo(t);
    for (let i = 0; i < count; i++) await addCall(quo, i);
    return quo;
}

async function addCall(quo: SimulatedQuo, i: number): Promise<void> {
    const from = new Date(Date.parse('2026-11-23T10:00:00Z') + i * 60_000).toISOString();
    await quo.control('POST', '/emit', { type: 'call.completed', of: ANSWERED_CALL, key: `c${i}`, from });
}

test('ten a page unless asked otherwise, newest first, until the cursor is null', async (t) => {
    const quo = await withCalls(t, 23);
    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < 3; page++) {
        const answer = await quo.api(`/calls${cursor && `?after=${cursor}`}`);
        seen.push(...list(answer).map((call) => String(call.createdAt)));
        cursor = String(answer.body.nextCursor);
    }
    assert.equal(cursor, 'null');
    assert.equal(seen.length, 23);
    assert.deepEqual(seen, [...seen].sort().reverse());
});

test('a call that arrives between two pages neither repeats nor hides another', async (t) => {
    const quo = await withCalls(t, 12);
    const first = await quo.api('/calls');
    await addCall(quo, 99);
    const second = await quo.api(`/calls?after=${String(first.body.nextCursor)}`);
    assert.equal(list(second).length, 2);
    const ids = new Set([...list(first), ...list(second)].map((call) => call.id));
    assert.equal(ids.size, 12);
});

test('a cursor does not live long', async (t) => {
    const quo = await withCalls(t, 12);
    const first = await quo.api('/calls');
    quo.clock.ms += 3_600_000;
    assert.equal((await quo.api(`/calls?after=${String(first.body.nextCursor)}`)).status, 400);
});

test('v1 pages with maxResults and pageToken, and its totalItems is not to be trusted', async (t) => {
    const quo = await withCalls(t, 5);
    const query = 'phoneNumberId=PNprincip1&participants=%2B15145550401&maxResults=2';
    const first = await quo.api(`/v1/calls?${query}`);
    assert.equal(list(first).length, 2);
    assert.equal(first.body.totalItems, 2);
    const second = await quo.api(`/v1/calls?${query}&pageToken=${String(first.body.nextPageToken)}`);
    const third = await quo.api(`/v1/calls?${query}&pageToken=${String(second.body.nextPageToken)}`);
    assert.equal(list(third).length, 1);
    assert.equal(third.body.nextPageToken, null);
});

test('the workspace is there: inboxes with their users, people, and Sona is nobody', async (t) => {
    const quo = await simulatedQuo(t);
    assert.equal(data(await quo.api('/organization')).subscriptionStatus, 'active');
    const inboxes = list(await quo.api('/phone-numbers?limit=50'));
    assert.deepEqual(
        inboxes.map((inbox) => inbox.name),
        ['Ligne principale', 'Ventes', 'Service', 'Québec']
    );
    assert.equal(list(await quo.api('/phone-numbers/PNservice3/users')).length, 2);
    assert.equal(list(await quo.api('/phone-numbers?phoneNumber=%2B14385550110'))[0]?.id, 'PNventes02');
    const users = list(await quo.api('/users?limit=50'));
    assert.ok(users.every((user) => String(user.id).startsWith('US')));
    assert.equal(list(await quo.api('/v1/phone-numbers')).length, 4);
    assert.equal(list(await quo.api('/users/USdavidc04/phone-numbers')).length, 2);
});
