import { errorData } from '../../log.ts';
import type { Match } from '../../domain/people/match.ts';
import type { Draft } from '../../domain/records/draft.ts';
import { lookups, type Lookups } from '../lookups.ts';
import type { WriteResult } from '../ports/org.ts';
import type { Claimed, Settlement } from '../ports/store.ts';
import type { Runtime, Works } from '../runtime.ts';
import { spend } from './allowance.ts';
import { askIn } from './ask-again.ts';
import { difference, type Difference } from './difference.ts';
import { goneKeys } from './gone.ts';
import { createLeads } from './leads.ts';
import { goneRows, outcomeOf } from './outcome.ts';
import { findPeople, matchOf, type People } from './people.ts';
import { planOf, type Plan } from './plan.ts';
import { draftsOf } from './render.ts';
import { viewOf } from './view.ts';

interface Drawn {
    readonly plan: Plan;
    readonly match: Match;
    readonly drafts: readonly Draft[];
    readonly difference: Difference;
}

/**
 * One pass of a flush: fold, match, render, compare, write. Looks everything up in bulk, so that 200 activities cost
 * as many API calls as one.
 *
 * @returns how each claimed activity is put back
 * @throws {OrgUnavailable} when the org could not be asked or written to; nothing of the pass is lost then
 */
export async function pass(
    works: Works,
    runtime: Runtime,
    claimed: readonly Claimed[]
): Promise<readonly Settlement[]> {
    const seen = await lookups(works, runtime, inboxIds(claimed));
    const broken: Settlement[] = [];
    const plans = claimed.flatMap((one) =>
        orPark(one, broken, works, () => planOf(one, seen.inboxes, runtime.preferences(), works.gatherMs))
    );
    const toWrite = plans.filter(({ verdict }) => verdict.do === 'write');
    const idle = plans.filter(({ verdict }) => verdict.do !== 'write').map(putAside);
    if (toWrite.length === 0) return [...broken, ...idle];
    return spend(works, runtime, async () => {
        const people = await createLeads(works, runtime, toWrite, await findPeople(works, runtime, toWrite));
        const drawn = toWrite.flatMap((plan) =>
            orPark(plan.claimed, broken, works, () => draw(works, runtime, plan, seen, people))
        );
        return [...broken, ...idle, ...(await writeAll(works, runtime, drawn, seen))];
    });
}

function draw(works: Works, runtime: Runtime, plan: Plan, seen: Lookups, people: People): Drawn {
    const match = matchOf(plan, people, runtime);
    const drafts = draftsOf(plan, match, seen, people, runtime, works.now());
    const gone = goneKeys(plan, drafts);
    return { plan, match, drafts, difference: difference(drafts, plan.claimed.records, gone, works.hash) };
}

async function writeAll(
    works: Works,
    runtime: Runtime,
    drawn: readonly Drawn[],
    seen: Lookups
): Promise<readonly Settlement[]> {
    const items = drawn.flatMap((one) => one.difference.writes);
    const results = items.length === 0 ? [] : await runtime.org.write(items);
    const tasks = drawn.flatMap((one) => one.difference.removals);
    for (const object of new Set(tasks.map((record) => record.object)))
        await runtime.org.remove(
            object,
            tasks.filter((record) => record.object === object).flatMap(({ salesforceId }) => salesforceId ?? [])
        );
    let next = 0;
    return drawn.map((one) => {
        const mine = results.slice(next, (next += one.difference.writes.length));
        return settlementOf(works, one, mine, seen);
    });
}

function settlementOf(works: Works, drawn: Drawn, results: readonly WriteResult[], seen: Lookups): Settlement {
    const { plan, match, drafts, difference } = drawn;
    const { subject, rev, attempts, asks } = plan.claimed;
    const outcome = outcomeOf(difference.writes, results, attempts);
    const gone = goneRows([...difference.removals, ...difference.forgotten]);
    return {
        subject,
        rev,
        ...(outcome.outcome === 'done' && hasNewLinks(drafts, results)
            ? { outcome: 'wait' as const, dueInMs: works.gatherMs }
            : outcome),
        records: [...(outcome.records ?? []), ...gone],
        view: viewOf(plan, match, drafts),
        askInMs: plan.isAsking || !seen.isWhole ? askIn(asks) : undefined
    };
}

/** A Sona record and its Task name each other. The ids that one write brings are written with late facts, or a while later. */
function hasNewLinks(drafts: readonly Draft[], results: readonly WriteResult[]): boolean {
    const isSona = drafts.some(({ object }) => object === 'Sona_Call__c');
    return isSona && results.some((result) => result.ok && result.created);
}

function putAside(plan: Plan): Settlement {
    const { subject, rev, asks } = plan.claimed;
    const askInMs = plan.isAsking ? askIn(asks) : undefined;
    return plan.verdict.do === 'wait'
        ? { subject, rev, outcome: 'wait', dueInMs: plan.verdict.lookInMs, askInMs }
        : { subject, rev, outcome: 'done', askInMs };
}

/** One activity that cannot be worked on must not hold up the others: it is parked with the reason. */
function orPark<T>(one: Claimed, broken: Settlement[], works: Works, work: () => T): readonly T[] {
    try {
        return [work()];
    } catch (error) {
        works.log.error('activity parked', { subject: one.subject, ...errorData(error) });
        const note = { code: 'PIPE-UNEXPECTED' as const, seen: errorData(error).error };
        broken.push({ subject: one.subject, rev: one.rev, outcome: 'parked', error: note });
        return [];
    }
}

function inboxIds(claimed: readonly Claimed[]): ReadonlySet<string> {
    const ids = claimed.flatMap(({ facts }) =>
        facts.map((fact) => ('phoneNumberId' in fact ? fact.phoneNumberId : undefined))
    );
    return new Set(ids.filter((id) => id !== undefined));
}
