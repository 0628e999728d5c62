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

/** What the machine says of its users: a number, or a rejection where it has no such user. */
export interface Users {
    readonly isRoot: () => boolean;
    readonly idOf: (user: string, which: 'user' | 'group') => Promise<number>;
}

const OF_THIS_MACHINE: Users = {
    isRoot,
    idOf: async (user, which) => Number((await run('id', [which === 'user' ? '-u' : '-g', user])).stdout)
};

/** @returns undefined when PostgreSQL can run as we do. @throws {CodedError} STORE-NO-USER */
export async function findOwner(users: Users = OF_THIS_MACHINE): Promise<Owner | undefined> {
    if (!users.isRoot()) return undefined;
    for (const user of ['postgres', 'nobody']) {
        try {
            const [uid, gid] = await Promise.all([users.idOf(user, 'user'), users.idOf(user, 'group')]);
            return { uid, gid };
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
