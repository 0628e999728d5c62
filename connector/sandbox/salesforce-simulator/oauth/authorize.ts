import { consentPage } from './consent-page.ts';
import { OAuthError } from './oauth-error.ts';
import { findUser, type OAuth } from './oauth.ts';

/** What the browser gets: a page, or the way back to the app. */
export type AuthorizeAnswer = { readonly page: string } | { readonly redirect: string };

/** `GET /services/oauth2/authorize`. @throws {OAuthError} when the app is unknown: such a request is never redirected */
export function askConsent(oauth: OAuth, parameters: URLSearchParams): AuthorizeAnswer {
    const problem = findProblem(oauth, parameters);
    if (problem) return back(parameters, { error: problem.error, error_description: problem.message });
    return { page: consentPage(parameters, activeUsers(oauth, parameters.get('login_hint'))) };
}

/** `POST /services/oauth2/authorize`: the form of the consent page. */
export function answerConsent(oauth: OAuth, form: URLSearchParams): AuthorizeAnswer {
    const problem = findProblem(oauth, form);
    if (problem) return back(form, { error: problem.error, error_description: problem.message });
    if (form.get('decision') !== 'allow') {
        return back(form, { error: 'access_denied', error_description: 'end-user denied authorization' });
    }
    const user = findUser(oauth, { id: form.get('user') ?? '' });
    if (!user) throw new OAuthError('invalid_grant', 'authentication failure');
    const code = oauth.codes.issue({
        userId: String(user.Id),
        clientId: oauth.app.id,
        redirectUri: form.get('redirect_uri') as string,
        scope: form.get('scope') ?? 'api refresh_token',
        codeChallenge: form.get('code_challenge') as string,
        issuedAt: oauth.now()
    });
    return back(form, { code });
}

/** Apps of partners must use PKCE; a request without a challenge is refused. */
function findProblem(oauth: OAuth, parameters: URLSearchParams): OAuthError | undefined {
    if (parameters.get('client_id') !== oauth.app.id)
        throw new OAuthError('invalid_client_id', 'client identifier invalid');
    if (!URL.canParse(parameters.get('redirect_uri') ?? '')) {
        throw new OAuthError('redirect_uri_missing', 'redirect_uri is required');
    }
    if (parameters.get('response_type') !== 'code') {
        return new OAuthError('unsupported_response_type', 'response type not supported');
    }
    if (
        !/^[\w-]{43}$/.test(parameters.get('code_challenge') ?? '') ||
        parameters.get('code_challenge_method') !== 'S256'
    ) {
        return new OAuthError('invalid_request', 'missing required code challenge');
    }
    return undefined;
}

function back(parameters: URLSearchParams, answer: Record<string, string>): AuthorizeAnswer {
    const address = new URL(parameters.get('redirect_uri') as string);
    for (const [name, value] of Object.entries(answer)) address.searchParams.set(name, value);
    const state = parameters.get('state');
    if (state !== null) address.searchParams.set('state', state);
    return { redirect: address.href };
}

function activeUsers(oauth: OAuth, hint: string | null): { id: string; name: string }[] {
    const { state } = oauth.org();
    const users = state.schema.object('User');
    const active = users ? [...state.tables.of(users).all()].filter((user) => user.IsActive === true) : [];
    const named = active.map((user) => ({
        id: String(user.Id),
        name: `${String(user.Name)} (${String(user.Username)})`
    }));
    return named.sort((a, b) => Number(b.name.includes(hint ?? '\n')) - Number(a.name.includes(hint ?? '\n')));
}
