import type { Request, RequestHandler, Response } from 'express';
import type { ErrorNote } from '../errors/errors.ts';
import { errorData, type Log } from '../log.ts';
import type { ConnectionView } from '../application/connections/model.ts';
import { noteIn, type Audit, type User } from '../contracts/auth.ts';
import { formOf, type Form } from '../web/auth/forms.ts';
import type { RequestSession, RequestSessions } from '../web/auth/request-session.ts';
import { isAllowed, roleFor, type AccessTable, type RouteName } from './guard.ts';
import { readings, type NoteReading } from './reading.ts';
import { failurePage } from './ui/failure.page.ts';
import { page, type PageContent, type Tab } from './ui/layout.ts';

export type ConnectionRequest = Request<{ connection: string }>;

/** A request of a signed-in user to what belongs to no single connection. */
interface DeploymentRequest {
    readonly session: RequestSession;
    readonly user: User;
    readonly request: Request;
}

/** A request of a signed-in user to a connection that they may look at or look after. */
export interface AdminRequest {
    readonly session: RequestSession;
    readonly user: User;
    readonly connection: ConnectionView;
    readonly request: ConnectionRequest;
    readonly form: Form;
}

/** What a change came to: where to go on, and what to tell there. */
export interface Changed {
    /** Below `/console/<connection>`. */
    readonly to: string;
    readonly done?: string;
    readonly count?: number;
    readonly notes?: readonly ErrorNote[];
    /** For the audit log: what was done, and to what; never a secret. */
    readonly audited?: { readonly action: string; readonly detail?: Readonly<Record<string, unknown>> };
}

export interface Answered extends Pick<Changed, 'audited'> {
    /** `undefined`: there is no such page. */
    readonly page: PageContent | undefined;
    /** Default: 200. */
    readonly status?: number;
}

export interface AdminHandlersDeps {
    readonly sessions: RequestSessions;
    readonly get: (connection: string) => Promise<ConnectionView | undefined>;
    readonly audit: Audit;
    readonly log: Log;
    readonly tabs: readonly Tab[];
    /** Who may ask for what. */
    readonly access: AccessTable;
    readonly now: () => Date;
}

type Parts = AdminHandlersDeps & { readonly noteReading: NoteReading };

/** Handlers that the table of access opens; to everybody else there is no such page. */
export interface AdminHandlers {
    /** @param show what the page says; `undefined`: there is no such page */
    page(show: (admin: AdminRequest) => Promise<PageContent | undefined>): RequestHandler<{ connection: string }>;
    /** @param back where to go when the change fails; the failure is told there */
    change(back: string, run: (admin: AdminRequest) => Promise<Changed>): RequestHandler<{ connection: string }>;
    /** A change whose outcome is shown at once, on a page of its own. */
    answer(back: string, run: (admin: AdminRequest) => Promise<Answered>): RequestHandler<{ connection: string }>;
    /** One of the two, as it turns out. */
    either(
        back: string,
        run: (admin: AdminRequest) => Promise<Changed | Answered>
    ): RequestHandler<{ connection: string }>;
    /** For what belongs to no single connection. */
    deployment(answer: (asked: DeploymentRequest, response: Response) => Promise<void>): RequestHandler;
    /** Before words of people are shown by an answer that is not a page. */
    readonly noteReading: NoteReading;
    /** For answers that are not pages. */
    raw(answer: (admin: AdminRequest, response: Response) => Promise<void>): RequestHandler<{ connection: string }>;
}

export function adminHandlers(deps: AdminHandlersDeps): AdminHandlers {
    const parts: Parts = { ...deps, noteReading: readings(deps.audit, () => deps.now().getTime()) };
    const enter = (request: ConnectionRequest, response: Response): Promise<AdminRequest | undefined> =>
        admit(parts, request, response);
    const settle: AdminHandlers['either'] = (back, run) => async (request, response) => {
        const admin = await enter(request, response);
        if (admin !== undefined) await change(parts, admin, response, back, run);
    };
    return {
        noteReading: parts.noteReading,
        deployment: (answer) => async (request, response) => {
            const asked = await admitted(parts, request, response, undefined);
            if (asked !== undefined) await answer({ ...asked, request }, response);
        },
        page: (show) => async (request, response) => {
            const admin = await enter(request, response);
            if (admin !== undefined) await shown(parts, admin, response, show);
        },
        change: (back, run) => settle(back, run),
        answer: (back, run) => settle(back, run),
        either: (back, run) => settle(back, run),
        raw: (answer) => async (request, response) => {
            const admin = await enter(request, response);
            if (admin !== undefined) await answer(admin, response);
        }
    };
}

