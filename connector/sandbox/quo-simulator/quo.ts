import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadPeople } from 'sandbox-day/people.ts';
import { loadWorkspace } from 'sandbox-day/workspace.ts';
import { createApp } from './app.ts';
import { createFaults } from './control/faults.ts';
import { createTally } from './control/tally.ts';
import { giveWebhook, GivenWebhook } from './control/webhooks.ts';
import { createLinks } from './media/links.ts';
import type { Sandbox, Settings } from './sandbox.ts';
import { createPublish } from './sender/publish.ts';
import { createSender } from './sender/sender.ts';
import { createCast } from './world/cast.ts';
import { makeCounter } from './world/identifiers.ts';
import { createScenery } from './world/scenery.ts';
import { createWorld } from './world/world.ts';

export interface QuoOptions {
    /** 0 (default): any free one. */
    readonly port?: number;
    /** (Default: 127.0.0.1) */
    readonly host?: string;
    /** Keys that the API accepts. (Default: `sandbox-key`) */
    readonly keys?: readonly string[];
    /** Keys that were made this moment: refused for 30 seconds. */
    readonly youngKeys?: readonly string[];
    /** A webhook that exists from the start, in the form of `POST /_control/webhooks`. */
    readonly webhook?: { readonly url: string; readonly key?: string; readonly apiVersion?: string };
    /** Real seconds for each second of Quo's retry schedule. (Default: 1) */
    readonly retryScale?: number;
    /** Another workspace, of the same people and numbers. */
    readonly organization?: { readonly id: string; readonly name: string };
    readonly recordingLifetimeSeconds?: number;
    /** Milliseconds since the epoch. */
    readonly now?: () => number;
    readonly fetch?: typeof fetch;
    /** Told of every API request that passed the key and the limit, before it is answered. */
    readonly onRequest?: (request: ApiRequest) => void;
}

export interface ApiRequest {
    readonly method: string;
    /** With its query, as it came. */
    readonly path: string;
    readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
    /** Absent when there was none. */
    readonly body: unknown;
}

export interface RunningQuo {
    /** `http://127.0.0.1:PORT`, without a slash at the end. */
    readonly url: string;
    /** Of the webhook that was given in the options. */
    readonly webhookKey: string | undefined;
    close(): Promise<void>;
}

const FIRST_WEBHOOK_ID = 7_000_000;

/** Starts a simulated Quo with the workspace of the day, empty of calls. @throws {Error} when it can't listen */
export async function startQuo(options: QuoOptions = {}): Promise<RunningQuo> {
    const host = options.host ?? '127.0.0.1';
    let url = '';
    const sandbox = createSandbox(options, () => url);
    const counter = makeCounter(FIRST_WEBHOOK_ID);
    const nextWebhookId = (): string => String(counter());
    const given =
        options.webhook &&
        giveWebhook(sandbox.world, GivenWebhook.parse(options.webhook), nextWebhookId(), sandbox.now());
    const { app, theatre } = createApp(sandbox, nextWebhookId, options.onRequest);
    const server = createServer(app);
    await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(options.port ?? 0, host, resolve);
    });
    url = `http://${host}:${(server.address() as AddressInfo).port}`;
    return {
        url,
        webhookKey: given?.keys[0],
        async close() {
            await theatre.stop();
            await sandbox.sender.close();
            server.closeAllConnections();
            await new Promise((resolve) => server.close(resolve));
        }
    };
}

function createSandbox(options: QuoOptions, baseUrl: () => string): Sandbox {
    const now = options.now ?? Date.now;
    const settings: Settings = {
        v1Errors: 'live',
        retryScale: options.retryScale ?? 1,
        recordingLifetimeSeconds: options.recordingLifetimeSeconds ?? 3_600,
        takesDoubles: false
    };
    const workspace = loadWorkspace();
    const world = createWorld({ ...workspace, organization: options.organization ?? workspace.organization }, now());
    const people = loadPeople();
    const links = createLinks(baseUrl, now, () => settings.recordingLifetimeSeconds);
    const sender = createSender({
        now,
        fetch: options.fetch ?? fetch,
        retryScale: () => settings.retryScale,
        webhook: (id) => world.webhooks.get(id)
    });
    const keys = new Map((options.keys ?? ['sandbox-key']).map((key) => [key, 0]));
    for (const key of options.youngKeys ?? []) keys.set(key, now());
    return {
        world,
        people,
        cast: createCast(world.workspace, people),
        sender,
        publish: createPublish(world, sender, createScenery(world, links), now),
        links,
        keys,
        settings,
        faults: createFaults(),
        tally: createTally(),
        deletedRecordings: new Set(),
        now
    };
}
