import type { Request, RequestHandler, Response } from 'express';
import type { ErrorNote } from '../../../errors.ts';
import { errorData, type Log } from '../../../log.ts';
import type { ConnectionView } from '../../../pipeline/ports/console-connect.ts';
import { noteIn, type Audit, type Visitor } from '../../../pipeline/ports/doors.ts';
import { formOf, type Form } from '../../doors/forms.ts';
import { isAdminOf, type Flash, type Visit, type Visits } from '../../doors/visit.ts';
import { failurePage } from '../pages/failure.ts';

export type ConnectionRequest = Request<{ connection: string }>;

/** A visitor in the rooms of a connection that they look after. */
export interface Guest {
    readonly visit: Visit;
    readonly visitor: Visitor;
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

export interface RoomParts {
    readonly visits: Visits;
    readonly get: (connection: string) => Promise<ConnectionView | undefined>;
    readonly audit: Audit;
    readonly log: Log;
}

/** Handlers that only a connection's own admins reach; to everybody else there is no such page. */
export interface Room {
    /** @param show the page's HTML */
    page(show: (guest: Guest) => Promise<string | undefined>): RequestHandler<{ connection: string }>;
    /** @param back where to go when the change fails; the failure is told there */
    change(back: string, run: (guest: Guest) => Promise<Changed>): RequestHandler<{ connection: string }>;
    /** For answers that are not pages. */
    raw(answer: (guest: Guest, response: Response) => Promise<void>): RequestHandler<{ connection: string }>;
}

export function room(parts: RoomParts): Room {
    const enter = (request: ConnectionRequest, response: Response): Promise<Guest | undefined> =>
        admit(parts, request, response);
    return {
        page: (show) => async (request, response) => {
            const guest = await enter(request, response);
            if (guest === undefined) return;
            const text = await show(guest);
            const missing = (): string => failurePage(guest.visit, '/console', { code: 'WEB-NOT-FOUND' });
            response
                .status(text === undefined ? 404 : 200)
                .type('html')
                .send(text ?? missing());
        },
        change: (back, run) => async (request, response) => {
            const guest = await enter(request, response);
            if (guest !== undefined) await change(parts, guest, response, back, run);
        },
        raw: (answer) => async (request, response) => {
            const guest = await enter(request, response);
            if (guest !== undefined) await answer(guest, response);
        }
    };
}

async function admit(
    { visits, get }: RoomParts,
    request: ConnectionRequest,
    response: Response
): Promise<Guest | undefined> {
    const visit = await visits.of(request, response);
    const { visitor } = visit;
    if (visitor === undefined) {
        const to = request.method === 'GET' ? request.originalUrl : '/console';
        response.redirect(303, `/sign-in?to=${encodeURIComponent(to)}`);
        return undefined;
    }
    const { connection: id } = request.params;
    const connection = isAdminOf(visitor, id) ? await get(id) : undefined;
    if (connection !== undefined) return { visit, visitor, connection, request, form: formOf(request) };
    response
        .status(404)
        .type('html')
        .send(failurePage(visit, '/console', { code: 'WEB-NOT-FOUND' }));
    return undefined;
}

async function change(
    { visits, audit, log }: RoomParts,
    guest: Guest,
    response: Response,
    back: string,
    run: (guest: Guest) => Promise<Changed>
): Promise<void> {
    const { connection, visitor, request } = guest;
    const base = `/console/${connection.id}`;
    const tell = (flash: Flash): Promise<void> => visits.tell(request, flash);
    try {
        const { to, done, count, notes = [], audited } = await run(guest);
        if (audited !== undefined) await audit(connection.id, { actor: visitor.actor, ...audited });
        await tell({ notes, ...(done !== undefined && { done }), ...(count !== undefined && { count }) });
        response.redirect(303, base + to);
    } catch (error) {
        log.warn('change failed', { connection: connection.id, ...errorData(error) });
        const seen = error instanceof Error ? error.name : '';
        await tell({ notes: [noteIn(error) ?? { code: 'WEB-TROUBLE', seen }] });
        response.redirect(303, base + back);
    }
}
