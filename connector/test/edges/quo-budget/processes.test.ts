import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startQuo } from 'quo-simulator/quo.ts';
import { privateStore } from '../store/database.ts';

const ASKER = fileURLToPath(new URL('asker.ts', import.meta.url));
/** Quo's clock runs five times faster: ten requests in each fifth of a second. */
const FASTER = 5;
const SECOND_MS = 1_000 / FASTER;

async function twoProcesses(t: TestContext, speed: number, requests: number, ...more: readonly string[]) {
    const quo = await startQuo({ now: () => Math.floor(performance.now() * speed) + Date.UTC(2026, 10, 20) });
    t.after(() => quo.close());
    const { databaseUrl, secretKey } = await privateStore();
    const ended = await Promise.all(
        [1, 2].map(() => {
            const args = [ASKER, databaseUrl, secretKey, quo.url, String(requests), ...more];
            const asker = spawn(process.execPath, args, { stdio: speed === FASTER ? 'inherit' : 'ignore' });
            t.after(() => asker.kill('SIGKILL'));
            return once(asker, 'exit');
        })
    );
    const tally = (await (await fetch(`${quo.url}/_control/requests`)).json()) as { byStatus: Record<string, number> };
    return { codes: ended.map(([code]) => code as unknown), byStatus: tally.byStatus };
}

test('two processes on one database never ask Quo more than its limit allows', async (t) => {
    const { codes, byStatus } = await twoProcesses(t, FASTER, 50, String(SECOND_MS));
    assert.deepEqual(codes, [0, 0]);
    assert.deepEqual(byStatus, { 200: 100 });
});

test('that limit is a real one: two processes that do not share a budget go over it', async (t) => {
    // Quo's second lasts long enough for both processes to start in it, on whatever machine.
    const { byStatus } = await twoProcesses(t, 1 / 60, 20);
    assert.ok((byStatus['429'] ?? 0) > 0);
});
