import { requireProfile, STANDARD_USER } from '../access/profiles.ts';
import { findUser } from '../oauth/oauth.ts';
import type { Rights } from '../oauth/sessions.ts';
import type { Control } from './controls.ts';
import { listOf } from './list-of.ts';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Who is given permission sets and no profile has that of people. @throws {Error} for a profile that there is not */
function rightsOf(permissionSets: unknown, profile: unknown): Rights {
    return { permissionSets: listOf(permissionSets), profile: requireProfile(text(profile) ?? STANDARD_USER) };
}

/** Sessions, rights and the API budget. */
export const sessionControls: readonly Control[] = [
    {
        at: 'POST /sessions',
        does:
            'A session for username (or the administrator) with their own rights or, when given, with those of permissionSets ' +
            'and profile (Standard User).',
        run: (live, body) => {
            const username = text(body.username);
            const user = username === undefined ? undefined : findUser(live.oauth, { username });
            if (username !== undefined && !user) throw new Error(`No active user is called ${username}.`);
            const userId = user ? String(user.Id) : live.org().standing.adminId;
            const session = live.sessions.issue({ userId, clientId: live.oauth.app.id, scope: 'api' });
            if (Array.isArray(body.permissionSets)) session.rights = rightsOf(body.permissionSets, body.profile);
            return { access_token: session.accessToken, user_id: userId };
        }
    },
    {
        at: 'POST /sessions/expire',
        does: 'Ends accessToken, or every session.',
        run: (live, body) => ({ expired: live.sessions.expire(text(body.accessToken)) })
    },
    {
        at: 'POST /sessions/revoke',
        does: 'Revokes a token (access or refresh), as an administrator would.',
        run: (live, body) => ({ revoked: live.sessions.revoke(text(body.token) ?? '') })
    },
    {
        at: 'POST /permission-sets',
        does: 'Gives every session the rights of the permission sets of names and of profile (Standard User); null: those of its user again.',
        run: (live, body) => live.sessions.limitTo(body.names === null ? undefined : rightsOf(body.names, body.profile))
    },
    {
        at: 'GET /permission-sets',
        does: 'The permission sets that the org knows.',
        run: (live) => live.org().state.permissionSets.map(({ name, label }) => ({ name, label }))
    },
    {
        at: 'GET /api-usage',
        does: 'API calls of 24 hours, and by resource since the last reset.',
        run: (live) => {
            const { usage } = live.org();
            return { used: usage.used(), max: usage.max, byResource: usage.byResource() };
        }
    },
    {
        at: 'POST /api-usage',
        does: 'As if used calls had been made already.',
        run: (live, body) => live.org().usage.set(Number(body.used))
    }
];
