import { setTimeout as wait } from 'node:timers/promises';
import { CodedError } from '../errors/errors.ts';
import type { QuoBudget } from '../contracts/quo/budget.ts';
import { sendOnce, type HttpResult } from './http-request.ts';
import { requestQueue as newLanes, type Lane, type RequestQueue } from './request-queue.ts';
import { retryDelay } from './retry-delay.ts';

/** `GET /calls/{callId}`: how a request is counted, and where its parameters go. */
export type Endpoint = `${'GET' | 'POST' | 'PATCH' | 'DELETE'} /${string}`;

export interface Request {
    readonly params?: Readonly<Record<string, string>>;
    readonly query?: Readonly<Record<string, string | number | readonly string[] | undefined>>;
    readonly body?: unknown;
    /** Default: `calls`. */
    readonly lane?: Lane | undefined;
    readonly signal?: AbortSignal | undefined;
}

export interface QuoClient {
    /**
     * One answer of Quo's API, however many attempts it took.
     *
     * @returns the parsed JSON; undefined for an answer without a body
     * @throws {QuoError} when Quo refuses
     * @throws {CodedError} `QUO-UNREACHABLE` or `QUO-ANSWER`
     */
    send(endpoint: Endpoint, request?: Request): Promise<unknown>;
    /** Requests made so far, attempts included, by endpoint. */
    requests(): Readonly<Record<string, number>>;
    /** Attempts that had to be made again, by reason: a status, or `unreachable`. */
    retries(): Readonly<Record<string, number>>;
    waiting(lane: Lane): number;
    /** Items of lists that could not be read and were passed over, by endpoint. */
    unreadable: Record<string, number>;
    now(): number;
}

export interface QuoClientOptions {
    /** `https://api.quo.com` */
    readonly baseUrl: string;
    readonly key: string;
    readonly fetch?: typeof fetch;
    /** Milliseconds since the epoch. */
    readonly now?: () => number;
    readonly sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
    /** From 0 up to 1, for the jitter of repeats. */
    readonly random?: () => number;
    /** For one attempt. */
    readonly timeoutMs?: number;
    /** Requests that may start in any second. Quo allows ten for a key; one is left for clocks that differ. */
    readonly perSecond?: number;
    /** How long nothing starts after a 429. Quo counts by the second: a new one has begun by then. Default: 1,000. */
    readonly holdMs?: number;
    /** Shared with the other processes that use this key; absent: this process is the only one. */
    readonly budget?: QuoBudget;
    /** How long a key that never worked is tried again: a new one takes about 30 seconds to become active. */
    readonly youngKeyMs?: number;
    readonly onWaitingForKey?: (() => void) | undefined;
    /** Told of each attempt how long it waited for its turn, in milliseconds. */
    readonly onStart?: ((lane: Lane, waitedMs: number) => void) | undefined;
}

const DEFAULTS = { timeoutMs: 15_000, perSecond: 9, youngKeyMs: 40_000, holdMs: 1_000 };

/** The API of one workspace through one key, both surfaces, never faster than the key allows. */
export function quoClient(options: QuoClientOptions): QuoClient {
    const settings = { ...DEFAULTS, ...options };
    const now = options.now ?? Date.now;
    // A clock that is set back must not make a revoked key a young one for as long as it jumped.
    const elapsed = options.now ?? (() => performance.now());
    const random = options.random ?? Math.random;
    const sleep = options.sleep ?? ((ms, signal) => wait(ms, undefined, { signal }));
    const lanes: RequestQueue = newLanes(settings.perSecond, {
        shared: options.budget,
        onStart: options.onStart
    });
    const requests: Record<string, number> = {};
    const retries: Record<string, number> = {};
    const key: KeyState = { worked: false };

    async function send(endpoint: Endpoint, request: Request = {}): Promise<unknown> {
        for (let attempts = 1; ; attempts += 1) {
            const attempt = await lanes.run(
                request.lane ?? 'calls',
                () => {
                    requests[endpoint] = (requests[endpoint] ?? 0) + 1;
                    return sendOnce(endpoint, request, settings);
                },
                request.signal
            );
            key.worked ||= attempt.kind === 'answer';
            if (attempt.kind === 'answer') return attempt.json;
            const delay = delayAfter(attempt, endpoint, attempts);
            if (delay === undefined) throw attempt.error;
            const reason = attempt.status === undefined ? 'unreachable' : String(attempt.status);
            retries[reason] = (retries[reason] ?? 0) + 1;
            await sleep(delay, request.signal);
        }
    }

    function delayAfter(attempt: Extract<HttpResult, { kind: 'failure' }>, endpoint: Endpoint, attempts: number) {
        if (attempt.status === 429) lanes.holdFor(settings.holdMs);
        if (attempt.status === 401) return youngKeyDelay(key, elapsed(), settings.youngKeyMs, options.onWaitingForKey);
        return retryDelay(attempt, endpoint, attempts, random());
    }

    return {
        send,
        now,
        requests: () => ({ ...requests }),
        retries: () => ({ ...retries }),
        waiting: (lane) => lanes.waiting(lane),
        unreadable: {}
    };
}

interface KeyState {
    worked: boolean;
    refusedSince?: number;
}

const TRY_YOUNG_KEY_EVERY_MS = 5_000;

/** A key that worked before and is refused now was revoked: there is nothing to wait for. */
function youngKeyDelay(key: KeyState, nowMs: number, youngKeyMs: number, told?: () => void): number | undefined {
    if (key.worked) return undefined;
    key.refusedSince ??= nowMs;
    if (nowMs - key.refusedSince >= youngKeyMs) return undefined;
    told?.();
    return Math.min(TRY_YOUNG_KEY_EVERY_MS, youngKeyMs);
}

/** An answer in a form that we do not know. */
export function unexpectedAnswer(endpoint: string, where: string): CodedError {
    return new CodedError('QUO-ANSWER', `${endpoint}: ${where}`);
}
