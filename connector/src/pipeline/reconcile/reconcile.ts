import type { Compared } from '../../contracts/comparison.ts';
import { KEYS } from '../../contracts/key-value.ts';
import { reportOn, type Reporter } from '../progress.ts';
import type { Connection, PipelineContext } from '../pipeline-context.ts';
import { compareSpan, isDisturbance, type Found } from './compare-span.ts';
import { countSpans, nextSpan, OVERLAP } from './spans.ts';

/** Calls that just ended may still be on their way as deliveries. */
const STILL_UNDER_WAY = 5 * 60_000;

/**
 * Compares with Quo's own lists of calls and texts, and learns what no delivery brought. What is known already changes
 * nothing: the facts are the same, or they render to the same record.
 *
 * Begins 28 hours before the point up to which the last comparison went, however long ago that was. What takes several
 * days is compared a day each time, oldest first; how far it is is kept, so that a process that ends loses one day's work.
 *
 * @returns `'again'` when there are further days
 */
export async function reconcile(
    context: PipelineContext,
    connection: Connection,
    signal: AbortSignal
): Promise<'again' | undefined> {
    const state = await stateOf(context, connection.id);
    const { from, began, now } = state;
    const span = nextSpan(from, now);
    const isLong = !span.isLast || from > began;
    const report = reportOn(context, connection.id, isLong ? 'catch-up' : 'repair');
    const days = { done: countSpans(began, now) - countSpans(from, now), total: countSpans(began, now) };
    try {
        if (isLong) await report.step(days.done, days.total);
        const onPage = (found: Found): Promise<void> => (isLong ? Promise.resolve() : report.step(found.seen));
        const found = await compareSpan(context, connection, span, {
            signal,
            onPage,
            failingSince: state.failingSince
        });
        if (signal.aborted) return undefined;
        const missed = state.missed + found.missed;
        const to = new Date(span.to).toISOString();
        if (span.isLast) {
            await keep(context, connection.id, { to });
            await end(report, isLong ? days.total : found.seen, missed);
            context.log.info('compared with Quo', { connection: connection.id, missed });
            return undefined;
        }
        await keep(context, connection.id, { to: state.to, at: to, missed });
        await report.step(days.done + 1, days.total);
        return 'again';
    } catch (error) {
        if (signal.aborted) return undefined;
        await report.fail(error);
        if (!span.isLast && state.failingSince === undefined && isDisturbance(error))
            await keep(context, connection.id, {
                ...{ to: state.to, at: new Date(from).toISOString(), missed: state.missed },
                failingSince: context.now().toISOString()
            });
        throw error;
    }
}

interface State {
    readonly to: string;
    /** Milliseconds: where this comparison began, where it goes on, and where it is to end. */
    readonly began: number;
    readonly from: number;
    readonly now: number;
    readonly missed: number;
    readonly failingSince: number | undefined;
}

async function stateOf({ store, now: clock }: PipelineContext, connection: string): Promise<State> {
    const now = clock().getTime() - STILL_UNDER_WAY;
    const kept = (await store.memory.get(connection, KEYS.compared))?.value;
    // A clock that once was ahead must not hide what came since.
    const to = Math.min(kept === undefined ? now : Date.parse(kept.to), now);
    const began = to - OVERLAP;
    const at = kept?.at === undefined ? undefined : Math.min(Date.parse(kept.at), now);
    const from = at ?? began;
    return {
        to: new Date(to).toISOString(),
        began: Math.min(began, from),
        from,
        now,
        missed: kept?.missed ?? 0,
        failingSince: kept?.failingSince === undefined ? undefined : Date.parse(kept.failingSince)
    };
}

function keep({ store }: PipelineContext, connection: string, compared: Compared): Promise<void> {
    return store.memory.set(connection, KEYS.compared, compared);
}

async function end(report: Reporter, done: number, missed: number): Promise<void> {
    await report.step(done, done);
    await report.end({ learnt: missed });
}
