import { randomUUID } from 'node:crypto';
import { isSameRecord } from '../../domain/record-id.ts';
import { CodedError, type ErrorNote } from '../../errors/errors.ts';
import { errorData } from '../../log.ts';
import { keepQuoKey } from './connection-secrets.ts';
import { changeSettings, readSettings } from './connection-settings.ts';
import type { KeyProgress } from './model.ts';
import { KEYS } from '../../contracts/key-value.ts';
import { noteIn } from '../../contracts/auth.ts';
import type { Organization } from '../../contracts/quo/subscriptions.ts';
import { DEFAULT_CONNECTION } from './connection-runtime.ts';
import type { AppContext } from '../context.ts';

/** Most keys answer at once: then no page of waiting is shown. */
const PATIENCE = 1_500;
/** Longer than a young key takes; afterwards whoever tried it is gone. */
const INTERRUPTED_AFTER = 120_000;

class Superseded extends Error {}

/** Tests a key in the background; a page can ask how far it is. */
export async function tryQuoKey(context: AppContext, id: string, typed: string): Promise<void> {
    if (context.connections.opened(id)?.isFromEnvironment === true) throw new CodedError('WEB-FIXED', 'QUO_API_KEY');
    const key = typed.trim();
    if (!/^[\x21-\x7e]{8,500}$/.test(key)) throw new CodedError('QUO-KEY', `${key.length} characters`);
    const attempt = randomUUID();
    const { memory } = context.store;
    await memory.set(id, KEYS.quoKeyTrial, { state: 'trying', attempt });
    // A key that was entered later counts: an earlier one that is still tried must neither be kept nor told of.
    const tell = async (progress: KeyProgress): Promise<void> => {
        const latest = await memory.get(id, KEYS.quoKeyTrial);
        if (latest?.value.attempt !== attempt) throw new Superseded();
        await memory.set(id, KEYS.quoKeyTrial, { ...progress, attempt });
    };
    const trying = connectWorkspace(context, id, key, tell).catch(async (error: unknown) => {
        if (error instanceof Superseded) return;
        context.log.warn('key not kept', { connection: id, ...errorData(error) });
        const note: ErrorNote = noteIn(error) ?? {
            code: 'WEB-TROUBLE',
            seen: error instanceof Error ? error.name : ''
        };
        await tell({ state: 'failed', note }).catch(() => undefined);
    });
    await Promise.race([trying, context.sleep(PATIENCE)]);
}

export async function keyProgress({ store }: AppContext, id: string): Promise<KeyProgress | undefined> {
    const known = await store.memory.get(id, KEYS.quoKeyTrial);
    if (known === undefined) return undefined;
    const isOver = known.value.state === 'done' || known.value.state === 'failed';
    return isOver || known.ageMs < INTERRUPTED_AFTER
        ? known.value
        : { state: 'failed', note: { code: 'WEB-INTERRUPTED' } };
}

async function connectWorkspace(
    context: AppContext,
    id: string,
    key: string,
    tell: (progress: KeyProgress) => Promise<void>
): Promise<void> {
    const { store, quo: platform, connections, log } = context;
    const young: ErrorNote = { code: 'QUO-KEY-YOUNG' };
    const onWaitingForKey = (): void => {
        log.info('key not accepted yet', { connection: id, code: young.code });
        void tell({ state: 'young', note: young }).catch(() => undefined);
    };
    const { subscriptions, workspace } = platform.open(key, { onWaitingForKey });
    const organization = await subscriptions.organization();
    await mayConnect(context, id, organization);
    await tell({ state: 'loading' });
    const [inboxes, users] = await Promise.all([workspace.inboxes(), workspace.users()]);
    await store.memory.set(id, KEYS.inboxes, inboxes);
    await store.memory.set(id, KEYS.quoUsers, users);
    await tell({ state: 'loading' });
    await keepQuoKey(store.vault, id, key);
    await changeSettings(store.connections, id, ({ quo }) => ({
        quo: { ...quo, organizationId: organization.id, name: organization.name, connected: true }
    }));
    await connections.refresh();
    await tell({ state: 'done', inboxes: inboxes.length, users: users.length });
}

async function mayConnect(
    { store, config }: AppContext,
    id: string,
    { id: organizationId }: Organization
): Promise<void> {
    const own = readSettings((await store.connections.get(id))?.settings ?? {});
    if (own.quo !== undefined && own.quo.organizationId !== organizationId)
        throw new CodedError('WEB-OTHER-WORKSPACE', own.quo.name ?? own.quo.organizationId);
    for (const other of await store.connections.list()) {
        const { salesforce, quo } = readSettings(other.settings);
        if (other.id === id || (other.id === DEFAULT_CONNECTION && config.quo !== undefined)) continue;
        const isSameOrg =
            salesforce?.connected === true && isSameRecord(own.salesforce?.organizationId, salesforce.organizationId);
        if (isSameOrg && quo?.connected === true && quo.organizationId === organizationId)
            throw new CodedError('WEB-SAME-PAIR');
    }
}
