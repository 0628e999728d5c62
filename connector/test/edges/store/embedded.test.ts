import assert from 'node:assert/strict';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test, { after } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { prepareFolder } from '../../../src/store/embedded/folder.ts';
import { startEmbedded } from '../../../src/store/embedded/start.ts';
import { kill, openIn, postmaster, removeFolder, startChild, withFolder } from './folders.ts';

/** One folder for the tests that need no fresh one, each of which leaves it without a server. */
const dataDir = await mkdtemp(join(tmpdir(), 'quo-store-'));
after(() => removeFolder(dataDir));

async function ask(connection: pg.ClientConfig, query: string): Promise<unknown> {
    const client = new pg.Client(connection);
    await client.connect();
    const { rows } = await client.query<Record<string, unknown>>(query);
    await client.end();
    return Object.values(rows[0] ?? {})[0];
}

test('a private server starts in an empty folder: socket only, fsync and checksums on', async () => {
    const server = await startEmbedded(dataDir);
    assert.equal(server.adopted, false);
    assert.equal(server.dataDir, dataDir);
    const settings = ['listen_addresses', 'fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums'];
    const values: unknown[] = [];
    for (const name of settings) values.push(await ask(server.connection, `show ${name}`));
    assert.deepEqual(values, ['', 'on', 'on', 'on', 'on']);
    const sockets = await stat(join(dataDir, 'postgres', 's'));
    assert.equal(sockets.mode & 0o777, 0o700);
    await server.stop();
    assert.equal(await postmaster(dataDir), undefined);
});

test('a server that runs is adopted, and only the last to leave stops it', async () => {
    const first = await startEmbedded(dataDir);
    const second = await startEmbedded(dataDir);
    assert.equal(second.adopted, true);
    await first.stop();
    assert.equal(await ask(second.connection, 'select 1'), 1);
    await Promise.all([second.stop(), second.stop()]);
    assert.equal(await postmaster(dataDir), undefined);
});

test('clients that all leave in the same moment leave no server behind', async () => {
    const servers = [await startEmbedded(dataDir), await startEmbedded(dataDir), await startEmbedded(dataDir)];
    await Promise.all(servers.map((server) => server.stop()));
    assert.equal(await postmaster(dataDir), undefined);
});

test('two processes that start together in an empty folder share one server and one key', () =>
    withFolder(async (dataDir) => {
        const children = [startChild(dataDir), startChild(dataDir)];
        await Promise.all(children.map((child) => child.said('open')));
        const here = await openIn(dataDir);
        await here.vault.write('default', 'quo', 'secret');
        assert.equal(await here.vault.read('default', 'quo'), 'secret');
        await here.close();
        for (const child of children) child.process.stdin?.end();
        await Promise.all(children.map((child) => child.said('closed')));
        for (const child of children) if (child.process.exitCode === null) await once(child.process, 'exit');
        assert.equal(await postmaster(dataDir), undefined);
    }));

test('a server that is killed is started again under those who use it', async () => {
    const store = await openIn(dataDir);
    const before = await postmaster(dataDir);
    assert.ok(before);
    kill(before, 'SIGKILL');
    let stored: string | undefined;
    while (stored === undefined) {
        await delay(50);
        stored = await store.connections.ensure('again').then(
            () => 'again',
            () => undefined
        );
    }
    assert.equal((await store.connections.get('again'))?.id, 'again');
    await store.close();
    assert.equal(await postmaster(dataDir), undefined);
});

test('leaving while a killed server is being started again leaves no server behind', async () => {
    const server = await startEmbedded(dataDir);
    const before = await postmaster(dataDir);
    assert.ok(before);
    kill(before, 'SIGKILL');
    await delay(20);
    await server.stop();
    const after = await postmaster(dataDir);
    assert.ok(after === undefined || after === before, 'a new server runs');
});

test('the key is made once, and only its user reads it', async () => {
    await (await openIn(dataDir)).close();
    const path = join(dataDir, 'secret.key');
    const key = await readFile(path, 'utf8');
    assert.equal(Buffer.from(key, 'base64').length, 32);
    assert.equal((await stat(path)).mode & 0o777, 0o600);
    await (await openIn(dataDir)).close();
    assert.equal(await readFile(path, 'utf8'), key);
    await writeFile(path, 'garbage');
    await assert.rejects(openIn(dataDir), {
        code: 'STORE-SECRET-KEY',
        message: /5 bytes instead of 32 in .*secret\.key/
    });
    await writeFile(path, key);
});

