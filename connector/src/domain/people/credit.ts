import type { Call } from '../calls/call.ts';
import { isSonaCall } from '../calls/outcome.ts';
import type { ConversationWindow } from '../conversations/window.ts';
import type { Preferences } from '../preferences/preferences.ts';
import { isSona, type OrgUser, type QuoUser } from '../workspace.ts';
import { comparable } from './duplicates.ts';

/**
 * The Quo user (`US…`) who answered, or who dialled. `userId` of an incoming call is often just the number's owner, so
 * it is never credited; nobody is credited with a missed call, and Sona is nobody's user.
 */
export function creditedQuoUser(call: Call): string | undefined {
    if (call.direction === 'outgoing') return [call.initiatedBy, call.userId].find(isPerson);
    // After a hand-off, the summary says who took over.
    const handedTo = isSonaCall(call) ? [call.summary?.answeredBy, call.forwarded?.to] : [];
    return [...handedTo, call.answeredBy, call.summary?.answeredBy].find(isPerson);
}

/** The Quo user who wrote last in a conversation. */
export function creditedSender(windows: readonly ConversationWindow[]): string | undefined {
    const sent = windows.flatMap((window) => window.messages).filter((message) => message.direction === 'outgoing');
    return sent.findLast((message) => isPerson(message.userId))?.userId;
}

/**
 * The Salesforce user who owns the record: the credited one by email, else the inbox's fallback, else the
 * connection's. Users who are not active own nothing: Salesforce would refuse the record.
 *
 * @returns `undefined` when nobody is found: Salesforce then takes the integration user
 */
export function ownerFor(input: {
    readonly quoUserId?: string;
    readonly inboxId?: string;
    readonly orgUsers: readonly OrgUser[];
    readonly quoUsers: readonly QuoUser[];
    readonly preferences: Preferences;
}): string | undefined {
    const { quoUserId, inboxId, orgUsers, quoUsers, preferences } = input;
    const email = quoUsers.find((user) => user.id === quoUserId)?.email;
    return (
        (email === undefined ? undefined : orgUserByEmail(email, orgUsers)?.id) ??
        named(inboxId === undefined ? undefined : preferences.inboxOwners[inboxId], orgUsers) ??
        named(preferences.fallbackOwner, orgUsers)
    );
}

/** The active Salesforce user with this email; of several, the one who also signs in with it, else the oldest. */
export function orgUserByEmail(email: string, orgUsers: readonly OrgUser[]): OrgUser | undefined {
    const wanted = email.trim().toLowerCase();
    const users = orgUsers
        .filter((user) => user.isActive && user.email.trim().toLowerCase() === wanted)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    return users.find((user) => user.username?.toLowerCase() === wanted) ?? users[0];
}

/** Quo users whom no active Salesforce user matches by email, each with the users it could be. */
export function unmappedUsers(
    quoUsers: readonly QuoUser[],
    orgUsers: readonly OrgUser[]
): readonly { readonly user: QuoUser; readonly suggestions: readonly OrgUser[] }[] {
    const active = orgUsers.filter((user) => user.isActive);
    return quoUsers
        .filter((user) => user.email === undefined || orgUserByEmail(user.email, active) === undefined)
        .map((user) => ({ user, suggestions: active.filter((candidate) => resembles(user, candidate)) }));
}

function isPerson(quoUserId: string | undefined): boolean {
    return quoUserId !== undefined && quoUserId.startsWith('US') && !isSona(quoUserId);
}

/** Salesforce ids: 15 characters, or 18 with a check suffix. `00G` is a queue, which is in no list of users. */
function named(owner: string | undefined, orgUsers: readonly OrgUser[]): string | undefined {
    if (owner === undefined || owner.includes('@')) return owner && orgUserByEmail(owner, orgUsers)?.id;
    if (owner.startsWith('00G')) return owner;
    return orgUsers.find((user) => user.isActive && user.id.slice(0, 15) === owner.slice(0, 15))?.id;
}

function resembles(user: QuoUser, candidate: OrgUser): boolean {
    const name = comparable(`${user.firstName ?? ''} ${user.lastName ?? ''}`);
    const mailbox = (email: string | undefined) => comparable(email?.split('@')[0] ?? '');
    const words = new Set(comparable(candidate.name).split(' '));
    const sameName = name !== '' && name.split(' ').every((word) => words.has(word));
    return sameName || (mailbox(user.email) !== '' && mailbox(user.email) === mailbox(candidate.email));
}
