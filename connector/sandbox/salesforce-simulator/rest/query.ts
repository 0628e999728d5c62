import { badRequest } from '../org-error.ts';
import { runQuery, type QueryResult } from '../soql/run.ts';
import { describeColumns } from './query-columns.ts';
import { explain } from './explain.ts';
import type { Answer, Exchange, Handle, Org } from '../api/exchange.ts';

const PAGE = 2_000;
const SMALLEST_PAGE = 200;

/** `GET /query?q=…` and `/queryAll?q=…`: the first page, and the address of the next one. */
export function queryHandler(all: boolean): Handle {
    return (org, exchange) => {
        const explained = exchange.query.get('explain');
        if (explained !== null && !all) return explain(org, exchange, explained);
        const text = exchange.query.get('q');
        if (text === null || text === '') throw badRequest('MALFORMED_QUERY', 'SOQL query is required.');
        const result = runQuery(org.state, exchange.caller, text, all, exchange.base);
        if (exchange.query.get('columns') === 'true') return { status: 200, body: describeColumns(result) };
        const pageSize = pageSizeOf(exchange);
        const locator =
            result.count > pageSize ? org.cursors.open(result, pageSize, exchange.caller.userId) : undefined;
        return page(exchange, result, 0, pageSize, locator);
    };
}

/** `GET /query/01g…-2000`: a further page. */
export const nextPage: Handle = (org: Org, exchange, params): Answer => {
    const [, locator = '', from = '0'] = /^(\w+)-(\d+)$/.exec(params.locator ?? '') ?? [];
    const cursor = org.cursors.find(locator, exchange.caller.userId);
    const start = Number(from);
    if (!cursor || start >= cursor.result.count) {
        throw badRequest('INVALID_QUERY_LOCATOR', 'invalid query locator');
    }
    return page(exchange, cursor.result, start, cursor.pageSize, locator);
};

function page(
    exchange: Exchange,
    result: QueryResult,
    from: number,
    size: number,
    locator: string | undefined
): Answer {
    const to = Math.min(from + size, result.count);
    const done = to >= result.count;
    return {
        status: 200,
        body: {
            totalSize: result.totalSize,
            done,
            ...(done ? {} : { nextRecordsUrl: `${exchange.base}/query/${locator}-${to}` }),
            records: result.page(from, to)
        }
    };
}

/** `Sforce-Query-Options: batchSize=200`, within what an org allows. */
function pageSizeOf(exchange: Exchange): number {
    const asked = /batchSize\s*=\s*(\d+)/i.exec(exchange.headers['sforce-query-options'] ?? '')?.[1];
    return asked === undefined ? PAGE : Math.min(PAGE, Math.max(SMALLEST_PAGE, Number(asked)));
}
