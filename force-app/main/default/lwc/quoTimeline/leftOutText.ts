import { fillLabel, joinList, leftOut as labels } from 'c/quoLabels';
import type { LeftOut } from 'c/quoQueries';

const NAMES: Readonly<Record<LeftOut, string>> = {
    contact: labels.contact,
    lead: labels.lead,
    account: labels.account,
    opportunity: labels.opportunity,
    names: labels.names,
    summary: labels.summary,
    nextSteps: labels.nextSteps,
    duration: labels.duration,
    direction: labels.direction,
    outcome: labels.outcome,
    inbox: labels.inbox,
    number: labels.number,
    conversation: labels.conversation,
    course: labels.course,
    reason: labels.reason,
    followUp: labels.followUp
};

/** One line for what this user may not read; empty when nothing is left out. */
export function leftOutText(leftOut: readonly LeftOut[]): string {
    return leftOut.length === 0 ? '' : fillLabel(labels.line, joinList(leftOut.map((name) => NAMES[name])));
}
