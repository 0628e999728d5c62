import { messagesEveryMs } from '../domain/write-schedule.ts';
import { isWhole } from '../contracts/directory.ts';
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

/** Passes of one turn: a connection that is always busy lets others go first in between. */
const PASSES_PER_TURN = 10;

/**
 * Writes what is due of one connection, pass by pass, until nothing is or its turn is over.
 *
 * The caller makes sure that only one flush runs per connection across all processes. Whatever happens, each claimed
 * activity is put back: done, waiting, to be tried again, or parked with the reason.
 *
 * @returns `again` where more may be due
 */
export async function flush(
    context: PipelineContext,
    { id }: Pick<Connection, 'id'>,
    signal: AbortSignal
): Promise<'again' | undefined> {
    for (let passes = 0; passes < PASSES_PER_TURN; passes += 1) {
        await pauseBetween(context, id);
        // Choices may have been saved, or the connection ended, since the last pass.
        const connection = context.connections.get(id);
        if (signal.aborted || connection === undefined) return undefined;
        const claimed = await context.store.activities.claim(
            connection.id,
            ACTIVITIES_PER_PASS,
            messagesEveryMs(context.gatherMs)
        );
        if (claimed.length === 0) return undefined;
        try {
            const mode = connection.isRehearsing === true ? 'rehearse' : 'write';
            const left = await deleteErasedActivities(context, connection, claimed, mode);
            const { settlements } = await pass(context, connection, left, mode);
            const erased = await context.store.activities.settle(connection.id, settlements);
            await matchAgain(context, connection, settlements);
            await deleteErasedRecords(context, connection, claimed, settlements, erased);
            await followFlush(context, connection);
        } catch (error) {
            if (!(await putBack(context, connection, claimed, error))) return undefined;
        }
    }
    return 'again';
}

/** The people may have been read to the end between the look and the write: nobody else would come for these. */
async function matchAgain(
    { store }: PipelineContext,
    { id }: Connection,
    settlements: readonly Settlement[]
): Promise<void> {
    if (!settlements.some(({ view }) => view?.match.isProvisional === true)) return;
    if (isWhole(await store.directory.highWater(id)))
        await store.activities.makeDue(id, { provisional: true }, { force: true });
}

const lastPasses = new WeakMap<PipelineContext, Map<string, number>>();

/**
 * A lone call is written at once; in a stream of them, what arrives within a moment shares a request, because requests
 * are what Salesforce counts.
 */
async function pauseBetween(context: PipelineContext, connection: string): Promise<void> {
    const passes = lastPasses.get(context) ?? new Map<string, number>();
    lastPasses.set(context, passes);
    const waitMs = (passes.get(connection) ?? 0) + context.passEveryMs - context.now().getTime();
    if (waitMs > 0 && waitMs <= context.passEveryMs) await context.sleep(waitMs);
    passes.set(connection, context.now().getTime());
}

/** @returns whether it makes sense to go on with the next pass */
async function putBack(
    context: PipelineContext,
    connection: Connection,
    claimed: readonly Claimed[],
    error: unknown
): Promise<boolean> {
    context.log.warn('pass failed', { connection: connection.id, activities: claimed.length, ...errorData(error) });
    const all = (settle: Omit<Settlement, keyof Held>): Promise<unknown> =>
        context.store.activities.settle(
            connection.id,
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
        if (failed >= TROUBLE_FROM) await context.store.activities.pause(connection.id, pauseMs, error.note);
        return false;
    }
    await context.store.activities.pause(connection.id, PAUSE[error.kind], error.note);
    await all({ outcome: 'wait', dueInMs: 0 });
    return false;
}
