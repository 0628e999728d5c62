import { Router, type Request, type Response } from 'express';
import { byteRange } from './byte-range.ts';
import type { Links } from './links.ts';
import { PICTURE } from './picture.ts';
import { toneWav } from './tone.ts';

/** Recordings (signed, with range requests) and message media. Neither asks for the API key. */
export function mediaRoutes(links: Links, deleted: ReadonlySet<string>): Router {
    const router = Router();
    router.get('/recordings/:file', (request, response) => {
        const { file } = request.params;
        const found = /^([A-Z]{2}[0-9a-f]+)-(\d{1,5})\.wav$/.exec(file);
        const { expires, signature } = request.query as Record<string, string>;
        const verdict = links.check(`/media/recordings/${file}`, `${expires}`, `${signature}`);
        if (verdict !== 'good') {
            refuse(response, 403, verdict === 'expired' ? 'Request has expired' : 'Access denied');
            return;
        }
        if (!found || deleted.has(found[1] ?? '')) {
            refuse(response, 404, 'The recording was deleted');
            return;
        }
        sendBytes(request, response, toneWav(Number(found[2])), 'audio/wav');
    });
    router.get('/messages/:file', (request, response) => {
        const picture = request.params.file.endsWith('.png');
        sendBytes(request, response, PICTURE, picture ? 'image/png' : 'application/octet-stream');
    });
    return router;
}

function refuse(response: Response, status: number, message: string): void {
    response.status(status).type('text/plain').send(message);
}

function sendBytes(request: Request, response: Response, bytes: Buffer, type: string): void {
    response.type(type).set('accept-ranges', 'bytes');
    const range = byteRange(request.headers.range, bytes.length);
    if (range === 'none') return void response.send(bytes);
    if (range === 'unsatisfiable') {
        return void response.status(416).set('content-range', `bytes */${bytes.length}`).end();
    }
    response.status(206).set('content-range', `bytes ${range.start}-${range.end}/${bytes.length}`);
    response.send(bytes.subarray(range.start, range.end + 1));
}
