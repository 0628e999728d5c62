import { createHash } from 'node:crypto';
import { OrgError } from '../org-error.ts';
import type { Row } from '../records/row.ts';
import type { SObject } from '../schema/types.ts';
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

/** The tag of a record's state; Salesforce documents tags for accounts alone. */
export function tagOf(object: SObject, row: Row): string | undefined {
    if (object.name !== 'Account') return undefined;
    const seen = Object.entries(row).filter(([, value]) => value !== undefined && value !== null);
    return `"${createHash('sha1').update(JSON.stringify(seen.sort())).digest('base64')}"`;
}

/**
 * `If-Match` and `If-None-Match` against an account's tag; of any other object, the headers are not looked at.
 *
 * @returns 304 when the record is as the client knows it
 * @throws {OrgError} 412 when it is not what the client means to change
 */
export function requireTag(exchange: Exchange, object: SObject, row: Row): Answer | undefined {
    const tag = tagOf(object, row);
    if (tag === undefined) return undefined;
    const names = (header: string): boolean =>
        (exchange.headers[header] ?? '').split(',').some((one) => one.trim() === tag || one.trim() === '*');
    if (exchange.headers['if-match'] !== undefined && !names('if-match')) throw notMet();
    if (!names('if-none-match')) return undefined;
    if (exchange.method === 'GET' || exchange.method === 'HEAD') return { status: 304 };
    throw notMet();
}

function notMet(): OrgError {
    return new OrgError(412, 'PRECONDITION_FAILED', 'One or more conditions given in the request header were not met.');
}

/** The same for anything with a time of its last change, such as a describe. */
export function answerConditions(exchange: Exchange, modified: number): Answer | undefined {
    const unmodified = Date.parse(exchange.headers['if-unmodified-since'] ?? '');
    if (!Number.isNaN(unmodified) && modified > unmodified) {
        throw notMet();
    }
    const since = Date.parse(exchange.headers['if-modified-since'] ?? '');
    return !Number.isNaN(since) && exchange.method === 'GET' && modified <= since ? { status: 304 } : undefined;
}
