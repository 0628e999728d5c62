import { CodedError } from '../../errors/errors.ts';
import { errorData, type Log } from '../../log.ts';
import { changeSettings, readSettings } from './connection-settings.ts';
import type { AppStore } from '../../contracts/app-store.ts';
import type { AppContext } from '../context.ts';

/** Another process hears within two seconds that a connection is gone; what it still wrote meanwhile goes too. */
const SWEEP_AFTER = 10_000;

/**
 * Erases a connection that is disconnected, with everything that was kept for it; the audit log stays. From the first
 * moment on nothing is received, written or saved for it, in any process.
 *
 * @param typed the connection's name, as its admin typed it to confirm
 * @returns how many rows were erased
 * @throws {CodedError} `WEB-FIXED`, `WEB-STILL-CONNECTED`, `WEB-NAME-DIFFERS`, `WEB-NOT-FOUND`
 */
export async function removeConnection(context: AppContext, id: string, typed: string): Promise<number> {
    const { store, connections, log } = context;
    const opened = connections.opened(id);
    if (opened === undefined) throw new CodedError('WEB-NOT-FOUND');
    if (opened.isFromEnvironment) throw new CodedError('WEB-FIXED', 'SALESFORCE_…, QUO_…');
    if (opened.org !== undefined || opened.quo !== undefined) throw new CodedError('WEB-STILL-CONNECTED');
    const name = opened.settings.name ?? id;
    if (typed.trim() !== name) throw new CodedError('WEB-NAME-DIFFERS', name);
    await changeSettings(store.connections, id, () => ({ removingSince: context.now().toISOString() }));
    await connections.refresh();
    const erased = await store.upkeep.eraseConnection(id, false);
    log.info('connection removed', { connection: id, rows: erased });
    void context.sleep(SWEEP_AFTER).then(() => finishRemovals(store, log));
    return erased;
}

/** Erases once more what was being removed, and then that it ever was; also for a process that died in between. */
export async function finishRemovals(store: Pick<AppStore, 'connections' | 'upkeep'>, log: Log): Promise<void> {
    try {
        for (const { id, settings } of await store.connections.list())
            if (readSettings(settings).removingSince !== undefined) await store.upkeep.eraseConnection(id, true);
    } catch (error) {
        log.warn('removal not finished', errorData(error));
    }
}
