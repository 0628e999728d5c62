import type { Request, Response, Router } from 'express';
import type { ErrorNote } from '../../errors/errors.ts';
import { isLanguage } from '../../locales/catalogue.ts';
import { errorData, type Log } from '../../log.ts';
import {
    noteIn,
    type Audit,
    type LimitOf,
    type Pending,
    type SignedIn,
    type SignInUseCases,
    type User
} from '../../contracts/auth.ts';
import { signInPage } from '../../console/sign-in/sign-in.page.ts';
import { isSameText } from './constant-time.ts';
import { formOf } from './forms.ts';
import { localPath } from './local-path.ts';
import type { RequestSessions } from './request-session.ts';
import { strictRouter } from '../strict-router.ts';

export interface SignInDeps {
    readonly sessions: RequestSessions;
    readonly signIn: SignInUseCases;
    readonly audit: Audit;
    readonly limits: LimitOf;
    readonly adminToken?: string | undefined;
    readonly log: Log;
}

const QUARTER_OF_AN_HOUR = 15 * 60;
const WRONG_TOKENS = 10;
const STARTED_SIGN_INS = 60;
const HOME = '/console';
/** Sign-ins belong to no connection before it is known who signs in. */
export const NO_CONNECTION = '';

/** In and out. Every form has been checked before it comes here. */
export function signIn(parts: SignInDeps): Router {
    const router = strictRouter();
    const show = async (request: Request, response: Response, status: number, note?: ErrorNote): Promise<void> => {
        const to = localPath(request.query['to']) ?? localPath(formOf(request).text('to'));
        const path = `/sign-in${to === undefined ? '' : `?to=${encodeURIComponent(to)}`}`;
        const hasApp = await parts.signIn.hasApp();
        const session = await parts.sessions.of(request, response);
        const view = {
            session,
            path,
            to,
            hasApp,
            hasToken: parts.adminToken !== undefined,
            note: note ?? session.ended
        };
        response.status(status).type('html').send(signInPage(view));
    };
    router.get('/sign-in', (request, response) => show(request, response, 200));
    router.post('/sign-in/token', withToken(parts, show));
    router.post('/sign-in/salesforce', withSalesforce(parts, show));
    router.post('/sign-out', async (request, response) => {
        await parts.sessions.signOut(request, response);
        response.redirect(303, '/sign-in');
    });
    router.get('/language/:language', (request, response) => {
        const { language } = request.params;
        if (isLanguage(language)) parts.sessions.speak(response, language);
        response.redirect(303, localPath(request.query['to']) ?? HOME);
    });
    router.get('/oauth/callback', callback(parts, show));
    return router;
}

type Show = (request: Request, response: Response, status: number, note?: ErrorNote) => Promise<void>;

function withToken({ sessions, audit, limits, adminToken }: SignInDeps, show: Show) {
    const wrong = limits('sign-in-token', WRONG_TOKENS, QUARTER_OF_AN_HOUR);
    return async (request: Request, response: Response): Promise<void> => {
        const caller = request.ip ?? '';
        // Counted before it is looked at: a hundred guesses at once are a hundred attempts.
        if (!(await wrong.take(caller))) return show(request, response, 429, { code: 'WEB-TOO-MANY' });
        const form = formOf(request);
        if (adminToken === undefined || !isSameText(form.text('token'), adminToken)) {
            await audit(NO_CONNECTION, { actor: caller, action: 'sign-in.refused', detail: { with: 'token' } });
            return show(request, response, 401, { code: 'WEB-TOKEN' });
        }
        await wrong.forgive(caller);
        const user: User = { actor: 'admin token', admin: 'all', member: [] };
        await sessions.signIn(request, response, { user, provenAtMs: 0 });
        await audit(NO_CONNECTION, { actor: 'admin token', action: 'sign-in' });
        response.redirect(303, localPath(form.text('to')) ?? HOME);
    };
}

