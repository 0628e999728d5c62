import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { startQuo } from 'quo-simulator/quo.ts';
import { callFrom } from '../../../src/domain/calls/fold.ts';
import { outcomeOf } from '../../../src/domain/calls/outcome.ts';
import { externalNumbers } from '../../../src/domain/calls/parties.ts';
import type { CallFact, Fact, Reading } from '../../../src/domain/facts.ts';
import { quoClient } from '../../../src/quo/client.ts';
import { read } from '../../../src/quo/payloads/read.ts';
import { verify } from '../../../src/quo/signatures/verify.ts';
import { workspace } from '../../../src/quo/workspace.ts';

const KEYS: Readonly<Record<string, string>> = {
    '2026-03-30': 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    v4: 'R2ZLM2o0bFhBNVpyUnU2NG9mYXQ1MHNyR3pvSUhIVVg=',
    v3: 'AP+Aw6nerb7vASNFZ4mrze8QITJDVGV2h5ipusvc7f4='
};

/** Everything that one family of webhooks tells of every scenario, read as the connector reads it. */
async function played(t: TestContext, family: string) {
    const readings: Reading[] = [];
    let refused = 0;
    const server = createServer((request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => {
            const verdict = verify(request.headers, Buffer.concat(chunks), Object.values(KEYS), Date.now());
            if (verdict.ok) readings.push(read(Buffer.concat(chunks)));
            else refused += 1;
            response.writeHead(verdict.ok ? 202 : 401).end();
        });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const quo = await startQuo({ retryScale: 0 });
    t.after(async () => {
        await quo.close();
        server.closeAllConnections();
        server.close();
    });
    await control(quo.url, '/webhooks', { url, key: KEYS[family], apiVersion: family, everything: true });
    await control(quo.url, '/play', { scenarios: 'all', wait: true });
    return { quo, readings, refused };
}

async function control(url: string, path: string, body: unknown): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${url}/_control${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    assert.ok(response.ok, `${path}: ${response.status}`);
}

const callsIn = (readings: readonly Reading[]): Map<string, CallFact[]> => {
    const facts: readonly Fact[] = readings.flatMap((reading) => (reading.kind === 'facts' ? reading.facts : []));
    return Map.groupBy(
        facts.filter((fact): fact is CallFact => fact.kind !== 'message' && fact.kind !== 'contact'),
        ({ callId }) => callId
    );
};

for (const family of Object.keys(KEYS)) {
    test(`every delivery of a simulated ${family} workspace is verified and read`, async (t) => {
        const { readings, refused } = await played(t, family);
        assert.equal(refused, 0);
        assert.ok(readings.length > 40, `${readings.length} deliveries`);
        const unread = readings.flatMap((one) => (one.kind === 'unknown' ? [`${one.type}: ${one.why}`] : []));
        assert.deepEqual(unread, []);
    });
}

test('the API tells of each call what its webhooks told', async (t) => {
    const { quo, readings } = await played(t, '2026-03-30');
    const asked = workspace(quoClient({ baseUrl: quo.url, key: 'sandbox-key' }));
    const inboxes = await asked.inboxes();
    const from = new Date(Date.now() - 40 * 3_600_000).toISOString();
    const history = new Map<string, CallFact[]>();
    for await (const facts of asked.callsBetween(from, new Date().toISOString())) {
        for (const fact of facts) history.set(fact.callId, [...(history.get(fact.callId) ?? []), fact]);
    }
    let compared = 0;
    for (const [id, told] of callsIn(readings)) {
        const byWebhook = callFrom(id, told);
        const byApi = callFrom(id, history.get(id) ?? []);
        if (!byWebhook.ended || byWebhook.status === undefined) continue;
        compared += 1;
        assert.equal(outcomeOf(byApi), outcomeOf(byWebhook), id);
        assert.equal(byApi.direction, byWebhook.direction, id);
        assert.equal(byApi.startedAt, byWebhook.startedAt, id);
        if (byWebhook.external === undefined) continue;
        assert.deepEqual(sorted(externalNumbers(byApi, inboxes)), sorted(externalNumbers(byWebhook, inboxes)), id);
    }
    assert.ok(compared > 15, `${compared} calls compared`);
});

function sorted(numbers: readonly string[] | undefined): readonly string[] {
    return [...(numbers ?? [])].sort();
}
