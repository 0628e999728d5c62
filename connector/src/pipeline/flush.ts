import { messagesEveryMs } from '../domain/write-schedule.ts';
import { errorData } from '../log.ts';
import { deleteErasedActivities } from './erasure/delete-erased-activities.ts';
import { deleteErasedRecords } from './erasure/delete-erased-records.ts';
import { followFlush } from './rerender-progress.ts';
import { OrgUnavailable } from '../contracts/salesforce.ts';
import type { Claimed, Held, Settlement } from '../contracts/store.ts';
import type { Connection, PipelineContext } from './pipeline-context.ts';
import { pass } from './pass/pass.ts';
import { heldOf } from './settle/settlement.ts';

/** Activities a pass; each is one to a few records, so that a pass fills a request of 200 records or two. */
const ACTIVITIES_PER_PASS = 200;
/**
 * An org that is down answers nobody: after some tries the whole connection waits, so that each new call does not spend a
 * request of the budget on hearing the same. It is looked after often enough that nothing is late once it is up.
 */
const TROUBLE_FROM = 3;
const LONGEST_TROUBLE_PAUSE = 60_000;
const PAUSE = { limit: 15 * 60_000, session: 60_000, forbidden: 5 * 60_000 } as const;

/**
 * Writes everything of one connection that is due, pass by pass, until nothing is.
 *
 * The caller makes sure that only one flush runs per connection across all processes. Whatever happens, each claimed
 * activity is put back: done, waiting, to be tried again, or parked with the reason.
 */
export async function flush(
    works: PipelineContext,
    { id }: Pick<Connection, 'id'>,
    signal: AbortSignal
): Promise<void> {
    for (;;) {
        await pauseBetween(works, id);
        // Choices may have been saved, or the connection ended, since the last pass.
        const runtime = works.connections.get(id);
        if (signal.aborted || runtime === undefined) return;
        const claimed = await works.store.activities.claim(
            runtime.id,
            ACTIVITIES_PER_PASS,
            messagesEveryMs(works.gatherMs)
        );
        if (claimed.length === 0) return;
        try {
            const mode = runtime.isRehearsing === true ? 'rehearse' : 'write';
            const left = await deleteErasedActivities(works, runtime, claimed, mode);
            const { settlements } = await pass(works, runtime, left, mode);
            const forgone = await works.store.activities.settle(runtime.id, settlements);
            await deleteErasedRecords(works, runtime, claimed, settlements, forgone);
            await followFlush(works, runtime);
        } catch (error) {
            if (!(await putBack(works, runtime, claimed, error))) return;
        }
    }
}

const lastPasses = new WeakMap<PipelineContext, Map<string, number>>();

/**
 * A lone call is written at once; in a stream of them, what arrives within a moment shares a request, because requests
 * are what Salesforce counts.
 */
async function pauseBetween(works: PipelineContext, connection: string): Promise<void> {
    const passes = lastPasses.get(works) ?? new Map<string, number>();
    lastPasses.set(works, passes);
    const waitMs = (passes.get(connection) ?? 0) + works.passEveryMs - works.now().getTime();
    if (waitMs > 0 && waitMs <= works.passEveryMs) await works.sleep(waitMs);
    passes.set(connection, works.now().getTime());
}

/** @returns whether it makes sense to go on with the next pass */
async function putBack(
    works: PipelineContext,
    runtime: Connection,
    claimed: readonly Claimed[],
    error: unknown
): Promise<boolean> {
    works.log.warn('pass failed', { connection: runtime.id, activities: claimed.length, ...errorData(error) });
    const all = (settle: Omit<Settlement, keyof Held>): Promise<unknown> =>
        works.store.activities.settle(
            runtime.id,
            claimed.map((one) => ({ ...heldOf(one), ...settle }))
        );
    if (!(error instanceof OrgUnavailable)) {
        const seen = errorData(error).error;
        await all({ outcome: 'retry', error: { code: 'PIPE-UNEXPECTED', seen } });
        return false;
    }
    if (error.kind === 'retry') {
        await all({ outcome: 'retry', error: error.note, atMostMs: LONGEST_TROUBLE_PAUSE });
        const failed = 1 + Math.max(...claimed.map(({ attempts }) => attempts));
        const pauseMs = Math.min(LONGEST_TROUBLE_PAUSE, 1_000 * 2 ** failed);
        if (failed >= TROUBLE_FROM) await works.store.activities.pause(runtime.id, pauseMs, error.note);
        return false;
    }
    await works.store.activities.pause(runtime.id, PAUSE[error.kind], error.note);
    await all({ outcome: 'wait', dueInMs: 0 });
    return false;
}
