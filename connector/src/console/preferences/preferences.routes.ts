import express, { type Router } from 'express';
import type {
    PreferenceUseCases,
    CurrentPreferences,
    PreferenceOptions,
    Saving,
    RecordPreview
} from '../../application/preferences/model.ts';
import type { ContactSyncUseCases } from '../../application/contact-sync/model.ts';
import type { Progress } from '../../contracts/progress.ts';
import { formStateOf, readPreferencesForm, savingOf, type FormState } from './preferences-form.ts';
import { againPage } from './rerender.page.ts';
import { preferencesPage, sketchCard, type PreferencesView } from './preferences.page.ts';
import { rehearsalPage } from './rehearsal.page.ts';
import { travelPage } from './import-export.page.ts';
import { wordsOf } from '../../locales/catalogue.ts';
import type { Answered, Changed, AdminRequest, AdminHandlers } from '../admin-request.ts';

export interface PreferencesRoutesDeps {
    readonly room: AdminHandlers;
    readonly preferences: PreferenceUseCases;
    readonly contactSync: ContactSyncUseCases;
    readonly progress: (connection: string) => Promise<readonly Progress[]>;
}

const HERE = '/preferences';
const AGAIN = '/preferences/again';
const LONGEST = 365;
/** Rows added at once: a page load each. */
const MORE = 3;

/** `/console/<connection>/preferences`, import and export, rehearsal. */
export function chooseRoutes(parts: PreferencesRoutesDeps): Router {
    const { room, preferences } = parts;
    const router = express.Router();
    const at = (what: string): string => `/console/:connection${what}`;
    const show = async (guest: AdminRequest): Promise<string | undefined> => {
        const shown = await pageOf(preferences, guest);
        return shown && preferencesPage(shown);
    };
    router.get(at(HERE), room.page(show));
    router.post(
        at(HERE),
        room.either(HERE, (guest) => save(parts, guest))
    );
    router.post(
        at('/preferences/preview'),
        room.raw(async (guest, response) => {
            const known = await read(preferences, guest);
            const sketch = known && (await sketchOf(preferences, guest, known.saving));
            if (sketch === undefined) response.status(204).end();
            else response.type('html').send(sketchCard(sketch, wordsOf(guest.visit.language)).text);
        })
    );
    againRoute(router, at, parts);
    travelRoutes(router, at, parts);
    rehearsalRoutes(router, at, parts);
    return router;
}

interface Known {
    readonly chosen: CurrentPreferences;
    readonly offers: PreferenceOptions;
    readonly filled: FormState;
    readonly saving: Saving;
}

/** What was sent, beside what there is to choose among. */
async function read(
    preferences: PreferenceUseCases,
    { connection: { id }, form }: AdminRequest
): Promise<Known | undefined> {
    const [chosen, offers] = await Promise.all([preferences.chosen(id), preferences.offers(id)]);
    if (chosen === undefined) return undefined;
    const filled = readPreferencesForm(form, offers, chosen);
    // Fields that the environment decides are shown and not sent.
    const saving = chosen.isFixed ? { ...savingOf(filled, chosen), preferences: {} } : savingOf(filled, chosen);
    return { chosen, offers, filled, saving };
}

async function pageOf(
    preferences: PreferenceUseCases,
    { visit, connection }: AdminRequest
): Promise<PreferencesView | undefined> {
    const { id } = connection;
    const [chosen, offers] = await Promise.all([preferences.chosen(id), preferences.offers(id)]);
    if (chosen === undefined) return undefined;
    const sketch = await preferences.sketch(id, chosen.preferences).catch(() => undefined);
    return { visit, connection, chosen, offers, filled: formStateOf(chosen), ...(sketch && { sketch }) };
}

/** Saves what is right; what is not comes back as it was typed, with what is wrong beside it. */
async function save(
    { preferences, contactSync }: PreferencesRoutesDeps,
    guest: AdminRequest
): Promise<Changed | Answered> {
    const known = await read(preferences, guest);
    if (known === undefined) return { html: '' };
    const { visit, connection, form } = guest;
    const { saving, ...around } = known;
    const asked = form.text('do');
    const isSaving = asked === '' || asked === 'save';
    const faults = isSaving ? await preferences.faults(connection.id, saving) : [];
    if (isSaving && faults.length === 0) {
        const { asksForEverybody } = await preferences.save(connection.id, saving);
        const audited = { action: 'preferences.saved' };
        return asksForEverybody ? everybody(contactSync, connection.id, audited) : { to: HERE, done: 'saved', audited };
    }
    const sketch = await sketchOf(preferences, guest, saving);
    const more = (button: string): number => (asked === button ? MORE : 0);
    const spare = {
        answers: more('more-answers'),
        conditions: more('more-conditions'),
        defaults: more('more-defaults')
    };
    const view = { visit, connection, ...around, faults, spare, ...(sketch && { sketch }) };
    return { html: preferencesPage(view), status: isSaving ? 422 : 200 };
}

