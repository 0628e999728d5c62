import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { loadScenarios } from 'sandbox-day/scenarios.ts';
import { startQuo } from 'quo-simulator/quo.ts';
import type { Workspace } from '../../src/contracts/quo/quo.ts';
import type { Fact } from '../../src/domain/facts.ts';
import { quoClient } from '../../src/quo/client.ts';
import { read } from '../../src/quo/payloads/read.ts';
import { workspace } from '../../src/quo/workspace.ts';

/** Of a quarter of an hour for each scenario. */
const HOURS = 24;
const FAMILIES = ['2026-03-30', 'v4', 'v3', 'v2'] as const;
/** Between two looks at the clock of the simulated Quo, which then never counts more requests a second than it allows. */
const TICK_MS = 200;

/** A day in Quo that is over: what its webhooks told, and its API for the rest. */
export interface ToldDay {
    readonly facts: readonly Fact[];
    /** Answers each question once and remembers the answer. */
    readonly workspace: Workspace;
    /** When the day is over. */
    readonly now: Date;
    close(this: void): Promise<void>;
}

/** Every situation of a day on which unknown callers become leads, but those with a rep at work in Salesforce. */
function scenariosOfTheDay(): readonly string[] {
    const asDecided = [{}, { unknownCallers: 'lead' }];
    return [...loadScenarios()].flatMap(([name, { edits, expect }]) =>
        edits.length === 0 && asDecided.some((decided) => isDeepStrictEqual(decided, expect.preferences)) ? [name] : []
    );
}

/** Plays a day that begins at this moment. */
export async function toldDay(from: string): Promise<ToldDay> {
    const now = new Date(Date.parse(from) + HOURS * 3_600_000);
    let ticks = 0;
    const facts: Fact[] = [];
    const quo = await startQuo({
        now: () => now.getTime() + TICK_MS * ticks++,
        fetch: async (_url, init) => {
            const reading = read(init?.body as Uint8Array);
            if (reading.kind === 'facts') facts.push(...reading.facts);
            return new Response(null, { status: 202 });
        }
    });
    for (const apiVersion of FAMILIES) {
        const key = (apiVersion === '2026-03-30' ? 'whsec_' : '') + randomBytes(32).toString('base64');
        await post(`${quo.url}/_control/webhooks`, { url: 'https://quo.example.com/', apiVersion, key });
    }
    await post(`${quo.url}/_control/play`, { scenarios: scenariosOfTheDay(), from, wait: true });
    while (await isUnderWay(quo.url)) await setImmediate();
    const client = quoClient({ baseUrl: quo.url, key: 'sandbox-key', perSecond: 1_000, now: () => now.getTime() });
    return { facts, workspace: remembering(workspace(client)), now, close: () => quo.close() };
}

async function isUnderWay(url: string): Promise<boolean> {
    const { pending } = (await (await fetch(`${url}/_control/play`)).json()) as { pending: number };
    return pending > 0;
}

async function post(url: string, body: unknown): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
}

function remembering(asked: Workspace): Workspace {
    const inboxes = once(() => asked.inboxes());
    const users = once(() => asked.users());
    const list = <T>(pages: (from: string, to: string) => AsyncIterable<T>) => {
        const all = once((from: string, to: string) => allOf(pages(from, to)));
        return async function* (from: string, to: string): AsyncGenerator<T> {
            yield* await all(from, to);
        };
    };
    return {
        inboxes,
        users,
        call: once((callId) => asked.call(callId)),
        recordings: once((callId) => asked.recordings(callId)),
        transcript: once((callId) => asked.transcript(callId)),
        callsBetween: list((from, to) => asked.callsBetween(from, to)),
        messagesBetween: list((from, to) => asked.messagesBetween(from, to))
    };
}

function once<A extends readonly string[], T>(ask: (...of: A) => Promise<T>): (...of: A) => Promise<T> {
    const known = new Map<string, Promise<T>>();
    return (...of) => {
        const key = of.join();
        const answer = known.get(key) ?? ask(...of);
        known.set(key, answer);
        return answer;
    };
}

async function allOf<T>(pages: AsyncIterable<T>): Promise<readonly T[]> {
    const all: T[] = [];
    for await (const page of pages) all.push(page);
    return all;
}
