import { badRequest, OrgError } from '../org-error.ts';
import { resolveReferences } from './composite-references.ts';
import { answerError, type Dispatch } from './dispatch.ts';
import { objectOf, type Answer, type Exchange, type Handle, type Org } from './exchange.ts';

/** Sub-requests of one composite request. */
const SUBREQUESTS = 25;
/** Of which collections and queries together. */
const COSTLY_SUBREQUESTS = 5;
const COSTLY = /\/(composite\/sobjects|query|queryAll)(\/|\?|$)/i;

export interface Subrequest {
    readonly method: string;
    readonly url: string;
    readonly referenceId: string;
    readonly body?: unknown;
    readonly httpHeaders?: Readonly<Record<string, string>>;
}

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
        const { compositeRequest, allOrNone } = objectOf(exchange);
        const requests = readSubrequests(compositeRequest);
        const answers = runSubrequests(org, exchange, dispatch(), requests, allOrNone === true);
        return { status: 200, body: { compositeResponse: answers } };
    };
}

function readSubrequests(value: unknown): Subrequest[] {
    if (!Array.isArray(value)) throw badRequest('JSON_PARSER_ERROR', 'compositeRequest is required.');
    const requests = value as Subrequest[];
    const tooMany = (most: number, what: string): OrgError =>
        badRequest(
            'LIMIT_EXCEEDED',
            `Composite request limit reached. Cannot have more than ${most} ${what} in one composite request.`
        );
    if (requests.length > SUBREQUESTS) throw tooMany(SUBREQUESTS, 'subrequests');
    const costly = requests.filter(({ url }) => COSTLY.test(url ?? '')).length;
    if (costly > COSTLY_SUBREQUESTS) throw tooMany(COSTLY_SUBREQUESTS, 'query or sObject Collections operations');
    checkReferenceIds(requests);
    return requests;
}

/** @throws {OrgError} when an id is missing, is no name or stands twice */
export function checkReferenceIds(requests: readonly Subrequest[]): void {
    const seen = new Set<string>();
    for (const { referenceId, url, method } of requests) {
        if (typeof url !== 'string' || typeof method !== 'string')
            throw badRequest('INVALID_INPUT', 'method and url are required for every subrequest.');
        if (typeof referenceId !== 'string' || !/^[A-Za-z0-9]\w*$/.test(referenceId)) {
            throw badRequest(
                'INVALID_INPUT',
                `Provided referenceId ('${String(referenceId)}') must start with a letter or a number, and it can contain only letters, numbers and underscores ('_').`
            );
        }
        if (seen.has(referenceId)) throw badRequest('INVALID_INPUT', `Duplicate referenceId provided: ${referenceId}`);
        seen.add(referenceId);
    }
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
        org.state.tables.journal.atomically(() => {
            for (const request of requests) {
                const answer = runOne(exchange, dispatch, request, answers);
                answers.set(request.referenceId, answer);
                if (allOrNone && isFailure(answer)) throw new Halted(request.referenceId);
            }
        });
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
    exchange: Exchange,
    dispatch: Dispatch,
    request: Subrequest,
    answers: ReadonlyMap<string, Answer>
): Answer {
    try {
        const url = String(resolveReferences(request.url, answers));
        const body = resolveReferences(request.body, answers);
        return dispatch(subExchange(exchange, request, url, body));
    } catch (error) {
        if (error instanceof OrgError) return answerError(error);
        throw error;
    }
}

/** The sub-request as if it came by itself. @throws {OrgError} when its address is outside the REST API */
export function subExchange(
    exchange: Exchange,
    request: Pick<Subrequest, 'method' | 'httpHeaders'>,
    url: string,
    body: unknown
): Exchange {
    const match = /^\/*services\/data\/v(\d+\.\d)(\/[^?]*)(?:\?(.*))?$/.exec(url);
    if (!match) throw badRequest('INVALID_INPUT', `Invalid URL: ${url}`);
    const headers = Object.fromEntries(
        Object.entries(request.httpHeaders ?? {}).map(([name, value]) => [name.toLowerCase(), value])
    );
    return {
        ...exchange,
        method: request.method.toUpperCase(),
        path: match[2] as string,
        version: match[1] as string,
        base: `/services/data/v${match[1]}`,
        query: new URLSearchParams(match[3] ?? ''),
        headers: { ...exchange.headers, ...headers },
        body: { json: body }
    };
}

function rolledBack(): Answer {
    const message = 'The transaction was rolled back since another operation in the same transaction failed.';
    return { status: 400, body: [{ errorCode: 'PROCESSING_HALTED', message }] };
}
