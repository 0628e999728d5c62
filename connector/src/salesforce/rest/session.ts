import { Connection, type HttpResponse } from 'jsforce';
import { OrgUnavailable } from '../../contracts/salesforce.ts';
import type { Vault } from '../../contracts/store.ts';
import type { Fetch } from '../oauth/oauth-client.ts';
import { readErrors, Refusal } from './refusal.ts';
import type { Part, Subrequest } from './composite.ts';
import { versionRoot, type OrgSettings } from '../settings.ts';
import type { BelongingOrg } from '../oauth/same-org.ts';
import { keepTokens, type Tokens } from '../oauth/tokens.ts';
import { oneShot } from './transport.ts';
import { unanswered, unavailableFrom } from './unavailable.ts';
import { redactMessage } from './redact-message.ts';
import { Unreadable } from './unreadable.ts';

/** Salesforce counts requests of 20 s and more against a small allowance of concurrent ones. */
export const REQUEST_TIMEOUT_MS = 20_000;

export interface OrgRequest {
    readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
    /** From the version's root (`/composite`), or from the host's (`/services/…`). */
    readonly path: string;
    readonly body?: unknown;
    readonly headers?: Readonly<Record<string, string>>;
    /** Milliseconds until the whole answer is there. Default: 20,000. */
    readonly timeoutMs?: number;
}

/** Authorised access to one org. */
export interface Session {
    /**
     * @returns the parsed answer; `undefined` for one without content
     * @throws {OrgUnavailable} the org cannot be used now, or its answer cannot be read
     * @throws {Refusal} Salesforce refuses what was asked
     */
    request(request: OrgRequest): Promise<unknown>;
    /** `/services/data/v66.0`, for the requests inside a composite one. */
    readonly root: string;
    /** Composite reads that share requests with others of the same moment; absent: each is a request. */
    readonly reads?: (paths: readonly (string | Subrequest)[]) => Promise<readonly Part[]>;
    /** The integration user and its org. */
    tokens(): Promise<Tokens>;
    allowance(): { readonly used: number; readonly limit: number } | undefined;
    calls(): number;
}

export interface SessionDependencies {
    readonly vault: Vault;
    /** The connection whose tokens these are. */
    readonly connection: string;
    readonly fetch: Fetch;
    readonly now: () => Date;
    /** The org that belongs to the connection; see `keepTokens`. */
    readonly belonging?: BelongingOrg;
    /** Ends every request under way, on shutdown. */
    readonly signal?: AbortSignal;
}

type Answer = { readonly status: number; readonly body: unknown; readonly raw: string };

/** Opens nothing yet: the first request gets the token. */
export function openSession(
    settings: Pick<OrgSettings, 'loginUrl' | 'login' | 'apiVersion'>,
    dependencies: SessionDependencies
): Session {
    const keeper = keepTokens(settings, dependencies.vault, dependencies.connection, dependencies);
    let known: Tokens | undefined;
    let first: Promise<Tokens> | undefined;
    let connection: Connection | undefined;
    let calls = 0;
    let allowance: { used: number; limit: number } | undefined;
    const tokens = async (): Promise<Tokens> => {
        if (known !== undefined) return known;
        first ??= keeper.current().finally(() => (first = undefined));
        const found = await first;
        return (known ??= found);
    };
    const send = async (request: OrgRequest, { accessToken, instanceUrl }: Tokens): Promise<Answer> => {
        if (connection?.accessToken !== accessToken || connection.instanceUrl !== instanceUrl)
            connection = new Connection({ instanceUrl, accessToken, version: settings.apiVersion, maxRequest: 4 });
        calls += 1;
        const through = connection;
        const answer = await sendOnce(through, request, dependencies);
        allowance = through.limitInfo.apiUsage ?? allowance;
        return answer;
    };
    return {
        root: versionRoot(settings),
        tokens,
        allowance: () => allowance,
        calls: () => calls,
        request: async (request) => {
            const used = await tokens();
            let answer = await send(request, used);
            if (isStale(answer)) {
                // Another caller may have renewed meanwhile; `renew` then only reads what is stored.
                if (known === undefined || known.accessToken === used.accessToken) known = await keeper.renew(used);
                answer = await send(request, known);
            }
            return read(answer);
        }
    };
}

