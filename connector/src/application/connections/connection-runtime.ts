import type { ErrorNote } from '../../errors/errors.ts';
import type { OrgAdministration } from '../../contracts/org-administration.ts';
import type { OrgSettings } from '../../contracts/org-settings.ts';
import type { OpenQuo } from '../../contracts/quo/platform.ts';
import type { Org } from '../../contracts/salesforce.ts';
import type { ActiveConnections, Connection } from '../../pipeline/pipeline-context.ts';
import type { ConnectionSettings } from './connection-settings.ts';

/** The only connection that the environment can name. */
export const DEFAULT_CONNECTION = 'default';

/** A Salesforce org of a connection. */
export interface OpenOrg {
    readonly settings: OrgSettings;
    readonly org: Org;
    readonly administration: OrgAdministration;
}

/** A connection as this process has it open; the org, the workspace or both may be missing. */
export interface OpenConnection {
    readonly id: string;
    readonly settings: ConnectionSettings;
    readonly pausedBecause: ErrorNote | undefined;
    readonly pausedForMs?: number | undefined;
    /** Named by the environment, so that the console cannot change where it leads. */
    readonly isFromEnvironment: boolean;
    readonly org?: OpenOrg | undefined;
    readonly quo?: OpenQuo | undefined;
    readonly webhookKeys: readonly string[];
    /** When both the org and the workspace are there. */
    readonly connection?: Connection;
}

/** Every connection of the store, as this process has it open. */
export interface Connections extends ActiveConnections {
    opened(id: string): OpenConnection | undefined;
    all(): readonly OpenConnection[];
    /** Opens what is new and reopens what changed; asked for after a change, and every few seconds for those of others. */
    refresh(): Promise<void>;
}
