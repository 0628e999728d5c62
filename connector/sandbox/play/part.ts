import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { spawnBound } from './spawn-bound.ts';

/** One program of the sandbox, running as a process of its own. */
export interface Part {
    readonly name: string;
    /** Where it listens. */
    readonly url: string;
    /** Interrupts it and waits until it is gone. */
    stop(): Promise<void>;
    /** Resolves with a sentence when it ends by itself. */
    readonly died: Promise<string>;
}

const READY = /listening on (https?:\/\/[^\s"]+)/;
const LAST_LINES = 20;
/** The connector lets requests under way finish, and its database with them; killed, it leaves the database behind. */
const PATIENCE = 30_000;

/**
 * Starts a program and waits until it says where it listens.
 *
 * @param also what else hears every line that it prints: a file, a listener
 * @throws {Error} with the program's last lines when it ends first; when `interrupted` fires first, once it is gone
 */
export async function startPart(
    name: string,
    script: string,
    args: readonly string[],
    env: NodeJS.ProcessEnv,
    interrupted?: AbortSignal,
    { logFile, onLine }: { readonly logFile?: string | undefined; readonly onLine?: (line: string) => void } = {}
): Promise<Part> {
    interrupted?.throwIfAborted();
    const log = logFile === undefined ? undefined : createWriteStream(logFile);
    const child = spawnBound(script, args, env);
    const tail: string[] = [];
    // Told once, whoever asks: a second SIGTERM means that nobody wants to wait.
    let stopping: Promise<void> | undefined;
    const stop = (): Promise<void> => (stopping ??= stopChild(child));
    let stopEarly = (): void => {};
    const url = await new Promise<string>((resolve, reject) => {
        const read = (line: string): void => {
            log?.write(`${line}\n`);
            onLine?.(line);
            tail.push(line);
            if (tail.length > LAST_LINES) tail.shift();
            const found = READY.exec(line);
            if (found?.[1] !== undefined && stopping === undefined) resolve(found[1]);
        };
        for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', read);
        child.once('error', reject);
        // Not 'exit': its last lines, which say why, may come after that.
        child.once('close', (code) =>
            reject(
                new Error(
                    stopping === undefined
                        ? `The ${name} ended (${code}) before it listened:\n${tail.join('\n')}`
                        : 'Interrupted.'
                )
            )
        );
        stopEarly = () => void stop();
        interrupted?.addEventListener('abort', stopEarly);
    });
    // Whoever has the part stops it from now on.
    interrupted?.removeEventListener('abort', stopEarly);
    const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
    const died = ended.then(([code, signal]) => `The ${name} ended (${code ?? signal}):\n${tail.join('\n')}`);
    return { name, url, died, stop };
}

async function stopChild(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    await gone;
    clearTimeout(timer);
}
