import type { Router } from 'express';
import type { ActivityFilter, MonitoringUseCases } from '../../contracts/monitoring.ts';
import type { CompletenessUseCases } from '../../application/completeness/model.ts';
import type { ContactSyncUseCases } from '../../application/contact-sync/model.ts';
import type { Progress } from '../../contracts/progress.ts';
import type { PreferenceUseCases } from '../../application/preferences/model.ts';
import { flowChart, hourTotals } from '../ui/chart.ts';
import { activitiesPage } from './activities.page.ts';
import { healthPage } from './health.page.ts';
import { historyPage } from './history.page.ts';
import { parkedPage } from './parked.page.ts';
import { wordsOf } from '../../locales/catalogue.ts';
import type { ConnectionRequest, AdminHandlers } from '../admin-request.ts';
import { strictRouter } from '../../web/strict-router.ts';

export interface MonitoringRoutesDeps {
    readonly handlers: AdminHandlers;
    readonly monitoring: MonitoringUseCases;
    readonly completeness: CompletenessUseCases;
    readonly preferences: PreferenceUseCases;
    readonly contactSync: ContactSyncUseCases;
    readonly progress: (connection: string) => Promise<readonly Progress[]>;
    readonly now: () => Date;
}

const HOURS = 24;
const ROWS = 100;
const PARKED = '/parked';

/** What an admin looks at, and the few things they do about it. */
export function monitoringRoutes(parts: MonitoringRoutesDeps): Router {
    const router = strictRouter();
    const { handlers, monitoring, completeness, preferences, contactSync, progress, now } = parts;
    const at = (what: string): string => `/console/:connection${what}`;
    const timeZoneOf = async (id: string): Promise<string> =>
        (await preferences.chosen(id))?.preferences.timeZone ?? 'UTC';
    router.get(
        at(''),
        handlers.page(async ({ session, connection }) => {
            const { id } = connection;
            const [health, people, told, timeZone, gaps] = await Promise.all([
                monitoring.health(id, HOURS),
                contactSync.people(id),
                progress(id),
                timeZoneOf(id),
                completeness.gaps(id)
            ]);
            const totals = hourTotals(health.flow, now().getTime(), HOURS);
            return healthPage({ session, connection, health, totals, timeZone, people, progress: told, gaps });
        })
    );
    router.get(
        at('/flow.svg'),
        handlers.raw(async ({ session, connection }, response) => {
            const { flow } = await monitoring.health(connection.id, HOURS);
            const totals = hourTotals(flow, now().getTime(), HOURS);
            const svg = flowChart(totals, await timeZoneOf(connection.id), wordsOf(session.language));
            response.type('image/svg+xml').send(svg);
        })
    );
    activityRoutes(router, at, parts, timeZoneOf);
    parkedRoutes(router, at, parts);
    return router;
}

function activityRoutes(
    router: Router,
    at: (what: string) => string,
    { handlers, monitoring }: MonitoringRoutesDeps,
    timeZoneOf: (id: string) => Promise<string>
): void {
    router.get(
        at('/activities'),
        handlers.page(async ({ session, connection, request }) => {
            const filter = filterOf(request);
            const { id } = connection;
            const [rows, inboxes, timeZone] = await Promise.all([
                monitoring.activities(id, filter),
                monitoring.inboxes(id),
                timeZoneOf(id)
            ]);
            return activitiesPage({ session, connection, rows, filter, inboxes, timeZone });
        })
    );
    router.get(
        at('/activities/:activityKey'),
        handlers.page(async ({ session, connection, request }) => {
            const activityKey = (request.params as { readonly activityKey?: string }).activityKey ?? '';
            const history = await monitoring.history(connection.id, activityKey);
            return history && historyPage({ session, connection, history, timeZone: await timeZoneOf(connection.id) });
        })
    );
    router.post(
        at('/activities/ours-again'),
        handlers.change('/activities', async ({ connection, form }) => {
            const [activityKey, object, key, field] = ['activityKey', 'object', 'key', 'field'].map((name) =>
                form.text(name)
            ) as [string, string, string, string];
            const which = { activityKey, object, key, field };
            await monitoring.oursAgain(connection.id, which);
            return {
                to: `/activities/${encodeURIComponent(activityKey)}`,
                done: 'ours-again',
                audited: { action: 'field.ours-again', detail: which }
            };
        })
    );
}

function filterOf({ query }: ConnectionRequest): ActivityFilter {
    const text = (name: string): string | undefined => {
        const value = query[name];
        return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
    };
    const status = (['matched', 'ambiguous', 'unmatched'] as const).find((one) => one === text('status'));
    const inbox = text('inbox');
    const number = text('number')?.replaceAll(/[^\d+]/g, '');
    return {
        limit: ROWS,
        ...(status && { status }),
        ...(inbox !== undefined && { inbox }),
        ...(number !== undefined && { number }),
        ...(text('kept') !== undefined && { kept: true })
    };
}

function parkedRoutes(
    router: Router,
    at: (what: string) => string,
    { handlers, monitoring }: MonitoringRoutesDeps
): void {
    router.get(
        at(PARKED),
        handlers.page(async ({ session, connection }) =>
            parkedPage({ session, connection, ...(await monitoring.parked(connection.id)) })
        )
    );
    router.post(
        at('/parked/retry'),
        handlers.change(PARKED, async ({ connection, form }) => {
            const which = form.text('which');
            const kind = form.text('do');
            const ofRule = form.has('rule') ? { rule: form.text('rule') } : {};
            const ofKind = { code: which, ...ofRule };
            const wanted = kind === 'all' ? 'all' : kind === 'kind' ? ofKind : { activityKeys: [which] };
            const count = await monitoring.retry(connection.id, wanted);
            return {
                to: PARKED,
                done: 'retried',
                count,
                audited: { action: 'parked.retried', detail: { kind, which, count } }
            };
        })
    );
    router.post(
        at('/parked/ignore'),
        handlers.change(PARKED, async ({ connection, form }) => {
            const activityKeys = form.all('activityKey');
            const count = await monitoring.ignore(connection.id, activityKeys, form.text('note'));
            return {
                to: PARKED,
                done: 'ignored',
                count,
                audited: { action: 'parked.ignored', detail: { activityKeys } }
            };
        })
    );
}
