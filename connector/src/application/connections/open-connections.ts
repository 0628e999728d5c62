import PQueue from 'p-queue';
import type { Config } from '../../config/config.ts';
import type { QuoLane } from '../../contracts/quo/budget.ts';
import type { OpenQuo, QuoPlatform } from '../../contracts/quo/platform.ts';
import type { OrgSettings } from '../../contracts/org-settings.ts';
import type { AppStore } from '../../contracts/app-store.ts';
import type { ConnectionRow } from '../../contracts/store.ts';
import type { Preferences } from '../../domain/preferences/preferences.ts';
import type { TextAttachment } from '../../domain/records/context.ts';
import type { Log } from '../../log.ts';
import type { OpenConnection, Connections, OpenOrg } from './connection-runtime.ts';
import { readSettings } from './connection-settings.ts';
import { openConnection } from './open-connection.ts';

export interface ConnectionsDeps {
    readonly config: Config;
    /** From the preferences file; absent: those that the console stored. */
    readonly filePreferences?: Preferences | undefined;
    readonly store: AppStore;
    readonly quo: QuoPlatform;
    /** Asks nothing of Salesforce until something is due. */
    readonly openOrg: (connection: string, settings: OrgSettings) => OpenOrg;
    /** The lasting link to a recording, or the one that plays in place. */
    readonly recordingUrl: (
        connection: string,
        callId: string,
        n: number | 'voicemail',
        inPlace?: { readonly startedAt: string; readonly generation: string },
        offset?: number
    ) => string;
    /** The lasting link to an attachment of a text, or the one that shows in place. */
    readonly attachmentUrl: (
        connection: string,
        attachment: TextAttachment,
        inPlace?: { readonly startedAt: string; readonly generation: string }
    ) => string;
    /** Where admins look after a connection. */
    readonly consoleUrl?: ((connection: string) => string) | undefined;
    /** A text that was never used before. */
    readonly newGeneration: () => string;
    /** Told how long each request to Quo waited for its turn. */
    readonly onQuoRequest?: ((connection: string, lane: QuoLane, waitedMs: number) => void) | undefined;
    readonly log: Log;
    readonly now: () => Date;
}

/** Each reads its secrets from the database; others need connections to it as well. */
const OPENED_AT_ONCE = 8;

/** Opens nothing yet: `refresh` does. */
export function openConnections(deps: ConnectionsDeps): Connections {
    const { store, log } = deps;
    let open: ReadonlyMap<string, OpenConnection> = new Map();
    const prints = new Map<string, string>();
    const workspaceOf = workspaces(deps);
    let last: Promise<void> = Promise.resolve();
    let generations: ReadonlyMap<string, string> = new Map();
    const several = new PQueue({ concurrency: OPENED_AT_ONCE });
    const opening = {
        ...deps,
        workspaceOf,
        current: (id: string) => open.get(id),
        generationOf: (id: string) => generations.get(id)
    };
    /** What is stored as it was when the connection was opened needs no second look. */
    const openedOf = async (row: ConnectionRow): Promise<OpenConnection | undefined> => {
        const known = open.get(row.id);
        const print = JSON.stringify(row.settings);
        if (known !== undefined && prints.get(row.id) === print) return paused(known, row);
        if (readSettings(row.settings).removingSince !== undefined) return undefined;
        const opened = await openConnection(opening, row);
        log.info('connection opened', { connection: row.id, whole: opened.connection !== undefined });
        prints.set(row.id, print);
        return paused(opened, row);
    };
    const refresh = async (): Promise<void> => {
        const rows = await store.connections.list();
        const ids = rows.map(({ id }) => id);
        generations = await store.listening.generations(ids, deps.newGeneration);
        const next = await several.addAll(rows.map((row) => () => openedOf(row)));
        open = new Map(next.flatMap((one) => (one === undefined ? [] : [[one.id, one]])));
    };
    return {
        get: (id) => open.get(id)?.connection,
        ids: () => [...open.values()].flatMap(({ id, connection }) => (connection === undefined ? [] : [id])),
        opened: (id) => open.get(id),
        all: () => [...open.values()],
        refresh: () => {
            last = last.then(refresh, refresh);
            return last;
        }
    };
}

/** A workspace stays open while its key stays: its pace and its waiting requests are the key's. */
function workspaces({ quo, onQuoRequest }: ConnectionsDeps): (connection: string, key: string) => OpenQuo {
    const known = new Map<string, { readonly key: string; readonly workspace: OpenQuo }>();
    return (connection, key) => {
        const before = known.get(connection);
        if (before?.key === key) return before.workspace;
        const workspace = quo.open(key, {
            onStart: (lane, waitedMs) => onQuoRequest?.(connection, lane, waitedMs)
        });
        known.set(connection, { key, workspace });
        return workspace;
    };
}

function paused(opened: OpenConnection, { pausedBecause, pausedForMs }: ConnectionRow): OpenConnection {
    return { ...opened, pausedBecause, pausedForMs };
}
