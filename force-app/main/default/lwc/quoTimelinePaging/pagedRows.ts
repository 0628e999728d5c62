import type { Row } from 'c/quoTimelineRows';

/** What pages are made of. */
export interface Dated {
    readonly id: string;
    /** ISO, UTC. */
    readonly startedAt?: string;
}

/** A page, or all that has been read of one source so far. */
export interface PagedRows<T extends Dated = Row> {
    readonly rows: readonly T[];
    readonly endCursor?: string;
    readonly hasMore: boolean;
}
