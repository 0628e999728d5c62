import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { SILENT } from '../../../src/log.ts';
import { openStore, type OpenStore } from '../../../src/store/open.ts';

const CHILD = fileURLToPath(new URL('./store-child.ts', import.meta.url));

/** Runs with a fresh data folder; whatever still runs in it afterwards is stopped, and the folder removed. */
export async function withFolder<T>(run: (dataDir: string) => Promise<T>): Promise<T> {
    const dataDir = await mkdtemp(join(tmpdir(), 'quo-store-'));
    try {
        return await run(dataDir);
    } finally {
        await removeFolder(dataDir);
    }
}

/** Stops what still runs in the folder, and removes it. */
export async function removeFolder(dataDir: string): Promise<void> {
    const pid = await postmaster(dataDir);
    if (pid !== undefined) kill(pid, 'SIGQUIT');
    await rm(dataDir, { recursive: true, force: true, maxRetries: 20 });
}

export const openIn = (dataDir: string): Promise<OpenStore> => openStore({ dataDir, log: SILENT });

/** The private server's process, while it runs. */
export async function postmaster(dataDir: string): Promise<number | undefined> {
    const text = await readFile(join(dataDir, 'postgres', 'data', 'postmaster.pid'), 'utf8').catch(() => '');
    const pid = Number(text.split('\n')[0]);
    return pid > 0 && kill(pid, 0) ? pid : undefined;
}

export function kill(pid: number, signal: NodeJS.Signals | 0): boolean {
    try {
        return process.kill(pid, signal);
    } catch {
        return false;
    }
}

export interface Child {
    readonly process: ChildProcess;
    /** Resolves with the line. @throws when the child ends without saying it */
    said(line: string): Promise<void>;
    readonly lines: readonly string[];
    /** Resolves when so many lines were said. */
    saidLines(count: number): Promise<void>;
}

/** Starts `store-child.ts`. */
export function startChild(dataDir: string, ...task: readonly string[]): Child {
    const child = spawn(process.execPath, [CHILD, dataDir, ...task], { stdio: ['pipe', 'pipe', 'inherit'] });
    const lines: string[] = [];
    const reader = createInterface({ input: child.stdout });
    const changes = new EventEmitter();
    let ended = false;
    reader.on('line', (line) => {
        lines.push(line);
        changes.emit('change');
    });
    reader.on('close', () => {
        ended = true;
        changes.emit('change');
    });
    const until = async (reached: () => boolean) => {
        while (!reached()) {
            if (ended) throw new Error(`The child ended after: ${lines.slice(-3).join(', ')}`);
            await once(changes, 'change');
        }
    };
    return {
        process: child,
        lines,
        said: (line) => until(() => lines.includes(line)),
        saidLines: (count) => until(() => lines.length >= count)
    };
}
