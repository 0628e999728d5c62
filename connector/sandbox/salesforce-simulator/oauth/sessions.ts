import type { PermissionSet } from '../metadata/permission-set.ts';
import { createRefreshTokens, type RefreshGrant, type RefreshToken } from './refresh-tokens.ts';
import { accessOf, unrestricted, type Access, type Profile } from '../access/access.ts';

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
    profile: Profile;
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
    accessFor(session: Session, known: readonly PermissionSet[]): Access;
    /** As if the session's time had run out. Without a token: every session. */
    expire(accessToken?: string): number;
    issueRefresh(grant: RefreshGrant): RefreshToken;
    findRefresh(token: string): RefreshToken | undefined;
    /** Ends a refresh token's family with all its access tokens, or one access token. */
    revoke(token: string): boolean;
    /** Permission sets that every session from now on is limited to. */
    limitTo(names: readonly string[] | undefined, profile?: Profile): void;
}

export function createSessions(organizationId: string, random: () => string, now: () => number): Sessions {
    const sessions = new Map<string, Session>();
    let limitedTo: readonly string[] | undefined;
    let limitingProfile: Profile = 'standard';
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
            const rights = { permissionSets: limitedTo, profile: limitingProfile };
            const session = { ...granted, ...rights, issuedAt: now(), expired: false };
            sessions.set(accessToken, session);
            return session;
        },
        find: (accessToken) => sessions.get(accessToken),
        accessFor: (session, known) => {
            if (session.permissionSets === undefined) return unrestricted;
            const sets = known.filter((set) => session.permissionSets?.includes(set.name));
            return accessOf(sets, session.profile);
        },
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
        limitTo: (names, profile = 'standard') => {
            limitedTo = names;
            limitingProfile = profile;
            for (const session of sessions.values()) Object.assign(session, { permissionSets: names, profile });
        }
    };
}
