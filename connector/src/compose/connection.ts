import type { SalesforceConfig } from '../configuration/salesforce.ts';
import type { QuoConfig } from '../configuration/quo.ts';
import type { Preferences } from '../domain/preferences/preferences.ts';
import type { Log } from '../log.ts';
import type { Store } from '../pipeline/ports/store.ts';
import type { Runtime } from '../pipeline/runtime.ts';
import { quoClient } from '../quo/client.ts';
import { workspace } from '../quo/workspace.ts';
import { connectOrg } from '../salesforce/org.ts';
import type { RecordingLinks } from '../web/recording-links.ts';

export interface ConnectionSettings {
    readonly salesforce: SalesforceConfig;
    readonly quo: QuoConfig;
}

export interface ConnectionParts {
    readonly preferences: () => Preferences;
    readonly store: Store;
    readonly links: RecordingLinks;
    readonly log: Log;
    readonly now: () => Date;
}

/** One connection, ready to work. Nothing is asked of either platform until something is due. */
export function openConnection(id: string, { salesforce, quo }: ConnectionSettings, parts: ConnectionParts): Runtime {
    const { preferences, store, links, now } = parts;
    const { loginUrl, login, namespace, apiVersion } = salesforce;
    const { defaultRegion: region, phoneFields } = preferences();
    const client = quoClient({ baseUrl: quo.apiUrl, key: quo.apiKey });
    return {
        id,
        preferences,
        org: connectOrg(
            { loginUrl, login, namespace, apiVersion, region, phoneFields },
            { connection: id, vault: store.vault, fetch, now }
        ),
        workspace: workspace(client),
        webhookKeys: () => quo.webhookKeys,
        recordingUrl: (callId, n) => links.url({ connection: id, callId, n })
    };
}
