import type { Vault } from '../../../src/contracts/store.ts';

/** A vault for one process, with the promise of the real one: one exchange at a time for each secret. */
export function memoryVault(): Vault & { readonly secrets: Map<string, string> } {
    const secrets = new Map<string, string>();
    const turns = new Map<string, Promise<unknown>>();
    const place = (connection: string, name: string): string => `${connection}/${name}`;
    return {
        secrets,
        read: async (connection, name) => secrets.get(place(connection, name)),
        write: async (connection, name, secret) => void secrets.set(place(connection, name), secret),
        erase: async (connection, name) => {
            for (const key of secrets.keys())
                if (name === undefined ? key.startsWith(`${connection}/`) : key === place(connection, name))
                    secrets.delete(key);
        },
        exchange: (connection, name, change) => {
            const key = place(connection, name);
            const turn = (turns.get(key) ?? Promise.resolve()).then(async () => {
                const next = await change(secrets.get(key));
                secrets.set(key, next);
                return next;
            });
            turns.set(
                key,
                turn.catch(() => undefined)
            );
            return turn;
        }
    };
}
