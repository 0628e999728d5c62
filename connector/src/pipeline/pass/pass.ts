import { errorData } from '../../log.ts';
import { inPieces } from '../in-pieces.ts';
import { lookups, type Lookups } from '../lookups.ts';
import type { Draft } from '../../domain/records/draft.ts';
import type { Claimed, Settlement } from '../../contracts/store.ts';
import type { Connection, PipelineContext } from '../pipeline-context.ts';
import { spend } from '../api-budget.ts';
import { difference } from '../compare/difference.ts';
import { obsoleteKeys } from '../compare/obsolete-keys.ts';
import { leadsFor } from '../match/create-leads.ts';
import { matchOf, type People } from '../match/match.ts';
import { planOf, type Plan } from '../fold.ts';
import { draftsOf } from '../render.ts';
import { heldOf, putAside, type Drawn } from '../settle/settlement.ts';
import { takesTranscripts } from '../transcript-access.ts';
import { MODES, type Attempt, type Mode } from './modes.ts';

/** What a pass came to. */
export interface Passed {
    /** How each claimed activity is put back; a preview claimed none. */
    readonly settlements: readonly Settlement[];
    readonly drawn: readonly Drawn[];
    /** Of a preview: leads that would be made for unknown callers. */
    readonly leads: readonly Draft[];
}

/**
 * One pass over activities: fold, match, render, compare, and what the mode does with the result. Looks everything up in
 * bulk, so that 200 activities cost as many API calls as one.
 *
 * @throws {OrgUnavailable} when the org could not be asked or written to; nothing of the pass is lost then
 */
export async function pass(
    context: PipelineContext,
    connection: Connection,
    claimed: readonly Claimed[],
    mode: Mode
): Promise<Passed> {
    const steps = MODES[mode];
    const seen = {
        ...(await lookups(context, connection, inboxIds(claimed))),
        takesTranscripts: steps.spends ? await takesTranscripts(context, connection, claimed) : undefined
    };
    const broken: Settlement[] = [];
    const attempt: Attempt = steps.parks ? parking(context, broken) : async (_one, work) => [await work()];
    const folded = await inPieces(claimed, (one) =>
        attempt(one, () => planOf(one, seen.inboxes, connection.preferences(), context.gatherMs))
    );
    const plans = await steps.schedule(context, connection, folded);
    const toDraw = plans.filter(steps.isDrawn);
    const idle = plans.filter((plan) => !steps.isDrawn(plan)).map(putAside);
    if (toDraw.length === 0) return { settlements: [...broken, ...idle], drawn: [], leads: [] };
    const work = async (): Promise<Passed> => {
        const people = await steps.findPeople(context, connection, toDraw, seen);
        const drawn = await inPieces(toDraw, (plan) =>
            attempt(plan.claimed, () => draw(context, connection, plan, seen, people))
        );
        const settled = await steps.settle(context, connection, { drawn, seen, people, attempt });
        const leads = mode === 'preview' ? [...leadsFor(connection, toDraw, people, seen).values()] : [];
        return { settlements: [...broken, ...idle, ...settled], drawn, leads };
    };
    return steps.spends ? spend(context, connection, work) : work();
}

/** One activity as it should be, compared with what was last written. */
async function draw(
    context: PipelineContext,
    connection: Connection,
    plan: Plan,
    seen: Lookups,
    people: People
): Promise<Drawn> {
    const match = matchOf(plan, people, connection);
    const drafts = await draftsOf(plan, match, seen, people, connection, context.now());
    const gone = obsoleteKeys(plan, drafts, connection.preferences(), context.now().toISOString());
    return { plan, match, drafts, difference: await difference(drafts, plan.claimed.records, gone, context.hash) };
}

/** One activity that cannot be worked on must not hold up the others: it is parked with the reason. */
function parking(context: PipelineContext, broken: Settlement[]): Attempt {
    return async (claimed, work) => {
        try {
            return [await work()];
        } catch (error) {
            context.log.error('activity parked', { activityKey: claimed.activityKey, ...errorData(error) });
            const note = { code: 'PIPE-UNEXPECTED' as const, seen: errorData(error).error };
            broken.push({ ...heldOf(claimed), outcome: 'parked', error: note });
            return [];
        }
    };
}

/** Inboxes that these activities name. */
function inboxIds(claimed: readonly Claimed[]): ReadonlySet<string> {
    const ids = claimed.flatMap(({ facts, ending }) => [
        ending?.extent.inboxId,
        ...facts.map((fact) => ('phoneNumberId' in fact ? fact.phoneNumberId : undefined))
    ]);
    return new Set(ids.filter((id) => id !== undefined));
}
