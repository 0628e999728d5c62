import type { ErrorRequestHandler, RequestHandler, Router } from 'express';
import { action, sentence } from '../errors/errors.ts';
import { errorData, type Log } from '../log.ts';
import { browserLanguage } from '../web/language.ts';
import { onlyOurForms, readForm } from '../web/auth/forms.ts';
import { securityHeaders } from '../web/auth/security-headers.ts';
import { signIn } from '../web/auth/sign-in.ts';
import { adminHandlers } from './admin-request.ts';
import type { ConsoleDeps, ConsoleFeature } from './feature.ts';
import { ACCESS, FEATURES } from './features.ts';
import { assets } from './ui/assets.ts';
import { failurePage } from './ui/failure.page.ts';
import { strictRouter } from '../web/strict-router.ts';

/** Everything that people see in a browser. */
export function consoleRouter(parts: ConsoleDeps): Router {
    const { sessions, connections, audit, log } = parts;
    const router = strictRouter();
    router.use('/assets', securityHeaders(parts.isLoopback, parts.isSecure));
    router.use(assets());
    const pages = strictRouter();
    const refuse = onlyOurForms(sessions, async (request, response, code) => {
        const session = await sessions.of(request, response);
        response
            .status(403)
            .type('html')
            .send(failurePage(session, '/console', { code }));
    });
    pages.use(securityHeaders(parts.isLoopback, parts.isSecure));
    pages.post(/.*/, readForm, refuse);
    pages.get('/', (_request, response) => response.redirect(303, '/console'));
    pages.use(signIn(parts));
    const tabs = FEATURES.flatMap((feature) => feature.tabs);
    const handlers = adminHandlers({
        ...{ sessions, audit, log, tabs, now: parts.now },
        get: (id) => connections.get(id),
        access: ACCESS
    });
    for (const { routes } of inOrder(FEATURES)) pages.use(routes({ ...parts, handlers }));
    pages.use(refuseForm);
    pages.use(explainTrouble(log));
    router.use(only(/^\/($|console(\/|$)|sign-in|sign-out|oauth\/|language\/)/, pages));
    return router;
}

/** Addresses of their own (`/console/audit`) first: `/console/:connection` would take them for a connection's. */
function inOrder(features: readonly ConsoleFeature[]): readonly ConsoleFeature[] {
    const isOwn = (route: string): boolean => !/^\w+ \/console\/:/.test(route);
    const hasOwn = ({ access }: ConsoleFeature): number => (Object.keys(access).some(isOwn) ? 0 : 1);
    return features.toSorted((one, other) => hasOwn(one) - hasOwn(other));
}

/** A form that is too large, compressed or cut off is the sender's fault, and said to be. */
const refuseForm: ErrorRequestHandler = (error: { type?: string }, _request, response, next) => {
    if (error.type === 'entity.too.large' || error.type === 'parameters.too.many') response.status(413).end();
    else if (error.type === 'encoding.unsupported' || error.type === 'charset.unsupported') response.status(415).end();
    else if (error.type === 'request.aborted' || error.type === 'request.size.invalid') response.status(400).end();
    else next(error);
};

/** Without the database there is nobody to show a page to: a sentence in the browser's language. */
function explainTrouble(log: Log): ErrorRequestHandler {
    return (error: unknown, request, response, next) => {
        if (response.headersSent || error instanceof URIError) {
            next(error);
            return;
        }
        log.error('page failed', { method: request.method, ...errorData(error) });
        const language = browserLanguage(request);
        const note = { code: 'WEB-TROUBLE', seen: error instanceof Error ? error.name : '' } as const;
        response
            .status(500)
            .type('text/plain')
            .send(`${sentence(note, language)} ${action(note, language)}\n`);
    };
}

/** Machines' addresses keep their own answers. */
function only(paths: RegExp, router: Router): RequestHandler {
    return (request, response, next) => {
        if (paths.test(request.path)) router(request, response, next);
        else next();
    };
}
