import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { factOf, pidsOf, processesOf, tellsProcesses } from './processes.ts';

const PLAY = fileURLToPath(new URL('../../sandbox/play/main.ts', import.meta.url));
const CONNECTOR = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

interface Run {
    readonly lines: readonly string[];
    readonly code: number | null;
}

/** Runs a program to its end, and does something at its lines. */
async function run(
    script: string,
    env: Record<string, string>,
    args: string[] = [],
    onLine: (line: string, child: ChildProcess) => void = () => {}
) {
    const { PATH, TZ } = process.env;
    const child = spawn(process.execPath, [script, ...args], { env: { PATH, TZ, ...env } });
    const lines: string[] = [];
    for (const stream of [child.stdout, child.stderr])
        createInterface({ input: stream }).on('line', (line) => {
            lines.push(line);
            onLine(line, child);
        });
    const timer = setTimeout(() => child.kill('SIGKILL'), 90_000);
    const [code] = (await once(child, 'close')) as [number | null];
    clearTimeout(timer);
    return { lines, code } satisfies Run;
}

/** Ctrl-C at the first line that fits. */
function interruptAt(fits: RegExp): (line: string, child: ChildProcess) => void {
    let isSent = false;
    return (line, child) => {
        if (isSent || !fits.test(line)) return;
        isSent = true;
        child.kill('SIGINT');
    };
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

/** The file that PostgreSQL keeps in its data folder while it runs. */
const isDatabaseUp = (dataDir: string): boolean => existsSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'));

for (const [moment, line] of [
    ['the simulators', /^Simulated/],
    ['the connector', /^Connector/]
] as const)
    test(`Ctrl-C as soon as ${moment} started leaves no process and no folder`, async (t) => {
        const TMPDIR = await folder(t);
        const { lines, code } = await run(PLAY, { TMPDIR }, [], interruptAt(line));
        assert.equal(code, 0, lines.join('\n'));
        assert.deepEqual(await readdir(TMPDIR), []);
        for (const url of lines.flatMap((each) => /http:\S+/.exec(each)?.[0] ?? []))
            await assert.rejects(fetch(url), `${url} still answers`);
        assert.equal(processesOf(TMPDIR), 0, 'the database still runs');
    });

test('a world whose connector is killed says so, ends with 1, and leaves no process and no folder', async (t) => {
    if (!tellsProcesses) return t.skip('only Linux tells which process is which');
    const TMPDIR = await folder(t);
    let isKilled = false;
    const { lines, code } = await run(PLAY, { TMPDIR }, ['--once'], (line) => {
        if (isKilled || !line.startsWith('●')) return;
        isKilled = true;
        const isOurs = (pid: string): boolean => factOf(pid, 'environ').includes(`DATA_DIR=${TMPDIR}`);
        for (const pid of pidsOf((one) => factOf(one, 'cmdline').includes(CONNECTOR) && isOurs(one)))
            process.kill(Number(pid), 'SIGKILL');
    });
    assert.equal(code, 1, lines.join('\n'));
    assert.match(lines.join('\n'), /The Connector ended \(SIGKILL\)/);
    assert.deepEqual(await readdir(TMPDIR), []);
    assert.equal(processesOf(TMPDIR), 0, 'the database still runs');
});

test('a world never touches the database, the org or the workspace of the environment', async (t) => {
    const TMPDIR = await folder(t);
    const DATABASE_URL = `postgres://nobody@127.0.0.1:${await takenPort(t)}/production`;
    const env = { TMPDIR, DATABASE_URL, SECRET_KEY: 'short', SALESFORCE_NAMESPACE: 'quo' };
    const { lines, code } = await run(PLAY, env, [], interruptAt(/^Connector/));
    assert.equal(code, 0, lines.join('\n'));
    assert.match(lines[0] ?? '', /Not used.*: DATABASE_URL, SALESFORCE_NAMESPACE, SECRET_KEY$/);
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
    const { lines, code } = await run(CONNECTOR, { DATA_DIR, PORT: '0' }, [], interruptAt(/store\.server/));
    assert.equal(code, 0, lines.join('\n'));
    assert.equal(isDatabaseUp(DATA_DIR), false);
});

test('a command that the connector does not know is refused before anything is touched', async (t) => {
    const DATA_DIR = join(await folder(t), 'data');
    const { lines, code } = await run(CONNECTOR, { DATA_DIR, PORT: '0' }, ['rotate-key', 'recordigns']);
    assert.equal(code, 1);
    assert.match(lines.join('\n'), /CONFIG-COMMAND.*rotate-key recordigns/);
    assert.equal(existsSync(DATA_DIR), false);
});
