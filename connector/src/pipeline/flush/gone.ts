import type { Draft } from '../../domain/records/draft.ts';
import type { Plan } from './plan.ts';

/**
 * Keys of records of this activity that fell away: Tasks of windows that were joined into others, and answers that a
 * corrected summary no longer has.
 */
export function goneKeys(plan: Plan, drafts: readonly Draft[]): ReadonlySet<string> {
    if (plan.subject.kind === 'messages') return new Set(plan.subject.placed.gone);
    const isTold = plan.subject.call.summary?.progress === 'completed';
    const wanted = new Set(drafts.map(({ key }) => key));
    const answers = plan.claimed.records.filter(({ object, key }) => object === 'Sona_Answer__c' && !wanted.has(key));
    return new Set(isTold ? answers.map(({ key }) => key) : []);
}
