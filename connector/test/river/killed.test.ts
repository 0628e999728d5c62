import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { factOf, pidsOf, tellsProcesses } from './processes.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const PLAY = fileURLToPath(new URL('../../sandbox/play/main.ts', import.meta.url));
const WHOLE_WORLD = [/sandbox\/play\/main/, /salesforce-simulator/, /quo-simulator/, /src\/main/, /bin\/postgres/];
const LOOK_EVERY = 100;

/** A folder for temporary files that no other process was started with: what has it is of this test. */
async function ownFolder(t: TestContext): Promise<string> {
    const path = await mkdtemp(join(tmpdir(), 'quo-killed-'));
    await chmod(path, 0o755);
    t.after(async () => {
        for (const pid of startedWith(path)) process.kill(Number(pid), 'SIGKILL');
        await rm(path, { recursive: true, force: true, maxRetries: 5 });
    });
    return path;
}

function startedWith(folder: string): readonly string[] {
    return pidsOf((pid) => factOf(pid, 'environ').includes(folder) || factOf(pid, 'cmdline').includes(folder));
}

/** Kills what was started, with no goodbye, at the first line that fits; resolves with the command lines of that moment. */
async function killAt(
    line: RegExp,
    [command, ...args]: readonly [string, ...string[]],
    env: Readonly<Record<string, string>>
): Promise<readonly string[]> {
    const { PATH, HOME, TZ } = process.env;
    const child = spawn(command, args, {
        cwd: ROOT,
        env: { PATH, HOME, TZ, ...env },
        stdio: ['ignore', 'pipe', 'pipe']
    });
    const said: string[] = [];
    createInterface({ input: child.stderr }).on('line', (each) => said.push(each));
    for await (const each of createInterface({ input: child.stdout })) {
        said.push(each);
        if (line.test(each)) break;
    }
    assert.match(said.at(-1) ?? '', line, `it ended first:\n${said.join('\n')}`);
    const before = startedWith(env['TMPDIR'] ?? '').map((pid) => factOf(pid, 'cmdline'));
    child.kill('SIGKILL');
    if (child.signalCode === null) await once(child, 'exit');
    return before;
}

/** However long that takes: what stays for good is ended by the test's own limit. */
async function nothingLeft(folder: string): Promise<void> {
    while (startedWith(folder).length > 0) await sleep(LOOK_EVERY);
}

for (const [who, command] of [
    ['the day', [process.execPath, PLAY]],
    ['npm', ['npm', 'start', '--silent']]
] as const)
    test(`kill -9 of ${who} leaves no simulator, no connector and no database running`, async (t) => {
        if (!tellsProcesses) return t.skip('only Linux tells which process is which');
        const TMPDIR = await ownFolder(t);
        const before = await killAt(/^[●○]/, command, { TMPDIR });
        for (const part of WHOLE_WORLD)
            assert.ok(
                before.some((each) => part.test(each)),
                String(part)
            );
        await nothingLeft(TMPDIR);
    });

test('kill -9 while the world comes up leaves nothing running', async (t) => {
    if (!tellsProcesses) return t.skip('only Linux tells which process is which');
    const TMPDIR = await ownFolder(t);
    await killAt(/^Simulated/, [process.execPath, PLAY], { TMPDIR });
    await nothingLeft(TMPDIR);
});

test('kill -9 of npm start against the real platforms leaves no connector and no database running', async (t) => {
    if (!tellsProcesses) return t.skip('only Linux tells which process is which');
    const TMPDIR = await ownFolder(t);
    const real = {
        DATA_DIR: join(TMPDIR, 'data'),
        PORT: '0',
        SALESFORCE_LOGIN_URL: 'http://127.0.0.1:9',
        SALESFORCE_CLIENT_ID: 'nobody',
        SALESFORCE_CLIENT_SECRET: 'nothing',
        QUO_API_URL: 'http://127.0.0.1:9',
        QUO_API_KEY: 'nothing',
        QUO_WEBHOOK_KEYS: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
    };
    const before = await killAt(/^connector listening/, ['npm', 'start', '--silent'], { TMPDIR, ...real });
    assert.ok(before.some((each) => /bin\/postgres/.test(each)));
    await nothingLeft(TMPDIR);
});
