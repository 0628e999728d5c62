import type { Config } from '../config/config.ts';
import { isLoopback } from '../config/address.ts';
import type { AppStore } from '../contracts/app-store.ts';
import type { QuoPlatform } from '../contracts/quo/platform.ts';
import type { SalesforceSignIn, SignInApp } from '../contracts/salesforce-sign-in.ts';
import { CodedError } from '../errors/errors.ts';
import type { Log } from '../log.ts';
import type { PipelineContext } from '../pipeline/pipeline-context.ts';
import type { Connections } from './connections/connection-runtime.ts';
import { typedApp, type App } from './connections/connection-secrets.ts';
import type { RightsInOrgs } from './rights/user-rights.ts';

/** What every use case works with. */
export interface AppContext {
    readonly config: Config;
    readonly store: AppStore;
    readonly connections: Connections;
    readonly pipeline: PipelineContext;
    readonly salesforce: SalesforceSignIn;
    readonly quo: QuoPlatform;
    /** What in-place addresses are made with from now on: a text that was never used before. */
    readonly newGeneration: () => string;
    readonly rights: RightsInOrgs;
    readonly publicUrl: () => string;
    readonly log: Log;
    readonly now: () => Date;
    /** Keeps no process alive. */
    readonly sleep: (ms: number) => Promise<void>;
}

const CALLBACK_PATH = '/oauth/callback';

/** Where Salesforce sends a browser back to. */
export function callbackUrl({ publicUrl }: Pick<AppContext, 'publicUrl'>): string {
    return publicUrl() + CALLBACK_PATH;
}

/** The app of the environment, else the one that was typed in. */
export async function appOf({ config, store }: Pick<AppContext, 'config' | 'store'>): Promise<App | undefined> {
    if (config.app !== undefined) return config.app;
    const login = config.salesforce?.login;
    if (login?.flow === 'client-credentials') return { clientId: login.clientId, clientSecret: login.clientSecret };
    return typedApp(store.vault);
}

/** @throws {CodedError} `WEB-APP-MISSING` */
export async function signInApp(context: AppContext): Promise<SignInApp> {
    const app = await appOf(context);
    if (app === undefined) throw new CodedError('WEB-APP-MISSING');
    return { ...app, redirectUri: callbackUrl(context) };
}

/** On a developer's machine a simulated org may be next to us; in production, addresses of this machine are refused. */
export function isOnLoopback({ publicUrl }: Pick<AppContext, 'publicUrl'>): boolean {
    const address = publicUrl();
    return URL.canParse(address) && isLoopback(new URL(address).hostname);
}
