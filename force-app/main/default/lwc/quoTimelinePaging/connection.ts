import type { Dated, PagedRows } from './pagedRows';

/** A list as GraphQL answers it; null or absent when that part of the query failed. */
export interface Connection<T> {
    readonly edges?: readonly { readonly node: T }[];
    readonly pageInfo?: { readonly endCursor?: string | null; readonly hasNextPage?: boolean };
}

/** @returns the page that came; undefined when it failed */
export function readPage<T, R extends Dated>(
    connection: Connection<T> | null | undefined,
    rowFrom: (node: T) => R
): PagedRows<R> | undefined {
    if (!connection?.edges) return undefined;
    return {
        rows: connection.edges.map(({ node }) => rowFrom(node)),
        hasMore: connection.pageInfo?.hasNextPage === true,
        ...(connection.pageInfo?.endCursor ? { endCursor: connection.pageInfo.endCursor } : {})
    };
}
