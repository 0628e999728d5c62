import type { Preferences } from '../preferences/preferences.ts';
import type { OpportunityReason } from './match.ts';
import type { OpenOpportunity } from './person.ts';

export interface OpportunityChoice {
    readonly opportunityId?: string;
    /** Absent when nothing was looked for, or nothing is open. */
    readonly opportunity?: OpportunityReason;
}

/**
 * The open opportunity that a call belongs to: through the person's contact roles, else the account's only open one.
 *
 * @param who `contactId` is the contact that stands in WhoId; leads have no opportunity
 */
export function opportunityFor(
    who: { readonly contactId?: string | undefined; readonly accountId?: string | undefined },
    opportunities: readonly OpenOpportunity[],
    rule: Preferences['opportunities']
): OpportunityChoice {
    if (rule === 'never') return {};
    const { contactId, accountId } = who;
    const byRole = opportunities.filter((one) => contactId !== undefined && one.contactIds.includes(contactId));
    const byAccount = opportunities.filter((one) => accountId !== undefined && one.accountId === accountId);
    const through = byRole.length > 0 ? 'role' : 'account';
    const open = through === 'role' ? byRole : byAccount;
    const [first, ...others] = open.toSorted((a, b) => moreRecent(a, b, contactId));
    if (!first) return {};
    if (others.length === 0)
        return { opportunityId: first.id, opportunity: { code: 'only-open', name: first.name, through } };
    // Somebody without a role on any of the account's deals has no most recent one: picking would be a guess.
    if (rule === 'only-open' || through === 'account')
        return { opportunity: { code: 'several-open', of: open.length } };
    return {
        opportunityId: first.id,
        opportunity: { code: 'most-recent', name: first.name, through, of: open.length }
    };
}

/**
 * Touched last, by an activity or an edit, to the day; then by activity alone, then the one on which the contact is
 * the primary one. By activity alone, a new deal would never take over from one that calls already go to.
 */
function moreRecent(a: OpenOpportunity, b: OpenOpportunity, contactId: string | undefined): number {
    const isPrimary = (one: OpenOpportunity) =>
        contactId !== undefined && one.primaryContactId === contactId ? '1' : '0';
    const compared: readonly (readonly [string, string])[] = [
        [touched(a), touched(b)],
        [a.lastActivityDate ?? '', b.lastActivityDate ?? ''],
        [isPrimary(a), isPrimary(b)],
        [a.modifiedAt ?? '', b.modifiedAt ?? ''],
        [b.id, a.id]
    ];
    const [left, right] = compared.find(([one, other]) => one !== other) ?? ['', ''];
    return left === right ? 0 : left > right ? -1 : 1;
}

function touched(one: OpenOpportunity): string {
    const modified = one.modifiedAt?.slice(0, 'YYYY-MM-DD'.length) ?? '';
    const active = one.lastActivityDate ?? '';
    return modified > active ? modified : active;
}
