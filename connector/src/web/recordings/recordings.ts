import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response as Answer, Router } from 'express';
import { action, sentence, type ErrorCode } from '../../errors/errors.ts';
import { errorData, type Log } from '../../log.ts';
import { limitsInMemory } from '../auth/limits-in-memory.ts';
import { browserLanguage } from '../language.ts';
import { playbackStart, type ByteRange } from './playback-start.ts';
import type { RecordingLinks, RecordingRef } from './recording-links.ts';
import { strictRouter } from '../strict-router.ts';

/** One part of a recording, in the words of HTTP. */
interface Part {
    /** `bytes=0-1023`: one range. */
    readonly range: string;
    /** Which version it is to be a part of; of another one the whole is wanted. */
    readonly ifRange?: string;
}

export interface RecordingDeps {
    readonly links: RecordingLinks;
    /**
     * The bytes from Quo, freshly addressed. `undefined` when Quo has no such recording (any more).
     *
     * @param part what the player wants of it
     * @param signal aborts when the player goes away
     */
    readonly fetchRecording: (
        ref: RecordingRef,
        part: Part | undefined,
        signal: AbortSignal
    ) => Promise<globalThis.Response | undefined>;
    /** Who listens; `undefined`: they must sign in first. */
    readonly listener: (request: Request, ref: RecordingRef) => Promise<string | undefined>;
    /** Told once for each time that a recording begins to play. */
    readonly onPlayed: (ref: RecordingRef, listener: string) => Promise<void>;
    readonly log: Log;
    /** Requests that one caller may send in a minute: each asks Quo, whose pace everything else shares. Default: 240. */
    readonly asksAMinute?: number;
    /** Milliseconds since the epoch. */
    readonly nowMs?: () => number;
}

const PASSED_ON = ['content-type', 'content-length', 'content-range', 'accept-ranges', 'last-modified', 'etag'];
const BEYOND = 416;
/** A number of bytes that no recording has is none. */
const RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/;

/** `GET /recordings/<call>/<n>?…`: plays a recording from Quo, in parts where the player asks for parts. */
export function recordings(parts: RecordingDeps): Router {
    const { links, log, asksAMinute = 240, nowMs = Date.now } = parts;
    const asks = limitsInMemory('recordings', asksAMinute, 60);
    const begins = playbackStart(nowMs);
    const router = strictRouter();
    router.get('/recordings/:call/:n', async (request: Request<{ call: string; n: string }>, response) => {
        const ref = links.read(request.params, request.query);
        if (ref === undefined) {
            explain(request, response, 403, 'WEB-RECORDING-LINK');
            return;
        }
        if (!(await asks.take(request.ip ?? ''))) {
            explain(request, response, 429, 'WEB-RECORDING-OFTEN');
            return;
        }
        const listener = await parts.listener(request, ref);
        response.setHeader('cache-control', 'no-store');
        if (listener === undefined) {
            response.redirect(303, `/sign-in?to=${encodeURIComponent(request.originalUrl)}`);
            return;
        }
        try {
            await play(parts, begins, request, response, ref, listener);
        } catch (error) {
            if (response.destroyed) return;
            log.warn('recording not played', { connection: ref.connection, call: ref.callId, ...errorData(error) });
            if (!response.headersSent) explain(request, response, 502, 'WEB-RECORDING-QUO');
            else response.destroy();
        }
    });
    return router;
}

async function play(
    { fetchRecording, onPlayed }: RecordingDeps,
    begins: ReturnType<typeof playbackStart>,
    request: Request<{ call: string; n: string }>,
    response: Answer,
    ref: RecordingRef,
    listener: string
): Promise<void> {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const part = partOf(request);
    const source = await fetchRecording(ref, part, gone.signal);
    if (source === undefined) {
        explain(request, response, 404, 'WEB-RECORDING-GONE');
        return;
    }
    const isPlay = request.method === 'GET' && source.status !== BEYOND;
    if (isPlay && begins(JSON.stringify([ref, listener, request.ip]), askedIn(part))) await onPlayed(ref, listener);
    await passOn(source, request, response);
}

/** Several ranges at once, and what is none, are answered with the whole. */
function partOf({ headers }: Request<{ call: string; n: string }>): Part | undefined {
    const { range } = headers;
    const ifRange = headers['if-range'];
    if (range === undefined || range === 'bytes=-' || !RANGE.test(range)) return undefined;
    return { range, ...(typeof ifRange === 'string' && { ifRange }) };
}

function askedIn(part: Part | undefined): ByteRange {
    const [, first = '', last = ''] = RANGE.exec(part?.range ?? '') ?? [];
    if (part === undefined) return {};
    // The last so many bytes: anywhere but at the beginning.
    if (first === '') return { first: Infinity };
    return { first: Number(first), ...(last !== '' && { last: Number(last) }) };
}

async function passOn(
    source: globalThis.Response,
    request: Request<{ call: string; n: string }>,
    response: Answer
): Promise<void> {
    response.status(source.status);
    response.setHeader('cache-control', 'private, no-store');
    // Lightning pages play the recording from another origin.
    response.setHeader('cross-origin-resource-policy', 'cross-origin');
    const names = source.status === BEYOND ? ['content-range'] : PASSED_ON;
    for (const name of names) {
        const value = source.headers.get(name);
        if (value !== null) response.setHeader(name, value);
    }
    if (!/^audio\//.test(source.headers.get('content-type') ?? '')) response.setHeader('content-type', 'audio/mpeg');
    if (source.body !== null && source.status !== BEYOND && request.method === 'GET')
        return pipeline(Readable.fromWeb(source.body), response);
    response.end();
    await source.body?.cancel();
}

function explain(
    request: Request<{ call: string; n: string }>,
    response: Answer,
    status: number,
    code: ErrorCode & `WEB-RECORDING-${string}`
): void {
    const language = browserLanguage(request);
    response
        .status(status)
        .set('cache-control', 'no-store')
        .type('text/plain')
        .send(`${sentence({ code }, language)} ${action({ code }, language)}\n`);
}
