import assert from 'node:assert/strict';
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { findBinaries } from '../../../src/store/embedded/binaries.ts';
import { prepareCluster } from '../../../src/store/embedded/cluster.ts';
import { findOwner, type Users } from '../../../src/store/embedded/owner.ts';
import { copyRuntime } from '../../../src/store/embedded/runtime.ts';
import { withFolder } from './folders.ts';

/** A folder of programs in which each says what the test has it say. */
async function programs(folder: string, name: string, script: string): Promise<string> {
    const bin = join(folder, 'bin');
    await mkdir(bin, { recursive: true });
    await writeFile(join(bin, name), `#!/bin/sh\n${script}\n`);
    await chmod(join(bin, name), 0o755);
    return folder;
}

test('a platform without a package of PostgreSQL is named, and so is one whose package was not installed', async () => {
    for (const [system, processor] of [
        ['sunos', 'x64'],
        ['linux', 'riscv64'],
        ['win32', 'ia32']
    ] as const)
        await assert.rejects(findBinaries(system, processor), {
            note: { code: 'STORE-NO-BINARIES', seen: `${system}-${processor}` }
        });
});

test('programs that do not run here are told before anything is made with them, and leave nothing behind', () =>
    withFolder(async (folder) => {
        const native = await programs(join(folder, 'native'), 'postgres', 'echo "libc.musl: not found" >&2; exit 127');
        const copy = copyRuntime(folder, { native, version: '18.4.0' }, undefined);
        await assert.rejects(copy, { note: { code: 'STORE-NO-BINARIES', seen: `${platform()}-${arch()}` } });
        assert.deepEqual(await readdir(folder), ['native']);
    }));

test('programs that run are copied once, with their right to run', () =>
    withFolder(async (folder) => {
        const native = await programs(join(folder, 'native'), 'postgres', 'exit 0');
        await chmod(join(native, 'bin', 'postgres'), 0o644);
        await writeFile(join(native, 'bin', 'only-for-compilers.a'), '');
        const place = await copyRuntime(folder, { native, version: '18.4.0' }, undefined);
        assert.deepEqual(await readdir(join(place, 'bin')), ['postgres']);
        assert.equal(await copyRuntime(folder, { native: '/gone', version: '18.4.0' }, undefined), place);
    }));

test('a database that cannot be made is told in PostgreSQL’s own words, cut short, and no half of it stays', () =>
    withFolder(async (folder) => {
        const runtime = await programs(
            join(folder, 'runtime'),
            'initdb',
            'mkdir -p "$2/base"; echo "initdb: no space left on device" >&2; printf "%01000d" 0 >&2; exit 1'
        );
        const cluster = { folder, runtime, owner: undefined, transport: 'socket' as const };
        await assert.rejects(prepareCluster(cluster), (error: unknown) => {
            assert.ok(error instanceof Error && 'code' in error && 'seen' in error);
            assert.equal(error.code, 'STORE-NOT-STARTED');
            assert.match(String(error.seen), /^initdb: no space left on device/);
            assert.equal(String(error.seen).length, 500);
            return true;
        });
        assert.deepEqual(
            (await readdir(folder)).filter((name) => name.startsWith('data')),
            []
        );
    }));

const users = (known: Readonly<Record<string, number>>, isRoot = true): Users => ({
    isRoot: () => isRoot,
    async idOf(user, which) {
        const id = known[user];
        if (id === undefined) throw new Error(`no such user: ${user}`);
        return which === 'user' ? id : id + 1;
    }
});

test('as root, PostgreSQL runs as its own user, else as nobody; a machine with neither is told what it lacks', async () => {
    assert.deepEqual(await findOwner(users({ postgres: 70, nobody: 65_534 })), { uid: 70, gid: 71 });
    assert.deepEqual(await findOwner(users({ nobody: 65_534 })), { uid: 65_534, gid: 65_535 });
    await assert.rejects(findOwner(users({ somebody: 1_000 })), { note: { code: 'STORE-NO-USER' } });
});

test('as anybody but root PostgreSQL runs as they do, whoever there is', async () => {
    assert.equal(await findOwner(users({ postgres: 70 }, false)), undefined);
    assert.equal(await findOwner(users({}, false)), undefined);
});
