import express, { type Request, type Response, Router } from 'express';
import type { OrgClient } from './org-client.ts';

/** Passes the page's requests on to the org, in the session of the rights that the page was shown with. */
export function forward(orgUrl: string, org: OrgClient): Router {
    const router = Router();
    router.use(express.raw({ type: () => true, limit: '10mb' }));
    router.use(async (request: Request, response: Response) => {
        const { token } = await org.session(decodeURIComponent(request.get('x-stage-rights') ?? ''));
        const body = Buffer.isBuffer(request.body) && request.body.length > 0 ? request.body : undefined;
        const unmodifiedSince = request.get('if-unmodified-since');
        const answer = await fetch(orgUrl + request.originalUrl, {
            method: request.method,
            headers: {
                authorization: `Bearer ${token}`,
                'content-type': request.get('content-type') ?? 'application/json',
                ...(unmodifiedSince === undefined ? {} : { 'if-unmodified-since': unmodifiedSince })
            },
            ...(body ? { body } : {})
        });
        response.status(answer.status).type(answer.headers.get('content-type') ?? 'application/json');
        response.send(Buffer.from(await answer.arrayBuffer()));
    });
    return router;
}
