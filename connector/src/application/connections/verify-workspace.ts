import { KEYS } from '../../contracts/key-value.ts';
import type { AppStore } from '../../contracts/app-store.ts';
import { CodedError } from '../../errors/errors.ts';
import { errorData, type Log } from '../../log.ts';
import { DEFAULT_CONNECTION, type Connections } from './connection-runtime.ts';

export interface WorkspaceDeps {
    readonly store: Pick<AppStore, 'memory'>;
    readonly connections: Pick<Connections, 'opened'>;
    readonly log: Log;
    /** Of the address and the key of the environment. */
    readonly fingerprint: string;
}

/**
 * Sees, before anything is received, that the environment's key leads to the workspace that the store belongs to: calls
 * of two workspaces in one store are taken for those of one. A key that led there before is not asked about again, so
 * that a start waits for Quo only after a change; a first start waits for nothing and learns the workspace meanwhile.
 *
 * @throws {CodedError} `QUO-OTHER-WORKSPACE`; what keeps a changed key from being proved
 */
export async function verifyWorkspace({ store, connections, log, fingerprint }: WorkspaceDeps): Promise<void> {
    const opened = connections.opened(DEFAULT_CONNECTION);
    if (opened?.quo === undefined || !opened.isFromEnvironment) return;
    const { subscriptions } = opened.quo;
    const kept = (await store.memory.get(DEFAULT_CONNECTION, KEYS.workspace))?.value;
    if (kept?.provedBy === fingerprint) return;
    const known = kept?.organizationId ?? opened.settings.quo?.organizationId;
    const prove = async (): Promise<void> => {
        const { id: organizationId, name } = await subscriptions.organization();
        if (known !== undefined && known !== organizationId)
            throw new CodedError('QUO-OTHER-WORKSPACE', name ?? organizationId);
        await store.memory.set(DEFAULT_CONNECTION, KEYS.workspace, { organizationId, provedBy: fingerprint });
    };
    if (known !== undefined) return prove();
    void prove().catch((error: unknown) => log.warn('workspace not known yet', errorData(error)));
}
