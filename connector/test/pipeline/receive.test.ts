import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reading } from '../../src/domain/facts.ts';
import { SILENT } from '../../src/log.ts';
import type { Delivery } from '../../src/contracts/store.ts';
import { receive, type Receiving } from '../../src/pipeline/receive.ts';

const READING: Reading = { kind: 'facts', type: 'call.missed', facts: [] };
const BODY = new TextEncoder().encode('{}');

function parts(overrides: Partial<Receiving> = {}): { parts: Receiving; kept: Delivery[]; told: string[] } {
    const kept: Delivery[] = [];
    const told: string[] = [];
    const deliveries = {
        accept: async (delivery: Delivery) => {
            if (kept.some(({ id }) => id === delivery.id)) return 'known' as const;
            kept.push(delivery);
            return 'stored' as const;
        }
    };
    return {
        kept,
        told,
        parts: {
            verify: () => ({ ok: true, scheme: 'standard-webhooks', id: 'msg_1' }),
            read: () => READING,
            deliveries,
            keysOf: (connection) => (connection === 'default' ? ['whsec_x'] : undefined),
            nowMs: () => 0,
            log: SILENT,
            onStored: (connection) => void told.push(connection),
            ...overrides
        }
    };
}

test('a delivery is answered once it is stored, and known when it comes again', async () => {
    const world = parts();
    const first = await receive(world.parts, 'default', {}, BODY);
    const again = await receive(world.parts, 'default', {}, BODY);
    assert.deepEqual([first.status, again.status], [202, 200]);
    assert.equal(world.kept.length, 1);
    assert.deepEqual(world.told, ['default']);
});

test('nothing is read or kept before the signature is right', async () => {
    const codes = {
        unsigned: 'WEBHOOK-UNSIGNED',
        malformed: 'WEBHOOK-MALFORMED',
        stale: 'WEBHOOK-STALE',
        wrong: 'WEBHOOK-WRONG'
    } as const;
    for (const why of ['unsigned', 'malformed', 'stale', 'wrong'] as const) {
        const world = parts({
            verify: () => ({ ok: false, why }),
            read: () => assert.fail('it was read')
        });
        assert.deepEqual(await receive(world.parts, 'default', {}, BODY), {
            status: 401,
            outcome: why,
            code: codes[why]
        });
        assert.equal(world.kept.length, 0);
    }
});

test('an unknown connection is told so, whatever the signature', async () => {
    const world = parts({ verify: () => assert.fail('it was verified') });
    assert.deepEqual(await receive(world.parts, 'other', {}, BODY), {
        status: 404,
        outcome: 'unknown-connection',
        code: 'WEBHOOK-CONNECTION'
    });
});

test('a signed body that is not JSON is refused, and kept to be looked at', async () => {
    const world = parts({ read: (body) => JSON.parse(Buffer.from(body).toString()) as Reading });
    const text = new TextEncoder().encode('<xml/>');
    assert.deepEqual(await receive(world.parts, 'default', {}, text), {
        status: 400,
        outcome: 'not-json',
        code: 'WEBHOOK-NOT-JSON'
    });
    assert.equal(world.kept[0]?.reading.kind, 'unknown');
    assert.deepEqual(world.kept[0]?.body, text);
});

test('a store that fails is our fault: 503, so that Quo sends again', async () => {
    const world = parts({ deliveries: { accept: () => Promise.reject(new Error('disk full')) } });
    assert.equal((await receive(world.parts, 'default', {}, BODY)).status, 503);
    assert.deepEqual(world.told, []);
});

test('of the headers only what replaying needs is kept', async () => {
    const world = parts();
    const headers = {
        'webhook-id': 'msg_1',
        authorization: 'Bearer x',
        cookie: 'a=b',
        'content-type': 'application/json'
    };
    await receive(world.parts, 'default', headers, BODY);
    assert.deepEqual(world.kept[0]?.headers, { 'webhook-id': 'msg_1', 'content-type': 'application/json' });
});
