import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response as Answer, Router } from 'express';
import type { Log } from '../../log.ts';
import { limitsInMemory } from '../auth/limits-in-memory.ts';
import { explain } from '../recordings/explain.ts';
import { guard, type Asked, type GuardDeps, type Heard } from '../recordings/guard.ts';
import { whileAllowed } from '../recordings/while-allowed.ts';
import { strictRouter } from '../strict-router.ts';
import type { AttachmentLinks, ReadAttachment } from './attachment-links.ts';
import { beginningOf, bounded } from './bounded.ts';
import { BEGINNING, fileType, type FileType } from './file-type.ts';

export interface AttachmentDeps {
    readonly links: AttachmentLinks;
    /** The bytes from Quo, freshly addressed. `undefined` when Quo has no such attachment (any more). */
    readonly fetchAttachment: (link: ReadAttachment, signal: AbortSignal) => Promise<globalThis.Response | undefined>;
    /** Whether it is shown to whoever asks: asked at every request, and again while one lasts. */
    readonly verdict: GuardDeps['verdict'];
    /** Told each time that one is handed out. @param from the caller's address */
    readonly onViewed: (link: ReadAttachment, heard: Heard, from: string) => Promise<void>;
    readonly log: Log;
    /** Requests that one caller may send in a minute: each asks Quo, whose pace everything else shares. Default: 600. */
    readonly asksAMinute?: number;
    /** Bytes of one file. Default: 32 MiB; carriers let through a few. */
    readonly most?: number;
    /** Milliseconds since the epoch. */
    readonly nowMs?: () => number;
}

/** `GET /attachments/<text>/<n>?…`: shows a photo that came with a text, and hands out any other file to be saved. */
export function attachments(deps: AttachmentDeps): Router {
    const { links, log, verdict, asksAMinute = 600 } = deps;
    const asks = limitsInMemory('attachments', asksAMinute, 60);
    const guarded = guard<ReadAttachment>(
        { log, verdict, asks, refused: 'attachment not shown' },
        { asked, give: (request, response, link, heard) => show(deps, { request, response, link, heard }) }
    );
    const router = strictRouter();
    router.get('/attachments/:message/:n', (request: Request<{ message: string; n: string }>, response) =>
        guarded(request, response, links.read(request.params, request.query))
    );
    return router;
}

function asked({ connection, messageId, inPlace }: ReadAttachment): Asked {
    return { connection, quoId: messageId, inPlace };
}

interface View {
    readonly request: Request;
    readonly response: Answer;
    readonly link: ReadAttachment;
    readonly heard: Heard;
}

async function show(deps: AttachmentDeps, { request, response, link, heard }: View): Promise<void> {
    const { most = 32 * 1024 * 1024, verdict, nowMs = Date.now } = deps;
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const source = await deps.fetchAttachment(link, gone.signal);
    if (source === undefined || source.body === null) {
        explain(request, response, 404, 'WEB-ATTACHMENT-GONE');
        return;
    }
    if (Number(source.headers.get('content-length') ?? 0) > most) {
        await source.body.cancel();
        explain(request, response, 502, 'WEB-ATTACHMENT-LARGE');
        return;
    }
    const { beginning, whole } = await beginningOf(bounded(source.body, most), BEGINNING);
    describe(response, fileType(beginning, source.headers.get('content-type')), link);
    const length = source.headers.get('content-length');
    if (length !== null) response.setHeader('content-length', length);
    // The end of the answer ends what comes from Quo.
    if (request.method !== 'GET') return void response.end();
    await deps.onViewed(link, heard, request.ip ?? '');
    const still = async (): Promise<boolean> => (await verdict(request, asked(link))).plays;
    await pipeline(Readable.from(whole, { objectMode: false }), whileAllowed(still, nowMs), response);
}

/** Nothing that a stranger sent runs or is drawn as a page of ours: the type is the file's own, and a browser keeps to it. */
function describe(response: Answer, { type, extension, isShown }: FileType, { messageId, n }: ReadAttachment): void {
    const name = `${messageId.replace(/[^\w-]/g, '')}-${n}.${extension}`;
    response.status(200);
    response.setHeader('content-type', type);
    response.setHeader('content-disposition', `${isShown ? 'inline' : 'attachment'}; filename="${name}"`);
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('content-security-policy', "default-src 'none'; sandbox");
    response.setHeader('cache-control', 'private, no-store');
    // Lightning pages show the photo from another origin.
    response.setHeader('cross-origin-resource-policy', 'cross-origin');
}
