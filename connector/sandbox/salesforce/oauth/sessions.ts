import type { PermissionSet } from '../metadata/permission-set.ts';
import { accessOf, unrestricted, type Access } from '../access/access.ts';

/** One access token. */
export interface Session {
    readonly accessToken: string;
    readonly userId: string;
    readonly clientId: string;
    readonly scope: string;
    readonly issuedAt: number;
    expired: boolean;
    /** Names of the permission sets that limit it; `undefined`: an administrator who may do everything. */
    permissionSets: readonly string[] | undefined;
    /** The refresh token that it came from. */
    readonly refreshToken: string | undefined;
}

export interface RefreshToken {
    readonly token: string;
    readonly userId: string;
    readonly clientId: string;
    readonly scope: string;
    /** Replaced by a newer one: using it again is a sign of theft, and ends everything that came from it. */
    spent: boolean;
    readonly family: string;
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
    all(): Session[];
    accessFor(session: Session, known: readonly PermissionSet[]): Access;
    /** As if the session's time had run out. Without a token: every session. */
    expire(accessToken?: string): number;
    issueRefresh(grant: { userId: string; clientId: string; scope: string; family?: string }): RefreshToken;
    findRefresh(token: string): RefreshToken | undefined;
    /** Ends a refresh token's family with all its access tokens, or one access token. */
    revoke(token: string): boolean;
    /** Permission sets that every session from now on is limited to. */
    limitTo(names: readonly string[] | undefined): void;
}

export function createSessions(organizationId: string, random: () => string, now: () => number): Sessions {
    const sessions = new Map<string, Session>();
    const refreshTokens = new Map<string, RefreshToken>();
    let limitedTo: readonly string[] | undefined;
    const endFamily = (family: string): void => {
        for (const refresh of refreshTokens.values()) {
            if (refresh.family !== family) continue;
            refreshTokens.delete(refresh.token);
            for (const session of sessions.values()) if (session.refreshToken === refresh.token) session.expired = true;
        }
    };
    return {
        issue: (grant) => {
            const accessToken = grant.accessToken ?? `${organizationId.slice(0, 15)}!AQ${random()}.${random()}`;
            const { userId, clientId, scope, refreshToken } = grant;
            const issuedAt = now();
            const session = {
                accessToken,
                userId,
                clientId,
                scope,
                issuedAt,
                expired: false,
                permissionSets: limitedTo,
                refreshToken
            };
            sessions.set(accessToken, session);
            return session;
        },
        find: (accessToken) => sessions.get(accessToken),
        all: () => [...sessions.values()],
        accessFor: (session, known) => {
            if (session.permissionSets === undefined) return unrestricted;
            return accessOf(known.filter((set) => session.permissionSets?.includes(set.name)));
        },
        expire: (accessToken) => {
            const ended = [...sessions.values()].filter(
                (session) => accessToken === undefined || session.accessToken === accessToken
            );
            for (const session of ended) session.expired = true;
            return ended.length;
        },
        issueRefresh: ({ family, ...grant }) => {
            const token = `5Aep861${random()}`;
            const refresh = { ...grant, token, spent: false, family: family ?? token };
            refreshTokens.set(token, refresh);
            return refresh;
        },
        findRefresh: (token) => refreshTokens.get(token),
        revoke: (token) => {
            const refresh = refreshTokens.get(token);
            const session = sessions.get(token);
            if (refresh) endFamily(refresh.family);
            if (session) session.expired = true;
            return refresh !== undefined || session !== undefined;
        },
        limitTo: (names) => {
            limitedTo = names;
            for (const session of sessions.values()) session.permissionSets = names;
        }
    };
}
