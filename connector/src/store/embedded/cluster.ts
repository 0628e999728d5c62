import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type pg from 'pg';
import { CodedError } from '../../errors/errors.ts';
import { buildOnce, exists } from './build-once.ts';
import type { Owner } from './owner.ts';
import { program, runtimeEnvironment } from './runtime.ts';

/**
 * How clients reach the server. `socket`: a unix socket in a folder that only its user opens, no password on any wire.
 * `tcp`: 127.0.0.1, a free port and a random password, for Windows.
 */
export type Transport = 'socket' | 'tcp';

/** A private server's folders. */
export interface Cluster {
    /** PostgreSQL's own folder, which its user owns. */
    readonly folder: string;
    readonly runtime: string;
    readonly owner: Owner | undefined;
    readonly transport: Transport;
}

const run = promisify(execFile);
const USER = 'quo';
/** Of the binaries' package; another major needs its data exported and imported. */
const MAJOR = '18';

export const dataOf = ({ folder }: Cluster) => join(folder, 'data');
export const socketsOf = ({ folder }: Cluster) => join(folder, 's');
export const logOf = ({ folder }: Cluster) => join(folder, 'postgres.log');
const passwordOf = ({ folder }: Cluster) => join(folder, 'password');

/**
 * Makes the folders and the empty database, unless they are there.
 *
 * @throws {CodedError} STORE-MAJOR, STORE-NOT-STARTED
 */
export async function prepareCluster(cluster: Cluster): Promise<void> {
    const { owner } = cluster;
    await mkdir(socketsOf(cluster), { recursive: true, mode: 0o700 });
    if (owner) await chown(socketsOf(cluster), owner.uid, owner.gid);
    if (cluster.transport === 'tcp') await makePassword(cluster);
    await buildOnce(dataOf(cluster), (beside) => initialise(cluster, beside));
    const major = (await readFile(join(dataOf(cluster), 'PG_VERSION'), 'utf8')).trim();
    if (major !== MAJOR) throw new CodedError('STORE-MAJOR', major);
}

/** @returns undefined while a TCP server has not said its port */
export async function connectionOf(cluster: Cluster): Promise<pg.ClientConfig | undefined> {
    const base = { user: USER, database: 'postgres' };
    if (cluster.transport === 'socket') return { ...base, host: socketsOf(cluster) };
    const pidFile = await readFile(join(dataOf(cluster), 'postmaster.pid'), 'utf8').catch(() => '');
    // Fourth line: the port (https://www.postgresql.org/docs/18/storage-file-layout.html and miscadmin.h).
    const port = Number(pidFile.split('\n')[3]);
    if (!Number.isInteger(port) || port === 0) return undefined;
    return { ...base, host: '127.0.0.1', port, password: (await readFile(passwordOf(cluster), 'utf8')).trim() };
}

async function makePassword(cluster: Cluster): Promise<void> {
    const path = passwordOf(cluster);
    if (await exists(path)) return;
    // `wx`: of two first starts, one password stays.
    await writeFile(path, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' }).catch(
        async (error: unknown) => {
            if (!(await exists(path))) throw error;
        }
    );
    if (cluster.owner) await chown(path, cluster.owner.uid, cluster.owner.gid);
}

async function initialise(cluster: Cluster, beside: string): Promise<void> {
    const access =
        cluster.transport === 'socket'
            ? ['--auth-local=trust', '--auth-host=reject']
            : ['--auth-local=reject', '--auth-host=scram-sha-256', `--pwfile=${passwordOf(cluster)}`];
    const flags = ['-D', beside, '-U', USER, ...access, '-E', 'UTF8', '--locale=C', '--data-checksums'];
    try {
        await run(program(cluster.runtime, 'initdb'), flags, {
            ...cluster.owner,
            env: runtimeEnvironment(cluster.runtime),
            cwd: cluster.folder
        });
    } catch (error) {
        await rm(beside, { recursive: true, force: true });
        const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
        throw new CodedError('STORE-NOT-STARTED', said.slice(0, 500), { cause: error });
    }
}
