import { errorData } from '../log.ts';
import { isWhole, WHOLE_SINCE } from '../contracts/directory.ts';
import { KEYS } from '../contracts/key-value.ts';
import type { ChangedTask } from '../contracts/salesforce.ts';
import type { DirectoryChange } from '../contracts/store.ts';
import type { Connection, PipelineContext } from './pipeline-context.ts';
import { spend } from './api-budget.ts';
import { followManualChanges } from './manual-changes/follow.ts';
import { reportOn, type Reporter } from './progress.ts';
import { reportDue } from './report-connection.ts';
import { followOwnerNames } from './follow-owner-names.ts';
import { learnChange } from './learn-change.ts';

/**
 * Brings the directory up to date, and everything that hangs on it: activities of numbers that somebody has now,
 * of people who were merged or converted, and of people that somebody chose by hand.
 */
export async function refreshDirectory(context: PipelineContext, connection: Connection): Promise<void> {
    const started = performance.now();
    let people = 0;
    let rematched = 0;
    await spend(context, connection, async () => {
        const known = await context.store.directory.highWater(connection.id);
        const marks = withoutWhole(known);
        // The first load may take minutes: people watch it.
        const report = Object.keys(marks).length === 0 ? reportOn(context, connection.id, 'directory') : undefined;
        await report?.step(0);
        let pages = 0;
        const own = await reportDue(context, connection);
        const onPage = async (change: DirectoryChange, total?: number): Promise<void> => {
            people += change.people.length;
            rematched += await learnChange(context, connection, pages++ === 0 ? beginning(change) : change);
            await report?.step(people, total);
        };
        try {
            await telling(report, async () => {
                // How many there are is asked together with what the org has: one API call for both.
                const total = report === undefined ? undefined : countPeople(connection);
                await connection.org.changes(marks, async (change) => onPage(change, await total), own?.report);
            });
        } finally {
            await own?.keep();
        }
        rematched += await comeToItsEnd(context, connection, pages > 0 || !isWhole(known));
        await keepFieldsNotFiltered(context, connection);
        await followTouched(context, connection);
        await followOwnerNames(context, connection);
    });
    const ms = Math.round(performance.now() - started);
    context.log.info('directory refreshed', { connection: connection.id, people, rematched, ms });
}

/** The marks of the objects alone. */
function withoutWhole(marks: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    return Object.fromEntries(Object.entries(marks).filter(([name]) => name !== WHOLE_SINCE));
}

/** From its first page to its end a refresh leaves people in the directory, and others with their number not yet. */
function beginning(change: DirectoryChange): DirectoryChange {
    return { ...change, highWater: { ...change.highWater, [WHOLE_SINCE]: '' } };
}

/** What was matched meanwhile is matched again. @returns how many activities became due */
async function comeToItsEnd({ store, now }: PipelineContext, { id }: Connection, isNews: boolean): Promise<number> {
    const nothing = { people: [], gone: [], related: [], goneRelated: [] };
    if (isNews) await store.directory.apply(id, { ...nothing, highWater: { [WHOLE_SINCE]: now().toISOString() } });
    return store.activities.makeDue(id, { provisional: true }, { force: true });
}

/** For the people who look at the health page; asked with what the directory knows of the org already. */
async function keepFieldsNotFiltered({ store }: PipelineContext, { id, org }: Connection): Promise<void> {
    const fields = await org.fieldsNotFiltered?.();
    if (fields !== undefined) await store.memory.set(id, KEYS.fieldsNotFiltered, [...fields]);
}

async function countPeople({ org }: Connection): Promise<number | undefined> {
    return org.countPeople?.().catch(() => undefined);
}

async function telling(report: Reporter | undefined, work: () => Promise<void>): Promise<void> {
    try {
        await work();
        await report?.end();
    } catch (error) {
        await report?.fail(error);
        throw error;
    }
}

async function followTouched(context: PipelineContext, connection: Connection): Promise<void> {
    const mark = await context.store.memory.get(connection.id, KEYS.manualChangesSince);
    const since = mark?.value ?? context.now().toISOString();
    try {
        const asked = performance.now();
        const touched = await connection.org.touchedTasks(since);
        const { unjudged } = await followManualChanges(context, connection, touched, asked);
        await context.store.memory.set(connection.id, KEYS.manualChangesSince, nextMark(touched, unjudged) ?? since);
    } catch (error) {
        context.log.warn('choices not followed', { connection: connection.id, ...errorData(error) });
    }
}

/** As far as everything was judged: what was not is told again next time. */
function nextMark(touched: readonly ChangedTask[], unjudged: readonly ChangedTask[]): string | undefined {
    const times = (tasks: readonly ChangedTask[]): readonly string[] =>
        tasks.map(({ modifiedAt }) => modifiedAt).toSorted();
    return times(unjudged)[0] ?? times(touched).at(-1);
}
