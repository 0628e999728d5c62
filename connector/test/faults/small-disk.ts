import { execFile } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const CHUNKS = [1024 * 1024, 4096];

/** A file system of its own that can really be full. */
export interface SmallDisk {
    readonly path: string;
    fill(): Promise<void>;
    makeRoom(): Promise<void>;
    remove(): Promise<void>;
}

/**
 * Mounts some memory as a disk of `megabytes`.
 *
 * @returns undefined where that is not allowed: only Linux has tmpfs, and only root may mount it (or who may `sudo` without
 *     being asked, as on GitHub's machines)
 */
export async function smallDisk(megabytes: number): Promise<SmallDisk | undefined> {
    if (process.platform !== 'linux') return undefined;
    // Short: a socket's path has at most a hundred characters.
    const path = await mkdtemp('/tmp/quo-disk-');
    const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
    try {
        const options = `size=${megabytes}m,mode=755,uid=${uid},gid=${gid}`;
        await asRoot('mount', '-t', 'tmpfs', '-o', options, 'quo-disk', path);
    } catch {
        await rm(path, { recursive: true });
        return undefined;
    }
    const ballast = join(path, 'ballast');
    return {
        path,
        fill: () => fill(ballast),
        makeRoom: () => rm(ballast, { force: true }),
        remove: async () => {
            // Lazily: whoever still has a file open there keeps it for themselves.
            await asRoot('umount', '--lazy', path);
            await rm(path, { recursive: true });
        }
    };
}

function asRoot(command: string, ...args: readonly string[]): Promise<unknown> {
    return process.getuid?.() === 0 ? run(command, args) : run('sudo', ['-n', command, ...args]);
}

async function fill(ballast: string): Promise<void> {
    const file = await open(ballast, 'a');
    try {
        for (const size of CHUNKS) await untilFull(() => file.write(Buffer.alloc(size)));
    } finally {
        await file.close();
    }
}

async function untilFull(write: () => Promise<unknown>): Promise<void> {
    for (;;)
        try {
            await write();
        } catch (error) {
            if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return;
            throw error;
        }
}
