import { KEYS } from '../contracts/key-value.ts';
import { OrgUnavailable } from '../contracts/salesforce.ts';
import type { Connection, PipelineContext } from './pipeline-context.ts';

/** A tenth of the org's allowance, unless the admin chose otherwise. */
const OUR_SHARE = 0.1;
/** Before Salesforce has said how much the org may: less than the smallest allowance of an edition with API. */
const FIRST_BUDGET = 1_500;

/** The API calls that we may spend in 24 hours. */
export function budgetOf(connection: Connection): number {
    const { apiBudget } = connection.preferences();
    const limit = connection.org.allowance()?.limit;
    return apiBudget ?? (limit === undefined ? FIRST_BUDGET : Math.max(1, Math.floor(limit * OUR_SHARE)));
}

/** At this part of the budget enrichment waits, so that new calls and texts are still written. */
export const SAVE_FROM = 0.8;

/** Whether so much of the budget is spent that only what is new should spend more. */
export async function isSaving(context: PipelineContext, connection: Connection): Promise<boolean> {
    return (await context.store.allowance.used(connection.id)) >= budgetOf(connection) * SAVE_FROM;
}

/**
 * Runs work that spends API calls: takes one call from the budget before, and the rest after, as they were counted.
 *
 * @throws {OrgUnavailable} of kind `limit` when the budget is used up: the connection pauses, receiving goes on
 */
export async function spend<T>(context: PipelineContext, connection: Connection, work: () => Promise<T>): Promise<T> {
    const budget = budgetOf(connection);
    if (!(await context.store.allowance.reserve(connection.id, 1, budget)))
        throw new OrgUnavailable('limit', { code: 'PIPE-BUDGET', seen: String(budget) });
    const before = connection.org.calls();
    try {
        return await work();
    } finally {
        const more = connection.org.calls() - before - 1;
        if (more !== 0) await context.store.allowance.reserve(connection.id, more, Number.MAX_SAFE_INTEGER);
        const told = connection.org.allowance();
        if (told !== undefined) await context.store.memory.set(connection.id, KEYS.orgAllowance, told);
    }
}
