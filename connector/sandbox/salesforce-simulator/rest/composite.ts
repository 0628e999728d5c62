import { inTransaction } from '../automation/transaction.ts';
import { OrgError } from '../org-error.ts';
import { resolveReferences } from './composite-references.ts';
import { answerError, type Dispatch } from '../api/dispatch.ts';
import { objectOf, type Answer, type Exchange, type Handle, type Org } from '../api/exchange.ts';
import { requireKeys, switchOf } from '../api/request-shape.ts';
import {
    headersOf,
    limitSubrequests,
    requireComposable,
    subExchange,
    subrequestsOf,
    type Subrequest
} from './subrequests.ts';

class Halted extends Error {
    readonly failed: string;
    constructor(failed: string) {
        super(failed);
        this.failed = failed;
    }
}

/** `POST /composite`: one answer for each sub-request, in order. One API call. */
export function compositeHandler(dispatch: () => Dispatch): Handle {
    return (org, exchange) => {
        const body = objectOf(exchange);
        requireKeys(body, ['compositeRequest', 'allOrNone', 'collateSubrequests']);
        const allOrNone = switchOf(body.allOrNone);
        switchOf(body.collateSubrequests);
        const requests = subrequestsOf(body.compositeRequest);
        limitSubrequests(requests);
        const answers = runSubrequests(org, exchange, dispatch(), requests, allOrNone);
        return { status: 200, body: { compositeResponse: answers } };
    };
}

/** Runs sub-requests in order; with allOrNone, the first failure takes back and halts all the others. */
export function runSubrequests(
    org: Org,
    exchange: Exchange,
    dispatch: Dispatch,
    requests: readonly Subrequest[],
    allOrNone: boolean
): unknown[] {
    let answers = new Map<string, Answer>();
    try {
        const runAll = (): void => {
            for (const request of requests) {
                const answer = runOne(org, exchange, dispatch, request, answers);
                answers.set(request.referenceId, answer);
                if (allOrNone && isFailure(answer)) throw new Halted(request.referenceId);
            }
        };
        // What is done whole or not at all shares the limits of one transaction.
        if (allOrNone) org.state.tables.journal.atomically(() => inTransaction(org.state, runAll));
        else runAll();
    } catch (error) {
        if (!(error instanceof Halted)) throw error;
        answers = new Map(
            requests.map((request) => [
                request.referenceId,
                request.referenceId === error.failed ? (answers.get(error.failed) as Answer) : rolledBack()
            ])
        );
    }
    return requests.map(({ referenceId }) => {
        const answer = answers.get(referenceId) as Answer;
        return {
            body: answer.body ?? null,
            httpHeaders: answer.headers ?? {},
            httpStatusCode: answer.status,
            referenceId
        };
    });
}

/** A collection with one failed record counts as a failed sub-request under allOrNone. */
function isFailure(answer: Answer): boolean {
    if (answer.status >= 300) return true;
    const { body } = answer;
    return Array.isArray(body) && body.some((item) => (item as { success?: boolean } | null)?.success === false);
}

function runOne(
    org: Org,
    exchange: Exchange,
    dispatch: Dispatch,
    request: Subrequest,
    answers: ReadonlyMap<string, Answer>
): Answer {
    try {
        const url = String(resolveReferences(request.url, answers));
        const body = resolveReferences(request.body, answers);
        const headers = headersOf(exchange, request);
        const sub = subExchange(org, exchange, { method: request.method, headers }, url, body);
        requireComposable(sub);
        return dispatch(sub);
    } catch (error) {
        if (error instanceof OrgError) return answerError(error);
        throw error;
    }
}

function rolledBack(): Answer {
    const message = 'The transaction was rolled back since another operation in the same transaction failed.';
    return { status: 400, body: [{ errorCode: 'PROCESSING_HALTED', message }] };
}
