import { isQueueId, isSameRecord } from '../record-id.ts';
import type { Call } from '../calls/call.ts';
import { isSonaCall } from '../calls/outcome.ts';
import type { ConversationWindow } from '../conversations/window.ts';
import type { Preferences } from '../preferences/preferences.ts';
import { isSona, type OrgUser, type QuoUser } from '../workspace.ts';
import { comparable } from './duplicates.ts';
import { realEmail, signsInWith } from './sandbox-email.ts';

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
 * The Salesforce user who owns the record: the credited one, else the inbox's fallback, else the
 * connection's. Users who are not active own nothing: Salesforce would refuse the record.
 *
 * @returns `undefined` when nobody is found: Salesforce then takes the integration user
 */
export function ownerFor(input: {
    readonly quoUserId?: string | undefined;
    readonly inboxId?: string | undefined;
    readonly orgUsers: readonly OrgUser[];
    readonly quoUsers: readonly QuoUser[];
    readonly preferences: Preferences;
}): string | undefined {
    const { quoUserId, inboxId, orgUsers, quoUsers, preferences } = input;
    const credited = quoUserId === undefined ? undefined : orgUserOf(quoUserId, { quoUsers, orgUsers, preferences });
    return (
        credited?.id ??
        named(inboxId === undefined ? undefined : preferences.inboxOwners[inboxId], orgUsers) ??
        named(preferences.fallbackOwner, orgUsers)
    );
}

/**
 * Who owns what waits for somebody to say whose it is: a queue or an active user.
 *
 * @returns `undefined` when nobody was chosen for it
 */
export function unmatchedOwner(
    { unmatchedOwner: chosen }: Pick<Preferences, 'unmatchedOwner'>,
    orgUsers: readonly OrgUser[]
): string | undefined {
    return named(chosen, orgUsers);
}

/**
 * The active Salesforce user of a Quo user: whom an admin paired with them by hand, else by email. Somebody who was
 * paired and is not active any more gives way to the email.
 */
export function orgUserOf(
    quoUserId: string,
    { quoUsers, orgUsers, preferences }: UsersOfBoth & { readonly preferences: Pick<Preferences, 'users'> }
): OrgUser | undefined {
    const chosen = Object.hasOwn(preferences.users, quoUserId) ? preferences.users[quoUserId] : undefined;
    const paired =
        chosen === undefined ? undefined : orgUsers.find((user) => user.isActive && isSameRecord(user.id, chosen));
    if (paired !== undefined) return paired;
    const email = quoUsers.find(({ id }) => id === quoUserId)?.email;
    return email === undefined ? undefined : orgUserByEmail(email, orgUsers);
}

export interface UsersOfBoth {
    readonly orgUsers: readonly OrgUser[];
    readonly quoUsers: readonly QuoUser[];
}

/** The active Salesforce user with this email; of several, the one who also signs in with it, else the oldest. */
function orgUserByEmail(email: string, orgUsers: readonly OrgUser[]): OrgUser | undefined {
    const wanted = email.trim().toLowerCase();
    const active = orgUsers.filter(({ isActive }) => isActive).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const exact = active.filter((user) => user.email.trim().toLowerCase() === wanted);
    if (exact.length > 0) return exact.find(({ username }) => username?.toLowerCase() === wanted) ?? exact[0];
    const users = active.filter((user) => realEmail(user.email) === wanted);
    return users.find(({ username }) => username !== undefined && signsInWith(username, wanted)) ?? users[0];
}

/** How a Quo user and a Salesforce user belong together. */
export interface Pairing {
    readonly user: QuoUser;
    readonly by: 'email' | 'hand' | 'nothing';
    /** Nobody: `by` is `nothing`, or who was chosen by hand is not active (any more). */
    readonly orgUser?: OrgUser;
    /** Active users it could be, where nobody is found. */
    readonly suggestions: readonly OrgUser[];
}

/** Everybody in Quo with their Salesforce user; `by: 'hand'` without one means that the chosen one cannot own anything. */
export function pairings(
    quoUsers: readonly QuoUser[],
    orgUsers: readonly OrgUser[],
    preferences: Pick<Preferences, 'users'>
): readonly Pairing[] {
    const active = orgUsers.filter((user) => user.isActive);
    return quoUsers.map((user) => {
        const isByHand = Object.hasOwn(preferences.users, user.id);
        const orgUser = orgUserOf(user.id, { quoUsers, orgUsers, preferences });
        const suggestions = orgUser === undefined ? active.filter((candidate) => resembles(user, candidate)) : [];
        const by = isByHand ? 'hand' : orgUser === undefined ? 'nothing' : 'email';
        return { user, by, suggestions, ...(orgUser && { orgUser }) };
    });
}

/** Quo users to whom no active Salesforce user belongs, each with the users it could be. */
export function unmappedUsers(
    quoUsers: readonly QuoUser[],
    orgUsers: readonly OrgUser[],
    preferences: Pick<Preferences, 'users'> = { users: {} }
): readonly Pairing[] {
    return pairings(quoUsers, orgUsers, preferences).filter(({ orgUser }) => orgUser === undefined);
}

function isPerson(quoUserId: string | undefined): boolean {
    return quoUserId !== undefined && quoUserId.startsWith('US') && !isSona(quoUserId);
}

/** `00G` is a queue, which is in no list of users. */
function named(owner: string | undefined, orgUsers: readonly OrgUser[]): string | undefined {
    if (owner === undefined || owner.includes('@')) return owner && orgUserByEmail(owner, orgUsers)?.id;
    if (isQueueId(owner)) return owner;
    return orgUsers.find((user) => user.isActive && isSameRecord(user.id, owner))?.id;
}

function resembles(user: QuoUser, candidate: OrgUser): boolean {
    const name = comparable(`${user.firstName ?? ''} ${user.lastName ?? ''}`);
    const mailbox = (email: string | undefined) => comparable(email?.split('@')[0] ?? '');
    const words = new Set(comparable(candidate.name).split(' '));
    const sameName = name !== '' && name.split(' ').every((word) => words.has(word));
    return sameName || (mailbox(user.email) !== '' && mailbox(user.email) === mailbox(candidate.email));
}
