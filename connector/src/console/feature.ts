import type { Router } from 'express';
import type { CompletenessUseCases } from '../application/completeness/model.ts';
import type { ConnectionUseCases } from '../application/connections/model.ts';
import type { PreferenceUseCases } from '../application/preferences/model.ts';
import type { ForgetNumberUseCases } from '../application/forget-number/model.ts';
import type { ContactSyncUseCases } from '../application/contact-sync/model.ts';
import type { Audit, LimitOf, SignInUseCases } from '../contracts/auth.ts';
import type { ListeningUseCases } from '../contracts/rights/listening.ts';
import type { MonitoringUseCases } from '../contracts/monitoring.ts';
import type { Progress } from '../contracts/progress.ts';
import type { Log } from '../log.ts';
import type { RequestSessions } from '../web/auth/request-session.ts';
import type { AdminHandlers } from './admin-request.ts';
import type { AccessTable } from './guard.ts';
import type { Tab } from './ui/layout.ts';

export interface ConsoleDeps {
    readonly sessions: RequestSessions;
    readonly signIn: SignInUseCases;
    readonly connections: ConnectionUseCases;
    readonly preferences: PreferenceUseCases;
    readonly monitoring: MonitoringUseCases;
    readonly completeness: CompletenessUseCases;
    readonly contactSync: ContactSyncUseCases;
    /** What is under way for a connection, and what ended lately. */
    readonly progress: (connection: string) => Promise<readonly Progress[]>;
    readonly forgetNumber: ForgetNumberUseCases;
    readonly listening: ListeningUseCases;
    readonly audit: Audit;
    readonly limits: LimitOf;
    readonly adminToken?: string | undefined;
    readonly isLoopback: () => boolean;
    readonly isSecure: () => boolean;
    readonly log: Log;
    readonly now: () => Date;
}

interface FeatureDeps extends ConsoleDeps {
    readonly handlers: AdminHandlers;
}

/** One folder of the console: its pages, what can be done there, and how they are reached. */
export interface ConsoleFeature {
    /** In the order of the bar of tabs, each below `/console/<connection>`. */
    readonly tabs: readonly Tab[];
    readonly routes: (deps: FeatureDeps) => Router;
    /** Every route of `routes`, with who may ask for it: the guard and the test of all doors read it here. */
    readonly access: AccessTable;
}
