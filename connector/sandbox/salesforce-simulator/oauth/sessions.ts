import type { OrgState } from '../org-state.ts';
import { createRefreshTokens, type RefreshGrant, type RefreshToken } from './refresh-tokens.ts';
import type { Access } from '../access/access.ts';
import { accessOfUser, accessWith } from '../access/user-access.ts';

/** A profile and permission sets, by their names. */
export interface Rights {
    readonly profile: string;
    readonly permissionSets: readonly string[];
}

/** One access token. */
export interface Session {
    readonly accessToken: string;
    readonly userId: string;
    readonly clientId: string;
    readonly scope: string;
    readonly issuedAt: number;
    expired: boolean;
    /** What a script gave it in the place of its user's own rights. */
    rights: Rights | undefined;
    /** The refresh token that it came from. */
    readonly refreshToken: string | undefined;
}

export interface Sessions {
    issue(grant: {
        userId: string;
        clientId: string;
        scope: string;
        refreshToken?: string;
        accessToken?: string;
    }): Session;
    find(accessToken: string): Session | undefined;
    accessFor(session: Session, state: OrgState): Access;
    /** As if the session's time had run out. Without a token: every session. */
    expire(accessToken?: string): number;
    issueRefresh(grant: RefreshGrant): RefreshToken;
    findRefresh(token: string): RefreshToken | undefined;
    /** Ends a refresh token's family with all its access tokens, or one access token. */
    revoke(token: string): boolean;
    /** The rights of every session from now on; `undefined`: those of its user. */
    limitTo(rights: Rights | undefined): void;
}

export function createSessions(organizationId: string, random: () => string, now: () => number): Sessions {
    const sessions = new Map<string, Session>();
    let limitedTo: Rights | undefined;
    const refreshing = createRefreshTokens(random, (refresh) => {
        for (const session of sessions.values()) if (session.refreshToken === refresh.token) session.expired = true;
    });
    return {
        issueRefresh: (grant) => refreshing.issue(grant),
        findRefresh: (token) => refreshing.find(token),
        issue: (grant) => {
            const accessToken = grant.accessToken ?? `${organizationId.slice(0, 15)}!AQ${random()}.${random()}`;
            const { userId, clientId, scope, refreshToken } = grant;
            const granted = { accessToken, userId, clientId, scope, refreshToken };
            const session = { ...granted, rights: limitedTo, issuedAt: now(), expired: false };
            sessions.set(accessToken, session);
            return session;
        },
        find: (accessToken) => sessions.get(accessToken),
        accessFor: ({ rights, userId }, state) =>
            rights
                ? accessWith(state.permissionSets, rights.profile, rights.permissionSets)
                : accessOfUser(state, userId),
        expire: (accessToken) => {
            const ended = [...sessions.values()].filter(
                (session) => accessToken === undefined || session.accessToken === accessToken
            );
            for (const session of ended) session.expired = true;
            return ended.length;
        },
        revoke: (token) => {
            const session = sessions.get(token);
            if (session) session.expired = true;
            return refreshing.endFamily(token) || session !== undefined;
        },
        limitTo: (rights) => {
            limitedTo = rights;
            for (const session of sessions.values()) session.rights = rights;
        }
    };
}
