/**
 * Two sources, one list: Tasks and Sona calls come in pages of their own, each newest first. What is shown must never
 * be overtaken by a row that a later page brings.
 */
import { mergeSonaCalls, type Row } from 'c/quoTimelineRows';
import type { Dated, PagedRows } from './pagedRows';

export type { Dated, PagedRows } from './pagedRows';
export type { Connection } from './connection';
export { readPage } from './connection';

export const UNREAD: PagedRows<never> = { rows: [], hasMore: false };

const key = (row: Dated) => row.startedAt ?? '';

/** Newest first; rows without a date last; equal instants by id, so that the order never flickers. */
function byNewest(a: Dated, b: Dated): number {
    return key(b).localeCompare(key(a)) || a.id.localeCompare(b.id);
}

/** Adds a further page; a row that was there already (the list moved meanwhile) is replaced. */
export function append<T extends Dated>(source: PagedRows<T>, page: PagedRows<T>): PagedRows<T> {
    const fresh = new Set(page.rows.map(({ id }) => id));
    const rows = [...source.rows.filter(({ id }) => !fresh.has(id)), ...page.rows];
    return { rows, endCursor: page.endCursor, hasMore: page.hasMore };
}

/**
 * Puts a fresh first page over what was read before: in the stretch that it covers it is the truth (rows that are gone
 * disappear), older rows and the cursor stay.
 */
export function replaceFirstPage<T extends Dated>(source: PagedRows<T>, page: PagedRows<T>): PagedRows<T> {
    const oldest = page.rows[page.rows.length - 1];
    if (!page.hasMore || !oldest) return page;
    const fresh = new Set(page.rows.map(({ id }) => id));
    const older = source.rows.filter((row) => !fresh.has(row.id) && byNewest(row, oldest) > 0);
    if (older.length === 0) return page;
    return { rows: [...page.rows, ...older], endCursor: source.endCursor, hasMore: source.hasMore };
}

/** The instant down to which a source is known; `''` when it is known to its end. */
function readDownTo(source: PagedRows): string {
    return source.hasMore ? source.rows.reduce((low, row) => (key(row) < low ? key(row) : low), '\uffff') : '';
}

/** Every row that nothing still unread can precede, in order, each Sona call told by its Task's row. */
export function stableRows(tasks: PagedRows, sona: PagedRows): readonly Row[] {
    const stableDownTo = [readDownTo(tasks), readDownTo(sona)].sort().pop() ?? '';
    return mergeSonaCalls(tasks.rows, sona.rows)
        .filter((row) => key(row) >= stableDownTo)
        .sort(byNewest);
}
