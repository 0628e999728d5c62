import type { ErrorNote } from '../errors.ts';
import type { ConnectionSettings } from '../pipeline/console/settings.ts';
import type { Runtime } from '../pipeline/runtime.ts';
import type { Subscriptions } from '../pipeline/ports/quo-subscriptions.ts';
import type { QuoClient } from '../quo/client.ts';
import type { Recordings } from '../quo/recordings.ts';
import type { Session } from '../salesforce/session.ts';
import type { OrgSettings } from '../salesforce/settings.ts';

/** The Salesforce half of a connection. */
export interface OpenedOrg {
    readonly settings: OrgSettings;
    readonly session: Session;
}

/** The Quo half of a connection. */
export interface OpenedQuo {
    readonly client: QuoClient;
    readonly recordings: Recordings;
    readonly subscriptions: Subscriptions;
}

/** A connection as this process has it open; either half may be missing. */
export interface Opened {
    readonly id: string;
    readonly settings: ConnectionSettings;
    readonly pausedBecause: ErrorNote | undefined;
    /** Named by the environment, so that the console cannot change where it leads. */
    readonly isFromEnvironment: boolean;
    readonly org?: OpenedOrg;
    readonly quo?: OpenedQuo;
    readonly webhookKeys: readonly string[];
    /** When both halves are there. */
    readonly runtime?: Runtime;
}
