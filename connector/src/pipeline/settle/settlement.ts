import type { Match } from '../../domain/people/match.ts';
import { sameTelephone } from '../../domain/people/mobile-digits.ts';
import type { Draft } from '../../domain/records/draft.ts';
import type { ErrorCode, ErrorNote } from '../../errors/errors.ts';
import type { WriteResult } from '../../contracts/salesforce.ts';
import type { Held, Settlement } from '../../contracts/store.ts';
import { enrichmentDelay } from '../enrichment-delay.ts';
import type { Difference } from '../compare/difference.ts';
import { obsoleteRows, outcomeOf } from './write-outcome.ts';
import type { People } from '../match/match.ts';
import { extentToKeep, type Plan } from '../fold.ts';
import { activitySummaryOf } from './activity-summary.ts';

const HOUR = 3_600_000;

/** An activity as it should stand in Salesforce, and what is missing for that. */
export interface Drawn {
    readonly plan: Plan;
    readonly match: Match;
    readonly drafts: readonly Draft[];
    readonly difference: Difference;
}

export interface Circumstances {
    /** How long later facts are gathered. */
    readonly gatherMs: number;
    /** Quo could not be asked for its names, nor whose call it was: worth rendering again. */
    readonly namesMissing: boolean;
    readonly people: People;
    /** Keys of activities whose people were found anew since they were refused. */
    readonly rematched: ReadonlySet<string>;
}

/** How a written activity is put back. */
export function settlementOf(drawn: Drawn, results: readonly WriteResult[], around: Circumstances): Settlement {
    const { plan, match, drafts, difference } = drawn;
    const { activityKey, attempts, asks, pendingForMs } = plan.claimed;
    const outcome = withMisfits(
        withLead(
            outcomeOf(difference.writes, results, attempts, around.rematched.has(activityKey)),
            drawn,
            around.people
        ),
        drafts
    );
    const gone = obsoleteRows([...difference.removals, ...difference.forgotten]);
    const isWritten = outcome.outcome === 'done' || outcome.error?.code === 'SF-ANSWER-FIELD';
    const isUnlinked = isWritten && hasNewLinks(plan, drafts, results);
    return {
        ...heldOf(plan.claimed),
        ...(isUnlinked ? { outcome: 'wait' as const, dueInMs: around.gatherMs } : outcome),
        ...(isWritten && around.namesMissing ? withoutNames(pendingForMs, around.gatherMs) : {}),
        records: [...(outcome.records ?? []), ...gone],
        view: activitySummaryOf(plan, match, drafts),
        askInMs: plan.isAsking ? enrichmentDelay(asks) : undefined,
        ...extentToKeep(plan)
    };
}

/** A key that Quo does not accept is put right within a week, or nobody looks. */
const NAMES_GIVEN_UP_AFTER = 7 * 24 * HOUR;

/**
 * An inbox without its name, and perhaps another owner than who answered: looked at again until Quo tells, in longer and
 * longer intervals, since it costs no API call but a pass.
 */
function withoutNames(pendingForMs: number, gatherMs: number): Pick<Settlement, 'outcome' | 'dueInMs'> | undefined {
    if (pendingForMs > NAMES_GIVEN_UP_AFTER) return undefined;
    return { outcome: 'wait', dueInMs: Math.max(gatherMs, Math.min(HOUR, pendingForMs)) };
}

/** How an activity is put back that is not to be written now. */
export function putAside(plan: Plan): Settlement {
    const { claimed, verdict, isAsking } = plan;
    const askInMs = isAsking ? enrichmentDelay(claimed.asks) : undefined;
    return verdict.do === 'wait'
        ? { ...heldOf(claimed), outcome: 'wait', dueInMs: verdict.lookInMs, askInMs }
        : { ...heldOf(claimed), outcome: 'done', askInMs, ...extentToKeep(plan) };
}

/** Longer than Quo takes to answer; its answer makes the call due. */
const UNTIL_ASKED = 60_000;

/**
 * What was not written: Quo is asked about it first. Or somebody took it over, or it was forgotten: nothing of it is kept
 * then, and a lead that was made for it can still go.
 */
export function notWritten({ plan, match, drafts }: Drawn): Settlement {
    const view = activitySummaryOf(plan, match, drafts);
    const askInMs = plan.isAsking ? enrichmentDelay(plan.claimed.asks) : undefined;
    return { ...heldOf(plan.claimed), outcome: 'wait', dueInMs: UNTIL_ASKED, view, askInMs };
}

/** By what an activity is put back. */
export function heldOf({ activityKey, version, claim }: Held): Held {
    return { activityKey, version, claim };
}

type Outcome = ReturnType<typeof outcomeOf>;

/**
 * Refusals by a rule of the org, which meet every lead alike: they are shown as the rule's, with the choice that satisfies
 * it.
 */
const BY_RULE: ReadonlySet<ErrorCode> = new Set([
    'SF-VALIDATION-RULE',
    'SF-REQUIRED-FIELD',
    'SF-PICKLIST',
    'SF-BAD-VALUE',
    'SF-TOO-LONG',
    'SF-FIELD-RIGHT',
    'SF-FIELD-MISSING',
    'SF-STANDARD-FIELD'
]);

function refusalOf({ code, seen }: ErrorNote): ErrorNote {
    // Salesforce's own code says no more than ours.
    return BY_RULE.has(code) ? { code: 'SF-LEAD-REFUSED', seen: seen?.replace(/^[A-Z_]+: /, '') } : { code, seen };
}

/** The lead that this activity waits for was refused: its Task is there, unmatched, and a person must look. */
function withLead(outcome: Outcome, { plan, match }: Drawn, { leads }: People): Outcome {
    if (outcome.outcome !== 'done' || match.status !== 'unmatched') return outcome;
    const refused = plan.numbers
        ?.map((number) => leads?.refused.get(sameTelephone(number)))
        .find((result) => result !== undefined);
    if (refused === undefined) return outcome;
    const isForPerson = refused.remedy === 'park' || refused.remedy === 'retry-then-park';
    return { ...outcome, outcome: isForPerson ? 'parked' : 'retry', error: refusalOf(refused.note) };
}

/** What was meant for a field that cannot take it is missing there: the record is written, and a person must look. */
function withMisfits(outcome: Outcome, drafts: readonly Draft[]): Outcome {
    const leftOut = drafts.flatMap((draft) => draft.leftOut ?? []);
    if (outcome.outcome !== 'done' || leftOut.length === 0) return outcome;
    return { ...outcome, outcome: 'parked', error: { code: 'SF-ANSWER-FIELD', seen: leftOut.join(', ') } };
}

/**
 * A Sona record and its Task name each other, and a transcript its Task: the ids that one write brings go out with late
 * facts, or a while later.
 */
function hasNewLinks({ activity }: Plan, drafts: readonly Draft[], results: readonly WriteResult[]): boolean {
    const isSona = drafts.some(({ object }) => object === 'Sona_Call__c');
    const isSpoken = activity.kind === 'call' && (activity.call.transcript?.dialogue?.length ?? 0) > 0;
    const isTranscriptLeft = isSpoken && !drafts.some(({ object }) => object === 'Quo_Transcript__c');
    return (isSona || isTranscriptLeft) && results.some((result) => result.ok && result.created);
}
