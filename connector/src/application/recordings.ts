import { isAdminOf, isMemberOf, type User } from '../contracts/auth.ts';
import { readSettings } from './connections/connection-settings.ts';
import type { AppContext } from './context.ts';

/**
 * The link to a recording is enough, unless the connection asks for a sign-in.
 *
 * @param user who is signed in; `undefined`: nobody
 * @returns who listens, as the audit log names them; `undefined`: they must sign in first
 */
export async function listenerOf(
    { connections, store }: Pick<AppContext, 'connections' | 'store'>,
    user: User | undefined,
    connection: string
): Promise<string | undefined> {
    if (user !== undefined && (isAdminOf(user, connection) || isMemberOf(user, connection))) return user.actor;
    const settings =
        connections.opened(connection)?.settings ??
        readSettings((await store.connections.get(connection))?.settings ?? {});
    return settings.recordingsNeedSignIn === true ? undefined : 'link';
}
