import type { Connection, PipelineContext } from '../pipeline-context.ts';
import { isSaving } from '../api-budget.ts';
import type { Plan } from '../fold.ts';

const LATER = 15 * 60_000;

/** What is written now: less near the end of the budget, and more where a request goes out anyway. */
export async function scheduled(
    context: PipelineContext,
    connection: Connection,
    plans: readonly Plan[]
): Promise<readonly Plan[]> {
    return withRiders((await isSaving(context, connection)) ? plans.map(savingCalls) : plans);
}

/** A request that goes out anyway takes along what may be written already. */
function withRiders(plans: readonly Plan[]): readonly Plan[] {
    if (!plans.some(({ verdict }) => verdict.do === 'write')) return plans;
    return plans.map((plan) =>
        plan.verdict.do === 'wait' && plan.verdict.mayRide === true ? { ...plan, verdict: { do: 'write' } } : plan
    );
}

/** Near the end of the budget, what comes late to a record that is written already waits; new records go on. */
function savingCalls(plan: Plan): Plan {
    return plan.verdict.do === 'write' && plan.claimed.everWritten && !plan.claimed.forced
        ? { ...plan, verdict: { do: 'wait', lookInMs: LATER } }
        : plan;
}