test('over TCP the server listens on this machine alone and asks for its password', () =>
    withFolder(async (dataDir) => {
        const server = await startEmbedded(dataDir, { transport: 'tcp' });
        assert.equal(await ask(server.connection, 'show listen_addresses'), '127.0.0.1');
        await assert.rejects(ask({ ...server.connection, password: 'wrong' }, 'select 1'), /password/);
        const second = await startEmbedded(dataDir, { transport: 'tcp' });
        assert.equal(second.adopted, true);
        await Promise.all([server.stop(), second.stop()]);
        assert.equal(await postmaster(dataDir), undefined);
    }));

test('a path that is too long for a socket is refused with its action', async () => {
    const path = `/tmp/${'long/'.repeat(20)}`;
    await assert.rejects(prepareFolder(path, undefined), { code: 'STORE-PATH-TOO-LONG' });
});

test('a data folder that is a file is refused with its action', () =>
    withFolder(async (folder) => {
        const rootFolder = join(folder, 'file');
        await writeFile(rootFolder, '');
        for (const path of [rootFolder, join(rootFolder, 'data')])
            await assert.rejects(startEmbedded(path, { rootFolder }), { code: 'STORE-FOLDER' });
    }));

test('data of another major version is refused, not touched', () =>
    withFolder(async (dataDir) => {
        const data = join(dataDir, 'postgres', 'data');
        await mkdir(data, { recursive: true });
        await writeFile(join(data, 'PG_VERSION'), '17\n');
        await assert.rejects(startEmbedded(dataDir), { code: 'STORE-MAJOR', seen: '17' });
    }));

const somebody = { uid: 54_321, gid: 54_321 };

test('as root, a folder that PostgreSQL’s user cannot reach is replaced by one that it can, and said', () =>
    withFolder(async (folder) => {
        await chmod(folder, 0o700);
        const rootFolder = join(folder, 'var');
        const { dataDir, moved } = await prepareFolder(join(folder, 'closed', 'data'), somebody, rootFolder);
        assert.equal(dirname(dataDir), rootFolder);
        assert.deepEqual(moved, { code: 'STORE-ROOT-FOLDER', seen: dataDir });
        assert.equal((await stat(dataDir)).mode & 0o777, 0o711);
        await chmod(folder, 0o711);
        const asked = join(folder, 'open', 'data');
        assert.deepEqual(await prepareFolder(asked, somebody, rootFolder), { dataDir: asked });
    }));

test('as root, two installations never share a folder, and each finds its own again', () =>
    withFolder(async (folder) => {
        await chmod(folder, 0o700);
        const rootFolder = join(folder, 'var');
        const at = async (asked: string): Promise<string> =>
            (await prepareFolder(join(folder, asked), somebody, rootFolder)).dataDir;
        const [one, other] = [await at('one/data'), await at('other/data')];
        assert.notEqual(one, other);
        assert.deepEqual([await at('one/data'), await at('other/data')], [one, other]);
        assert.equal(await readFile(join(one, 'belongs-to'), 'utf8'), `${join(folder, 'one/data')}\n`);
    }));

test('as root, what an earlier version kept for the whole machine stays with the first that asks for it', () =>
    withFolder(async (folder) => {
        await chmod(folder, 0o700);
        const rootFolder = join(folder, 'var');
        await mkdir(join(rootFolder, 'postgres'), { recursive: true });
        const at = async (asked: string): Promise<string> =>
            (await prepareFolder(join(folder, asked), somebody, rootFolder)).dataDir;
        assert.equal(await at('one/data'), rootFolder);
        assert.equal(dirname(await at('other/data')), rootFolder);
        assert.equal(await at('one/data'), rootFolder);
    }));

test('as root, an empty closed folder is opened to PostgreSQL’s group; one with other things in it is left alone', async (t) => {
    if (process.getuid?.() !== 0) return t.skip('only root may give a folder to another group');
    await withFolder(async (folder) => {
        await chmod(folder, 0o711);
        const [empty, full, instead] = ['empty', 'full', 'instead'].map((name) => join(folder, name)) as [
            string,
            string,
            string
        ];
        await mkdir(empty, { mode: 0o700 });
        await mkdir(join(full, 'mine'), { recursive: true });
        await chmod(full, 0o700);
        assert.equal((await prepareFolder(empty, somebody, instead)).dataDir, empty);
        const { mode, gid } = await stat(empty);
        assert.deepEqual([mode & 0o777, gid], [0o710, somebody.gid]);
        assert.equal(dirname((await prepareFolder(full, somebody, instead)).dataDir), instead);
        assert.equal((await stat(full)).mode & 0o777, 0o700);
    });
});
