import { chmod, chown, mkdir, readdir, stat } from 'node:fs/promises';
import type { Stats } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CodedError, type ErrorNote } from '../../errors/errors.ts';
import { codeOf } from '../database/sql.ts';
import type { Owner } from './owner.ts';
import { folderInstead, ROOT_FOLDER } from './root-folder.ts';

export interface Folder {
    /** Absolute. */
    readonly dataDir: string;
    /** Set when it is not the folder that was asked for. */
    readonly moved?: ErrorNote;
}

/** The subfolder that is PostgreSQL's. */
const DATABASE_FOLDER = 'postgres';
/** A socket's path has at most 107 bytes on Linux and 103 on macOS, of which `/postgres/s/.s.PGSQL.5432` takes 25. */
const LONGEST_PATH = 78;

/**
 * Makes the data folder, and sees that PostgreSQL's user can pass through it.
 *
 * @throws {CodedError} STORE-PATH-TOO-LONG
 */
export async function prepareFolder(
    asked: string,
    owner: Owner | undefined,
    rootFolder: string = ROOT_FOLDER
): Promise<Folder> {
    const dataDir = resolve(asked);
    if (!owner) return make(dataDir);
    if (await allReachable(dirname(dataDir), owner)) {
        const folder = await make(dataDir);
        if (await open(dataDir, owner)) return folder;
    }
    const instead = await folderInstead(dataDir, resolve(rootFolder), DATABASE_FOLDER);
    refuseLong(instead);
    return { dataDir: instead, moved: { code: 'STORE-ROOT-FOLDER', seen: instead } };
}

function refuseLong(dataDir: string): void {
    if (Buffer.byteLength(dataDir) > LONGEST_PATH) throw new CodedError('STORE-PATH-TOO-LONG', dataDir);
}

async function make(dataDir: string): Promise<Folder> {
    refuseLong(dataDir);
    await mkdir(dataDir, { recursive: true });
    return { dataDir };
}

/** Whether every folder from the root to this one can be passed through; what does not exist yet will be made so. */
async function allReachable(path: string, owner: Owner): Promise<boolean> {
    const found = await stat(path).catch(() => undefined);
    if (found && !passable(found, owner)) return false;
    return path === dirname(path) || allReachable(dirname(path), owner);
}

function passable({ mode, uid, gid }: Stats, owner: Owner): boolean {
    if (uid === owner.uid) return (mode & 0o100) !== 0;
    if (gid === owner.gid) return (mode & 0o010) !== 0;
    return (mode & 0o001) !== 0;
}

/** Lets PostgreSQL's group through a closed folder, when it is ours: empty, or used by us before. */
async function open(dataDir: string, owner: Owner): Promise<boolean> {
    const found = await stat(dataDir);
    if (passable(found, owner)) return true;
    const inside = await readdir(dataDir);
    if (inside.length > 0 && !inside.includes(DATABASE_FOLDER)) return false;
    await chown(dataDir, found.uid, owner.gid);
    await chmod(dataDir, (found.mode & 0o777) | 0o010);
    return true;
}

/** What a file system answers when a folder is not ours to write to, is no folder, or is full. */
const REFUSALS = new Set([
    'EACCES',
    'EPERM',
    'EROFS',
    'ENOTDIR',
    'EEXIST',
    'ENOSPC',
    'EDQUOT',
    'ELOOP',
    'ENAMETOOLONG'
]);

/** @throws {CodedError} STORE-FOLDER in place of what the file system refused */
export async function inFolder<T>(work: () => Promise<T>): Promise<T> {
    try {
        return await work();
    } catch (error) {
        if (!(error instanceof Error) || !REFUSALS.has(codeOf(error) ?? '')) throw error;
        throw new CodedError('STORE-FOLDER', error.message, { cause: error });
    }
}

/** The database's own folder inside the data folder. */
export function databaseFolder(dataDir: string): string {
    return join(dataDir, DATABASE_FOLDER);
}
