import { setTimeout as sleep } from 'node:timers/promises';
import { CodedError, type ErrorNote } from '../../errors.ts';
import { errorData } from '../../log.ts';
import { reportOn } from '../../pipeline/console/progress.ts';
import { changeSettings } from '../../pipeline/console/settings.ts';
import type { PeopleSync } from '../../pipeline/people-sync/people-sync.ts';
import type {
    Estimated,
    PeopleEstimate,
    PeopleInQuo,
    PeopleMode,
    Peopling
} from '../../pipeline/ports/console-people.ts';
import { noteIn } from '../../pipeline/ports/doors.ts';
import { chosenOf, differing, isFixed } from './chosen.ts';
import type { Desk } from './desk.ts';

const ESTIMATE = 'people-estimate';
/** Most directories are looked through at once: then no page of waiting is shown. */
const PATIENCE = 1_500;
/** Longer than a hundred thousand people take; afterwards whoever counted is gone. */
const INTERRUPTED_AFTER = 10 * 60_000;

type Kept = { state: 'running' } | { state: 'failed'; note: ErrorNote } | { state: 'done'; estimate: PeopleEstimate };

/** Salesforce people in Quo: what it would take, and how far it is. */
export function peopling(desk: Desk): Peopling {
    return {
        people: (id) => peopleInQuo(desk, id),
        estimate: (id) => estimate(desk, id),
        estimated: (id) => estimated(desk, id),
        skipped: (id, after) => syncOf(desk, id).skipped({ ...(after !== undefined && { after }) }),
        async run(id, what) {
            if (what === 'start') await choose(desk, id, 'full');
            const sync = syncOf(desk, id);
            if (what !== 'start') return void (await sync[what]());
            // What it would take is another matter once it runs.
            await desk.store.memory.forget(id, ESTIMATE);
            await sync.startFull();
        },
        choose: (id, mode) => choose(desk, id, mode)
    };
}

function syncOf({ connections }: Desk, id: string): PeopleSync {
    const sync = connections.get(id)?.peopleSync;
    if (sync === undefined) throw new CodedError('WEB-NOT-WHOLE');
    return sync;
}

async function peopleInQuo({ connections }: Desk, id: string): Promise<PeopleInQuo | undefined> {
    const status = await connections.get(id)?.peopleSync?.status();
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

async function estimate(desk: Desk, id: string): Promise<void> {
    const sync = syncOf(desk, id);
    const { memory } = desk.store;
    const keep = (kept: Kept): Promise<void> => memory.remember(id, ESTIMATE, kept);
    await keep({ state: 'running' });
    const report = reportOn(desk.works, id, 'estimate');
    await report.step(0, (await desk.store.directory.counts(id)).people);
    const counting = sync.estimate().then(
        async (found) => {
            await keep({ state: 'done', estimate: found });
            await report.step(found.people);
            await report.end();
        },
        async (error: unknown) => {
            desk.log.warn('estimate failed', { connection: id, ...errorData(error) });
            await keep({ state: 'failed', note: noteIn(error) ?? { code: 'WEB-TROUBLE', seen: 'estimate' } });
            await report.fail(error);
        }
    );
    await Promise.race([counting.catch(() => undefined), sleep(PATIENCE)]);
}

async function estimated({ store }: Desk, id: string): Promise<Estimated | undefined> {
    const known = await store.memory.recall<Kept>(id, ESTIMATE);
    if (known === undefined) return undefined;
    const { value, ageMs } = known;
    if (value.state === 'running' && ageMs > INTERRUPTED_AFTER)
        return { state: 'failed', note: { code: 'WEB-INTERRUPTED' }, ageMs };
    return { ...value, ageMs };
}

async function choose(desk: Desk, id: string, mode: PeopleMode): Promise<void> {
    const { store, connections } = desk;
    const opened = connections.opened(id);
    if (opened === undefined) throw new CodedError('WEB-NOT-FOUND');
    const { preferences } = chosenOf(desk, opened);
    if (preferences.syncContacts === mode) return;
    if (isFixed(desk, id)) throw new CodedError('WEB-FIXED', 'PREFERENCES_FILE');
    await changeSettings(store.connections, id, () => ({
        preferences: differing({ ...preferences, syncContacts: mode })
    }));
    await connections.refresh();
}
