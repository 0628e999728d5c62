import { execFile } from 'node:child_process';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';
import { CodedError } from '../../errors/errors.ts';

/** The user that PostgreSQL runs as when we are root, which it refuses to be. */
export interface Owner {
    readonly uid: number;
    readonly gid: number;
}

const run = promisify(execFile);

/** @returns undefined when PostgreSQL can run as we do. @throws {CodedError} STORE-NO-USER */
export async function findOwner(): Promise<Owner | undefined> {
    if (!isRoot()) return undefined;
    for (const user of ['postgres', 'nobody']) {
        try {
            const [uid, gid] = await Promise.all([run('id', ['-u', user]), run('id', ['-g', user])]);
            return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
        } catch {
            // No such user here: the next one.
        }
    }
    throw new CodedError('STORE-NO-USER');
}

function isRoot(): boolean {
    try {
        return userInfo().uid === 0;
    } catch {
        // A container's user without an entry in /etc/passwd; root always has one.
        return false;
    }
}
