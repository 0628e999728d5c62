import type { Config } from '../config/config.ts';
import type { Log } from '../log.ts';
import { typedApp, type App } from './connections/connection-secrets.ts';
import type { PipelineContext } from '../pipeline/pipeline-context.ts';
import { isLoopback } from '../config/address.ts';
import type { OpenStore } from '../store/open.ts';
import type { Connections } from '../compose/connections.ts';

/** What everything behind the console works with. */
export interface AppContext {
    readonly config: Config;
    readonly store: OpenStore;
    readonly connections: Connections;
    readonly works: PipelineContext;
    readonly publicUrl: () => string;
    readonly log: Log;
    readonly now: () => Date;
}

export const CALLBACK_PATH = '/oauth/callback';

/** The app of the environment, else the one that was typed in. */
export async function appOf({ config, store }: AppContext): Promise<App | undefined> {
    if (config.app !== undefined) return config.app;
    const login = config.salesforce?.login;
    if (login?.flow === 'client-credentials') return { clientId: login.clientId, clientSecret: login.clientSecret };
    return typedApp(store.vault);
}

/** On a developer's machine a simulated org may be next to us; in production, addresses of this machine are refused. */
export function isOnLoopback({ publicUrl }: Pick<AppContext, 'publicUrl'>): boolean {
    const address = publicUrl();
    return URL.canParse(address) && isLoopback(new URL(address).hostname);
}
