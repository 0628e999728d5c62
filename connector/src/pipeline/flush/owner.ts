import { creditedQuoUser, ownerFor } from '../../domain/people/credit.ts';
import type { Preferences } from '../../domain/preferences/preferences.ts';
import { isSona } from '../../domain/workspace.ts';
import type { Lookups } from '../lookups.ts';
import type { Plan } from './plan.ts';

/** The Salesforce user who is credited with an activity. */
export function ownerOf(plan: Plan, { orgUsers, quoUsers }: Lookups, preferences: Preferences): string | undefined {
    return ownerFor({ quoUserId: creditedUser(plan), inboxId: plan.inboxId, orgUsers, quoUsers, preferences });
}

/** Who is credited with a conversation is who wrote last; Sona is nobody's user. */
function creditedUser({ subject }: Plan): string | undefined {
    if (subject.kind === 'call') return creditedQuoUser(subject.call);
    const messages = subject.placed.placed.flatMap(({ window }) => window.messages);
    return messages.findLast(({ direction, userId }) => direction === 'outgoing' && !isSona(userId))?.userId;
}
