import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Whether this system tells which process is which: only Linux does. */
export const tellsProcesses = existsSync('/proc/self/environ');

/** The processes that fit; none where the system does not tell. */
export function pidsOf(fits: (pid: string) => boolean): readonly string[] {
    if (!tellsProcesses) return [];
    return readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && fits(pid));
}

/** What a process was started with: empty when it ended meanwhile, or is a zombie. */
export function factOf(pid: string, name: 'cmdline' | 'environ'): string {
    try {
        return readFileSync(`/proc/${pid}/${name}`, 'utf8');
    } catch {
        return '';
    }
}

/** How many processes were started from a folder. */
export function processesOf(path: string): number {
    return pidsOf((pid) => factOf(pid, 'cmdline').includes(path)).length;
}
