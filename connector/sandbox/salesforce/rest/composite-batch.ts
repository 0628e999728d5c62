import { badRequest, OrgError } from '../org-error.ts';
import { subExchange } from './composite.ts';
import { answerError, type Dispatch } from './dispatch.ts';
import { objectOf, type Answer, type Exchange, type Handle } from './exchange.ts';

const SUBREQUESTS = 25;

interface BatchRequest {
    readonly method: string;
    /** Below `/services/data/`: `v68.0/sobjects/…`. */
    readonly url: string;
    readonly richInput?: unknown;
}

/** `POST /composite/batch`: independent sub-requests; with haltOnError, those after a failure are not done. */
export function batchHandler(dispatch: () => Dispatch): Handle {
    return (_org, exchange) => {
        const { batchRequests, haltOnError } = objectOf(exchange);
        if (!Array.isArray(batchRequests)) throw badRequest('JSON_PARSER_ERROR', 'batchRequests is required.');
        if (batchRequests.length > SUBREQUESTS) {
            throw badRequest('LIMIT_EXCEEDED', `The number of subrequests must not exceed ${SUBREQUESTS}.`);
        }
        let halted = false;
        const results = (batchRequests as BatchRequest[]).map((request) => {
            const answer = halted ? haltedAnswer() : runOne(exchange, dispatch(), request);
            if (haltOnError === true && answer.status >= 400) halted = true;
            return { statusCode: answer.status, result: answer.body ?? null };
        });
        return { status: 200, body: { hasErrors: results.some(({ statusCode }) => statusCode >= 400), results } };
    };
}

function runOne(exchange: Exchange, dispatch: Dispatch, request: BatchRequest): Answer {
    try {
        const path = request.url.replace(/^\/?(services\/data\/)?/, '/services/data/');
        return dispatch(subExchange(exchange, request, path, request.richInput));
    } catch (error) {
        if (error instanceof OrgError) return answerError(error);
        throw error;
    }
}

function haltedAnswer(): Answer {
    const message = 'Batch processing halted per request';
    return { status: 412, body: [{ errorCode: 'BATCH_PROCESSING_HALTED', message }] };
}
