import { badRequest, OrgError } from '../org-error.ts';
import { answerError, type Dispatch } from '../api/dispatch.ts';
import { objectOf, type Answer, type Exchange, type Handle, type Org } from '../api/exchange.ts';
import { filledList, requireKeys, switchOf } from '../api/request-shape.ts';
import { subExchange } from './subrequests.ts';

const SUBREQUESTS = 25;

interface BatchRequest {
    readonly method: string;
    /** Below `/services/data/`: `v68.0/sobjects/…`. */
    readonly url: string;
    readonly richInput?: unknown;
}

/** `POST /composite/batch`: independent sub-requests; with haltOnError, those after a failure are not done. */
export function batchHandler(dispatch: () => Dispatch): Handle {
    return (org, exchange) => {
        const body = objectOf(exchange);
        requireKeys(body, ['batchRequests', 'haltOnError']);
        const haltOnError = switchOf(body.haltOnError);
        const batchRequests = filledList(body.batchRequests, 'batchRequests').map(readRequest);
        if (batchRequests.length > SUBREQUESTS) {
            throw badRequest('LIMIT_EXCEEDED', `The number of subrequests must not exceed ${SUBREQUESTS}.`);
        }
        let halted = false;
        const results = batchRequests.map((request) => {
            const answer = halted ? haltedAnswer() : runOne(org, exchange, dispatch(), request);
            if (haltOnError && answer.status >= 400) halted = true;
            return { statusCode: answer.status, result: answer.body ?? null };
        });
        return { status: 200, body: { hasErrors: results.some(({ statusCode }) => statusCode >= 400), results } };
    };
}

function readRequest(json: Record<string, unknown>): BatchRequest {
    requireKeys(json, ['method', 'url', 'richInput', 'binaryPartName', 'binaryPartNameAlias']);
    if (typeof json.method !== 'string' || typeof json.url !== 'string')
        throw badRequest('INVALID_INPUT', 'method and url are required for every subrequest.');
    if ('binaryPartName' in json || 'binaryPartNameAlias' in json)
        throw badRequest('INVALID_INPUT', 'Binary parts of a batch are no part of this org.');
    return { method: json.method, url: json.url, richInput: json.richInput };
}

function runOne(org: Org, exchange: Exchange, dispatch: Dispatch, request: BatchRequest): Answer {
    try {
        const path = request.url.replace(/^\/?(services\/data\/)?/, '/services/data/');
        const { headers } = exchange;
        const sub = subExchange(org, exchange, { method: request.method, headers }, path, request.richInput);
        // A batch holds no other composite request.
        if (/^\/composite(?:\/|$)/i.test(sub.path)) throw badRequest('INVALID_INPUT', `Invalid URL: ${request.url}`);
        return dispatch(sub);
    } catch (error) {
        if (error instanceof OrgError) return answerError(error);
        throw error;
    }
}

function haltedAnswer(): Answer {
    const message = 'Batch processing halted per request';
    return { status: 412, body: [{ errorCode: 'BATCH_PROCESSING_HALTED', message }] };
}
