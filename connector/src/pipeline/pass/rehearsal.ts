import { inboxIds, draw, orPark } from './pass.ts';
import { spend } from '../api-budget.ts';
import { findPeople } from '../match/match.ts';
import { planOf } from '../fold.ts';
import { putAside } from '../settle/settlement.ts';
import { activitySummaryOf } from '../settle/activity-summary.ts';
import { lookups } from '../lookups.ts';
import type { Claimed, Settlement } from '../../contracts/store.ts';
import type { Connection, PipelineContext } from '../pipeline-context.ts';

/** What is known of people may change while a rehearsal lasts: each activity is looked at again so often. */
const LOOK_AGAIN = 60 * 60_000;

/**
 * A pass of a flush that writes nothing: fold, match, render, and keep what people look at. The activities stay due, so
 * that they are written when the rehearsal ends.
 *
 * @throws {OrgUnavailable} when the org could not be asked
 */
export async function rehearse(
    works: PipelineContext,
    runtime: Connection,
    claimed: readonly Claimed[]
): Promise<readonly Settlement[]> {
    const seen = await lookups(works, runtime, inboxIds(claimed));
    const broken: Settlement[] = [];
    const plans = claimed.flatMap((one) =>
        orPark(one, broken, works, () => planOf(one, seen.inboxes, runtime.preferences(), works.gatherMs))
    );
    const idle = plans.filter(({ verdict }) => verdict.do !== 'write').map(putAside);
    const toWrite = plans.filter(({ verdict }) => verdict.do === 'write');
    if (toWrite.length === 0) return [...broken, ...idle];
    const people = await spend(works, runtime, () => findPeople(works, runtime, toWrite));
    const rehearsed = toWrite.flatMap((plan) =>
        orPark(plan.claimed, broken, works, (): Settlement => {
            const { match, drafts } = draw(works, runtime, plan, seen, people);
            const { subject, rev } = plan.claimed;
            return { subject, rev, outcome: 'wait', dueInMs: LOOK_AGAIN, view: activitySummaryOf(plan, match, drafts) };
        })
    );
    return [...broken, ...idle, ...rehearsed];
}
