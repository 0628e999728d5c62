import type { Request } from 'express';
import { OrgError } from '../org-error.ts';

const JSON_TYPE = /^application\/json\s*(?:;|$)/i;
const CSV_TYPE = /^text\/csv\s*(?:;|$)/i;
/** Where a job's data comes in, which is CSV and never JSON. */
const CSV_BODY = /^\/jobs\/ingest\/[^/]+\/batches\/?$/i;
/** Where a job's data goes out. */
const CSV_ANSWER = /^\/jobs\//i;
const CSV_RANGE = /^text\/(?:csv|\*)$/;
const JSON_RANGE = /^(?:application\/(?:json|\*)|\*\/\*)$/;

/** @throws {OrgError} 415 for a body of another type than the resource reads, or of none */
export function requireMediaType(request: Request, path: string, method: string, body: string): void {
    if (!['POST', 'PATCH', 'PUT'].includes(method) || body === '') return;
    const type = request.get('content-type') ?? '';
    if (!(CSV_BODY.test(path) ? CSV_TYPE : JSON_TYPE).test(type)) {
        throw new OrgError(415, 'UNSUPPORTED_MEDIA_TYPE', `Content-Type '${type}' not supported.`);
    }
}

/** A real org would answer in XML where that is asked for; this one has none. @throws {OrgError} 406 */
export function requireAcceptable(request: Request, path: string): void {
    const ranges = (request.get('accept') ?? '*/*').split(',').map((range) => (range.split(';')[0] ?? '').trim());
    const fits = (range: string): boolean => JSON_RANGE.test(range) || (CSV_ANSWER.test(path) && CSV_RANGE.test(range));
    if (!ranges.some((range) => range === '' || fits(range.toLowerCase()))) {
        throw new OrgError(406, 'NOT_ACCEPTABLE', `None of the types is available here: ${request.get('accept')}`);
    }
}
