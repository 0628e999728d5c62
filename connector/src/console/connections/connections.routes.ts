import type { Request, Router } from 'express';
import type { ConnectionUseCases } from '../../application/connections/model.ts';
import { isViewerOf, noteIn, type Audit, type SignInUseCases } from '../../contracts/auth.ts';
import { NO_CONNECTION, whereOf } from '../../web/auth/sign-in.ts';
import type { RequestSessions } from '../../web/auth/request-session.ts';
import { formOf } from '../../web/auth/forms.ts';
import { connectPage } from './connect.page.ts';
import { connectionsPage } from './connections.page.ts';
import type { AdminHandlers } from '../admin-request.ts';
import { strictRouter } from '../../web/strict-router.ts';

export interface ConnectionsRoutesDeps {
    readonly handlers: AdminHandlers;
    readonly sessions: RequestSessions;
    readonly connections: ConnectionUseCases;
    readonly signIn: SignInUseCases;
    readonly audit: Audit;
}

const HERE = '/connect';

/** `/console/<connection>/connect` and what can be done there. */
export function connectionsRoutes(parts: ConnectionsRoutesDeps): Router {
    const { handlers, sessions, connections, signIn } = parts;
    const router = strictRouter();
    const at = (what: string): string => `/console/:connection/connect${what}`;
    router.get(
        at(''),
        handlers.page(async ({ session, connection }) => {
            const { id } = connection;
            const [app, progress, heard, checks] = await Promise.all([
                connections.app(),
                connections.keyProgress(id),
                connections.heard(id),
                connections.checks(id)
            ]);
            return connectPage({ session, connection, app, progress, heard, checks });
        })
    );
    router.post(
        at('/salesforce'),
        handlers.raw(async ({ connection, request }, response) => {
            const asked = request as unknown as Request;
            try {
                const wanted = { purpose: 'connect' as const, connection: connection.id };
                const { pending, url } = await signIn.begin(whereOf(asked), wanted);
                await sessions.keepPending(asked, response, pending);
                response.redirect(303, url);
            } catch (error) {
                await sessions.tell(asked, { notes: [noteIn(error) ?? { code: 'WEB-TROUBLE' }] });
                response.redirect(303, `/console/${connection.id}${HERE}`);
            }
        })
    );
    router.post(
        at('/app'),
        handlers.change(HERE, async ({ form }) => {
            const clientSecret = form.text('client-secret');
            const clientId = form.text('client-id');
            await connections.keepApp({ clientId, ...(clientSecret !== '' && { clientSecret }) });
            return { to: HERE, done: 'saved', audited: { action: 'app.kept' } };
        })
    );
    listRoutes(router, parts);
    resumeRoute(router, parts);
    quoRoutes(router, at, handlers, connections);
    removeRoute(router, at, parts);
    return router;
}

function quoRoutes(
    router: Router,
    at: (what: string) => string,
    handlers: AdminHandlers,
    connections: ConnectionUseCases
): void {
    router.post(
        at('/quo'),
        handlers.change(`${HERE}#quo`, async ({ connection, form }) => {
            await connections.tryKey(connection.id, form.text('key'));
            return { to: `${HERE}#quo`, audited: { action: 'quo.key-tried' } };
        })
    );
    const simply = (
        what: string,
        action: string,
        run: (id: string, key: string) => Promise<unknown>,
        part: string
    ): void => {
        router.post(
            at(what),
            handlers.change(`${HERE}${part}`, async ({ connection, form }) => {
                await run(connection.id, form.text('key'));
                return { to: `${HERE}${part}`, audited: { action } };
            })
        );
    };
    simply('/webhook', 'webhook.made', (id) => makeTestAndCheck(connections, id), '#events');
    simply('/webhook-key', 'webhook.key-kept', (id, key) => connections.keepWebhookKey(id, key), '#events');
    simply('/drop-keys', 'webhook.keys-dropped', (id) => connections.dropOldWebhookKeys(id), '#events');
    simply('/test', 'webhook.tested', (id) => connections.sendTest(id), '#events');
    simply('/check', 'checked', (id) => connections.check(id), '#checks');
    router.post(
        at('/disconnect'),
        handlers.change(HERE, async ({ connection }) => {
            const notes = await connections.disconnect(connection.id);
            const done = notes.length === 0 ? 'disconnected' : 'disconnected-in-part';
            return { to: HERE, done, notes, audited: { action: 'disconnected', detail: { untold: notes.length } } };
        })
    );
}

/** Every connection that somebody may look at. Only the deployment's owner makes more, and signs everybody out. */
function listRoutes(router: Router, { handlers, sessions, connections, audit }: ConnectionsRoutesDeps): void {
    router.get(
        '/console',
        handlers.deployment(async ({ session, user }, response) => {
            const mine = (await connections.list()).filter(({ id }) => isViewerOf(user, id));
            response.type('html').send(connectionsPage(session, mine, user.admin === 'all'));
        })
    );
    router.post(
        '/console/sign-everybody-out',
        handlers.deployment(async ({ user: { actor } }, response) => {
            const count = await sessions.signEverybodyOut();
            await audit(NO_CONNECTION, { actor, action: 'everybody.signed-out', detail: { count } });
            response.redirect(303, '/sign-in');
        })
    );
    router.post(
        '/console/connections',
        handlers.deployment(async ({ user: { actor }, request }, response) => {
            const id = await connections.add(formOf(request).text('name'));
            await audit(id, { actor, action: 'connection.made' });
            await audit(NO_CONNECTION, { actor, action: 'connection.made', detail: { connection: id } });
            response.redirect(303, `/console/${id}/connect`);
        })
    );
}

/** A button of every page that shows a pause. */
function resumeRoute(router: Router, { handlers, connections }: ConnectionsRoutesDeps): void {
    router.post(
        '/console/:connection/resume',
        handlers.change('', async ({ connection }) => {
            await connections.resume(connection.id);
            return { to: '', done: 'resumed', audited: { action: 'resumed' } };
        })
    );
}

/** A new webhook shows at once that it works, and whether what comes through it can be written. */
async function makeTestAndCheck(connections: ConnectionUseCases, id: string): Promise<void> {
    await connections.makeWebhook(id);
    await connections.sendTest(id);
    await connections.check(id);
}

/** Afterwards there is no such connection any more: its outcome is told in the list. */
function removeRoute(
    router: Router,
    at: (what: string) => string,
    { handlers, sessions, connections, audit }: ConnectionsRoutesDeps
): void {
    router.post(
        at('/remove'),
        handlers.raw(async ({ connection, user: { actor }, form, request }, response) => {
            const asked = request as unknown as Request;
            try {
                const rows = await connections.remove(connection.id, form.text('name'));
                const entry = { actor, action: 'connection.removed' };
                await audit(connection.id, { ...entry, detail: { rows } });
                await audit(NO_CONNECTION, { ...entry, detail: { connection: connection.id, rows } });
                await sessions.tell(asked, { done: 'removed', count: rows, notes: [] });
                response.redirect(303, '/console');
            } catch (error) {
                await sessions.tell(asked, { notes: [noteIn(error) ?? { code: 'WEB-TROUBLE' }] });
                response.redirect(303, `/console/${connection.id}${HERE}#remove`);
            }
        })
    );
}
