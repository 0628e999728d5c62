import type { CallFact, MessageFact } from '../domain/facts.ts';
import { reportOn } from './progress.ts';
import type { Connection, PipelineContext } from './pipeline-context.ts';

const HOUR = 3_600_000;
/** Quo sends a delivery again for 27 h 35 min; what it never delivered is found by looking back a little further. */
const LOOK_BACK = 28 * HOUR;
/** Calls that just ended may still be on their way as deliveries. */
const STILL_UNDER_WAY = 5 * 60_000;

/**
 * Compares with Quo's own list of calls and texts, and learns what no delivery brought. What is known already changes
 * nothing: the facts are the same, or they render to the same record.
 *
 * @returns how many facts were new
 */
export async function reconcile(
    context: PipelineContext,
    connection: Connection,
    signal: AbortSignal
): Promise<number> {
    const now = context.now().getTime();
    const from = new Date(now - LOOK_BACK).toISOString();
    const to = new Date(now - STILL_UNDER_WAY).toISOString();
    const { logCalls, logMessages } = connection.preferences();
    const { workspace } = connection;
    const lists = [
        ...(logCalls ? [workspace.callsBetween(from, to)] : []),
        ...(logMessages ? [workspace.messagesBetween(from, to)] : [])
    ];
    const report = reportOn(context, connection.id, 'repair');
    let learnt = 0;
    let seen = 0;
    try {
        for (const pages of lists)
            learnt += await learnAll(context, connection, pages, signal, (facts) => report.step((seen += facts)));
        await report.end({ learnt });
    } catch (error) {
        await report.fail(error);
        throw error;
    }
    context.log.info('compared with Quo', { connection: connection.id, learnt });
    return learnt;
}

async function learnAll(
    context: PipelineContext,
    connection: Connection,
    pages: AsyncIterable<readonly (CallFact | MessageFact)[]>,
    signal: AbortSignal,
    onPage: (facts: number) => Promise<void>
): Promise<number> {
    let learnt = 0;
    for await (const page of pages) {
        if (signal.aborted) break;
        learnt += await context.store.deliveries.learn(connection.id, page);
        await onPage(page.length);
    }
    return learnt;
}
