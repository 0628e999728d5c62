import type { Parameter, Query } from './query.ts';
import { badRequest } from './refusal.ts';

const CURSOR_LIFE_MS = 600_000;

/** The parameters of every paginated dated endpoint. */
export const DATED_PAGE: Readonly<Record<string, Parameter>> = {
    limit: { type: 'integer', range: [1, 50] },
    after: {}
};

/** Paging of the dated surface: `limit` 1–50 (10), and an opaque cursor that doesn't live long. */
export function datedPage<T extends { readonly id: string }>(
    sorted: readonly T[],
    query: Query,
    nowMs: number
): { data: T[]; nextCursor: string | null } {
    const limit = query.int('limit') ?? 10;
    const cursor = query.one('after');
    const start = cursor === undefined ? 0 : startAfter(sorted, cursor, nowMs, '/query/after');
    const data = sorted.slice(start, start + limit);
    return { data, nextCursor: cursorAfter(sorted, start + data.length, nowMs) };
}

/** Paging of v1. `totalItems` is known to be wrong there, and is wrong here: it counts the page. */
export function v1Page<T extends { readonly id: string }>(
    sorted: readonly T[],
    query: Query,
    nowMs: number,
    usual = 10
): { data: T[]; totalItems: number; nextPageToken: string | null } {
    const size = query.int('maxResults') ?? usual;
    const token = query.one('pageToken');
    const start = token === undefined ? 0 : startAfter(sorted, token, nowMs, '/query/pageToken');
    const data = sorted.slice(start, start + size);
    return { data, totalItems: data.length, nextPageToken: cursorAfter(sorted, start + data.length, nowMs) };
}

function cursorAfter(sorted: readonly { id: string }[], end: number, nowMs: number): string | null {
    const last = sorted[end - 1];
    if (end >= sorted.length || !last) return null;
    return Buffer.from(JSON.stringify([last.id, end, nowMs])).toString('base64url');
}

/** Resumes after the record that ended the last page, so that newer records don't shift the pages. */
function startAfter(sorted: readonly { id: string }[], cursor: string, nowMs: number, path: string): number {
    const [id, end, madeAt] = decode(cursor) ?? [];
    if (id === undefined || end === undefined || madeAt === undefined || nowMs - madeAt > CURSOR_LIFE_MS) {
        throw badRequest({ path, message: 'Invalid or expired cursor', value: cursor, schema: { type: 'string' } });
    }
    const at = sorted.findIndex((record) => record.id === id);
    return at < 0 ? end : at + 1;
}

function decode(cursor: string): [string, number, number] | undefined {
    try {
        const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
        return Array.isArray(value) && value.length === 3 ? (value as [string, number, number]) : undefined;
    } catch {
        return undefined;
    }
}
