import { chown, mkdir } from 'node:fs/promises';
import { platform } from 'node:os';
import type pg from 'pg';
import type { ErrorNote } from '../../errors/errors.ts';
import { SILENT, type Log } from '../../log.ts';
import type { Sql } from '../database/sql.ts';
import { findBinaries } from './binaries.ts';
import { connectionOf, type Cluster, type Transport } from './cluster.ts';
import { databaseFolder, inFolder, prepareFolder } from './folder.ts';
import { findOwner } from './owner.ts';
import { arrive } from './presence.ts';
import { copyRuntime } from './runtime.ts';

export interface Embedded {
    readonly connection: pg.PoolConfig;
    /** Where the data really is. */
    readonly dataDir: string;
    /** Why it is not where it was asked for. */
    readonly moved?: ErrorNote;
    /** The server was running already. */
    readonly adopted: boolean;
    /** Stops the server, unless other processes use it. End the pools first. */
    stop(): Promise<void>;
}

export interface EmbeddedOptions {
    readonly log?: Log;
    /** Run while this process is the server's only client, before others can come in. */
    readonly whenAlone?: (sql: Sql) => Promise<void>;
    readonly transport?: Transport;
    /** Below it root's data goes when PostgreSQL's user cannot reach `dataDir`. */
    readonly rootFolder?: string;
}

/**
 * Starts a private PostgreSQL in a folder, or adopts the one that runs there.
 *
 * @throws {CodedError} STORE-NO-BINARIES, STORE-NO-USER, STORE-FOLDER, STORE-PATH-TOO-LONG, STORE-MAJOR, STORE-NOT-STARTED
 */
export function startEmbedded(asked: string, options: EmbeddedOptions = {}): Promise<Embedded> {
    return inFolder(() => start(asked, options));
}

async function start(asked: string, options: EmbeddedOptions): Promise<Embedded> {
    const { log = SILENT, transport = platform() === 'win32' ? 'tcp' : 'socket' } = options;
    const binaries = await findBinaries();
    const owner = await findOwner();
    const { dataDir, moved } = await prepareFolder(asked, owner, options.rootFolder);
    const folder = databaseFolder(dataDir);
    await mkdir(folder, { recursive: true, mode: 0o755 });
    if (owner) await chown(folder, owner.uid, owner.gid);
    const runtime = await copyRuntime(folder, binaries, owner);
    const cluster: Cluster = { folder, runtime, owner, transport };
    const presence = await arrive(cluster, log, options.whenAlone);
    return {
        connection: (await connectionOf(cluster)) ?? {},
        dataDir,
        ...(moved && { moved }),
        adopted: presence.adopted,
        stop: () => presence.leave()
    };
}
