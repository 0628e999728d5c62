import type { EndedListening, ListeningStore } from '../../../src/contracts/rights/listening.ts';

/** What decides over recordings, in memory. */
export function fakeListening(nowMs: () => number): ListeningStore {
    const generations = new Map<string, string>();
    const listeners = new Map<string, readonly string[]>();
    const ended = new Map<string, EndedListening[]>();
    const of = (connection: string): EndedListening[] => ended.get(connection) ?? [];
    return {
        async generations(connections, fresh) {
            for (const id of connections) if (!generations.has(id)) generations.set(id, fresh());
            return new Map(generations);
        },
        generation: async (connection) => generations.get(connection),
        renew: async (connection, fresh) => void generations.set(connection, fresh),
        async keepListeners(connection, userIds, fresh) {
            const known = listeners.get(connection);
            listeners.set(connection, userIds);
            const isKept = known === undefined || known.every((id) => userIds.includes(id));
            if (!isKept) generations.set(connection, fresh);
            return isKept ? 'kept' : 'ended';
        },
        ended: async (connection) => of(connection),
        async end(connection, what) {
            const others = of(connection).filter(({ kind, subject }) => kind !== what.kind || subject !== what.subject);
            ended.set(connection, [{ ...what, at: new Date(nowMs()).toISOString() }, ...others]);
        },
        async letAgain(connection, kind, subject) {
            const left = of(connection).filter((one) => one.kind !== kind || one.subject !== subject);
            const wasEnded = left.length < of(connection).length;
            ended.set(connection, left);
            return wasEnded;
        }
    };
}
