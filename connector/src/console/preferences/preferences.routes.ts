import type { Router } from 'express';
import type {
    PreferenceUseCases,
    CurrentPreferences,
    PreferenceOptions,
    Saving,
    RecordPreview
} from '../../application/preferences/model.ts';
import { CodedError } from '../../errors/errors.ts';
import { offered } from '../../web/auth/forms.ts';
import type { ContactSyncUseCases } from '../../application/contact-sync/model.ts';
import type { Progress } from '../../contracts/progress.ts';
import { formStateOf, readPreferencesForm, savingOf, type FormState } from './preferences-form.ts';
import { rerenderPage } from './rerender.page.ts';
import { preferencesPage, previewShown, recordPreviewCard, type PreferencesView } from './preferences.page.ts';
import { rehearsalPage } from './rehearsal.page.ts';
import { everybody, importExportRoutes } from './import-export.routes.ts';
import { wordsOf } from '../../locales/catalogue.ts';
import type { PageContent } from '../ui/layout.ts';
import type { Answered, Changed, AdminRequest, AdminHandlers } from '../admin-request.ts';
import { strictRouter } from '../../web/strict-router.ts';

export interface PreferencesRoutesDeps {
    readonly handlers: AdminHandlers;
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
export function preferencesRoutes(parts: PreferencesRoutesDeps): Router {
    const { handlers, preferences } = parts;
    const router = strictRouter();
    const at = (what: string): string => `/console/:connection${what}`;
    const show = async (admin: AdminRequest): Promise<PageContent | undefined> => {
        const shown = await pageOf(preferences, admin);
        return shown && preferencesPage(shown);
    };
    router.get(at(HERE), handlers.page(show));
    router.post(
        at(HERE),
        handlers.either(HERE, (admin) => save(parts, admin))
    );
    router.post(
        at('/preferences/preview'),
        handlers.raw(async (admin, response) => {
            const known = await read(preferences, admin);
            const recordPreview = known && (await sketchOf(preferences, admin, known.saving));
            if (recordPreview === undefined) {
                response.status(204).end();
                return;
            }
            await handlers.noteReading(admin.connection.id, admin.user.actor, previewShown(recordPreview));
            response.type('html').send(recordPreviewCard(recordPreview, wordsOf(admin.session.language)).text);
        })
    );
    rerenderRoute(router, at, parts);
    importExportRoutes(router, at, parts);
    rehearsalRoutes(router, at, parts);
    return router;
}

interface Known {
    readonly chosen: CurrentPreferences;
    readonly options: PreferenceOptions;
    readonly filled: FormState;
    readonly saving: Saving;
}

/** What was sent, beside what there is to choose among. */
async function read(
    preferences: PreferenceUseCases,
    { connection: { id }, form }: AdminRequest
): Promise<Known | undefined> {
    const [chosen, options] = await Promise.all([preferences.chosen(id), preferences.options(id)]);
    if (chosen === undefined) return undefined;
    const filled = readPreferencesForm(form, options, chosen);
    // Fields that the environment decides are shown and not sent.
    const saving = chosen.isFixed ? { ...savingOf(filled, chosen), preferences: {} } : savingOf(filled, chosen);
    return { chosen, options, filled, saving };
}

async function pageOf(
    preferences: PreferenceUseCases,
    { session, connection }: AdminRequest
): Promise<PreferencesView | undefined> {
    const { id } = connection;
    const [chosen, options] = await Promise.all([preferences.chosen(id), preferences.options(id)]);
    if (chosen === undefined) return undefined;
    const recordPreview = await preferences.recordPreview(id, chosen.preferences).catch(() => undefined);
    return {
        session,
        connection,
        chosen,
        options,
        filled: formStateOf(chosen),
        ...(recordPreview && { recordPreview })
    };
}

/** Saves what is right; what is not comes back as it was typed, with what is wrong beside it. */
async function save(
    { preferences, contactSync }: PreferencesRoutesDeps,
    admin: AdminRequest
): Promise<Changed | Answered> {
    const known = await read(preferences, admin);
    if (known === undefined) return { page: undefined };
    const { session, connection, form } = admin;
    const { saving, ...around } = known;
    const asked = form.text('do');
    const isSaving = asked === '' || asked === 'save';
    const faults = isSaving ? await preferences.faults(connection.id, saving) : [];
    if (isSaving && faults.length === 0) {
        const { asksForEverybody } = await preferences.save(connection.id, saving);
        const audited = { action: 'preferences.saved' };
        return asksForEverybody ? everybody(contactSync, connection.id, audited) : { to: HERE, done: 'saved', audited };
    }
    const recordPreview = await sketchOf(preferences, admin, saving);
    const more = (button: string): number => (asked === button ? MORE : 0);
    const spare = {
        answers: more('more-answers'),
        conditions: more('more-conditions'),
        defaults: more('more-defaults')
    };
    const view = { session, connection, ...around, faults, spare, ...(recordPreview && { recordPreview }) };
    return { page: preferencesPage(view), status: isSaving ? 422 : 200 };
}

/** `undefined` where these choices cannot be drawn with. */
async function sketchOf(
    preferences: PreferenceUseCases,
    { connection }: AdminRequest,
    saving: Saving
): Promise<RecordPreview | undefined> {
    try {
        return await preferences.recordPreview(connection.id, preferences.read(saving.preferences));
    } catch {
        return undefined;
    }
}

function rerenderRoute(
    router: Router,
    at: (what: string) => string,
    { handlers, preferences, progress }: PreferencesRoutesDeps
): void {
    router.get(
        at(AGAIN),
        handlers.page(async ({ session, connection }) =>
            rerenderPage({ session, connection, progress: await progress(connection.id) })
        )
    );
    router.post(
        at(AGAIN),
        handlers.either(AGAIN, async ({ session, connection, form }) => {
            const { id } = connection;
            const days = Number(form.text('days'));
            if (!Number.isInteger(days) || days < 1 || days > LONGEST)
                throw new CodedError('WEB-VALUE', `days, 1–${LONGEST}`);
            if (offered(form, 'do', ['look', 'apply']) === 'look') {
                const look = await preferences.rerenderPreview(id, days);
                return { page: rerenderPage({ session, connection, look, progress: await progress(id) }) };
            }
            const count = await preferences.applyAgain(id, days);
            const audited = { action: 'preferences.applied', detail: { days, count } };
            return { to: AGAIN, done: 'again', count, audited };
        })
    );
}

function rehearsalRoutes(
    router: Router,
    at: (what: string) => string,
    { handlers, preferences, progress }: PreferencesRoutesDeps
): void {
    router.get(
        at('/rehearsal'),
        handlers.answer(HERE, async ({ session, connection }) => {
            const chosen = await preferences.chosen(connection.id);
            const report = await preferences.rehearsal(connection.id);
            if (chosen === undefined) return { page: undefined };
            const told = await progress(connection.id);
            return { page: rehearsalPage({ session, connection, chosen, progress: told, ...report }) };
        })
    );
    router.post(
        at('/rehearsal'),
        handlers.change(HERE, async ({ connection, form }) => {
            const on = offered(form, 'do', ['start', 'stop']) === 'start';
            await preferences.rehearse(connection.id, on);
            const to = on ? '/preferences#rehearsal' : HERE;
            return { to, done: 'saved', audited: { action: on ? 'rehearsal.begun' : 'rehearsal.ended' } };
        })
    );
}
