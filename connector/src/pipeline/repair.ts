import type { CallFact, MessageFact } from '../domain/facts.ts';
import type { Runtime, Works } from './runtime.ts';

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
export async function repair(works: Works, runtime: Runtime, signal: AbortSignal): Promise<number> {
    const now = works.now().getTime();
    const from = new Date(now - LOOK_BACK).toISOString();
    const to = new Date(now - STILL_UNDER_WAY).toISOString();
    const { logCalls, logMessages } = runtime.preferences();
    let learnt = 0;
    if (logCalls) learnt += await learnAll(works, runtime, runtime.workspace.callsBetween(from, to), signal);
    if (logMessages) learnt += await learnAll(works, runtime, runtime.workspace.messagesBetween(from, to), signal);
    works.log.info('compared with Quo', { connection: runtime.id, learnt });
    return learnt;
}

async function learnAll(
    works: Works,
    runtime: Runtime,
    pages: AsyncIterable<readonly (CallFact | MessageFact)[]>,
    signal: AbortSignal
): Promise<number> {
    let learnt = 0;
    for await (const page of pages) {
        if (signal.aborted) break;
        learnt += await works.store.deliveries.learn(runtime.id, page);
    }
    return learnt;
}
