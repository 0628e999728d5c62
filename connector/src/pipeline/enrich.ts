import { readActivityKey } from '../domain/activity-key.ts';
import { gaps } from '../domain/calls/late-facts.ts';
import { callFrom } from '../domain/calls/fold.ts';
import type { CallFact, Fact } from '../domain/facts.ts';
import { errorData } from '../log.ts';
import { isSaving } from './api-budget.ts';
import { CodedError, type ErrorCode } from '../errors/errors.ts';
import { delayAfterOutage, enrichmentDelay } from './enrichment-delay.ts';
import type { EnrichmentRequest } from '../contracts/store.ts';
import type { Connection, PipelineContext } from './pipeline-context.ts';

const ASKS_AT_ONCE = 50;
/** Rounds of one turn: a connection with a thousand questions lets others go first in between. */
const ROUNDS_PER_TURN = 4;

/**
 * Asks Quo's API what the webhooks did not say. What it answers are facts like any others: they make their call due,
 * and the next flush writes the difference. A question that Quo cannot answer (yet) is asked again a few times.
 *
 * @returns `again` where more may be asked
 */
export async function enrich(
    context: PipelineContext,
    connection: Connection,
    signal: AbortSignal
): Promise<'again' | undefined> {
    for (let rounds = 0; rounds < ROUNDS_PER_TURN; rounds += 1) {
        if (signal.aborted || (await isSaving(context, connection))) return undefined;
        const asks = await context.store.activities.claimAsks(connection.id, ASKS_AT_ONCE);
        if (asks.length === 0) return undefined;
        await Promise.all(asks.map((one) => askOne(context, connection, one)));
    }
    return 'again';
}

async function askOne(context: PipelineContext, connection: Connection, one: EnrichmentRequest): Promise<void> {
    const { activities, deliveries } = context.store;
    try {
        const activity = readActivityKey(one.activityKey);
        if (activity?.kind !== 'call') throw new Error('Only calls are enriched.');
        const { callId } = activity;
        const facts = one.facts.filter(isCallFact);
        const call = callFrom(callId, facts);
        const again = enrichmentDelay(one.asks + 1);
        const isYoung = context.now().getTime() - Date.parse(call.completedAt ?? call.toldAt) < STILL_BEING_MADE;
        const preferences = connection.preferences();
        const answered = await answers(connection, callId, gaps(call, one.isLookedUp, preferences));
        // Nothing yet is no answer while Quo may still make it, and somebody asks again.
        const told = answered.filter((fact) => !(isNothing(fact) && isYoung && again !== undefined));
        const learnt = await deliveries.learn(connection.id, told);
        const left = gaps(callFrom(callId, [...facts, ...told]), one.isLookedUp, preferences);
        await activities.settleAsk(connection.id, one.activityKey, left.length > 0 ? again : undefined);
        // Quo answers again: the names of inbox and users may have been missing when the call was rendered.
        if (learnt.facts === 0) await activities.makeDue(connection.id, { activityKeys: [one.activityKey] });
    } catch (error) {
        context.log.warn('quo not asked', {
            connection: connection.id,
            activityKey: one.activityKey,
            ...errorData(error)
        });
        const delay = saysNothing(error) ? delayAfterOutage : enrichmentDelay;
        await activities.settleAsk(connection.id, one.activityKey, delay(one.asks + 1));
    }
}

const OUTAGES: ReadonlySet<ErrorCode> = new Set([
    'QUO-UNREACHABLE',
    'QUO-SERVER',
    'QUO-ANSWER',
    'QUO-RATE',
    'QUO-KEY',
    'QUO-PLAN',
    'QUO-FORBIDDEN'
]);

/** Whether the question itself was not answered, so that its answer may be there all the while. */
function saysNothing(error: unknown): boolean {
    return error instanceof CodedError && OUTAGES.has(error.code);
}

/** Recordings and summaries are there some minutes after a call. */
const STILL_BEING_MADE = 30 * 60_000;

function isNothing(fact: CallFact): boolean {
    return fact.kind === 'recordings' && fact.recordings.length === 0 && fact.progress !== 'in-progress';
}

async function answers(
    connection: Connection,
    callId: string,
    questions: ReturnType<typeof gaps>
): Promise<readonly CallFact[]> {
    const { workspace } = connection;
    const asked = await Promise.all([
        questions.includes('call') ? workspace.call(callId) : [],
        questions.includes('recordings') ? workspace.recordings(callId) : [],
        questions.includes('transcript') ? workspace.transcript(callId) : []
    ]);
    return asked.flatMap((facts) => facts ?? []);
}

function isCallFact(fact: Fact): fact is CallFact {
    return fact.kind !== 'message' && fact.kind !== 'contact';
}
