import { OrgError } from '../org-error.ts';
import type { Row } from '../records/row.ts';
import type { Answer, Exchange } from './exchange.ts';

/**
 * `If-Modified-Since` and `If-Unmodified-Since` against a record's last change.
 *
 * @returns 304 when the record is as the client knows it
 * @throws {OrgError} 412 when it changed since the client read it
 */
export function requireUnchanged(exchange: Exchange, row: Row): Answer | undefined {
    const modified = Math.floor(Number(row.LastModifiedDate) / 1_000) * 1_000;
    return answerConditions(exchange, modified);
}

/** The same for anything with a time of its last change, such as a describe. */
export function answerConditions(exchange: Exchange, modified: number): Answer | undefined {
    const unmodified = Date.parse(exchange.headers['if-unmodified-since'] ?? '');
    if (!Number.isNaN(unmodified) && modified > unmodified) {
        throw new OrgError(
            412,
            'PRECONDITION_FAILED',
            'One or more conditions given in the request header were not met.'
        );
    }
    const since = Date.parse(exchange.headers['if-modified-since'] ?? '');
    return !Number.isNaN(since) && exchange.method === 'GET' && modified <= since ? { status: 304 } : undefined;
}
