import type { Router } from 'express';
import type { ContactSyncUseCases } from '../../application/contact-sync/model.ts';
import type { PreferenceUseCases } from '../../application/preferences/model.ts';
import type { AdminHandlers, AdminRequest, Answered, Changed } from '../admin-request.ts';
import { importExportPage } from './import-export.page.ts';

interface ImportExportDeps {
    readonly handlers: AdminHandlers;
    readonly preferences: PreferenceUseCases;
    readonly contactSync: ContactSyncUseCases;
}

const HERE = '/preferences';

/** Carries choices from one connection to another. */
export function importExportRoutes(
    router: Router,
    at: (what: string) => string,
    { handlers, preferences, contactSync }: ImportExportDeps
): void {
    router.get(
        at('/preferences/export'),
        handlers.raw(async ({ connection }, response) => {
            const text = await preferences.exported(connection.id);
            response.attachment('quo-for-salesforce.json').type('application/json').send(text);
        })
    );
    router.post(
        at('/preferences/import'),
        handlers.answer(HERE, (admin) => look(preferences, admin))
    );
    router.post(
        at('/preferences/import/apply'),
        handlers.either(HERE, async (admin) => {
            const { connection, form } = admin;
            const { saving, differences } = await preferences.differences(connection.id, form.text('text'));
            const faults = await preferences.faults(connection.id, saving);
            if (faults.length > 0) return look(preferences, admin);
            const { asksForEverybody } = await preferences.save(connection.id, saving);
            const keys = differences.map(({ key }) => key);
            const audited = { action: 'preferences.imported', detail: { keys } };
            return asksForEverybody
                ? everybody(contactSync, connection.id, audited)
                : { to: HERE, done: 'saved', audited };
        })
    );
}

/** What would change, and what of it this org would refuse: users, queues and fields are each org's own. */
async function look(preferences: PreferenceUseCases, { session, connection, form }: AdminRequest): Promise<Answered> {
    const text = form.text('text');
    const { saving, differences } = await preferences.differences(connection.id, text);
    const { inboxes } = await preferences.options(connection.id);
    const faults = await preferences.faults(connection.id, saving);
    const page = importExportPage({ session, connection, text, differences, faults, inboxes });
    return { page, status: faults.length > 0 ? 422 : 200 };
}

/** Before everybody is put into Quo, it is told what that takes. */
export async function everybody(
    contactSync: ContactSyncUseCases,
    id: string,
    audited: Changed['audited']
): Promise<Changed> {
    await contactSync.estimate(id).catch(() => undefined);
    return { to: '/people', done: 'everybody', ...(audited && { audited }) };
}
