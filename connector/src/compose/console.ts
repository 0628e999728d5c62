import type { Request, Router } from 'express';
import { progressOf } from '../pipeline/progress.ts';
import { readSettings } from '../application/connections/connection-settings.ts';
import type { Audit } from '../contracts/auth.ts';
import { consoleRouter } from '../console/console.ts';
import type { RecordingRef } from '../web/recordings/recording-links.ts';
import type { Admission } from '../web/recordings/recordings.ts';
import { isAdminOf, requestSessions as visitsOf } from '../web/auth/request-session.ts';
import { preferenceUseCases } from '../application/preferences/preferences.ts';
import { connectionUseCases } from '../application/connections/connections.ts';
import { forgetNumberUseCases } from '../application/forget-number/forget-number.ts';
import { isOnLoopback, type AppContext } from '../application/context.ts';
import { contactSyncUseCases } from '../application/contact-sync/contact-sync.ts';
import { signInUseCases } from '../application/sign-in.ts';
import { monitoringUseCases } from '../application/monitoring/monitoring.ts';

export interface OpenConsole {
    readonly router: Router;
    /** Who may listen to a recording. */
    readonly admit: (request: Request, ref: RecordingRef) => Promise<Admission>;
}

/** The console, with everything behind it. */
export function openConsole(desk: AppContext, formKey: string): OpenConsole {
    const { store, config, log, publicUrl } = desk;
    const isSecure = (): boolean => publicUrl().startsWith('https:');
    const entering = signInUseCases(desk);
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
        connecting: connectionUseCases(desk),
        choosing: preferenceUseCases(desk),
        watching: monitoringUseCases(desk),
        peopling: contactSyncUseCases(desk),
        progress: (id) => progressOf(store.memory, id),
        forgetting: forgetNumberUseCases(desk),
        now: desk.now,
        adminToken: config.adminToken,
        isLoopback: () => isOnLoopback(desk)
    });
    return { router, admit: (request, ref) => admit(desk, visits, request, ref) };
}

/** The link is enough, unless the connection asks for a sign-in. */
async function admit(
    { connections, store }: AppContext,
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
