import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { SILENT } from '../../src/log.ts';
import type { Receipt } from '../../src/pipeline/receive.ts';
import { listen } from '../../src/web/server.ts';
import { webhook } from '../../src/web/webhook.ts';

const SIGNED = { 'webhook-id': 'msg_1', 'webhook-timestamp': '1', 'webhook-signature': 'v1,AAAA' };
const WRONG: Receipt = { status: 401, outcome: 'wrong', code: 'WEBHOOK-WRONG' };

/** A webhook behind which is counted what is looked at and logged. */
async function flooded(t: TestContext, answer: (signature: unknown) => Receipt = () => WRONG) {
    const looked: unknown[] = [];
    const lines: unknown[] = [];
    const router = webhook({
        isConnection: () => true,
        receive: async (_connection, headers) => {
            looked.push(headers['webhook-signature']);
            return answer(headers['webhook-signature']);
        },
        refusalsAMinute: 5,
        looksAMinute: 20,
        log: { ...SILENT, warn: (_event, data) => void lines.push(data) }
    });
    // As behind a proxy that says who calls.
    const server = await listen([router], { port: 0, host: '127.0.0.1', trustedProxies: 1, log: SILENT });
    t.after(() => server.close(0));
    const post = async (headers: Readonly<Record<string, string>>, from = '203.0.113.7'): Promise<number> => {
        const init = { method: 'POST', body: '{}', headers: { ...headers, 'x-forwarded-for': from } };
        return (await fetch(`${server.url}/webhooks/quo/default`, init)).status;
    };
    return { looked, lines, post };
}

const times = async (n: number, post: () => Promise<number>): Promise<readonly number[]> => {
    const statuses: number[] = [];
    for (let i = 0; i < n; i += 1) statuses.push(await post());
    return statuses;
};

test('a flood of unsigned posts is looked at no more after the first few, and is one line of the log', async (t) => {
    const { looked, lines, post } = await flooded(t);
    const statuses = await times(100, () => post({}));
    assert.deepEqual(statuses.slice(0, 5), [401, 401, 401, 401, 401]);
    assert.deepEqual(new Set(statuses.slice(5)), new Set([429]));
    assert.equal(looked.length, 6, 'the sixth tells that there were too many');
    assert.deepEqual(lines, [{ connection: 'default', code: 'WEBHOOK-WRONG' }]);
});

test('a flood of wrongly signed posts costs a bounded number of signatures, and one line of the log', async (t) => {
    const { looked, lines, post } = await flooded(t);
    await times(100, () => post(SIGNED));
    assert.equal(looked.length, 6 + 20);
    assert.equal(lines.length, 1);
});

test('good deliveries from the address of a wrong webhook still arrive, and another address is not concerned', async (t) => {
    const { lines, post } = await flooded(t, (signature) =>
        signature === 'v1,GOOD' ? { status: 202, outcome: 'stored' } : WRONG
    );
    await times(10, () => post(SIGNED));
    const good = { ...SIGNED, 'webhook-signature': 'v1,GOOD' };
    assert.equal(await post(good), 202);
    assert.equal(await post({}), 429);
    assert.equal(await post({}, '203.0.113.8'), 401);
    assert.equal(lines.length, 2, 'one for each address');
});
