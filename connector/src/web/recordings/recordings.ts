import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response as Answer, Router } from 'express';
import type { Log } from '../../log.ts';
import { limitsInMemory } from '../auth/limits-in-memory.ts';
import { explain } from './explain.ts';
import { guard, type Asked, type GuardDeps, type Heard } from './guard.ts';
import { playbackStart, type ByteRange } from './playback-start.ts';
import { whileAllowed } from './while-allowed.ts';
import type { ReadLink, RecordingLinks, RecordingRef } from './recording-links.ts';
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
    /** Whether it plays for whoever asks: asked at every request, and again while one lasts. */
    readonly verdict: GuardDeps['verdict'];
    /** Told once for each time that a recording begins to play. @param from the caller's address */
    readonly onPlayed: (ref: RecordingRef, heard: Heard, from: string) => Promise<void>;
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
    const { links, log, verdict, asksAMinute = 240, nowMs = Date.now } = parts;
    const begins = playbackStart(nowMs);
    const asks = limitsInMemory('recordings', asksAMinute, 60);
    const guarded = guard<ReadLink>(
        { log, verdict, asks, refused: 'recording not played' },
        { asked, give: (request, response, link, heard) => play(parts, begins, { request, response, link, heard }) }
    );
    const router = strictRouter();
    router.get('/recordings/:call/:n', (request: Request<{ call: string; n: string }>, response) =>
        guarded(request, response, links.read(request.params, request.query))
    );
    return router;
}

function asked({ ref, inPlace }: ReadLink): Asked {
    return { connection: ref.connection, quoId: ref.callId, inPlace };
}

interface Play {
    readonly request: Request;
    readonly response: Answer;
    readonly link: ReadLink;
    readonly heard: Heard;
}

async function play(
    parts: RecordingDeps,
    begins: ReturnType<typeof playbackStart>,
    { request, response, link, heard }: Play
): Promise<void> {
    const { ref } = link;
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const part = partOf(request);
    const source = await parts.fetchRecording(ref, part, gone.signal);
    if (source === undefined) {
        explain(request, response, 404, 'WEB-RECORDING-GONE');
        return;
    }
    const { ip = '' } = request;
    const isPlay = request.method === 'GET' && source.status !== BEYOND;
    const who = JSON.stringify([ref, heard.listener, heard.userId, ip]);
    if (isPlay && begins(who, askedIn(part))) await parts.onPlayed(ref, heard, ip);
    const still = async (): Promise<boolean> => (await parts.verdict(request, asked(link))).plays;
    await passOn(source, request, response, whileAllowed(still, parts.nowMs ?? Date.now));
}

/** Several ranges at once, and what is none, are answered with the whole. */
function partOf({ headers }: Request): Part | undefined {
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
    request: Request,
    response: Answer,
    allowed: ReturnType<typeof whileAllowed>
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
        return pipeline(Readable.fromWeb(source.body), allowed, response);
    response.end();
    await source.body?.cancel();
}