/** Before everybody is put into Quo, it is told what that takes. */
async function everybody(contactSync: ContactSyncUseCases, id: string, audited: Changed['audited']): Promise<Changed> {
    await contactSync.estimate(id).catch(() => undefined);
    return { to: '/people', done: 'everybody', ...(audited && { audited }) };
}

/** `undefined` where these choices cannot be drawn with. */
async function sketchOf(
    preferences: PreferenceUseCases,
    { connection }: AdminRequest,
    saving: Saving
): Promise<RecordPreview | undefined> {
    try {
        return await preferences.sketch(connection.id, preferences.read(saving.preferences));
    } catch {
        return undefined;
    }
}

function againRoute(
    router: Router,
    at: (what: string) => string,
    { room, preferences, progress }: PreferencesRoutesDeps
): void {
    router.get(
        at(AGAIN),
        room.page(async ({ visit, connection }) =>
            againPage({ visit, connection, progress: await progress(connection.id) })
        )
    );
    router.post(
        at(AGAIN),
        room.either(HERE, async ({ visit, connection, form }) => {
            const { id } = connection;
            const days = Math.min(LONGEST, Math.max(1, Math.floor(Number(form.text('days'))) || 1));
            if (form.text('do') === 'look') {
                const look = await preferences.lookAgain(id, days);
                return { html: againPage({ visit, connection, look, progress: await progress(id) }) };
            }
            const count = await preferences.applyAgain(id, days);
            const audited = { action: 'preferences.applied', detail: { days, count } };
            return { to: AGAIN, done: 'again', count, audited };
        })
    );
}

function travelRoutes(
    router: Router,
    at: (what: string) => string,
    { room, preferences, contactSync }: PreferencesRoutesDeps
): void {
    router.get(
        at('/preferences/export'),
        room.raw(async ({ connection }, response) => {
            const text = await preferences.exported(connection.id);
            response.attachment('quo-for-salesforce.json').type('application/json').send(text);
        })
    );
    router.post(
        at('/preferences/import'),
        room.answer(HERE, async ({ visit, connection, form }) => {
            const text = form.text('text');
            const { differences } = await preferences.differences(connection.id, text);
            const { inboxes } = await preferences.offers(connection.id);
            return { html: travelPage({ visit, connection, text, differences, inboxes }) };
        })
    );
    router.post(
        at('/preferences/import/apply'),
        room.change(HERE, async ({ connection, form }) => {
            const { saving, differences } = await preferences.differences(connection.id, form.text('text'));
            const { asksForEverybody } = await preferences.save(connection.id, saving);
            const keys = differences.map(({ key }) => key);
            const audited = { action: 'preferences.imported', detail: { keys } };
            return asksForEverybody
                ? everybody(contactSync, connection.id, audited)
                : { to: HERE, done: 'saved', audited };
        })
    );
}

function rehearsalRoutes(
    router: Router,
    at: (what: string) => string,
    { room, preferences, progress }: PreferencesRoutesDeps
): void {
    router.get(
        at('/rehearsal'),
        room.answer(HERE, async ({ visit, connection }) => {
            const chosen = await preferences.chosen(connection.id);
            const report = await preferences.rehearsal(connection.id);
            if (chosen === undefined) return { html: '' };
            const told = await progress(connection.id);
            return { html: rehearsalPage({ visit, connection, chosen, progress: told, ...report }) };
        })
    );
    router.post(
        at('/rehearsal'),
        room.change(HERE, async ({ connection, form }) => {
            const on = form.text('do') === 'start';
            await preferences.rehearse(connection.id, on);
            const to = on ? '/preferences#rehearsal' : HERE;
            return { to, done: 'saved', audited: { action: on ? 'rehearsal.begun' : 'rehearsal.ended' } };
        })
    );
}
