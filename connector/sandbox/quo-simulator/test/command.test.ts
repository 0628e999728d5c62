import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));

test('the command says where it listens, serves, and stops when it is told to', async (t) => {
    const child = spawn(process.execPath, [MAIN, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    t.after(() => child.kill('SIGKILL'));
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    const [, url] = /^quo listening on (http:\/\/127\.0\.0\.1:\d+)$/.exec(line) ?? [];
    const headers = { authorization: 'sandbox-key', 'quo-api-version': '2026-03-30' };
    assert.equal((await fetch(`${url}/organization`, { headers })).status, 200);
    child.kill('SIGTERM');
    assert.deepEqual(await once(child, 'exit'), [0, null]);
});

test('--help tells every option', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [MAIN, '--help']);
    for (const option of ['--port', '--host', '--key', '--young-key', '--webhook', '--webhook-key', '--retry-scale']) {
        assert.match(stdout, new RegExp(`${option} `));
    }
});

test('what cannot be is refused in a sentence, not with a stack', async () => {
    for (const args of [
        ['--prt', '1'],
        ['--port', 'abc'],
        ['--retry-scale', 'x']
    ])
        await assert.rejects(
            promisify(execFile)(process.execPath, [MAIN, ...args]),
            ({ code, stderr }: { code: number; stderr: string }) => {
                assert.equal(code, 1);
                assert.match(stderr, new RegExp(`^[^\\n]*${args[0]}[^\\n]*\\n$`));
                return true;
            }
        );
});
