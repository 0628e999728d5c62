import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

const STOP_WITH_PARENT = new URL('stop-with-parent.ts', import.meta.url).href;

/**
 * Starts a program of ours that stops when this process is gone, even by `kill -9`: it reads a pipe that only this process
 * holds, and that the system closes.
 *
 * It has a process group of its own: Ctrl-C reaches this process alone, and each program is told to stop once.
 */
export function spawnBound(
    script: string,
    args: readonly string[],
    env: NodeJS.ProcessEnv
): ChildProcessByStdio<Writable, Readable, Readable> {
    return spawn(process.execPath, bound(script, args), { env, detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
}

/** The same for a program that prints where this process prints. */
export function spawnBoundInherit(script: string): ChildProcessByStdio<Writable, null, null> {
    return spawn(process.execPath, bound(script), { detached: true, stdio: ['pipe', 'inherit', 'inherit'] });
}

function bound(script: string, args: readonly string[] = []): readonly string[] {
    return ['--import', STOP_WITH_PARENT, script, ...args];
}
