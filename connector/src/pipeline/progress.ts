import type { ErrorNote } from '../errors/errors.ts';
import { errorData, type Log } from '../log.ts';
import { noteIn } from '../contracts/auth.ts';
import { progressKey, type KeyValueStore } from '../contracts/key-value.ts';
import type { LongTask, Progress } from '../contracts/progress.ts';
import type { PipelineContext } from './pipeline-context.ts';

const TASKS = [
    'directory',
    'repair',
    'catch-up',
    'again',
    'rehearsal',
    'people',
    'estimate'
] as const satisfies readonly LongTask[];
/** A page looks every few seconds; a row each page of two thousand people would be no news. */
const KEEP_EVERY = 1_000;
/** In the terminal a line every so often says that it goes on. */
const SAY_EVERY = 5_000;
/** Whatever still runs says so more often than this; a process that died does not. */
const SILENT_FOR = 3 * 60_000;
/** What ended longer ago is no news. */
const TOLD_FOR = 60 * 60_000;

type Kept = Omit<Progress, 'ageMs' | 'task'>;

export interface ProgressDeps {
    readonly memory: KeyValueStore;
    readonly log: Log;
    readonly nowMs: () => number;
}

/** Whoever does something long tells here how far it is: for the pages of every process, and for the terminal. */
export interface Reporter {
    /** @param total where it is known (or known better) by now */
    step(done: number, total?: number): Promise<void>;
    /** @param detail counts that tell how it went: `{ learnt: 3 }` */
    end(detail?: Readonly<Record<string, number>>): Promise<void>;
    fail(error: unknown): Promise<void>;
}

/** How far something is, told by whoever works for a connection. */
export function reportOn(
    context: Pick<PipelineContext, 'log' | 'now'> & { readonly store: Pick<PipelineContext['store'], 'memory'> },
    connection: string,
    task: LongTask
): Reporter {
    const { log, now, store } = context;
    return reporter({ memory: store.memory, log, nowMs: () => now().getTime() }, connection, task);
}

/** Nothing that is told may hold up what is done: a store that cannot keep it is logged, and no more. */
export function reporter({ memory, log, nowMs }: ProgressDeps, connection: string, task: LongTask): Reporter {
    let now: Kept = { state: 'running', done: 0 };
    let keptAt = -KEEP_EVERY;
    let saidAt = nowMs();
    let hasSaid = false;
    const keep = async (): Promise<void> => {
        keptAt = nowMs();
        await memory
            .set(connection, progressKey(task), now)
            .catch((error: unknown) => log.warn('progress not kept', { connection, task, ...errorData(error) }));
    };
    const say = (): void => {
        saidAt = nowMs();
        hasSaid = true;
        const { state, done, total, detail } = now;
        const percent =
            total === undefined || total === 0 ? undefined : Math.min(100, Math.floor((done / total) * 100));
        log.info('progress', { connection, task, state, done, total, percent, ...detail });
    };
    return {
        async step(done, total = now.total) {
            const isNews = total !== undefined && now.total === undefined;
            now = { state: 'running', done, ...(total !== undefined && { total: Math.max(total, done) }) };
            // A clock that is set back must not keep us silent for as long as it jumped.
            if (isNews || Math.abs(nowMs() - keptAt) >= KEEP_EVERY) await keep();
            if (Math.abs(nowMs() - saidAt) >= SAY_EVERY) say();
        },
        async end(detail) {
            now = { ...now, state: 'done', total: now.done, ...(detail && { detail }) };
            await keep();
            // The comparison with Quo runs every few minutes: only a long one is worth a line of its own.
            if (task !== 'repair' || hasSaid) say();
        },
        async fail(error) {
            const note: ErrorNote = noteIn(error) ?? {
                code: 'WEB-TROUBLE',
                seen: error instanceof Error ? error.name : ''
            };
            now = { ...now, state: 'failed', note };
            await keep();
            say();
        }
    };
}

/** What is under way for a connection, and what ended lately. */
export async function progressOf(memory: KeyValueStore, connection: string): Promise<readonly Progress[]> {
    const all = await Promise.all(
        TASKS.map(async (task): Promise<Progress | undefined> => {
            const known = await memory.get(connection, progressKey(task));
            if (known === undefined || known.ageMs > TOLD_FOR) return undefined;
            const isSilent = known.value.state === 'running' && known.ageMs > SILENT_FOR;
            return { task, ...known.value, ...(isSilent && { state: 'interrupted' as const }), ageMs: known.ageMs };
        })
    );
    return all.filter((one) => one !== undefined);
}
