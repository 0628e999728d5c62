import type { Router } from 'express';
import type { PreferenceUseCases } from '../../application/preferences/model.ts';
import type { ListeningUseCases } from '../../contracts/rights/listening.ts';
import { offered } from '../../web/auth/forms.ts';
import { strictRouter } from '../../web/strict-router.ts';
import type { AdminHandlers } from '../admin-request.ts';
import { listeningPage } from './listening.page.ts';

export interface ListeningRoutesDeps {
    readonly handlers: AdminHandlers;
    readonly listening: ListeningUseCases;
    readonly preferences: PreferenceUseCases;
}

const BACK = '/listening';

/** `/console/<connection>/listening`: who may listen, and ending it for a call, for a person, or in place for all. */
export function listeningRoutes({ handlers, listening, preferences }: ListeningRoutesDeps): Router {
    const router = strictRouter();
    router.get(
        '/console/:connection/listening',
        handlers.page(async ({ session, connection }) => {
            const [view, chosen] = await Promise.all([
                listening.view(connection.id),
                preferences.chosen(connection.id)
            ]);
            return listeningPage({ session, connection, view, timeZone: chosen?.preferences.timeZone ?? 'UTC' });
        })
    );
    router.post(
        '/console/:connection/listening/call',
        handlers.change(BACK, async ({ connection, form, user }) => {
            const call = await listening.endCall(connection.id, form.text('call'), user.actor);
            return { to: BACK, done: 'call', audited: { action: 'listening.call-ended', detail: { call } } };
        })
    );
    router.post(
        '/console/:connection/listening/person',
        handlers.change(BACK, async ({ connection, form, user }) => {
            const person = await listening.endPerson(connection.id, form.text('person'), user.actor);
            return {
                to: BACK,
                done: 'person',
                audited: { action: 'listening.person-ended', detail: { user: person } }
            };
        })
    );
    router.post(
        '/console/:connection/listening/all',
        handlers.change(BACK, async ({ connection, user }) => {
            await listening.endAll(connection.id, user.actor);
            return { to: BACK, done: 'all' };
        })
    );
    router.post(
        '/console/:connection/listening/again',
        handlers.change(BACK, async ({ connection, form }) => {
            const kind = offered(form, 'kind', ['call', 'person']);
            const subject = form.text('subject');
            const wasEnded = await listening.letAgain(connection.id, kind, subject);
            const audited = { action: 'listening.let-again', detail: { [kind]: subject } };
            return { to: BACK, ...(wasEnded && { done: 'again', audited }) };
        })
    );
    return router;
}
