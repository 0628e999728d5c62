import type { SessionStore } from '../../../src/contracts/auth.ts';

interface Kept {
    data: Readonly<Record<string, unknown>>;
    readonly sinceMs: number;
    untilMs: number;
}

/** Sessions of the console, in memory. */
export function fakeSessions(nowMs: () => number): SessionStore {
    const kept = new Map<string, Kept>();
    const alive = (token: string): Kept | undefined => {
        const session = kept.get(token);
        return session !== undefined && session.untilMs > nowMs() ? session : undefined;
    };
    return {
        async create({ data, forMs }) {
            const token = `session-${kept.size + 1}-${'x'.repeat(32)}`;
            kept.set(token, { data: structuredClone(data), sinceMs: nowMs(), untilMs: nowMs() + forMs });
            return token;
        },
        async read(token) {
            const session = alive(token);
            if (session === undefined) return undefined;
            const { data, sinceMs, untilMs } = session;
            return { data: structuredClone(data), expiresInMs: untilMs - nowMs(), ageMs: nowMs() - sinceMs };
        },
        async update(token, { data }) {
            const session = alive(token);
            if (session === undefined) return false;
            session.data = structuredClone(data);
            return true;
        },
        async prolong(token, forMs) {
            const session = alive(token);
            if (session !== undefined) session.untilMs = nowMs() + forMs;
        },
        async deleteEverybody() {
            const { size } = kept;
            kept.clear();
            return size;
        },
        delete: async (token) => void kept.delete(token)
    };
}
