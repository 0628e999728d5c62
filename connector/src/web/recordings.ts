import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import express, { type Request, type Response as Answer, type Router } from 'express';
import { action, sentence } from '../errors.ts';
import type { Language } from '../errors/entry.ts';
import { errorData, type Log } from '../log.ts';
import type { RecordingLinks, RecordingRef } from './recording-links.ts';

/** Who listens, or where they must sign in first. */
export type Admission = { readonly listener: string } | { readonly signInAt: string };

export interface RecordingParts {
    readonly links: RecordingLinks;
    /**
     * The bytes from Quo, freshly addressed. `undefined` when Quo has no such recording (any more).
     *
     * @param range the `Range` header as the player sent it
     * @param signal aborts when the player goes away
     */
    readonly fetchRecording: (
        ref: RecordingRef,
        range: string | undefined,
        signal: AbortSignal
    ) => Promise<globalThis.Response | undefined>;
    /** Default: whoever has the link listens. */
    readonly admit?: (request: Request, ref: RecordingRef) => Promise<Admission>;
    /** Told once for each time that a recording begins to play. */
    readonly onPlayed: (ref: RecordingRef, listener: string) => Promise<void>;
    readonly log: Log;
}

const PASSED_ON = ['content-type', 'content-length', 'content-range', 'accept-ranges', 'last-modified', 'etag'];

/** `GET /recordings/<call>/<n>?…`: plays a recording from Quo, in parts where the player asks for parts. */
export function recordings(parts: RecordingParts): Router {
    const { links, log } = parts;
    const router = express.Router();
    router.get('/recordings/:call/:n', async (request: Request<{ call: string; n: string }>, response) => {
        const ref = links.read(request.params, request.query);
        if (ref === undefined) return explain(request, response, 403, 'WEB-RECORDING-LINK');
        const admission = (await parts.admit?.(request, ref)) ?? { listener: 'link' };
        if ('signInAt' in admission) return response.redirect(303, admission.signInAt);
        try {
            await play(parts, request, response, ref, admission.listener);
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
    { fetchRecording, onPlayed }: RecordingParts,
    request: Request<{ call: string; n: string }>,
    response: Answer,
    ref: RecordingRef,
    listener: string
): Promise<void> {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const { range } = request.headers;
    const source = await fetchRecording(ref, range, gone.signal);
    if (source === undefined) return explain(request, response, 404, 'WEB-RECORDING-GONE');
    // A player asks for the rest in further parts: the first is the play.
    if (request.method === 'GET' && (range === undefined || /^bytes=0-/.test(range))) await onPlayed(ref, listener);
    await passOn(source, response);
}

async function passOn(source: globalThis.Response, response: Answer): Promise<void> {
    response.status(source.status);
    for (const name of PASSED_ON) {
        const value = source.headers.get(name);
        if (value !== null) response.setHeader(name, value);
    }
    if (!/^audio\//.test(source.headers.get('content-type') ?? '')) response.setHeader('content-type', 'audio/mpeg');
    response.setHeader('cache-control', 'private, no-store');
    // Lightning pages play the recording from another origin.
    response.setHeader('cross-origin-resource-policy', 'cross-origin');
    if (source.body === null) response.end();
    else await pipeline(Readable.fromWeb(source.body), response);
}

function explain(
    request: Request<{ call: string; n: string }>,
    response: Answer,
    status: number,
    code: 'WEB-RECORDING-LINK' | 'WEB-RECORDING-GONE' | 'WEB-RECORDING-QUO'
): void {
    const language: Language = request.acceptsLanguages('fr', 'en') === 'en' ? 'en' : 'fr';
    response
        .status(status)
        .type('text/plain')
        .send(`${sentence({ code }, language)} ${action({ code }, language)}\n`);
}
