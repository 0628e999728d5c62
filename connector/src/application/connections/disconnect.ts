import { CodedError, type ErrorNote } from '../../errors/errors.ts';
import { eraseQuo } from './connection-secrets.ts';
import { changeSettings } from './connection-settings.ts';
import { noteIn } from '../../contracts/auth.ts';
import type { AppContext } from '../context.ts';

/**
 * Revokes the tokens, deletes the webhook, erases every secret of the connection. What it is a connection of stays known,
 * so that the same org and workspace go on where they stopped.
 */
export async function disconnect({ store, connections }: AppContext, id: string): Promise<readonly ErrorNote[]> {
    const opened = connections.opened(id);
    if (opened === undefined) return [];
    if (opened.isFromEnvironment) throw new CodedError('WEB-FIXED', 'SALESFORCE_…, QUO_…');
    const untold: ErrorNote[] = [];
    const tell = async (work: () => Promise<unknown>): Promise<void> => {
        try {
            await work();
        } catch (error) {
            untold.push(noteIn(error) ?? { code: 'WEB-TROUBLE', seen: error instanceof Error ? error.name : '' });
        }
    };
    const { org, quo, settings } = opened;
    const webhookId = settings.quo?.webhookId;
    if (quo !== undefined && webhookId !== undefined) await tell(() => quo.subscriptions.remove(webhookId));
    if (org !== undefined) await tell(() => org.administration.disconnect());
    await eraseQuo(store.vault, id);
    await store.vault.erase(id);
    await store.memory.forget(id, 'checks');
    await store.memory.forget(id, 'quo-key');
    await changeSettings(store.connections, id, ({ salesforce, quo: workspace }) => ({
        salesforce: salesforce && { ...salesforce, connected: false },
        quo: workspace && { ...workspace, webhookId: undefined, connected: false }
    }));
    await store.activities.resume(id);
    await connections.refresh();
    return untold;
}
