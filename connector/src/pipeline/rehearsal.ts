import { inboxIds, draw, orPark } from './flush/pass.ts';
import { spend } from './flush/allowance.ts';
import { findPeople } from './flush/people.ts';
import { planOf } from './flush/plan.ts';
import { putAside } from './flush/settlement.ts';
import { viewOf } from './flush/view.ts';
import { lookups } from './lookups.ts';
import type { Claimed, Settlement } from './ports/store.ts';
import type { Runtime, Works } from './runtime.ts';

/** What is known of people may change while a rehearsal lasts: each activity is looked at again so often. */
const LOOK_AGAIN = 60 * 60_000;

/**
 * A pass of a flush that writes nothing: fold, match, render, and keep what people look at. The activities stay due, so
 * that they are written when the rehearsal ends.
 *
 * @throws {OrgUnavailable} when the org could not be asked
 */
export async function rehearse(
    works: Works,
    runtime: Runtime,
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
            return { subject, rev, outcome: 'wait', dueInMs: LOOK_AGAIN, view: viewOf(plan, match, drafts) };
        })
    );
    return [...broken, ...idle, ...rehearsed];
}
