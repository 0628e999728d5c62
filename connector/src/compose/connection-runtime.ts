import type { ErrorNote } from '../errors/errors.ts';
import type { ConnectionSettings } from '../application/connections/connection-settings.ts';
import type { Connection } from '../pipeline/pipeline-context.ts';
import type { Subscriptions } from '../contracts/quo-subscriptions.ts';
import type { QuoClient } from '../quo/client.ts';
import type { Recordings } from '../quo/recordings.ts';
import type { Session } from '../salesforce/rest/session.ts';
import type { OrgSettings } from '../salesforce/settings.ts';

/** The Salesforce half of a connection. */
export interface OpenOrg {
    readonly settings: OrgSettings;
    readonly session: Session;
}

/** The Quo half of a connection. */
export interface OpenQuo {
    readonly client: QuoClient;
    readonly recordings: Recordings;
    readonly subscriptions: Subscriptions;
}

/** A connection as this process has it open; either half may be missing. */
export interface OpenConnection {
    readonly id: string;
    readonly settings: ConnectionSettings;
    readonly pausedBecause: ErrorNote | undefined;
    /** Named by the environment, so that the console cannot change where it leads. */
    readonly isFromEnvironment: boolean;
    readonly org?: OpenOrg | undefined;
    readonly quo?: OpenQuo | undefined;
    readonly webhookKeys: readonly string[];
    /** When both halves are there. */
    readonly runtime?: Connection;
}
