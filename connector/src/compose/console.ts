import type { Request, Router } from 'express';
import { connectionUseCases } from '../application/connections/connections.ts';
import { contactSyncUseCases } from '../application/contact-sync/contact-sync.ts';
import { isOnLoopback, type AppContext } from '../application/context.ts';
import { forgetNumberUseCases } from '../application/forget-number/forget-number.ts';
import { monitoringUseCases } from '../application/monitoring/monitoring.ts';
import { preferenceUseCases } from '../application/preferences/preferences.ts';
import { listenerOf } from '../application/recordings.ts';
import { signInUseCases } from '../application/sign-in.ts';
import { consoleRouter } from '../console/console.ts';
import { progressOf } from '../pipeline/progress.ts';
import { requestSessions } from '../web/auth/request-session.ts';
import type { RecordingRef } from '../web/recordings/recording-links.ts';

export interface OpenConsole {
    readonly router: Router;
    /** Who listens to a recording; `undefined`: they must sign in first. */
    readonly listener: (request: Request, ref: RecordingRef) => Promise<string | undefined>;
}

/** The console, with everything behind it. */
export function openConsole(context: AppContext, formKey: string): OpenConsole {
    const { store, config, log, publicUrl, now } = context;
    const isSecure = (): boolean => publicUrl().startsWith('https:');
    const signIn = signInUseCases(context);
    const sessions = requestSessions({
        sessions: store.sessions,
        formKey,
        isSecure,
        nowMs: () => now().getTime(),
        again: (user) => signIn.again(user),
        adminToken: config.adminToken
    });
    const router = consoleRouter({
        sessions,
        audit: (connection, entry) => store.audit.append(connection, entry),
        log,
        isSecure,
        limits: store.limits,
        signIn: signIn,
        connections: connectionUseCases(context),
        preferences: preferenceUseCases(context),
        monitoring: monitoringUseCases(context),
        contactSync: contactSyncUseCases(context),
        progress: (id) => progressOf(store.memory, id),
        forgetNumber: forgetNumberUseCases(context),
        now,
        adminToken: config.adminToken,
        isLoopback: () => isOnLoopback(context)
    });
    return {
        router,
        listener: async (request, { connection }) => listenerOf(context, await sessions.seen(request), connection)
    };
}
