import { execFileSync } from 'node:child_process';

const LOOK_EVERY = 500;

/** Fires at Ctrl-C, when the terminal closes, and when the npm that started us is gone without telling. */
export function whenInterrupted(): AbortSignal {
    const controller = new AbortController();
    const interrupt = (): void => controller.abort();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);
    if (process.env['npm_lifecycle_event'] === undefined) return controller.signal;
    // npm hands SIGTERM to its shell only, which ends without handing it on; killed, it leaves the shell waiting for us.
    const shell = process.ppid;
    const npm = parentOfShell(shell);
    const isLeft = (): boolean => process.ppid !== shell || (npm !== undefined && !isAlive(npm));
    setInterval(() => isLeft() && interrupt(), LOOK_EVERY).unref();
    return controller.signal;
}

/**
 * npm, when it is not our parent itself: some shells are replaced by the only command that they are given, others wait
 * for it.
 *
 * @returns undefined where the parent is no shell, or the system cannot be asked
 */
function parentOfShell(pid: number): number | undefined {
    try {
        const told = execFileSync('ps', ['-o', 'ppid=,args=', '-p', String(pid)], { encoding: 'utf8' });
        const [, parent] = /^\s*(\d+)\s+(?:\S*\/)?\w*sh -c /.exec(told) ?? [];
        return parent === undefined ? undefined : Number(parent);
    } catch {
        return undefined;
    }
}

function isAlive(pid: number): boolean {
    try {
        return process.kill(pid, 0);
    } catch (error) {
        return error instanceof Error && 'code' in error && error.code === 'EPERM';
    }
}
