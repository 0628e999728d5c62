import express, { type Router } from 'express';
import type { Choosing, Saving } from '../../../pipeline/ports/console-choose.ts';
import { preferencesPage, sketchCard } from '../pages/preferences.ts';
import { rehearsalPage } from '../pages/rehearsal.ts';
import { travelPage } from '../pages/travel.ts';
import { wordsOf } from '../words/words.ts';
import { readPreferenceForm } from './preference-form.ts';
import type { Guest, Room } from './room.ts';

export interface ChooseParts {
    readonly room: Room;
    readonly choosing: Choosing;
}

const HERE = '/preferences';
const LONGEST = 365;

/** `/console/<connection>/preferences`, import and export, rehearsal. */
export function chooseRoutes({ room, choosing }: ChooseParts): Router {
    const router = express.Router();
    const at = (what: string): string => `/console/:connection${what}`;
    const show = async ({ visit, connection }: Guest, unsaved?: Saving): Promise<string | undefined> => {
        const [saved, offers] = await Promise.all([choosing.chosen(connection.id), choosing.offers(connection.id)]);
        if (saved === undefined) return undefined;
        const chosen = unsaved === undefined ? saved : { ...saved, preferences: choosing.read(unsaved.preferences) };
        const sketch = await choosing.sketch(connection.id, chosen.preferences).catch(() => undefined);
        return preferencesPage({ visit, connection, chosen, offers, ...(sketch && { sketch }) });
    };
    const filledIn = async ({ connection, form }: Guest): Promise<Saving> =>
        asked(
            readPreferenceForm,
            form,
            (await choosing.offers(connection.id)).inboxes.map(({ id }) => id)
        );
    router.get(
        at(HERE),
        room.page((guest) => show(guest))
    );
    router.post(
        at(HERE),
        room.either(HERE, async (guest) => {
            const saving = await filledIn(guest);
            if (guest.form.text('do') === 'look') return { html: (await show(guest, saving)) ?? '' };
            await choosing.save(guest.connection.id, saving);
            return { to: HERE, done: 'saved', audited: { action: 'preferences.saved' } };
        })
    );
    router.post(
        at('/preferences/preview'),
        room.raw(async (guest, response) => {
            const { preferences } = await filledIn(guest).catch((): Saving => ({ preferences: undefined }));
            const wanted = preferences === undefined ? undefined : attempt(() => choosing.read(preferences));
            const sketch = wanted && (await choosing.sketch(guest.connection.id, wanted).catch(() => undefined));
            if (sketch === undefined) response.status(204).end();
            else response.type('html').send(sketchCard(sketch, wordsOf(guest.visit.language)).text);
        })
    );
    againRoute(router, at, { room, choosing });
    travelRoutes(router, at, { room, choosing });
    rehearsalRoutes(router, at, { room, choosing });
    return router;
}

function asked<A extends readonly unknown[], T>(read: (...from: A) => T, ...from: A): T {
    try {
        return read(...from);
    } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        throw Object.assign(new Error('not JSON'), { note: { code: 'WEB-VALUE', seen: `JSON: ${error.message}` } });
    }
}

function attempt<T>(work: () => T): T | undefined {
    try {
        return work();
    } catch {
        return undefined;
    }
}

function againRoute(router: Router, at: (what: string) => string, { room, choosing }: ChooseParts): void {
    router.post(
        at('/preferences/again'),
        room.change(HERE, async ({ connection, form }) => {
            const days = Math.min(LONGEST, Math.max(1, Math.floor(Number(form.text('days'))) || 1));
            const count = await choosing.applyAgain(connection.id, days);
            return {
                to: HERE,
                done: 'again',
                count,
                audited: { action: 'preferences.applied', detail: { days, count } }
            };
        })
    );
}

function travelRoutes(router: Router, at: (what: string) => string, { room, choosing }: ChooseParts): void {
    router.get(
        at('/preferences/export'),
        room.raw(async ({ connection }, response) => {
            const text = await choosing.exported(connection.id);
            response.attachment('quo-for-salesforce.json').type('application/json').send(text);
        })
    );
    router.post(
        at('/preferences/import'),
        room.answer(HERE, async ({ visit, connection, form }) => {
            const text = form.text('text');
            const { differences } = await choosing.differences(connection.id, text);
            return { html: travelPage({ visit, connection, text, differences }) };
        })
    );
    router.post(
        at('/preferences/import/apply'),
        room.change(HERE, async ({ connection, form }) => {
            const { saving, differences } = await choosing.differences(connection.id, form.text('text'));
            await choosing.save(connection.id, saving);
            const keys = differences.map(({ key }) => key);
            return { to: HERE, done: 'saved', audited: { action: 'preferences.imported', detail: { keys } } };
        })
    );
}

function rehearsalRoutes(router: Router, at: (what: string) => string, { room, choosing }: ChooseParts): void {
    router.get(
        at('/rehearsal'),
        room.answer(HERE, async ({ visit, connection }) => {
            const chosen = await choosing.chosen(connection.id);
            const report = await choosing.rehearsal(connection.id);
            return { html: chosen === undefined ? '' : rehearsalPage({ visit, connection, chosen, ...report }) };
        })
    );
    router.post(
        at('/rehearsal'),
        room.change(HERE, async ({ connection, form }) => {
            const on = form.text('do') === 'start';
            await choosing.rehearse(connection.id, on);
            const to = on ? '/preferences#rehearsal' : HERE;
            return { to, done: 'saved', audited: { action: on ? 'rehearsal.begun' : 'rehearsal.ended' } };
        })
    );
}
