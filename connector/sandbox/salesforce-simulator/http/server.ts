import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import express, { type Express, type Request, type Response } from 'express';
import { OrgError } from '../org-error.ts';
import { answerError } from '../api/dispatch.ts';
import { listVersions } from '../api/versions.ts';
import type { Answer } from '../api/exchange.ts';
import { controlRouter } from '../control/control.ts';
import type { LiveOrg } from './live-org.ts';
import { metadataRouter } from './metadata-router.ts';
import { oauthRouter } from './oauth-router.ts';
import { answerRest } from './rest-gateway.ts';
import { send } from './send.ts';

/** A request's largest body: a deploy's archive, or 150 MB of Bulk data. */
const BODY_LIMIT = '150mb';
/** URI maximum, and URI with headers. */
const ADDRESS_LIMIT = 16_384;

/** The org as an HTTP server, not yet listening. */
export function createOrgServer(live: LiveOrg): Server {
    const app = express();
    app.disable('x-powered-by');
    app.disable('etag');
    app.set('query parser', false);
    app.use((request, _response, next) => {
        // Clients that store the instance address with a slash at its end ask for //services/data.
        request.url = request.url.replace(/^\/{2,}/, '/').replaceAll(/(?<=^[^?]*)\/{2,}(?=[^?]*)/g, '/');
        next();
    });
    app.use((request, response, next) => {
        const refusal = addressTooLong(request);
        if (refusal) send(response, refusal);
        else next();
    });
    app.use(express.raw({ type: () => true, limit: BODY_LIMIT }));
    app.use('/_control', controlRouter(live));
    app.use(oauthRouter(live));
    app.get('/services/data', (_request, response) =>
        send(response, listVersions(live.org().state.settings.apiVersion))
    );
    app.use(metadataRouter(live));
    addRest(app, live);
    app.use((_request, response) =>
        send(response, answerError(new OrgError(404, 'NOT_FOUND', 'The requested resource does not exist')))
    );
    return createServer({ maxHeaderSize: 4 * ADDRESS_LIMIT, keepAliveTimeout: 60_000 }, app);
}

function addRest(app: Express, live: LiveOrg): void {
    app.use('/services/data/:version', async (request: Request, response: Response) => {
        await answerRest(live, request, response);
    });
}

function addressTooLong(request: Request): Answer | undefined {
    const address = Buffer.byteLength(request.originalUrl);
    if (address > ADDRESS_LIMIT) {
        return answerError(new OrgError(414, 'URI_TOO_LONG', 'The length of the URI exceeds the 16,384-byte limit.'));
    }
    if (address + headerBytes(request.headers) > ADDRESS_LIMIT) {
        return answerError(
            new OrgError(
                431,
                'REQUEST_HEADER_FIELDS_TOO_LARGE',
                'The combined length of the URI and headers exceeds the 16,384-byte limit.'
            )
        );
    }
    return undefined;
}

function headerBytes(headers: IncomingHttpHeaders): number {
    return Object.entries(headers).reduce(
        (sum, [name, value]) => sum + name.length + String(value ?? '').length + 4,
        0
    );
}
