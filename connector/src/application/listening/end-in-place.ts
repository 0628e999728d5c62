import { currentPreferencesOf } from '../preferences/current-preferences.ts';
import type { AppContext } from '../context.ts';

type Context = Pick<AppContext, 'connections' | 'store' | 'config'>;

/**
 * Every address that plays in place has ended: those of the last days are written anew, for whoever may still read them.
 *
 * @param actor who ended them, for the audit log
 */
export async function endInPlace(context: Context, connection: string, actor: string): Promise<void> {
    const { connections, store } = context;
    await connections.refresh();
    await store.audit.append(connection, { actor, action: 'listening.addresses-ended' });
    const opened = connections.opened(connection);
    if (opened === undefined) return;
    const { recordingsInPlaceDays, recordingsNeedSignIn } = currentPreferencesOf(context, opened);
    if (!recordingsNeedSignIn || recordingsInPlaceDays === 0) return;
    await store.activities.makeDue(connection, { sinceDays: recordingsInPlaceDays + 1 });
}
