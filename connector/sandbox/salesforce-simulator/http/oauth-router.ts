import { Router, type Request, type Response } from 'express';
import { answerConsent, askConsent, type AuthorizeAnswer } from '../oauth/authorize.ts';
import { identity, introspect, revoke, userinfo } from '../oauth/identity.ts';
import { OAuthError } from '../oauth/oauth-error.ts';
import { token } from '../oauth/token.ts';
import { bearerOf } from './bearer.ts';
import type { LiveOrg } from './live-org.ts';

/** The OAuth endpoints. They are not REST resources: other errors, no API call counted. */
export function oauthRouter(live: LiveOrg): Router {
    const router = Router();
    const { oauth } = live;
    const answer =
        (respond: (request: Request, response: Response) => unknown) =>
        async (request: Request, response: Response) => {
            try {
                const body = await respond(request, response);
                if (!response.headersSent) response.set('Cache-Control', 'no-store').json(body);
            } catch (error) {
                if (!(error instanceof OAuthError)) throw error;
                response.status(error.status).json(error.body);
            }
        };
    router.post(
        '/services/oauth2/token',
        answer((request) => token(oauth, formOf(request, true)))
    );
    router.all(
        '/services/oauth2/revoke',
        answer((request, response) => {
            revoke(oauth, request.method === 'GET' ? queryOf(request) : formOf(request));
            response.status(200).end();
        })
    );
    router.post(
        '/services/oauth2/introspect',
        answer((request) => introspect(oauth, formOf(request, true)))
    );
    router.all(
        '/services/oauth2/userinfo',
        answer((request) => userinfo(oauth, bearerOf(request)))
    );
    router.get(
        '/id/:organization/:user',
        answer((request) => identity(oauth, bearerOf(request), String(request.params.user)))
    );
    router.get(
        '/services/oauth2/authorize',
        answer((request, response) => show(response, askConsent(oauth, queryOf(request))))
    );
    router.post(
        '/services/oauth2/authorize',
        answer((request, response) => show(response, answerConsent(oauth, formOf(request))))
    );
    return router;
}

function show(response: Response, answer: AuthorizeAnswer): void {
    if ('redirect' in answer) response.redirect(302, answer.redirect);
    else response.type('html').send(answer.page);
}

function queryOf(request: Request): URLSearchParams {
    return new URLSearchParams(request.url.split('?')[1] ?? '');
}

/** The form of a request; the client's id and secret may come by Basic authentication instead. */
function formOf(request: Request, client = false): URLSearchParams {
    const body = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
    const form = new URLSearchParams(`${body}&${queryOf(request).toString()}`);
    const basic = client ? /^Basic\s+(\S+)$/i.exec(request.get('authorization') ?? '')?.[1] : undefined;
    if (basic !== undefined) {
        const [id = '', secret = ''] = Buffer.from(basic, 'base64').toString('utf8').split(':');
        if (!form.has('client_id')) form.set('client_id', decodeURIComponent(id));
        if (!form.has('client_secret')) form.set('client_secret', decodeURIComponent(secret));
    }
    return form;
}
