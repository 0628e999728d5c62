import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { chmod, copyFile, link, mkdir, readdir, readFile, readlink, stat, symlink } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { basename, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { CodedError } from '../../errors/errors.ts';
import type { Binaries } from './binaries.ts';
import { buildOnce, exists } from './build-once.ts';
import type { Owner } from './owner.ts';

const run = promisify(execFile);
const ONLY_FOR_COMPILERS = /\.a$/;

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
        await copyFolder(binaries.native, beside);
        await restoreLinks(binaries.native, beside);
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

/** With the rights that PostgreSQL's user needs, whatever umask the packages were installed with. */
async function copyFolder(from: string, to: string): Promise<void> {
    await mkdir(to);
    await chmod(to, 0o755);
    for (const entry of await readdir(from, { withFileTypes: true })) {
        const [source, target] = [join(from, entry.name), join(to, entry.name)];
        if (entry.isDirectory()) await copyFolder(source, target);
        else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
        else if (!ONLY_FOR_COMPILERS.test(entry.name)) await copyProgram(source, target, basename(from) === 'bin');
    }
}

/** A second name for the same file costs nothing, where it can be had: one disk, rights that suit already. */
async function copyProgram(source: string, target: string, executable: boolean): Promise<void> {
    const mode = executable ? 0o755 : 0o644;
    if (((await stat(source)).mode & 0o777) === mode) {
        const linked = await link(source, target).then(
            () => true,
            () => false
        );
        if (linked) return;
    }
    await copyFile(source, target, constants.COPYFILE_FICLONE);
    await chmod(target, mode);
}

async function tryOut(runtime: string, owner: Owner | undefined): Promise<void> {
    try {
        await run(program(runtime, 'postgres'), ['-V'], { ...owner, env: runtimeEnvironment(runtime) });
    } catch (error) {
        throw new CodedError('STORE-NO-BINARIES', `${platform()}-${arch()}`, { cause: error });
    }
}