/** The guard of every door: signed in, and named by the table for this route and this connection. */
async function admitted(
    { sessions, access }: Parts,
    request: Request,
    response: Response,
    connection: string | undefined
): Promise<{ readonly session: RequestSession; readonly user: User } | undefined> {
    const session = await sessions.of(request, response);
    const { user } = session;
    if (user === undefined) {
        const to = request.method === 'GET' ? request.originalUrl : '/console';
        response.redirect(303, `/sign-in?to=${encodeURIComponent(to)}`);
        return undefined;
    }
    if (isAllowed(roleFor(access, request), user, connection)) return { session, user };
    notFound(session, response);
    return undefined;
}

async function admit(parts: Parts, request: ConnectionRequest, response: Response): Promise<AdminRequest | undefined> {
    const { connection: id } = request.params;
    const asked = await admitted(parts, request, response, id);
    if (asked === undefined) return undefined;
    const connection = await parts.get(id);
    if (connection !== undefined) return { ...asked, connection, request, form: formOf(request) };
    notFound(asked.session, response);
    return undefined;
}

function notFound(session: RequestSession, response: Response): void {
    response
        .status(404)
        .type('html')
        .send(failurePage(session, '/console', { code: 'WEB-NOT-FOUND' }));
}

/** What keeps a page from being shown is told there, where somebody knew that it could: nothing is broken then. */
async function shown(
    parts: Parts,
    admin: AdminRequest,
    response: Response,
    show: (admin: AdminRequest) => Promise<PageContent | undefined>
): Promise<void> {
    try {
        await send(parts, admin, response, { page: await show(admin) });
    } catch (error) {
        const note = noteIn(error);
        if (note === undefined) throw error;
        response
            .status(409)
            .type('html')
            .send(failurePage(admin.session, '/console', note));
    }
}

/** A page of the connection, with the tabs that its reader may open around it. */
async function send(
    { tabs, access, noteReading }: Parts,
    { session, connection, user }: AdminRequest,
    response: Response,
    { page: content, status = 200 }: Answered
): Promise<void> {
    if (content === undefined) {
        notFound(session, response);
        return;
    }
    if (content.shows !== undefined) await noteReading(connection.id, user.actor, content.shows);
    const mine = tabs.filter(({ path }) =>
        isAllowed(access[`GET /console/:connection${path}` as RouteName], user, connection.id)
    );
    response
        .status(status)
        .type('html')
        .send(page({ session, connection, tabs: mine }, content));
}

async function change(
    parts: Parts,
    admin: AdminRequest,
    response: Response,
    back: string,
    run: (admin: AdminRequest) => Promise<Changed | Answered>
): Promise<void> {
    const { sessions, audit } = parts;
    const { connection, user, request } = admin;
    try {
        const came = await run(admin);
        const { audited } = came;
        if (audited !== undefined) await audit(connection.id, { actor: user.actor, ...audited });
        if ('page' in came) {
            await send(parts, admin, response, came);
            return;
        }
        const { to, done, count, notes = [] } = came;
        const flash = { notes, ...(done !== undefined && { done }), ...(count !== undefined && { count }) };
        await sessions.tell(request, flash);
        response.redirect(303, `/console/${connection.id}${to}`);
    } catch (error) {
        await explain(parts, admin, response, back, error);
    }
}

/** Back to where the change was asked for, with what went wrong. */
async function explain(
    { sessions, log }: Parts,
    { connection, request }: AdminRequest,
    response: Response,
    back: string,
    error: unknown
): Promise<void> {
    log.warn('change failed', { connection: connection.id, ...errorData(error) });
    const seen = error instanceof Error ? error.name : '';
    await sessions.tell(request, { notes: [noteIn(error) ?? { code: 'WEB-TROUBLE', seen }] });
    response.redirect(303, `/console/${connection.id}${back}`);
}
