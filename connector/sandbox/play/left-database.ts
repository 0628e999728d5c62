import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOKS = 200;
const LOOK_EVERY = 50;

/**
 * Stops the database of a connector that was killed: it outlives its connector, so that the next one adopts it, and here
 * there is no next one. Resolves when it is gone, or after ten seconds.
 *
 * @param dataDir the connector's DATA_DIR
 */
export async function stopLeftDatabase(dataDir: string): Promise<void> {
    const pidFile = join(dataDir, 'postgres', 'data', 'postmaster.pid');
    const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
    if (!Number.isInteger(pid) || pid <= 0) return;
    try {
        // PostgreSQL's "fast" shutdown (https://www.postgresql.org/docs/18/server-shutdown.html).
        process.kill(pid, 'SIGINT');
    } catch {
        return; // It is gone already, and left its file.
    }
    for (let looked = 0; looked < LOOKS && existsSync(pidFile); looked += 1) await sleep(LOOK_EVERY);
}
