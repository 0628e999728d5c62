import express, { type ErrorRequestHandler, type RequestHandler, type Router } from 'express';
import { action, sentence } from '../errors/errors.ts';
import { errorData, type Log } from '../log.ts';
import type { ConnectionUseCases } from '../application/connections/model.ts';
import type { PreferenceUseCases } from '../application/preferences/model.ts';
import type { ForgetNumberUseCases } from '../application/forget-number/model.ts';
import type { ContactSyncUseCases } from '../application/contact-sync/model.ts';
import type { Progress } from '../contracts/progress.ts';
import type { MonitoringUseCases } from '../contracts/monitoring.ts';
import type { Audit, LimitOf, SignInUseCases } from '../contracts/auth.ts';
import { browserLanguage } from '../web/language.ts';
import { formOf, onlyOurForms, readForm } from '../web/auth/forms.ts';
import { securityHeaders } from '../web/auth/security-headers.ts';
import { NO_CONNECTION, signIn } from '../web/auth/sign-in.ts';
import type { RequestSessions } from '../web/auth/request-session.ts';
import { isAdminOf } from '../contracts/auth.ts';
import { assets } from './ui/assets.ts';
import { auditPage } from './monitoring/audit.page.ts';
import { connectionsPage } from './connections/connections.page.ts';
import { failurePage } from './ui/failure.page.ts';
import { preferencesRoutes } from './preferences/preferences.routes.ts';
import { connectionsRoutes } from './connections/connections.routes.ts';
import { forgetNumberRoutes } from './forget-number/forget-number.routes.ts';
import { contactSyncRoutes } from './contact-sync/contact-sync.routes.ts';
import { adminHandlers } from './admin-request.ts';
import { monitoringRoutes } from './monitoring/monitoring.routes.ts';

export interface ConsoleDeps {
    readonly sessions: RequestSessions;
    readonly signIn: SignInUseCases;
    readonly connections: ConnectionUseCases;
    readonly preferences: PreferenceUseCases;
    readonly monitoring: MonitoringUseCases;
    readonly contactSync: ContactSyncUseCases;
    /** What is under way for a connection, and what ended lately. */
    readonly progress: (connection: string) => Promise<readonly Progress[]>;
    readonly forgetNumber: ForgetNumberUseCases;
    readonly audit: Audit;
    readonly limits: LimitOf;
    readonly adminToken?: string | undefined;
    readonly isLoopback: () => boolean;
    readonly isSecure: () => boolean;
    readonly log: Log;
    readonly now: () => Date;
}

/** Everything that people see in a browser. */
export function consoleRouter(parts: ConsoleDeps): Router {
    const { sessions, connections, audit, log } = parts;
    const router = express.Router();
    router.use('/assets', securityHeaders(parts.isLoopback, parts.isSecure));
    router.use(assets());
    const pages = express.Router();
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
    pages.get('/console', list(parts));
    pages.post('/console/connections', add(parts));
    pages.get('/console/audit', deploymentAudit(parts));
    const handlers = adminHandlers({ sessions, get: (id) => connections.get(id), audit, log });
    pages.use(connectionsRoutes({ handlers: handlers, ...parts }));
    pages.use(preferencesRoutes({ handlers: handlers, ...parts }));
    pages.use(monitoringRoutes({ handlers: handlers, ...parts }));
    pages.use(contactSyncRoutes({ handlers: handlers, ...parts }));
    pages.use(forgetNumberRoutes({ handlers: handlers, ...parts }));
    pages.use(refuseForm);
    pages.use(explainTrouble(log));
    router.use(only(/^\/($|console(\/|$)|sign-in|sign-out|oauth\/|language\/)/, pages));
    return router;
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

function list({ sessions, connections }: ConsoleDeps): RequestHandler {
    return async (request, response) => {
        const session = await sessions.of(request, response);
        const { user } = session;
        if (user === undefined) {
            response.redirect(303, '/sign-in');
            return;
        }
        const mine = (await connections.list()).filter(({ id }) => isAdminOf(user, id));
        response.type('html').send(connectionsPage(session, mine, user.admin === 'all'));
    };
}

/** Sign-ins, and connections that were made and removed: for whoever sets the deployment up. */
function deploymentAudit({ sessions, monitoring }: ConsoleDeps): RequestHandler {
    return async (request, response) => {
        const session = await sessions.of(request, response);
        if (session.user === undefined) {
            response.redirect(303, '/sign-in');
            return;
        }
        if (session.user.admin !== 'all') {
            response
                .status(404)
                .type('html')
                .send(failurePage(session, '/console', { code: 'WEB-NOT-FOUND' }));
            return;
        }
        const before = Number(request.query['before']);
        const rows = await monitoring.audit(NO_CONNECTION, before > 0 ? before : undefined);
        response.type('html').send(auditPage({ session, rows, timeZone: 'UTC' }));
    };
}

/** Only whoever sets the deployment up makes connections; each then belongs to the admins of its org. */
function add({ sessions, connections, audit }: ConsoleDeps): RequestHandler {
    return async (request, response) => {
        const session = await sessions.of(request, response);
        if (session.user?.admin !== 'all') {
            response
                .status(404)
                .type('html')
                .send(failurePage(session, '/console', { code: 'WEB-NOT-FOUND' }));
            return;
        }
        const id = await connections.add(formOf(request).text('name'));
        await audit(id, { actor: session.user.actor, action: 'connection.made' });
        await audit(NO_CONNECTION, {
            actor: session.user.actor,
            action: 'connection.made',
            detail: { connection: id }
        });
        response.redirect(303, `/console/${id}/connect`);
    };
}
