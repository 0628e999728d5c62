import { errorData } from '../../log.ts';
import { lookups, type Lookups } from '../lookups.ts';
import type { WriteResult } from '../../contracts/salesforce.ts';
import type { Claimed, Settlement } from '../../contracts/store.ts';
import type { Connection, PipelineContext } from '../pipeline-context.ts';
import { isSaving, spend } from '../api-budget.ts';
import { compareHeld } from '../compare/compare-held.ts';
import { difference } from '../compare/difference.ts';
import { obsoleteKeys } from '../compare/obsolete-keys.ts';
import { createLeads } from '../match/create-leads.ts';
import { forgetRefusedOwners } from '../match/owner.ts';
import { findPeople, matchOf, type People } from '../match/match.ts';
import { planOf, type Plan } from '../fold.ts';
import { draftsOf } from '../render.ts';
import { putAside, settlementOf, type Drawn } from '../settle/settlement.ts';
import { omitUnchanged } from '../compare/omit-unchanged.ts';

const LATER = 15 * 60_000;

/**
 * One pass of a flush: fold, match, render, compare, write. Looks everything up in bulk, so that 200 activities cost
 * as many API calls as one.
 *
 * @returns how each claimed activity is put back
 * @throws {OrgUnavailable} when the org could not be asked or written to; nothing of the pass is lost then
 */
export async function pass(
    works: PipelineContext,
    runtime: Connection,
    claimed: readonly Claimed[]
): Promise<readonly Settlement[]> {
    const seen = await lookups(works, runtime, inboxIds(claimed));
    const broken: Settlement[] = [];
    const plans = claimed.flatMap((one) =>
        orPark(one, broken, works, () => planOf(one, seen.inboxes, runtime.preferences(), works.gatherMs))
    );
    const paced = withRiders(plans.map(await savingCalls(works, runtime)));
    const toWrite = paced.filter(({ verdict }) => verdict.do === 'write');
    const idle = paced.filter(({ verdict }) => verdict.do !== 'write').map(putAside);
    if (toWrite.length === 0) return [...broken, ...idle];
    return spend(works, runtime, async () => {
        const people = await createLeads(works, runtime, toWrite, await findPeople(works, runtime, toWrite), seen);
        const drawn = toWrite.flatMap((plan) =>
            orPark(plan.claimed, broken, works, () => draw(works, runtime, plan, seen, people))
        );
        const written = await writeAll(runtime, drawn);
        await forgetRefusedOwners(
            works,
            runtime,
            written.flatMap(({ results }) => results)
        );
        const around = { gatherMs: works.gatherMs, namesMissing: !seen.isWhole, people };
        return [...broken, ...idle, ...written.map(({ one, results }) => settlementOf(one, results, around))];
    });
}

/** A request that goes out anyway takes along what may be written already. */
function withRiders(plans: readonly Plan[]): readonly Plan[] {
    if (!plans.some(({ verdict }) => verdict.do === 'write')) return plans;
    return plans.map((plan) =>
        plan.verdict.do === 'wait' && plan.verdict.mayRide === true ? { ...plan, verdict: { do: 'write' } } : plan
    );
}

/** Near the end of the budget, what comes late to a record that is written already waits; new records go on. */
async function savingCalls(works: PipelineContext, runtime: Connection): Promise<(plan: Plan) => Plan> {
    if (!(await isSaving(works, runtime))) return (plan) => plan;
    return (plan) =>
        plan.verdict.do === 'write' && plan.claimed.everWritten && !plan.claimed.forced
            ? { ...plan, verdict: { do: 'wait', lookInMs: LATER } }
            : plan;
}

/** One activity as it should be, compared with what was last written. */
export function draw(works: PipelineContext, runtime: Connection, plan: Plan, seen: Lookups, people: People): Drawn {
    const match = matchOf(plan, people, runtime);
    const drafts = draftsOf(plan, match, seen, people, runtime, works.now());
    const gone = obsoleteKeys(plan, drafts);
    return { plan, match, drafts, difference: difference(drafts, plan.claimed.records, gone, works.hash) };
}

interface WrittenActivity {
    readonly one: Drawn;
    readonly results: readonly WriteResult[];
}

/** @returns each activity with the results of its writes, in order, and with what others had made of its records */
async function writeAll(runtime: Connection, drawn: readonly Drawn[]): Promise<readonly WrittenActivity[]> {
    const items = drawn.flatMap((one) => one.difference.writes);
    const sending = await compareHeld(
        runtime,
        items.map((item) => ({ item: omitUnchanged(item, item.known), known: item.known }))
    );
    const results = sending.length === 0 ? [] : await runtime.org.write(sending.map(({ item }) => item));
    const removals = drawn.flatMap((one) => one.difference.removals);
    for (const object of new Set(removals.map((record) => record.object))) {
        const ids = removals.filter((record) => record.object === object).map(({ salesforceId }) => salesforceId);
        await runtime.org.remove(
            object,
            ids.filter((id) => id !== undefined)
        );
    }
    let next = 0;
    return drawn.map((one) => {
        const from = next;
        next += one.difference.writes.length;
        const writes = one.difference.writes.map((write, n) => ({ ...write, kept: sending[from + n]?.kept }));
        return { one: { ...one, difference: { ...one.difference, writes } }, results: results.slice(from, next) };
    });
}

/** One activity that cannot be worked on must not hold up the others: it is parked with the reason. */
export function orPark<T>(one: Claimed, broken: Settlement[], works: PipelineContext, work: () => T): readonly T[] {
    try {
        return [work()];
    } catch (error) {
        works.log.error('activity parked', { subject: one.subject, ...errorData(error) });
        const note = { code: 'PIPE-UNEXPECTED' as const, seen: errorData(error).error };
        broken.push({ subject: one.subject, rev: one.rev, outcome: 'parked', error: note });
        return [];
    }
}

/** Inboxes that these activities name. */
export function inboxIds(claimed: readonly Claimed[]): ReadonlySet<string> {
    const ids = claimed.flatMap(({ facts }) =>
        facts.map((fact) => ('phoneNumberId' in fact ? fact.phoneNumberId : undefined))
    );
    return new Set(ids.filter((id) => id !== undefined));
}
