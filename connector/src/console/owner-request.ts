import type { Request, RequestHandler, Response } from 'express';
import type { User } from '../contracts/auth.ts';
import type { RequestSession, RequestSessions } from '../web/auth/request-session.ts';
import { failurePage } from './ui/failure.page.ts';

/** A request of whoever sets the deployment up. */
export interface OwnerRequest {
    readonly session: RequestSession;
    readonly user: User;
    readonly request: Request;
}

/** Whoever is signed in but looks after single connections is told that there is no such page. */
export function ownerHandler(
    sessions: RequestSessions,
    run: (owner: OwnerRequest, response: Response) => Promise<void>
): RequestHandler {
    return async (request, response) => {
        const session = await sessions.of(request, response);
        const { user } = session;
        if (user === undefined && request.method === 'GET') response.redirect(303, '/sign-in');
        else if (user?.admin !== 'all')
            response
                .status(404)
                .type('html')
                .send(failurePage(session, '/console', { code: 'WEB-NOT-FOUND' }));
        else await run({ session, user, request }, response);
    };
}
