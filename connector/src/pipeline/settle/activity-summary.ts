import { outcomeOf as callOutcome } from '../../domain/calls/outcome.ts';
import type { Match } from '../../domain/people/match.ts';
import type { Draft } from '../../domain/records/draft.ts';
import type { ActivityView } from '../../contracts/store.ts';
import type { Plan } from '../fold.ts';

/** What is kept of an activity for people to look at and for matching it again. */
export function activitySummaryOf(plan: Plan, match: Match, drafts: readonly Draft[]): ActivityView {
    const subject = drafts.findLast(({ object }) => object === 'Task')?.fields['Subject'];
    const { kind } = plan.activity;
    return {
        kind,
        inboxId: plan.inboxId,
        numbers: plan.numbers ?? [],
        matchStatus: match.status,
        match,
        title: typeof subject === 'string' ? subject : '',
        outcome: plan.activity.kind === 'call' ? callOutcome(plan.activity.call) : undefined,
        startedAt:
            plan.activity.kind === 'call'
                ? plan.activity.call.startedAt
                : plan.activity.placed.placed.at(-1)?.window.startedAt
    };
}
