import type { Router } from 'express';
import type { PreferenceUseCases } from '../../application/preferences/model.ts';
import type { ContactSyncUseCases } from '../../application/contact-sync/model.ts';
import type { Progress } from '../../contracts/progress.ts';
import { offered } from '../../web/auth/forms.ts';
import { peoplePage } from './people.page.ts';
import { skippedPage } from './skipped.page.ts';
import type { AdminHandlers } from '../admin-request.ts';
import { strictRouter } from '../../web/strict-router.ts';

export interface ContactSyncRoutesDeps {
    readonly handlers: AdminHandlers;
    readonly contactSync: ContactSyncUseCases;
    readonly preferences: PreferenceUseCases;
    readonly progress: (connection: string) => Promise<readonly Progress[]>;
}

const HERE = '/people';

/** `/console/<connection>/people`: who is put into Quo, what it takes, how far it is. */
export function contactSyncRoutes({ handlers, contactSync, progress, preferences }: ContactSyncRoutesDeps): Router {
    const router = strictRouter();
    const at = (what: string): string => `/console/:connection${HERE}${what}`;
    router.get(
        at(''),
        handlers.page(async ({ session, connection }) => {
            const { id } = connection;
            const [people, estimated, told] = await Promise.all([
                contactSync.people(id),
                contactSync.estimated(id),
                progress(id)
            ]);
            return peoplePage({ session, connection, people, estimated, progress: told });
        })
    );
    skippedRoute(router, at('/skipped'), { handlers, contactSync, preferences });
    changeRoutes(router, at, { handlers, contactSync });
    return router;
}

function skippedRoute(
    router: Router,
    path: string,
    { handlers, contactSync, preferences }: Pick<ContactSyncRoutesDeps, 'handlers' | 'contactSync' | 'preferences'>
): void {
    router.get(
        path,
        handlers.page(async ({ session, connection, request }) => {
            const { after } = request.query;
            const place = typeof after === 'string' ? after : undefined;
            const [skipped, chosen] = await Promise.all([
                contactSync.skipped(connection.id, place),
                preferences.chosen(connection.id)
            ]);
            const timeZone = chosen?.preferences.timeZone ?? 'UTC';
            return skippedPage({ session, connection, skipped, isFirst: place === undefined, timeZone });
        })
    );
}

function changeRoutes(
    router: Router,
    at: (what: string) => string,
    { handlers, contactSync }: Pick<ContactSyncRoutesDeps, 'handlers' | 'contactSync'>
): void {
    router.post(
        at(''),
        handlers.change(HERE, async ({ connection, form }) => {
            const what = offered(form, 'do', ['start', 'pause', 'resume']);
            await contactSync.run(connection.id, what);
            return { to: `${HERE}#run`, audited: { action: `people.${what}` } };
        })
    );
    router.post(
        at('/estimate'),
        handlers.change(HERE, async ({ connection }) => {
            await contactSync.estimate(connection.id);
            return { to: HERE, audited: { action: 'people.estimated' } };
        })
    );
    router.post(
        at('/mode'),
        handlers.change(HERE, async ({ connection, form }) => {
            const mode = offered(form, 'mode', ['off', 'on-call', 'full']);
            await contactSync.choose(connection.id, mode);
            return { to: HERE, done: 'saved', audited: { action: 'people.chosen', detail: { mode } } };
        })
    );
}