/** Access with somebody's own token, for as long as it lasts: it is neither kept nor renewed. */
export function ownSession(
    { accessToken, instanceUrl }: Pick<Tokens, 'accessToken' | 'instanceUrl'>,
    settings: Pick<OrgSettings, 'apiVersion'>,
    dependencies: Pick<SessionDependencies, 'fetch'>
): Pick<Session, 'request' | 'root'> {
    const connection = new Connection({ instanceUrl, accessToken, version: settings.apiVersion });
    return {
        root: versionRoot(settings),
        request: async (request) => read(await sendOnce(connection, request, dependencies))
    };
}

async function sendOnce(
    connection: Connection,
    request: OrgRequest,
    { fetch, signal }: Pick<SessionDependencies, 'fetch' | 'signal'>
): Promise<Answer> {
    const timeout = AbortSignal.timeout(request.timeoutMs ?? REQUEST_TIMEOUT_MS);
    let response: HttpResponse | undefined;
    const transport = oneShot(fetch, signal === undefined ? timeout : AbortSignal.any([signal, timeout]), (seen) => {
        response = seen;
    });
    try {
        const body = request.body === undefined ? undefined : JSON.stringify(request.body);
        const headers = { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...request.headers };
        const answer = await connection.request(
            { method: request.method, url: request.path, headers, ...(body === undefined ? {} : { body }) },
            { transport }
        );
        return { status: response?.statusCode ?? 0, body: answer, raw: response?.body ?? '' };
    } catch (error) {
        // jsforce throws for every refusal, without the status; what Salesforce said is read from the answer itself.
        if (response === undefined) throw unanswered(error);
        return { status: response.statusCode, body: parseOrText(response.body), raw: response.body };
    }
}

/** The token is too old, or the org moved: a new token comes with the new address. */
function isStale({ status, raw }: Answer): boolean {
    if ([301, 302, 307, 308].includes(status)) return true;
    return status === 401 && !/not attached to Agent|not valid for use with the REST API/.test(raw);
}

function read(answer: Answer): unknown {
    if (answer.status >= 200 && answer.status < 300) return bodyOf(answer);
    const errors = readErrors(answer.body, answer.status);
    const refusal = new Refusal(answer.status, errors);
    const seen = redactMessage(`${refusal.first.code}: ${refusal.first.message}`);
    if (answer.status === 401)
        throw new OrgUnavailable(isStale(answer) ? 'session' : 'forbidden', { code: 'SF-SIGN-IN-REVOKED', seen });
    if (answer.status > 300 && answer.status < 400)
        throw new OrgUnavailable('forbidden', { code: 'SF-MOVED', seen: `HTTP ${answer.status}` });
    const unavailable = unavailableFrom(answer.status, refusal.first);
    if (unavailable === undefined && !isObject(answer.body)) throw new Unreadable(answer.status, 'no JSON');
    throw unavailable ?? refusal;
}

const NO_CONTENT = 204;

function bodyOf({ status, body, raw }: Answer): unknown {
    if (status === NO_CONTENT) return undefined;
    // jsforce reads by the type that the answer claims, and gives back as text what it cannot read.
    const read = isObject(body) ? body : parseOrText(raw);
    if (isObject(read)) return read;
    throw new Unreadable(status, raw === '' ? 'empty' : 'no JSON');
}

/** Every answer of Salesforce's with content is an object or a list. */
function isObject(body: unknown): boolean {
    return typeof body === 'object' && body !== null;
}

function parseOrText(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return text;
    }
}
