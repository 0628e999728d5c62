import type { Request } from 'express';
import { OrgError } from '../org-error.ts';
import type { Session } from '../oauth/sessions.ts';
import type { LiveOrg } from './live-org.ts';

/** The token of `Authorization: Bearer …` (or `OAuth …`, as old clients send it). */
export function bearerOf(request: Request): string | undefined {
    return /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
}

/** The session that a request names. @throws {OrgError} 401 INVALID_SESSION_ID, with the header that says so */
export function findSession(live: LiveOrg, request: Request): Session {
    const session = sessionOf(live, bearerOf(request));
    // A token of `openid` alone asks userinfo and nothing else (Salesforce Help, OAuth Tokens and Scopes).
    if (!/\b(?:api|full|web)\b/.test(session.scope))
        throw new OrgError(401, 'INVALID_SESSION_ID', 'This session is not valid for use with the REST API');
    return session;
}

export function sessionOf(live: LiveOrg, accessToken: string | undefined): Session {
    const session = accessToken === undefined ? undefined : live.sessions.find(accessToken);
    if (!session || session.expired) throw new OrgError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
    return session;
}
