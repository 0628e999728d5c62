import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import integrationUser from '../integration-user.json' with { type: 'json' };
import { getJson, postJson } from './http.ts';
import type { Print } from './narrate.ts';
import type { PlayOptions } from './options.ts';
import { stopLeftDatabase } from './left-database.ts';
import { startPart, type Part } from './part.ts';
import { progressLine } from './progress-line.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Every family of Quo's webhooks, each with a key of its own, as a workspace that grew over the years has them. */
const FAMILIES = ['2026-03-30', 'v4', 'v3', 'v2'] as const;
/** The day is compressed into seconds, so what comes later is gathered for seconds. */
const GATHER_SECONDS = 5;

/** An org, a Quo and a connector, connected to each other. */
export interface World {
    readonly org: Part;
    readonly quo: Part;
    readonly connector: Part;
    /** The record pages with the real components; not there when the day is only played once. */
    readonly pages?: Part | undefined;
    /** A sentence, as soon as one of them ends by itself. */
    readonly died: Promise<string>;
    close(): Promise<void>;
}

/** @throws {Error} naming the part that did not start, with its last words; nothing of the world is left then */
export async function openWorld(
    options: PlayOptions,
    env: NodeJS.ProcessEnv,
    print: Print,
    interrupted?: AbortSignal
): Promise<World> {
    const folder = await mkdtemp(join(tmpdir(), 'quo-for-salesforce-'));
    // The database runs as a user of its own when this is root.
    await chmod(folder, 0o755);
    const dataDir = join(folder, 'data');
    const starting: Promise<Part>[] = [];
    const close = (): Promise<void> => closeWorld(starting, { folder, dataDir }, options, print);
    const around = outside(env, print);
    const start = async (name: string, script: string, args: readonly string[], more: NodeJS.ProcessEnv = {}) => {
        const logFile = options.keep ? join(folder, `${name.toLowerCase().replaceAll(' ', '-')}.log`) : undefined;
        const onLine = (line: string): void => {
            const told = progressLine(line);
            if (told !== undefined) print(told);
        };
        const also = { logFile, onLine };
        const promise = startPart(name, here(script), args, { ...around, ...more }, interrupted, also);
        starting.push(promise);
        const part = await promise;
        print(`${`${name}:`.padEnd(18)} ${part.url}`);
        return part;
    };
    try {
        const [org, quo] = await Promise.all([
            start('Simulated org', '../salesforce-simulator/main.ts', ['--port', '0', ...CONTENTS]),
            start('Simulated Quo', '../quo-simulator/main.ts', ['--port', '0'])
        ]);
        await assignPermissionSets(org);
        const keys = FAMILIES.map(newKey);
        const more = { ...connectorEnv(org, quo, keys), PORT: env['PORT'] ?? '0', DATA_DIR: dataDir };
        const connector = await start('Connector', '../../src/main.ts', [], more);
        await subscribe(quo, connector, keys);
        const pages = options.once
            ? undefined
            : await start('Salesforce pages', '../stage/main.ts', ['--port', '0', '--org', org.url]);
        const parts = [org, quo, connector, ...(pages === undefined ? [] : [pages])];
        return { org, quo, connector, pages, close, died: Promise.race(parts.map(({ died }) => died)) };
    } catch (error) {
        await close();
        throw error;
    }
}

async function closeWorld(
    starting: readonly Promise<Part>[],
    { folder, dataDir }: { readonly folder: string; readonly dataDir: string },
    { keep }: PlayOptions,
    print: Print
): Promise<void> {
    // One that is still on its way up is waited for, and one that failed is gone.
    for (const started of (await Promise.allSettled(starting)).toReversed())
        if (started.status === 'fulfilled') await started.value.stop();
    await stopLeftDatabase(dataDir);
    if (keep) print(`Kept: ${folder}`);
    else await rm(folder, { recursive: true, force: true });
}

/** What the org holds: the package, what stands around it, and the day's people. */
const CONTENTS = [
    ...['--package', here('../../../force-app')],
    ...['--metadata', here('../../../unpackaged')],
    ...['--run-as', here('../integration-user.json')],
    ...['--seed', here('../day/org.json')]
];

/** What of the environment would lead out of the world: to a database, an org or a workspace that is not played. */
const LEADS_OUT = /^(DATABASE_URL|SECRET_KEY|PUBLIC_URL|SALESFORCE_\w+|QUO_\w+)$/;

/** The environment without what leads out of the world, and says what that was. */
function outside(env: NodeJS.ProcessEnv, print: Print): NodeJS.ProcessEnv {
    const unused = Object.keys(env).filter((name) => LEADS_OUT.test(name) && env[name] !== '');
    if (unused.length > 0) print(`Not used here, where everything is simulated: ${unused.sort().join(', ')}`);
    return Object.fromEntries(Object.entries(env).filter(([name]) => !LEADS_OUT.test(name)));
}

function connectorEnv(org: Part, quo: Part, keys: readonly string[]): NodeJS.ProcessEnv {
    return {
        SALESFORCE_LOGIN_URL: org.url,
        SALESFORCE_CLIENT_ID: 'sandbox',
        SALESFORCE_CLIENT_SECRET: 'sandbox',
        QUO_API_URL: quo.url,
        QUO_API_KEY: 'sandbox-key',
        QUO_WEBHOOK_KEYS: keys.join(','),
        GATHER_SECONDS: String(GATHER_SECONDS)
    };
}

function newKey(family: (typeof FAMILIES)[number]): string {
    const key = randomBytes(32).toString('base64');
    return family === '2026-03-30' ? `whsec_${key}` : key;
}

/** Rights as the guide gives them: whoever works there sees the timeline, and whoever looks at the pages may listen. */
async function assignPermissionSets({ url }: Part): Promise<void> {
    const { user_id: looking } = await postJson<{ user_id: string }>(`${url}/_control/sessions`, {});
    const { records } = await getJson<{ records: readonly { Id: string; Username: string; IsActive: boolean }[] }>(
        `${url}/_control/records?type=User`
    );
    for (const { Id, Username, IsActive } of records) {
        if (!IsActive || Username === integrationUser.username) continue;
        const permissionSets = Id === looking ? ['Quo_User', 'Quo_Recording_Listener'] : ['Quo_User'];
        await postJson(`${url}/_control/users`, { username: Username, permissionSets });
    }
}

async function subscribe(quo: Part, connector: Part, keys: readonly string[]): Promise<void> {
    const url = `${connector.url}/webhooks/quo/default`;
    for (const [n, apiVersion] of FAMILIES.entries())
        await postJson(`${quo.url}/_control/webhooks`, { url, apiVersion, key: keys[n] });
}
