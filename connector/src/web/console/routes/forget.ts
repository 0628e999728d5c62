import express, { type Router } from 'express';
import type { Choosing } from '../../../pipeline/ports/console-choose.ts';
import type { Forgetting, Forgotten } from '../../../pipeline/ports/console-forget.ts';
import type { Watching } from '../../../pipeline/ports/console-watch.ts';
import { qualityPage } from '../pages/quality.ts';
import type { Guest, Room } from './room.ts';

export interface ForgetParts {
    readonly room: Room;
    readonly watching: Watching;
    readonly forgetting: Forgetting;
    readonly choosing: Choosing;
}

/** `/console/<connection>/quality`, and forgetting a number there. */
export function forgetRoutes({ room, watching, forgetting, choosing }: ForgetParts): Router {
    const router = express.Router();
    const show = async ({ visit, connection }: Guest, forgotten?: Forgotten): Promise<string> => {
        const [quality, reports, chosen] = await Promise.all([
            watching.quality(connection.id),
            forgetting.reports(connection.id),
            choosing.chosen(connection.id)
        ]);
        const timeZone = chosen?.preferences.timeZone ?? 'UTC';
        return qualityPage({
            visit,
            connection,
            quality,
            forget: { reports, timeZone },
            ...(forgotten && { forgotten })
        });
    };
    router.get(
        '/console/:connection/quality',
        room.page((guest) => show(guest))
    );
    router.post(
        '/console/:connection/forget',
        room.answer('/quality', async (guest) => {
            const { form, connection } = guest;
            const number = form.text('number');
            const forgotten = await forgetting.forget(connection.id, {
                number,
                records: form.has('records'),
                leads: form.has('leads'),
                contacts: form.has('contacts')
            });
            const { people, notes, ...counts } = forgotten;
            const detail = { ...counts, people: people.length, failed: notes.map(({ code }) => code) };
            return { html: await show(guest, forgotten), audited: { action: 'number.forgotten', detail } };
        })
    );
    return router;
}
