import { CodedError } from '../../errors/errors.ts';
import { errorData } from '../../log.ts';
import { reportOn } from '../../pipeline/progress.ts';
import { mergeIntoStored } from '../../preferences/stored-preferences.ts';
import { changeSettings } from '../connections/connection-settings.ts';
import type { ContactSync } from '../../pipeline/contact-sync/contact-sync.ts';
import type { Estimated, PeopleInQuo, PeopleMode, ContactSyncUseCases } from './model.ts';
import { KEYS } from '../../contracts/key-value.ts';
import type { EstimateState } from '../../contracts/stored-values.ts';
import { noteIn } from '../../contracts/auth.ts';
import { currentPreferencesOf, isFixed } from '../preferences/current-preferences.ts';
import type { AppContext } from '../context.ts';

/** Most directories are looked through at once: then no page of waiting is shown. */
const PATIENCE = 1_500;
/** Longer than a hundred thousand people take; afterwards whoever counted is gone. */
const INTERRUPTED_AFTER = 10 * 60_000;

/** Salesforce people in Quo: what it would take, and how far it is. */
export function contactSyncUseCases(context: AppContext): ContactSyncUseCases {
    return {
        people: (id) => peopleInQuo(context, id),
        estimate: (id) => estimate(context, id),
        estimated: (id) => estimated(context, id),
        skipped: async (id, after) => syncOf(context, id).skipped({ ...(after !== undefined && { after }) }),
        async run(id, what) {
            const sync = syncOf(context, id);
            if (what !== 'start') return void (await sync[what]());
            await choose(context, id, 'full');
            // What it would take is another matter once it runs.
            await context.store.memory.delete(id, KEYS.contactSyncEstimate);
            // By what was just chosen: the connection was opened anew.
            await syncOf(context, id).startFull();
        },
        choose: (id, mode) => choose(context, id, mode)
    };
}

function syncOf({ connections }: AppContext, id: string): ContactSync {
    const sync = connections.get(id)?.contactSync;
    if (sync === undefined) throw new CodedError('WEB-NOT-WHOLE');
    return sync;
}

async function peopleInQuo({ connections }: AppContext, id: string): Promise<PeopleInQuo | undefined> {
    const status = await connections.get(id)?.contactSync?.status();
    if (status === undefined) return undefined;
    const { mode, contacts, run, fault } = status;
    const sum = (counts: Readonly<Record<string, number>>): number =>
        Object.values(counts).reduce((all, count) => all + count, 0);
    return {
        mode,
        linked: contacts.byState.linked ?? 0,
        due: contacts.due,
        failed: sum(contacts.byError),
        ...(fault && { fault }),
        ...(run && {
            run: { state: run.state, done: Math.min(sum(run.tally), run.total), total: run.total, tally: run.tally }
        })
    };
}

async function estimate(context: AppContext, id: string): Promise<void> {
    const sync = syncOf(context, id);
    const { memory } = context.store;
    const keep = (kept: EstimateState): Promise<void> => memory.set(id, KEYS.contactSyncEstimate, kept);
    await keep({ state: 'running' });
    const report = reportOn(context.pipeline, id, 'estimate');
    await report.step(0, (await context.store.directory.counts(id)).people);
    const counting = sync.estimate().then(
        async (found) => {
            await keep({ state: 'done', estimate: found });
            await report.step(found.people);
            await report.end();
        },
        async (error: unknown) => {
            context.log.warn('estimate failed', { connection: id, ...errorData(error) });
            await keep({ state: 'failed', note: noteIn(error) ?? { code: 'WEB-TROUBLE', seen: 'estimate' } });
            await report.fail(error);
        }
    );
    await Promise.race([counting.catch(() => undefined), context.sleep(PATIENCE)]);
}

async function estimated({ store }: AppContext, id: string): Promise<Estimated | undefined> {
    const known = await store.memory.get(id, KEYS.contactSyncEstimate);
    if (known === undefined) return undefined;
    const { value, ageMs } = known;
    if (value.state === 'running' && ageMs > INTERRUPTED_AFTER)
        return { state: 'failed', note: { code: 'WEB-INTERRUPTED' }, ageMs };
    return { ...value, ageMs };
}

async function choose(context: AppContext, id: string, mode: PeopleMode): Promise<void> {
    const { store, connections } = context;
    const opened = connections.opened(id);
    if (opened === undefined) throw new CodedError('WEB-NOT-FOUND');
    const { preferences } = currentPreferencesOf(context, opened);
    if (preferences.syncContacts === mode) return;
    if (isFixed(context, id)) throw new CodedError('WEB-FIXED', 'PREFERENCES_FILE');
    await changeSettings(store.connections, id, ({ preferences: stored }) => ({
        preferences: mergeIntoStored(stored, preferences, { ...preferences, syncContacts: mode })
    }));
    await connections.refresh();
}
