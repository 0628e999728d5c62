import type { PeopleSyncParts } from './parts.ts';

const ADOPTED = 'quo-contacts-adopted';

/** Whether contacts that were made before this store knew of them have been looked for. */
export async function isAdopted({ connection, memory }: PeopleSyncParts): Promise<boolean> {
    return (await memory.recall<boolean>(connection, ADOPTED)) !== undefined;
}

/**
 * Once for each connection: lists the contacts in Quo that carry our label, fifty a request, so that a workspace which
 * was connected before goes on without doubles.
 */
export async function adopt(parts: PeopleSyncParts, signal: AbortSignal): Promise<void> {
    if (await isAdopted(parts)) return;
    const { connection, contacts, quo, memory, log } = parts;
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
