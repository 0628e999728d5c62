import type { Request, Router } from 'express';
import type { PreferenceUseCases } from '../../application/preferences/model.ts';
import type { MonitoringUseCases } from '../../contracts/monitoring.ts';
import { NO_CONNECTION } from '../../web/auth/sign-in.ts';
import type { AdminHandlers } from '../admin-request.ts';
import { page } from '../ui/layout.ts';
import { auditPage } from './audit.page.ts';
import { strictRouter } from '../../web/strict-router.ts';

export interface AuditRoutesDeps {
    readonly handlers: AdminHandlers;
    readonly monitoring: MonitoringUseCases;
    readonly preferences: PreferenceUseCases;
}

/** `/console/<connection>/audit`, and the same of what belongs to no connection. */
export function auditRoutes({ handlers, monitoring, preferences }: AuditRoutesDeps): Router {
    const router = strictRouter();
    router.get(
        '/console/:connection/audit',
        handlers.page(async ({ session, connection, request }) => {
            const { id } = connection;
            const [rows, chosen] = await Promise.all([monitoring.audit(id, before(request)), preferences.chosen(id)]);
            return auditPage({ session, connection, rows, timeZone: chosen?.preferences.timeZone ?? 'UTC' });
        })
    );
    router.post(
        '/console/:connection/audit/undo',
        handlers.change('/audit', async ({ connection, form }) => {
            const seq = Number(form.text('seq'));
            const count = await monitoring.undoMove(connection.id, Number.isSafeInteger(seq) ? seq : 0);
            const audited = { action: 'number.move-undone', detail: { seq, count } };
            return { to: '/audit', done: 'undone', count, audited };
        })
    );
    // Sign-ins, and connections that were made and removed.
    router.get(
        '/console/audit',
        handlers.deployment(async ({ session, request }, response) => {
            const rows = await monitoring.audit(NO_CONNECTION, before(request));
            response.type('html').send(page({ session }, auditPage({ session, rows, timeZone: 'UTC' })));
        })
    );
    return router;
}

/** The entry whose elders are asked for. */
function before({ query }: Pick<Request, 'query'>): number | undefined {
    const value = Number(query['before']);
    return Number.isSafeInteger(value) && value > 0 ? value : undefined;
}
