import type { Request, Router } from 'express';
import { progressOf } from '../../pipeline/console/progress.ts';
import { readSettings } from '../../pipeline/console/settings.ts';
import type { Audit } from '../../pipeline/ports/doors.ts';
import { consoleRouter } from '../../web/console/console.ts';
import type { RecordingRef } from '../../web/recording-links.ts';
import type { Admission } from '../../web/recordings.ts';
import { isAdminOf, visits as visitsOf } from '../../web/doors/visit.ts';
import { choosing } from './choosing.ts';
import { connecting } from './connecting.ts';
import { forgetting } from './forgetting.ts';
import { isOnLoopback, type Desk } from './desk.ts';
import { peopling } from './peopling.ts';
import { signIns } from './sign-ins.ts';
import { watching } from './watching.ts';

export interface OpenConsole {
    readonly router: Router;
    /** Who may listen to a recording. */
    readonly admit: (request: Request, ref: RecordingRef) => Promise<Admission>;
}

/** The console, with everything behind it. */
export function openConsole(desk: Desk, formKey: string): OpenConsole {
    const { store, config, log, publicUrl } = desk;
    const isSecure = (): boolean => publicUrl().startsWith('https:');
    const entering = signIns(desk);
    const nowMs = (): number => desk.now().getTime();
    const visits = visitsOf({
        sessions: store.sessions,
        formKey,
        isSecure,
        nowMs,
        again: (visitor) => entering.again(visitor)
    });
    const audit: Audit = (connection, entry) => store.audit.append(connection, entry);
    const router = consoleRouter({
        visits,
        audit,
        log,
        isSecure,
        limits: store.limits,
        signIns: entering,
        connecting: connecting(desk),
        choosing: choosing(desk),
        watching: watching(desk),
        peopling: peopling(desk),
        progress: (id) => progressOf(store.memory, id),
        forgetting: forgetting(desk),
        now: desk.now,
        adminToken: config.adminToken,
        isLoopback: () => isOnLoopback(desk)
    });
    return { router, admit: (request, ref) => admit(desk, visits, request, ref) };
}

/** The link is enough, unless the connection asks for a sign-in. */
async function admit(
    { connections, store }: Desk,
    visits: ReturnType<typeof visitsOf>,
    request: Request,
    { connection }: RecordingRef
): Promise<Admission> {
    const visitor = await visits.seen(request);
    const may = isAdminOf(visitor, connection) || visitor?.member.includes(connection) === true;
    if (may && visitor !== undefined) return { listener: visitor.actor };
    const settings =
        connections.opened(connection)?.settings ??
        readSettings((await store.connections.get(connection))?.settings ?? {});
    if (settings.recordingsNeedSignIn !== true) return { listener: 'link' };
    return { signInAt: `/sign-in?to=${encodeURIComponent(request.originalUrl)}` };
}
