import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import express, { type Request, type Response as Answer, type Router } from 'express';
import { action, sentence } from '../errors.ts';
import type { Language } from '../errors/entry.ts';
import { errorData, type Log } from '../log.ts';
import type { RecordingLinks, RecordingRef } from './recording-links.ts';

export interface RecordingParts {
    readonly links: RecordingLinks;
    /**
     * The bytes from Quo, freshly addressed. `undefined` when Quo has no such recording (any more).
     *
     * @param range the `Range` header as the player sent it
     */
    readonly fetchRecording: (ref: RecordingRef, range: string | undefined) => Promise<globalThis.Response | undefined>;
    readonly log: Log;
}

const PASSED_ON = ['content-type', 'content-length', 'content-range', 'accept-ranges', 'last-modified', 'etag'];

/** `GET /recordings/<call>/<n>?…`: plays a recording from Quo, in parts where the player asks for parts. */
export function recordings({ links, fetchRecording, log }: RecordingParts): Router {
    const router = express.Router();
    router.get('/recordings/:call/:n', async (request: Request<{ call: string; n: string }>, response) => {
        const ref = links.read(request.params, request.query);
        if (ref === undefined) return explain(request, response, 403, 'WEB-RECORDING-LINK');
        try {
            const source = await fetchRecording(ref, request.headers.range);
            if (source === undefined) return explain(request, response, 404, 'WEB-RECORDING-GONE');
            log.info('recording played', { connection: ref.connection, call: ref.callId, n: ref.n });
            await passOn(source, response);
        } catch (error) {
            log.warn('recording not played', { connection: ref.connection, call: ref.callId, ...errorData(error) });
            if (!response.headersSent) explain(request, response, 502, 'WEB-RECORDING-QUO');
            else response.destroy();
        }
    });
    return router;
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
    else await pipeline(Readable.fromWeb(source.body as ReadableStream), response);
}

function explain(
    request: Request,
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
