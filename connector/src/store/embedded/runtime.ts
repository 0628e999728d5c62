import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { chmod, cp, readdir, readFile, symlink } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { basename, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { CodedError } from '../../errors.ts';
import type { Binaries } from './binaries.ts';
import { buildOnce, exists } from './build-once.ts';
import type { Owner } from './owner.ts';

const run = promisify(execFile);

/**
 * Copies PostgreSQL's programs into the data folder: node_modules can be closed to PostgreSQL's user, and an install
 * without scripts (`--ignore-scripts`) leaves neither the libraries' symbolic links nor the right to execute.
 *
 * @returns the folder of the copy
 * @throws {CodedError} STORE-NO-BINARIES when they do not run here (musl instead of glibc, an old system)
 */
export async function copyRuntime(folder: string, binaries: Binaries, owner: Owner | undefined): Promise<string> {
    const place = join(folder, `runtime-${binaries.version}`);
    await buildOnce(place, async (beside) => {
        await cp(binaries.native, beside, {
            recursive: true,
            verbatimSymlinks: true,
            mode: constants.COPYFILE_FICLONE
        });
        await restoreLinks(binaries.native, beside);
        await openUp(beside);
        await tryOut(beside, owner);
    });
    return place;
}

/** What PostgreSQL's programs need of an environment; nothing of ours. */
export function runtimeEnvironment(runtime: string): Readonly<Record<string, string>> {
    return { LD_LIBRARY_PATH: join(runtime, 'lib'), LC_ALL: 'C', TZ: 'UTC' };
}

export function program(runtime: string, name: 'postgres' | 'initdb' | 'pg_ctl'): string {
    return join(runtime, 'bin', platform() === 'win32' ? `${name}.exe` : name);
}

async function restoreLinks(native: string, copy: string): Promise<void> {
    const list = join(native, 'pg-symlinks.json');
    if (!(await exists(list))) return;
    const links = JSON.parse(await readFile(list, 'utf8')) as readonly { source: string; target: string }[];
    for (const { source, target } of links) {
        const place = join(copy, relative('native', target));
        if (!(await exists(place))) await symlink(basename(source), place);
    }
}

/** Whatever umask the packages were installed with. */
async function openUp(folder: string): Promise<void> {
    await chmod(folder, 0o755);
    for (const entry of await readdir(folder, { withFileTypes: true })) {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) await openUp(path);
        else if (entry.isFile()) await chmod(path, basename(folder) === 'bin' ? 0o755 : 0o644);
    }
}

async function tryOut(runtime: string, owner: Owner | undefined): Promise<void> {
    try {
        await run(program(runtime, 'postgres'), ['-V'], { ...owner, env: runtimeEnvironment(runtime) });
    } catch (error) {
        throw new CodedError('STORE-NO-BINARIES', `${platform()}-${arch()}`, { cause: error });
    }
}
