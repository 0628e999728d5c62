import { KEYS } from '../contracts/key-value.ts';
import type { Connection, PipelineContext } from './pipeline-context.ts';

/**
 * A user who is called otherwise now owns people whom Salesforce does not touch for that: their copies follow, and so do
 * Quo's contacts, which show the owner. Names are compared with those that were followed last; nothing is asked.
 */
export async function followOwnerNames(context: PipelineContext, connection: Connection): Promise<void> {
    const { memory, directory } = context.store;
    const users = (await memory.get(connection.id, KEYS.orgUsers))?.value;
    if (users === undefined) return;
    const known = (await memory.get(connection.id, KEYS.ownerNames))?.value;
    const names = Object.fromEntries(users.map(({ id, name }) => [id, name]));
    const renamed = Object.entries(names).filter(([id, name]) => known?.[id] !== undefined && known[id] !== name);
    if (renamed.length > 0) {
        const people = await directory.renameOwners(connection.id, new Map(renamed));
        await connection.contactSync?.onDirectoryChange({ people, moved: [] });
    }
    const isNew = users.some(({ id }) => known?.[id] === undefined);
    if (renamed.length > 0 || isNew) await memory.set(connection.id, KEYS.ownerNames, { ...known, ...names });
}
