import type { QueryResult } from '../soql/run.ts';

/** Query results that a client has not read to the end. */
export interface Cursors {
    open(result: QueryResult, pageSize: number, userId: string): string;
    find(locator: string, userId: string): { result: QueryResult; pageSize: number } | undefined;
    clear(): void;
}

/** Cursors that one user may hold open; the oldest is closed beyond that. */
const OPEN_LIMIT = 10;
/** How long a locator is good for. */
const LIFE_MS = 2 * 86_400_000;

export function createCursors(nextId: (prefix: string) => string, now: () => number): Cursors {
    const open = new Map<string, { result: QueryResult; pageSize: number; userId: string; until: number }>();
    return {
        open: (result, pageSize, userId) => {
            const locator = nextId('01g');
            open.set(locator, { result, pageSize, userId, until: now() + LIFE_MS });
            const own = [...open].filter(([, cursor]) => cursor.userId === userId);
            if (own.length > OPEN_LIMIT) open.delete((own[0] as [string, unknown])[0]);
            return locator;
        },
        find: (locator, userId) => {
            const cursor = open.get(locator);
            return cursor?.userId === userId && now() <= cursor.until ? cursor : undefined;
        },
        clear: () => open.clear()
    };
}
