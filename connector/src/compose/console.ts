import type { Router } from 'express';
import { gapUseCases } from '../application/completeness/gaps.ts';
import { connectionUseCases } from '../application/connections/connections.ts';
import { contactSyncUseCases } from '../application/contact-sync/contact-sync.ts';
import { isOnLoopback, type AppContext } from '../application/context.ts';
import { forgetNumberUseCases } from '../application/forget-number/forget-number.ts';
import { monitoringUseCases } from '../application/monitoring/monitoring.ts';
import { preferenceUseCases } from '../application/preferences/preferences.ts';
import type { ListenersOfOrgs } from '../application/rights/listeners.ts';
import { listeningUseCases } from '../application/listening/listening.ts';
import { listeningVerdict } from '../application/listening/verdict.ts';
import { signInUseCases } from '../application/sign-in.ts';
import { consoleRouter } from '../console/console.ts';
import { isRecordId, recordPart } from '../domain/record-id.ts';
import { progressOf } from '../pipeline/progress.ts';
import { requestSessions } from '../web/auth/request-session.ts';
import type { GuardDeps } from '../web/recordings/guard.ts';

export interface OpenConsole {
    readonly router: Router;
    /** Whether a recording plays, or a photo is shown, for whoever asks. */
    readonly verdict: GuardDeps['verdict'];
}

/** The console, with everything behind it. */
export function openConsole(context: AppContext, listeners: ListenersOfOrgs, formKey: string): OpenConsole {
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
        completeness: gapUseCases(context),
        contactSync: contactSyncUseCases(context),
        progress: (id) => progressOf(store.memory, id),
        forgetNumber: forgetNumberUseCases(context),
        listening: listeningUseCases(context, listeners),
        now,
        adminToken: config.adminToken,
        isLoopback: () => isOnLoopback(context)
    });
    const verdict = listeningVerdict(context, listeners);
    return {
        router,
        verdict: async (request, { connection, quoId, inPlace }) => {
            const { u } = request.query;
            return verdict({
                ...{ connection, quoId, inPlace },
                signedIn: await sessions.seen(request),
                ...(typeof u === 'string' && isRecordId(u) && { said: recordPart(u) })
            });
        }
    };
}
