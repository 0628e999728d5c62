import type { Router } from 'express';
import type { PreferenceUseCases } from '../../application/preferences/model.ts';
import type { ForgetNumberUseCases, Forgotten } from '../../application/forget-number/model.ts';
import type { MonitoringUseCases } from '../../contracts/monitoring.ts';
import { qualityPage } from './quality.page.ts';
import type { PageContent } from '../ui/layout.ts';
import type { AdminRequest, AdminHandlers } from '../admin-request.ts';
import { strictRouter } from '../../web/strict-router.ts';

export interface QualityRoutesDeps {
    readonly handlers: AdminHandlers;
    readonly monitoring: MonitoringUseCases;
    readonly forgetNumber: ForgetNumberUseCases;
    readonly preferences: PreferenceUseCases;
}

/** `/console/<connection>/quality`, and forgetting a number there. */
export function qualityRoutes({ handlers, monitoring, forgetNumber, preferences }: QualityRoutesDeps): Router {
    const router = strictRouter();
    const show = async ({ session, connection }: AdminRequest, forgotten?: Forgotten): Promise<PageContent> => {
        const [quality, reports, chosen] = await Promise.all([
            monitoring.quality(connection.id),
            forgetNumber.reports(connection.id),
            preferences.chosen(connection.id)
        ]);
        const timeZone = chosen?.preferences.timeZone ?? 'UTC';
        return qualityPage({
            session,
            connection,
            quality,
            forget: { reports, timeZone },
            ...(forgotten && { forgotten })
        });
    };
    router.get(
        '/console/:connection/quality',
        handlers.page((admin) => show(admin))
    );
    router.post(
        '/console/:connection/forget',
        handlers.answer('/quality', async (admin) => {
            const { form, connection } = admin;
            const number = form.text('number');
            const forgotten = await forgetNumber.forget(connection.id, {
                number,
                records: form.has('records'),
                leads: form.has('leads'),
                contacts: form.has('contacts')
            });
            const { people, notes, ...counts } = forgotten;
            const detail = { ...counts, people: people.length, failed: notes.map(({ code }) => code) };
            return { page: await show(admin, forgotten), audited: { action: 'number.forgotten', detail } };
        })
    );
    return router;
}
