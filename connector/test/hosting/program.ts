import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_EVERY = 50;

/** Why a test that needs these programs cannot be run here; `false` when it can. */
export function without(...programs: readonly string[]): string | false {
    const missing = programs.filter((program) => !isThere(program));
    return missing.length > 0 && `${missing.join(' and ')} not installed on this machine`;
}

function isThere(program: string): boolean {
    try {
        execFileSync('sh', ['-c', `command -v ${program}`]);
        return true;
    } catch {
        return false;
    }
}

/** A folder that every user may look into: servers that are started as root give their rights up. */
export async function openFolder(t: TestContext): Promise<string> {
    const path = await mkdtemp(join(tmpdir(), 'quo-hosting-'));
    await chmod(path, 0o755);
    t.after(() => rm(path, { recursive: true, force: true, maxRetries: 5 }));
    return path;
}

export async function freePort(): Promise<number> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    return port;
}

/**
 * Starts a server and waits until its port takes connections.
 *
 * @returns what it printed so far
 * @throws {Error} with what it said, when it ends before
 */
export async function startServer(
    t: TestContext,
    [command, ...args]: readonly [string, ...string[]],
    port: number,
    env: NodeJS.ProcessEnv = {}
): Promise<() => string> {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    const gone = once(child, 'exit');
    t.after(async () => {
        child.kill('SIGTERM');
        await gone;
    });
    while (!(await takesConnections(port))) {
        if (child.exitCode !== null) throw new Error(`${command} ended (${child.exitCode}):\n${said.join('')}`);
        await sleep(LOOK_EVERY);
    }
    return () => said.join('');
}

function takesConnections(port: number): Promise<boolean> {
    return new Promise((resolve) => {
        const socket = connect(port, '127.0.0.1');
        const answer = (taken: boolean): void => {
            socket.destroy();
            resolve(taken);
        };
        socket.once('connect', () => answer(true)).once('error', () => answer(false));
    });
}
