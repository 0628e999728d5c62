import { setTimeout as sleep } from 'node:timers/promises';
import { PATIENCE_MS, type Row, type World } from './world.ts';

/** Emits at once that are on their way to the simulated Quo; it delivers 32 at a time. */
const AT_ONCE = 24;
const API = '/services/data/v66.0';

/** An answered incoming call of a number. */
export function callFrom(number: string, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
    const call = { kind: 'call', direction: 'incoming', inbox: 'principal', who: [number], talks: 60 };
    return { ...call, answeredBy: 'luc', ends: 'answered', ...more };
}

/** Lets things happen in Quo, many at a time, each told to its webhook. */
export async function happen(world: World, events: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
    const queue = [...events];
    const worker = async (): Promise<void> => {
        for (let event = queue.shift(); event !== undefined; event = queue.shift()) await world.control('emit', event);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** Looks until `found` returns something, for as long as a loaded machine may need; then once more, to tell why not. */
export async function until<T>(found: () => Promise<T | undefined>, explain: () => Promise<unknown>): Promise<T> {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
        const result = await found();
        if (result !== undefined) return result;
        await sleep(150);
    }
    throw new Error(`It never came: ${JSON.stringify(await explain())}`);
}

/** The Tasks of the connector by key, once all of them are as wanted. */
export function tasksOnce(world: World, isRight: (tasks: readonly Row[]) => boolean): Promise<readonly Row[]> {
    const ours = async (): Promise<readonly Row[]> =>
        (await world.records('Task')).filter((task) => task['Quo_Key__c'] !== undefined);
    return until(
        async () => {
            const tasks = await ours();
            return isRight(tasks) ? tasks : undefined;
        },
        async () => {
            const tasks = await ours();
            const withPerson = tasks.filter((task) => task['WhoId'] !== undefined).length;
            return { tasks: tasks.length, withPerson, newest: tasks.slice(-3) };
        }
    );
}

/** The directory is refreshed at the next tick, as if its time had come. */
export async function refreshSoon(world: World): Promise<void> {
    await world.query("delete from memory where name = 'directory-asked'");
}

/** What a script does to the org itself. */
export async function orgControl<T>(world: World, path: string, body?: unknown): Promise<T> {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const response = await fetch(`${world.orgUrl}/_control/${path}`, init);
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
}

/** Somebody of the company at work in Salesforce; without a name, the administrator. */
export async function salesforceUser(
    world: World,
    username?: string
): Promise<(method: 'PATCH' | 'POST' | 'DELETE', path: string, fields?: Row) => Promise<Row>> {
    const { access_token } = await orgControl<{ access_token: string }>(world, 'sessions', { username });
    return async (method, path, fields) => {
        const headers = { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' };
        const response = await fetch(`${world.orgUrl}${API}/sobjects/${path}`, {
            method,
            headers,
            ...(fields === undefined ? {} : { body: JSON.stringify(fields) })
        });
        if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
        return response.status === 204 ? {} : ((await response.json()) as Row);
    };
}
