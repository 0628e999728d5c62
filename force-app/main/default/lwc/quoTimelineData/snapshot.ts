import type { Problem } from 'c/quoErrors';
import type { LeftOut } from 'c/quoQueries';
import type { Row } from 'c/quoTimelineRows';
import type { Branch } from './readPages';

/** What the timeline is told, whole, at every change. */
export interface Snapshot {
    readonly status: 'loading' | 'ready' | 'failed';
    readonly rows: readonly Row[];
    readonly hasMore: boolean;
    readonly isLoadingMore: boolean;
    /** What this user may not read, and the rows therefore do not show. */
    readonly leftOut: readonly LeftOut[];
    /** A source that cannot be read; the other one still shows. */
    readonly missing?: Branch;
    /** Why nothing, or nothing newer, could be loaded. */
    readonly problem?: Problem;
    /** Why the next page could not be loaded; asking for more asks for that page again. */
    readonly pageProblem?: Problem;
}

/** Before anything was asked. */
export const LOADING: Snapshot = { status: 'loading', rows: [], hasMore: false, isLoadingMore: false, leftOut: [] };
