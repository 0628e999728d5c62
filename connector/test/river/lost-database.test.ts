import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startConnector } from './connector-process.ts';

interface Told {
    readonly status: number;
    readonly text: string;
}

async function ask(url: string, path: string): Promise<Told> {
    const answer = await fetch(url + path, { signal: AbortSignal.timeout(60_000) });
    return { status: answer.status, text: await answer.text() };
}

/** Only what hangs takes so many rounds. */
const ROUNDS = 1_200;

/** Asks until it is so. */
async function until(what: () => Promise<boolean>): Promise<void> {
    for (let n = 0; n < ROUNDS; n += 1) {
        if (await what().catch(() => false)) return;
        await sleep(100);
    }
    throw new Error(`It did not become so: ${what.toString()}`);
}

async function serverOf(folder: string): Promise<number> {
    const names = await readdir(folder, { recursive: true });
    const file = names.find((name) => name.endsWith('postmaster.pid')) ?? '';
    return Number(readFileSync(join(folder, file), 'utf8').split('\n')[0]);
}

test('a process that loses its database stays alive, says so, and is ready again by itself', async (t) => {
    // Short: a socket's path has at most a hundred characters.
    const folder = await mkdtemp(join(tmpdir(), 'q-'));
    await chmod(folder, 0o755);
    const connector = await startConnector({ PORT: '0', DATA_DIR: join(folder, 'data'), ADMIN_TOKEN: 'x'.repeat(24) });
    t.after(async () => {
        await connector.stop();
        await rm(folder, { recursive: true, force: true });
    });
    const { url } = connector;
    assert.deepEqual(await ask(url, '/readyz'), { status: 200, text: '{"status":"ready","troubles":[]}' });
    assert.match((await ask(url, '/metrics')).text, /^quo_store_up 1$/m);
    const server = await serverOf(folder);
    process.kill(server, 'SIGSTOP');
    const silent = await ask(url, '/readyz');
    process.kill(server, 'SIGKILL');
    assert.ok([200, 503].includes(silent.status), 'it answers, whatever the database does');
    await until(
        async () => (await ask(url, '/readyz')).text === '{"status":"not-ready","troubles":["store-unreachable"]}'
    );
    assert.equal((await ask(url, '/healthz')).status, 200);
    const page = await ask(url, '/sign-in');
    if (page.status !== 200) {
        assert.equal(page.status, 500);
        assert.match(page.text, /Quelque chose a échoué dans le connecteur|Something went wrong in the connector/);
    }
    await until(async () => (await ask(url, '/readyz')).status === 200);
    assert.match((await ask(url, '/metrics')).text, /^quo_store_up 1$/m);
    assert.equal((await ask(url, '/sign-in')).status, 200);
});
