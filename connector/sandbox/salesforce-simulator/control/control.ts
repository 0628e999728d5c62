import { Router, type Request, type Response } from 'express';
import { OrgError } from '../org-error.ts';
import { answerError } from '../api/dispatch.ts';
import type { LiveOrg } from '../http/live-org.ts';
import { CONTROLS, type Control } from './controls.ts';

/**
 * What scripts ask of the simulator itself. Not part of the Salesforce surface: no session, no API call counted.
 * `GET /_control` lists what there is.
 */
export function controlRouter(live: LiveOrg): Router {
    const router = Router();
    router.get(
        '/',
        (_request, response) => void response.json(Object.fromEntries(CONTROLS.map(({ at, does }) => [at, does])))
    );
    for (const control of CONTROLS) {
        const [method = 'GET', path = '/'] = control.at.split(' ');
        const register = { GET: router.get, POST: router.post, DELETE: router.delete }[method as 'GET'].bind(router);
        register(path, (request: Request, response: Response) => respond(live, control, request, response));
    }
    return router;
}

function respond(live: LiveOrg, control: Control, request: Request, response: Response): void {
    try {
        const text = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
        const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
        const query = new URLSearchParams(request.url.split('?')[1] ?? '');
        response.json(control.run(live, body, query) ?? { done: true });
    } catch (error) {
        const refusal =
            error instanceof OrgError ? error : new OrgError(400, 'CONTROL_REFUSED', (error as Error).message);
        const answer = answerError(refusal);
        response.status(answer.status).json(answer.body);
    }
}
