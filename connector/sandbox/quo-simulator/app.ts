import express, { type Express } from 'express';
import { answerErrors } from './api/envelope.ts';
import { datedRoutes } from './api/dated/routes.ts';
import { limitRate, requireKey, requireVersion } from './api/gate.ts';
import { notFound } from './api/refusal.ts';
import { v1Routes } from './api/v1/routes.ts';
import { controlRoutes } from './control/routes.ts';
import { endpointOf } from './control/tally.ts';
import { createTheatre, type Theatre } from './control/theatre.ts';
import { mediaRoutes } from './media/routes.ts';
import type { QuoOptions } from './quo.ts';
import type { Sandbox } from './sandbox.ts';

/** The whole server: control, media, v1, and the dated surface on everything else. */
export function createApp(
    sandbox: Sandbox,
    nextWebhookId: () => string,
    onRequest?: QuoOptions['onRequest']
): { app: Express; theatre: Theatre } {
    const theatre = createTheatre(sandbox);
    const app = express();
    app.disable('x-powered-by');
    app.disable('etag');
    app.use('/_control', controlRoutes(sandbox, theatre, nextWebhookId), theatre.routes);
    app.use('/media', mediaRoutes(sandbox.links, sandbox.deletedRecordings));

    const surface = express.Router();
    surface.use((request, response, next) => {
        const endpoint = endpointOf(request.method, request.path);
        response.on('finish', () => sandbox.tally.count(endpoint, response.statusCode));
        next();
    });
    // Read before any trouble: whoever hangs up while it lasts has asked all the same.
    surface.use(express.json({ limit: '1mb' }), sandbox.faults.handler);
    // The version comes before the key on the dated surface; one limiter serves both surfaces of a key.
    surface.use((request, response, next) => {
        if (request.path.startsWith('/v1/')) {
            next();
            return;
        }
        requireVersion(request, response, next);
    });
    surface.use(requireKey(sandbox.keys, sandbox.now), limitRate(sandbox.now));
    surface.use(({ method, originalUrl: path, headers, body }, _response, next) => {
        onRequest?.({ method, path, headers, body: body as unknown });
        next();
    });
    surface.use('/v1', v1Routes(sandbox));
    surface.use(datedRoutes(sandbox, nextWebhookId));
    app.use(surface);

    app.use((request) => {
        throw notFound(`${request.method} ${request.path}`);
    });
    app.use(answerErrors(() => sandbox.settings.v1Errors));
    return { app, theatre };
}
