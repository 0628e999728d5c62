import { execFile, spawn } from 'node:child_process';
import { open, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { dataOf, logOf, socketsOf, type Cluster } from './cluster.ts';
import { program, runtimeEnvironment } from './runtime.ts';

const run = promisify(execFile);

/** The server's log starts anew at a start after this size. */
const LONGEST_LOG_BYTES = 1024 * 1024;

/** fsync stays on. A log line never carries values of rows: statements and details are left out. */
const SETTINGS = {
    max_connections: '300',
    shared_buffers: '64MB',
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_wal_size: '512MB',
    jit: 'off',
    log_checkpoints: 'off',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic'
} as const;

const flags = (settings: Readonly<Record<string, string>>) =>
    Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/**
 * Starts the server in the background, where it outlives this process. Resolves when the attempt was made: whether it is
 * up is for a client to find out, since another process may have been faster (PostgreSQL's own lock file decides).
 */
export async function launch(cluster: Cluster): Promise<void> {
    if (cluster.transport === 'tcp') return launchByControl(cluster);
    const size = await stat(logOf(cluster)).then(
        (found) => found.size,
        () => 0
    );
    const log = await open(logOf(cluster), size > LONGEST_LOG_BYTES ? 'w' : 'a');
    try {
        const settings = { ...SETTINGS, listen_addresses: '', unix_socket_directories: socketsOf(cluster) };
        const server = spawn(
            program(cluster.runtime, 'postgres'),
            ['-D', dataOf(cluster), ...flags(settings)],
            options(cluster, log.fd)
        );
        await new Promise((resolve, reject) => server.once('spawn', resolve).once('error', reject));
        server.unref();
    } finally {
        await log.close();
    }
}

/** Stops the server at once, rolling back whatever is under way; resolves when it is gone. */
export async function shutDown(cluster: Cluster): Promise<void> {
    const { owner, runtime, folder } = cluster;
    const environment = { ...owner, env: runtimeEnvironment(runtime), cwd: folder };
    await run(program(runtime, 'pg_ctl'), ['stop', '-D', dataOf(cluster), '-m', 'fast', '-w'], environment).catch(
        () => {
            // Gone already: somebody else stopped it, or it was killed.
        }
    );
}

/** pg_ctl drops an administrator's rights on Windows, as which the server refuses to run. */
async function launchByControl(cluster: Cluster): Promise<void> {
    const port = String(await choosePort(cluster));
    const settings = { ...SETTINGS, listen_addresses: '127.0.0.1', port, unix_socket_directories: '' };
    const starting = spawn(
        program(cluster.runtime, 'pg_ctl'),
        ['start', '-W', '-D', dataOf(cluster), '-l', logOf(cluster), '-o', flags(settings).join(' ')],
        options(cluster, 'ignore')
    );
    await new Promise((resolve, reject) => starting.once('exit', resolve).once('error', reject));
}

function options({ owner, runtime, folder }: Cluster, output: number | 'ignore') {
    return {
        ...owner,
        env: runtimeEnvironment(runtime),
        cwd: folder,
        detached: true,
        windowsHide: true,
        stdio: ['ignore', output, output] as ['ignore', number | 'ignore', number | 'ignore']
    };
}

/** The port of before where it is still free: clients of a server that died find the new one there. */
async function choosePort(cluster: Cluster): Promise<number> {
    const path = join(cluster.folder, 'port');
    const before = Number(await readFile(path, 'utf8').catch(() => '0'));
    const port = await freePort(before).catch(() => freePort(0));
    await writeFile(path, String(port));
    return port;
}

function freePort(wanted: number): Promise<number> {
    return new Promise((resolve, reject) => {
        const probe = createServer().once('error', reject);
        probe.listen(wanted, '127.0.0.1', () => {
            const address = probe.address();
            const port = typeof address === 'object' && address ? address.port : 0;
            probe.close(() => resolve(port));
        });
    });
}
