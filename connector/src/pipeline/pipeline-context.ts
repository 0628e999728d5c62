import type { Preferences } from '../domain/preferences/preferences.ts';
import type { TextAttachment } from '../domain/records/context.ts';
import type { Log } from '../log.ts';
import type { ContactSync } from './contact-sync/contact-sync.ts';
import type { Org } from '../contracts/salesforce.ts';
import type { Workspace } from '../contracts/quo/quo.ts';
import type { Store } from '../contracts/store.ts';

/** One connected pair of a Salesforce org and a Quo workspace, ready to work. */
export interface Connection {
    /** The connection's id: `default`. */
    readonly id: string;
    readonly org: Org;
    readonly workspace: Workspace;
    readonly preferences: () => Preferences;
    /** Keys that a delivery to this connection may be signed with. */
    readonly webhookKeys: () => readonly string[];
    /** The lasting link to a recording, ours; with the start of its call, the one that plays in place. */
    readonly recordingUrl: (callId: string, n: number | 'voicemail', startedAt?: string, offset?: number) => string;
    /** The lasting link to an attachment of a text, ours; with the start of its Task, the one that shows in place. */
    readonly attachmentUrl: (attachment: TextAttachment, startedAt?: string) => string;
    /** Where admins look after this connection; absent: it has no page. */
    readonly consoleUrl?: () => string;
    /** People in Quo: told of every fact and of every change of the directory. */
    readonly contactSync?: ContactSync;
    /** Everything runs and nothing is written. Default: no. */
    readonly isRehearsing?: boolean;
}

/** The connections that this process serves. */
export interface ActiveConnections {
    get(connection: string): Connection | undefined;
    ids(): readonly string[];
}

/** What every part of the pipeline works with. */
export interface PipelineContext {
    readonly store: Store;
    readonly connections: ActiveConnections;
    readonly log: Log;
    readonly now: () => Date;
    /** The least time between two passes of a connection, in milliseconds: what arrives meanwhile shares a request. */
    readonly passEveryMs: number;
    /** How long later facts are gathered into one update, in milliseconds. */
    readonly gatherMs: number;
    readonly sleep: (ms: number) => Promise<void>;
    /** Hex SHA-256. */
    readonly hash: (text: string) => string;
}