function withSalesforce({ sessions, signIn, limits }: SignInDeps, show: Show) {
    const started = limits('sign-in-salesforce', STARTED_SIGN_INS, QUARTER_OF_AN_HOUR);
    return async (request: Request, response: Response): Promise<void> => {
        if (!(await started.take(request.ip ?? ''))) return show(request, response, 429, { code: 'WEB-TOO-MANY' });
        const form = formOf(request);
        try {
            const to = localPath(form.text('to'));
            const { pending, url } = await signIn.begin(whereOf(request), { purpose: 'sign-in', to });
            await sessions.keepPending(request, response, pending);
            response.redirect(303, url);
        } catch (error) {
            await show(request, response, 400, noteIn(error) ?? { code: 'WEB-TROUBLE' });
        }
    };
}

/** What the page asks with three buttons and a field. */
export function whereOf(request: Request): string {
    const form = formOf(request);
    const where = form.text('where');
    return where === 'production' || where === 'sandbox' ? where : form.text('domain');
}

function callback(parts: SignInDeps, show: Show) {
    const { sessions, signIn, audit, log } = parts;
    return async (request: Request, response: Response): Promise<void> => {
        const pending = await sessions.takePending(request);
        if (pending === undefined) return show(request, response, 400, { code: 'SF-SIGN-IN-STATE' });
        const query = new URL(request.originalUrl, 'http://ourselves.invalid').searchParams;
        const { user } = await sessions.of(request, response);
        const { connection = NO_CONNECTION } = pending;
        try {
            if (pending.purpose === 'connect') {
                await signIn.connect(query, pending);
                await audit(connection, { actor: user?.actor ?? '', action: 'salesforce.connected' });
                await sessions.tell(request, { notes: [], done: 'salesforce' });
                response.redirect(303, `/console/${connection}/connect`);
                return;
            }
            const who = await signIn.whoIs(query, pending);
            if (who === undefined) await onceMore(parts, request, response, pending);
            else await enter(parts, request, response, who, pending.to);
        } catch (error) {
            const note = noteIn(error) ?? {
                code: 'WEB-TROUBLE' as const,
                seen: error instanceof Error ? error.name : ''
            };
            log.warn('sign-in failed', { purpose: pending.purpose, ...errorData(error) });
            await audit(connection, {
                actor: user?.actor ?? request.ip ?? '',
                action: `${pending.purpose}.failed`,
                detail: { code: note.code }
            });
            if (pending.purpose === 'sign-in') return show(request, response, 403, note);
            await sessions.tell(request, { notes: [note] });
            response.redirect(303, `/console/${connection}/connect`);
        }
    };
}

/** The same sign-in, which the browser remembers, with a token that may ask what its user may do. */
async function onceMore(
    { sessions, signIn }: SignInDeps,
    request: Request,
    response: Response,
    { purpose, loginUrl, to }: Pending
): Promise<void> {
    const { pending, url } = await signIn.begin(loginUrl, { purpose, to, withOwnRights: true });
    await sessions.keepPending(request, response, pending);
    response.redirect(303, url);
}

/** What whoever may listen is let in for, without looking after the connection. */
function isForListeners(to: string | undefined): boolean {
    return to?.startsWith('/recordings/') === true || to?.startsWith('/attachments/') === true;
}

/** Members of an org who do not look after the connection come in only to listen. */
async function enter(
    { sessions, audit }: SignInDeps,
    request: Request,
    response: Response,
    signedIn: SignedIn,
    to: string | undefined
): Promise<void> {
    const { user: who } = signedIn;
    if (who.admin.length === 0 && (who.viewer ?? []).length === 0 && !isForListeners(to))
        throw Object.assign(new Error('not an admin'), {
            note: { code: 'WEB-NOT-ADMIN', seen: who.actor } satisfies ErrorNote
        });
    await sessions.signIn(request, response, signedIn);
    for (const id of who.admin === 'all' ? [] : who.admin) await audit(id, { actor: who.actor, action: 'sign-in' });
    response.redirect(303, to ?? HOME);
}
