import { badRequest } from '../org-error.ts';
import type { Caller, OrgState } from '../org-state.ts';
import { idOf, type Row } from '../records/row.ts';
import { findRows } from '../soql/run.ts';
import type { SObject } from '../schema/types.ts';
import { orderText, whereText } from './where.ts';

/** What a query of one object may ask. */
export interface ConnectionArguments {
    readonly first?: number | null;
    readonly after?: string | null;
    readonly where?: Readonly<Record<string, unknown>> | null;
    readonly orderBy?: Readonly<Record<string, unknown>> | null;
    readonly scope?: string | null;
}

/** A page of records in the shape of the connection types. */
export interface Connection {
    readonly edges: readonly { readonly node: Row; readonly cursor: string }[];
    readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly hasPreviousPage: boolean;
        readonly startCursor: string | null;
        readonly endCursor: string | null;
    };
    readonly totalCount: number;
    readonly pageResultCount: number;
}

const PAGE = 10;
const LARGEST_PAGE = 2_000;

/** Who asks, and in which org. */
export interface GraphQLContext {
    readonly state: OrgState;
    readonly caller: Caller;
}

/**
 * Finds one page of an object's records.
 *
 * @param within a further SOQL condition: the parent of a child relationship
 * @throws {OrgError} for a page that is too large, a cursor that is none, or a filter that SOQL refuses
 */
export function connect(context: GraphQLContext, object: SObject, asked: ConnectionArguments, within = ''): Connection {
    const { state, caller } = context;
    const size = asked.first ?? PAGE;
    if (size < 1 || size > LARGEST_PAGE) {
        throw badRequest('INVALID_ARGUMENT', `The 'first' argument must be between 1 and ${LARGEST_PAGE}.`);
    }
    const filter = asked.where ? whereText(state, object, asked.where) : '';
    const condition = [within, filter].filter((part) => part !== '').join(' AND ');
    const order = asked.orderBy ? orderText(state, object, asked.orderBy) : [];
    const text = [
        `SELECT Id FROM ${object.name}`,
        asked.scope ? `USING SCOPE ${asked.scope.toLowerCase()}` : '',
        condition === '' ? '' : `WHERE ${condition}`,
        order.length === 0 ? '' : `ORDER BY ${order.join(', ')}`
    ];
    const rows = findRows(state, caller, text.filter(Boolean).join(' '));
    return pageOf(rows, offsetAfter(asked.after), size);
}

function pageOf(rows: readonly Row[], start: number, size: number): Connection {
    const shown = rows.slice(start, start + size);
    const edges = shown.map((node, index) => ({ node, cursor: cursorAt(start + index, idOf(node)) }));
    return {
        edges,
        pageInfo: {
            hasNextPage: start + shown.length < rows.length,
            hasPreviousPage: start > 0,
            startCursor: edges[0]?.cursor ?? null,
            endCursor: edges.at(-1)?.cursor ?? null
        },
        totalCount: rows.length,
        pageResultCount: shown.length
    };
}

function cursorAt(offset: number, id: string): string {
    return Buffer.from(JSON.stringify({ v: 1, o: offset, i: id })).toString('base64');
}

function offsetAfter(cursor: string | null | undefined): number {
    if (cursor === null || cursor === undefined) return 0;
    try {
        const { o } = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8')) as { o?: unknown };
        if (typeof o === 'number') return o + 1;
    } catch {
        // Refused below, like any cursor that is none of ours.
    }
    throw badRequest('INVALID_CURSOR', `The cursor '${cursor}' is invalid.`);
}
