import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPart } from '../part.ts';

/** Comes up only after it was told to stop, takes a moment to leave, and notes how often it was told. */
const SLOW = `
    import { writeFileSync } from 'node:fs';
    let told = 0;
    process.on('SIGTERM', () => {
        told += 1;
        console.log('listening on http://127.0.0.1:1');
        setTimeout(() => { writeFileSync(process.env.TOLD, String(told)); process.exit(0); }, 300);
    });
    setInterval(() => {}, 1_000);
    writeFileSync(process.env.UP, '');
`;

async function script(t: TestContext, text: string): Promise<{ path: string; env: NodeJS.ProcessEnv }> {
    const folder = await mkdtemp(join(tmpdir(), 'quo-part-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    const path = join(folder, 'part.mjs');
    await writeFile(path, text);
    return { path, env: { ...process.env, TOLD: join(folder, 'told'), UP: join(folder, 'up') } };
}

async function appears(path: string | undefined): Promise<void> {
    while (!existsSync(path ?? '')) await sleep(25);
}

test('a part that comes up after it was interrupted is told to stop once, and is gone', async (t) => {
    const { path, env } = await script(t, SLOW);
    const interrupt = new AbortController();
    const starting = startPart('part', path, [], env, interrupt.signal);
    const outcome = assert.rejects(starting, /Interrupted/);
    await appears(env['UP']);
    interrupt.abort();
    await outcome;
    assert.equal(readFileSync(env['TOLD'] ?? '', 'utf8'), '1');
});

test('a part that two ask to stop is told once', async (t) => {
    const { path, env } = await script(t, `console.log('listening on http://127.0.0.1:1');${SLOW}`);
    const part = await startPart('part', path, [], env);
    await appears(env['UP']);
    const first = part.stop();
    // Two signals at the same instant would be one.
    await sleep(50);
    await Promise.all([first, part.stop()]);
    assert.equal(readFileSync(env['TOLD'] ?? '', 'utf8'), '1');
});

test('a part that ends before it listens says so with its last words', async (t) => {
    const { path, env } = await script(t, `console.error('no such colour'); process.exitCode = 3;`);
    await assert.rejects(startPart('painter', path, [], env), /The painter ended \(3\) .*\n.*no such colour/s);
});

test('a part whose worker threads have nothing to read goes on', async (t) => {
    const { path, env } = await script(
        t,
        `import { isMainThread, Worker } from 'node:worker_threads';
        if (isMainThread) {
            const worker = new Worker(new URL(import.meta.url));
            worker.on('exit', (code) => console.log('listening on http://127.0.0.1:1/exit-' + code));
            setInterval(() => {}, 1_000);
        } else setTimeout(() => {}, 100);`
    );
    const part = await startPart('part', path, [], env);
    t.after(() => part.stop());
    assert.match(part.url, /exit-0$/);
});
