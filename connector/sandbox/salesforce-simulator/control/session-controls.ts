import type { Profile } from '../access/access.ts';
import { findUser } from '../oauth/oauth.ts';
import type { Control } from './controls.ts';
import { listOf } from './list-of.ts';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** @throws {Error} for a profile that there is not */
function profileOf(value: unknown): Profile {
    if (value === undefined || value === 'standard') return 'standard';
    if (value === 'minimum') return 'minimum';
    throw new Error(`Unknown profile: ${JSON.stringify(value)}. There are standard and minimum.`);
}

/** Sessions, rights and the API budget. */
export const sessionControls: readonly Control[] = [
    {
        at: 'POST /sessions',
        does:
            'A session for username (or the administrator), limited to permissionSets when given; with profile minimum, ' +
            'standard objects and fields need a permission set too.',
        run: (live, body) => {
            const username = text(body.username);
            const user = username === undefined ? undefined : findUser(live.oauth, { username });
            if (username !== undefined && !user) throw new Error(`No active user is called ${username}.`);
            const userId = user ? String(user.Id) : live.org().standing.adminId;
            const session = live.sessions.issue({ userId, clientId: live.oauth.app.id, scope: 'api' });
            if (Array.isArray(body.permissionSets)) {
                session.permissionSets = listOf(body.permissionSets);
                session.profile = profileOf(body.profile);
            }
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
        does: 'Limits every session to the permission sets of names (and to profile, as above); null: everything is allowed again.',
        run: (live, body) =>
            live.sessions.limitTo(body.names === null ? undefined : listOf(body.names), profileOf(body.profile))
    },
    {
        at: 'POST /sharing',
        does: 'Makes the objects of private seen by their owners only, unless a permission set says View All; none: seen by everybody.',
        run: (live, body) => void (live.org().state.privateObjects = new Set(listOf(body.private)))
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
