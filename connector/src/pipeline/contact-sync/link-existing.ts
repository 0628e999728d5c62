import { KEYS } from '../../contracts/key-value.ts';
import type { ContactSyncEngineDeps } from './deps.ts';

/** Whether contacts that were made before this store knew of them have been looked for. */
export async function isLinked({ connection, memory }: ContactSyncEngineDeps): Promise<boolean> {
    return (await memory.get(connection, KEYS.contactsLinked)) !== undefined;
}

/** Whether contacts of before are known, and every change of the directory has been told. */
export async function isUpToDate({ connection, memory }: ContactSyncEngineDeps): Promise<boolean> {
    return (await memory.get(connection, KEYS.contactsLinked))?.value === true;
}

/** The directory changes and nothing is to be done about it now. */
export async function fallBehind(parts: ContactSyncEngineDeps): Promise<void> {
    const { connection, memory } = parts;
    if (await isUpToDate(parts)) await memory.set(connection, KEYS.contactsLinked, 'behind');
}

/**
 * Once for each connection: lists the contacts in Quo that carry our label, fifty a request, so that a workspace which
 * was connected before goes on without doubles. After a time of being switched off: catches up with what changed.
 */
export async function linkExisting(parts: ContactSyncEngineDeps, signal: AbortSignal): Promise<void> {
    const { connection, contacts, quo, memory, log } = parts;
    const before = (await memory.get(connection, KEYS.contactsLinked))?.value;
    if (before === 'behind') {
        await contacts.catchUp(connection);
        await memory.set(connection, KEYS.contactsLinked, true);
    }
    if (before !== undefined) return;
    let adopted = 0;
    for await (const page of quo.ours({ lane: 'full', signal })) {
        const found = page.flatMap(({ id, externalId }) =>
            externalId === undefined ? [] : [{ person: externalId, quoId: id }]
        );
        if (found.length > 0) adopted += await contacts.adopt(connection, found);
    }
    await memory.set(connection, KEYS.contactsLinked, true);
    log.info('quo contacts adopted', { connection, adopted });
}
