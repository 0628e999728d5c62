import { execFileSync } from 'node:child_process';
import { stat, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { TestContext } from 'node:test';
import pg from 'pg';
import { freePort, openFolder, startServer } from '../../../hosting/program.ts';

/**
 * The real pgbouncer, as small as it can be: two connections to the server, shared by transactions.
 *
 * @returns the address of the same database through it
 */
export async function startPgbouncer(t: TestContext, serverUrl: string): Promise<string> {
    const folder = await openFolder(t);
    const port = await freePort();
    // Read as the driver reads it: a password, or a socket's folder as host.
    const { host, port: serverPort, user, password, database } = new pg.Client({ connectionString: serverUrl });
    const signIn = `host=${host} port=${serverPort} user=${user}${password ? ` password=${password}` : ''}`;
    const settings = join(folder, 'pgbouncer.ini');
    await writeFile(
        settings,
        `[databases]
        ${database} = ${signIn} dbname=${database}
        [pgbouncer]
        listen_addr = 127.0.0.1
        listen_port = ${port}
        unix_socket_dir =
        auth_type = any
        pool_mode = transaction
        default_pool_size = 2
        server_round_robin = 1
        `.replaceAll(/^ +/gm, '')
    );
    await startServer(t, ['pgbouncer', ...(await asServersUser(host)), settings], port);
    return `postgres://anybody@127.0.0.1:${port}/${database}`;
}

/** It refuses to run as root, and the test server's socket is in a folder that only its user opens. */
async function asServersUser(host: string): Promise<readonly string[]> {
    if (userInfo().uid !== 0) return [];
    if (!isAbsolute(host)) return ['-u', 'nobody'];
    const { uid } = await stat(host);
    return [
        '-u',
        execFileSync('id', ['-nu', String(uid)])
            .toString()
            .trim()
    ];
}
