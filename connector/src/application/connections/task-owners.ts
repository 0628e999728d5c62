import type { OrgQueue, TaskOwner } from '../../contracts/org-administration.ts';
import { ownerFor, pairings, unmatchedOwner } from '../../domain/people/ownership.ts';
import type { Preferences } from '../../domain/preferences/preferences.ts';
import type { OrgUser, QuoUser } from '../../domain/workspace.ts';

/** Everybody whom tasks are given to: whoever is credited, whom the preferences name, and the queue. */
export function taskOwners(
    preferences: Preferences,
    quoUsers: readonly QuoUser[],
    orgUsers: readonly OrgUser[],
    queues: readonly OrgQueue[] = []
): readonly TaskOwner[] {
    const inboxes = [undefined, ...Object.keys(preferences.inboxOwners)];
    const ids = [
        unmatchedOwner(preferences, orgUsers),
        ...inboxes.map((inboxId) => ownerFor({ inboxId, orgUsers, quoUsers, preferences })),
        ...pairings(quoUsers, orgUsers, preferences).map(({ orgUser }) => orgUser?.id)
    ];
    const named = [...orgUsers, ...queues];
    return [...new Set(ids.filter((id) => id !== undefined))].map((id) => ({
        id,
        name: named.find((one) => one.id === id)?.name ?? id
    }));
}
