import { KEYS } from '../../contracts/key-value.ts';
import { creditedQuoUser, ownerFor, unmatchedOwner } from '../../domain/people/ownership.ts';
import type { Preferences } from '../../domain/preferences/preferences.ts';
import { isSona } from '../../domain/workspace.ts';
import type { Lookups } from '../lookups.ts';
import type { WriteResult } from '../../contracts/salesforce.ts';
import type { Connection, PipelineContext } from '../pipeline-context.ts';
import type { Plan } from '../fold.ts';

/** Salesforce refused an owner, the users were read anew, and it refused again. */
const REFUSED_TOO_OFTEN = 2;

/**
 * The Salesforce user who is credited with an activity; nobody when Salesforce keeps refusing owners whom it lists as
 * active: the record is worth more than its owner.
 */
export function ownerOf(plan: Plan, { orgUsers, quoUsers }: Lookups, preferences: Preferences): string | undefined {
    if (isRefusedAlways(plan)) return undefined;
    return ownerFor({ quoUserId: creditedUser(plan), inboxId: plan.inboxId, orgUsers, quoUsers, preferences });
}

/** Who owns the activity's Tasks while nobody is found for it; `undefined`: who else would. */
export function unmatchedOwnerOf(plan: Plan, { orgUsers }: Lookups, preferences: Preferences): string | undefined {
    return isRefusedAlways(plan) ? undefined : unmatchedOwner(preferences, orgUsers);
}

function isRefusedAlways({ claimed: { attempts, records } }: Plan): boolean {
    return attempts >= REFUSED_TOO_OFTEN && records.some(({ error }) => error?.code === OWNER_REFUSED);
}

/** Who is credited with a conversation is who wrote last; Sona is nobody's user. */
function creditedUser({ activity }: Plan): string | undefined {
    if (activity.kind === 'call') return creditedQuoUser(activity.call);
    const messages = activity.placed.placed.flatMap(({ window }) => window.messages);
    return messages.findLast(({ direction, userId }) => direction === 'outgoing' && !isSona(userId))?.userId;
}

const OWNER_REFUSED = 'SF-OWNER-INACTIVE';

export function isOwnerRefused(result: WriteResult | undefined): boolean {
    return result?.ok === false && result.note.code === OWNER_REFUSED;
}

/** Users who became inactive since they were read own nothing any more: who works there is asked again. */
export async function forgetRefusedOwners(
    context: PipelineContext,
    connection: Connection,
    results: readonly WriteResult[]
): Promise<void> {
    if (results.some(isOwnerRefused)) await context.store.memory.delete(connection.id, KEYS.orgUsers);
}
