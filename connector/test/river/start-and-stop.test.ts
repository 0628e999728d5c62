import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';

const PLAY = fileURLToPath(new URL('../../sandbox/main.ts', import.meta.url));
const CONNECTOR = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

interface Run {
    readonly lines: readonly string[];
    readonly code: number | null;
}

/** Runs a program to its end; `interruptAt`: interrupted at the first line that fits. */
async function run(script: string, env: Record<string, string>, args: string[] = [], interruptAt?: RegExp) {
    const { PATH, TZ } = process.env;
    const child = spawn(process.execPath, [script, ...args], { env: { PATH, TZ, ...env } });
    const lines: string[] = [];
    for (const stream of [child.stdout, child.stderr])
        createInterface({ input: stream }).on('line', (line) => {
            lines.push(line);
            if (interruptAt?.test(line) === true && child.exitCode === null) child.kill('SIGINT');
        });
    const timer = setTimeout(() => child.kill('SIGKILL'), 90_000);
    const [code] = (await once(child, 'close')) as [number | null];
    clearTimeout(timer);
    return { lines, code } satisfies Run;
}

async function folder(t: TestContext): Promise<string> {
    const path = await mkdtemp(join(tmpdir(), 'quo-start-'));
    await chmod(path, 0o755);
    t.after(() => rm(path, { recursive: true, force: true }));
    return path;
}

async function takenPort(t: TestContext): Promise<string> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    t.after(() => server.close());
    return String((server.address() as AddressInfo).port);
}

/** How many processes were started from a folder; everywhere but on Linux we cannot see it, and say none. */
function processesOf(path: string): number {
    if (!existsSync('/proc/self/cmdline')) return 0;
    return readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && commandOf(pid).includes(path)).length;
}

function commandOf(pid: string): string {
    try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    } catch {
        return ''; // It ended meanwhile.
    }
}

/** The file that PostgreSQL keeps in its data folder while it runs. */
const isDatabaseUp = (dataDir: string): boolean => existsSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'));

for (const [moment, line] of [
    ['the simulators', /^Simulated/],
    ['the connector', /^Connector/]
] as const)
    test(`Ctrl-C as soon as ${moment} started leaves no process and no folder`, async (t) => {
        const TMPDIR = await folder(t);
        const { lines, code } = await run(PLAY, { TMPDIR }, [], line);
        assert.equal(code, 0, lines.join('\n'));
        assert.deepEqual(await readdir(TMPDIR), []);
        for (const url of lines.flatMap((each) => /http:\S+/.exec(each)?.[0] ?? []))
            await assert.rejects(fetch(url), `${url} still answers`);
        assert.equal(processesOf(TMPDIR), 0, 'the database still runs');
    });

test('a world whose connector cannot listen says so, ends, and leaves nothing', async (t) => {
    const TMPDIR = await folder(t);
    const { lines, code } = await run(PLAY, { TMPDIR, PORT: await takenPort(t) }, ['--once']);
    assert.equal(code, 1);
    assert.match(lines.join('\n'), /WEB-PORT: .*\n.*another PORT/);
    assert.deepEqual(await readdir(TMPDIR), []);
});

test('a connector that cannot listen ends, and stops the database that it started', async (t) => {
    const DATA_DIR = join(await folder(t), 'data');
    const { lines, code } = await run(CONNECTOR, { DATA_DIR, PORT: await takenPort(t) });
    assert.equal(code, 1);
    assert.match(lines.join('\n'), /WEB-PORT/);
    assert.equal(isDatabaseUp(DATA_DIR), false);
});

test('a connector that is stopped while it starts stops the database that it started', async (t) => {
    const DATA_DIR = join(await folder(t), 'data');
    const { lines, code } = await run(CONNECTOR, { DATA_DIR, PORT: '0' }, [], /store\.server/);
    assert.equal(code, 0, lines.join('\n'));
    assert.equal(isDatabaseUp(DATA_DIR), false);
});
