import type { ContactSyncEngineDeps } from './deps.ts';

const ADOPTED = 'quo-contacts-adopted';

/** `behind`: the directory changed while nobody was told. */
type Adopted = true | 'behind';

/** Whether contacts that were made before this store knew of them have been looked for. */
export async function isLinked({ connection, memory }: ContactSyncEngineDeps): Promise<boolean> {
    return (await memory.recall<Adopted>(connection, ADOPTED)) !== undefined;
}

/** Whether contacts of before are known, and every change of the directory has been told. */
export async function isUpToDate({ connection, memory }: ContactSyncEngineDeps): Promise<boolean> {
    return (await memory.recall<Adopted>(connection, ADOPTED))?.value === true;
}

/** The directory changes and nothing is to be done about it now. */
export async function fallBehind(parts: ContactSyncEngineDeps): Promise<void> {
    const { connection, memory } = parts;
    if (await isUpToDate(parts)) await memory.remember(connection, ADOPTED, 'behind');
}

/**
 * Once for each connection: lists the contacts in Quo that carry our label, fifty a request, so that a workspace which
 * was connected before goes on without doubles. After a time of being switched off: catches up with what changed.
 */
export async function linkExisting(parts: ContactSyncEngineDeps, signal: AbortSignal): Promise<void> {
    const { connection, contacts, quo, memory, log } = parts;
    const before = (await memory.recall<Adopted>(connection, ADOPTED))?.value;
    if (before === 'behind') {
        await contacts.catchUp(connection);
        await memory.remember(connection, ADOPTED, true);
    }
    if (before !== undefined) return;
    let adopted = 0;
    for await (const page of quo.ours({ lane: 'full', signal })) {
        const found = page.flatMap(({ id, externalId }) =>
            externalId === undefined ? [] : [{ person: externalId, quoId: id }]
        );
        if (found.length > 0) adopted += await contacts.adopt(connection, found);
    }
    await memory.remember(connection, ADOPTED, true);
    log.info('quo contacts adopted', { connection, adopted });
}
