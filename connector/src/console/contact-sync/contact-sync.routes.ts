import express, { type Router } from 'express';
import type { PreferenceUseCases } from '../../application/preferences/model.ts';
import type { ContactSyncUseCases } from '../../application/contact-sync/model.ts';
import type { Progress } from '../../contracts/progress.ts';
import { peoplePage } from './people.page.ts';
import { skippedPage } from './skipped.page.ts';
import type { AdminHandlers } from '../admin-request.ts';

export interface ContactSyncRoutesDeps {
    readonly room: AdminHandlers;
    readonly peopling: ContactSyncUseCases;
    readonly choosing: PreferenceUseCases;
    readonly progress: (connection: string) => Promise<readonly Progress[]>;
}

const HERE = '/people';

/** `/console/<connection>/people`: who is put into Quo, what it takes, how far it is. */
export function peopleRoutes({ room, peopling, progress, choosing }: ContactSyncRoutesDeps): Router {
    const router = express.Router();
    const at = (what: string): string => `/console/:connection${HERE}${what}`;
    router.get(
        at(''),
        room.page(async ({ visit, connection }) => {
            const { id } = connection;
            const [people, estimated, told] = await Promise.all([
                peopling.people(id),
                peopling.estimated(id),
                progress(id)
            ]);
            return peoplePage({ visit, connection, people, estimated, progress: told });
        })
    );
    skippedRoute(router, at('/skipped'), { room, peopling, choosing });
    changeRoutes(router, at, { room, peopling });
    return router;
}

function skippedRoute(
    router: Router,
    path: string,
    { room, peopling, choosing }: Pick<ContactSyncRoutesDeps, 'room' | 'peopling' | 'choosing'>
): void {
    router.get(
        path,
        room.page(async ({ visit, connection, request }) => {
            const { after } = request.query;
            const place = typeof after === 'string' ? after : undefined;
            const [skipped, chosen] = await Promise.all([
                peopling.skipped(connection.id, place),
                choosing.chosen(connection.id)
            ]);
            const timeZone = chosen?.preferences.timeZone ?? 'UTC';
            return skippedPage({ visit, connection, skipped, isFirst: place === undefined, timeZone });
        })
    );
}

function changeRoutes(
    router: Router,
    at: (what: string) => string,
    { room, peopling }: Pick<ContactSyncRoutesDeps, 'room' | 'peopling'>
): void {
    router.post(
        at(''),
        room.change(HERE, async ({ connection, form }) => {
            const what = (['pause', 'resume'] as const).find((one) => one === form.text('do')) ?? 'start';
            await peopling.run(connection.id, what);
            return { to: `${HERE}#run`, audited: { action: `people.${what}` } };
        })
    );
    router.post(
        at('/estimate'),
        room.change(HERE, async ({ connection }) => {
            await peopling.estimate(connection.id);
            return { to: HERE, audited: { action: 'people.estimated' } };
        })
    );
    router.post(
        at('/mode'),
        room.change(HERE, async ({ connection, form }) => {
            const mode = (['off', 'on-call', 'full'] as const).find((one) => one === form.text('mode')) ?? 'on-call';
            await peopling.choose(connection.id, mode);
            return { to: HERE, done: 'saved', audited: { action: 'people.chosen', detail: { mode } } };
        })
    );
}
