import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../database/sql.ts';

/** Where root's data goes when PostgreSQL's own user cannot reach the folder that was asked for. */
export const ROOT_FOLDER = '/var/lib/quo-for-salesforce';
/** Says whose a folder is: the data folder that was asked for. */
const OWNER_FILE = 'belongs-to';

/**
 * The folder that stands for the one that was asked for, below `root`. Another data folder, as another installation on
 * the machine has it, is another one: two that shared a database would write their calls into each other's org.
 *
 * @param asked absolute
 * @param database the subfolder that is PostgreSQL's
 */
export async function folderInstead(asked: string, root: string, database: string): Promise<string> {
    await makePassable(root);
    // Earlier versions kept one for the whole machine; the first that asks goes on with it.
    const isEarlier = (await stat(join(root, database)).catch(() => undefined)) !== undefined;
    if (isEarlier && (await claim(root, asked))) return root;
    const folder = join(root, createHash('sha256').update(asked).digest('hex').slice(0, 12));
    await makePassable(folder);
    await claim(folder, asked);
    return folder;
}

async function makePassable(folder: string): Promise<void> {
    await mkdir(folder, { recursive: true });
    await chmod(folder, 0o711);
}

/** @returns whether it belongs to the one who asks, now or since before */
async function claim(folder: string, asked: string): Promise<boolean> {
    const path = join(folder, OWNER_FILE);
    try {
        // `wx`: of two first starts, one has it.
        await writeFile(path, `${asked}\n`, { flag: 'wx', mode: 0o644 });
        return true;
    } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw error;
        return (await readFile(path, 'utf8')).trimEnd() === asked;
    }
}
