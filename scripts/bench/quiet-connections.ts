/**
 * How long the calls of quiet connections take to be in Salesforce beside a busy one, in the process that serves all:
 * `node scripts/bench/quiet-connections.ts [connections] [calls a second of the busy one] [seconds]`. The orgs are in memory
 * and take as long to answer as Salesforce does; the store, its jobs and the pace of passes are the real ones. Measured first
 * without the busy one, and printed as a ratio. Mark: a median of 3 s; it ends with 1 when it is missed.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WHOLE_SINCE } from '../../connector/src/contracts/directory.ts';
import { SILENT } from '../../connector/src/log.ts';
import { startSchedule } from '../../connector/src/pipeline/schedule.ts';
import { pgBossEngine } from '../../connector/src/store/engine/engine.ts';
import { openStore, type OpenStore } from '../../connector/src/store/open.ts';
import { answeredCall } from '../../connector/test/pipeline/answered-call.ts';
import { contextOf, inMemoryConnection, type InMemory } from '../../connector/test/pipeline/in-memory-connection.ts';

const CONNECTIONS = Number(process.argv[2] ?? 4);
const BUSY_A_SECOND = Number(process.argv[3] ?? 1);
const SECONDS = Number(process.argv[4] ?? 60);
/** Of a request that writes. */
const ANSWER_MS = 400;
/** As `main.ts` serves: the least time between two passes of a connection. */
const PASS_EVERY_MS = 1_500;
const QUIET_EVERY_MS = 20_000;
const LOOK_EVERY_MS = 50;
const MOST_SECONDS = 3;
const SECOND = 1_000;
const LONGEST_MS = 300_000;

const IDS = Array.from({ length: CONNECTIONS }, (_, n) => `org-${n}`);
const [BUSY = '', ...QUIET] = IDS;

const alone = await measure(0);
const beside = await measure(BUSY_A_SECOND);
console.log(`${QUIET.length} quiet connections alone: ${said(alone)}`);
console.log(`beside one with ${BUSY_A_SECOND} calls a second: ${said(beside)}`);
console.log(
    `ratio of the medians ${(median(beside) / median(alone)).toFixed(2)}, of the longest ${(longest(beside) / longest(alone)).toFixed(2)}`
);
if (median(beside) > MOST_SECONDS) process.exitCode = 1;

/** @returns the seconds that each call of a quiet connection took */
async function measure(busyASecond: number): Promise<readonly number[]> {
    const dataDir = await mkdtemp(join(tmpdir(), 'quo-quiet-'));
    const store = await openStore({ dataDir, log: SILENT });
    const all = new Map(IDS.map((id) => [id, inMemoryConnection(id, () => sleep(ANSWER_MS))]));
    await begin(store);
    const context = contextOf(store, all, PASS_EVERY_MS);
    const engine = pgBossEngine({ pool: store.pool, log: SILENT });
    const schedule = await startSchedule(context, engine);
    const took: Promise<number>[] = [];
    const call = async (id: string): Promise<number> => {
        const name = `${id}-${took.length}-${performance.now()}`;
        await store.deliveries.learn(id, answeredCall(name));
        schedule.wake(id);
        return secondsUntil(() => isWritten(all, id, name));
    };
    const ends = performance.now() + SECONDS * SECOND;
    const busy = busyASecond > 0 ? keepBusy(call, SECOND / busyASecond, ends) : Promise.resolve();
    const quiet = QUIET.map(async (id, n) => {
        await sleep((n / QUIET.length) * QUIET_EVERY_MS);
        while (performance.now() < ends) {
            took.push(call(id));
            await sleep(QUIET_EVERY_MS);
        }
    });
    await Promise.all([busy, ...quiet]);
    const seconds = await Promise.all(took);
    await schedule.stop();
    await engine.stop();
    await store.close();
    await rm(dataDir, { recursive: true, force: true });
    return seconds;
}

async function begin(store: OpenStore): Promise<void> {
    const nobody = { people: [], gone: [], related: [], goneRelated: [] };
    for (const id of IDS) {
        await store.connections.ensure(id);
        await store.directory.apply(id, { ...nobody, highWater: { [WHOLE_SINCE]: new Date().toISOString() } });
    }
}

async function keepBusy(call: (id: string) => Promise<unknown>, everyMs: number, ends: number): Promise<void> {
    const calls: Promise<unknown>[] = [];
    while (performance.now() < ends) {
        calls.push(call(BUSY));
        await sleep(everyMs);
    }
    await Promise.all(calls);
}

function isWritten(all: ReadonlyMap<string, InMemory>, id: string, callId: string): boolean {
    return all.get(id)?.org.records.has(`Task/call_${callId}`) === true;
}

async function secondsUntil(isSo: () => boolean): Promise<number> {
    const from = performance.now();
    while (!isSo()) {
        if (performance.now() - from > LONGEST_MS) throw new Error('A call was never written.');
        await sleep(LOOK_EVERY_MS);
    }
    return (performance.now() - from) / SECOND;
}

function sorted(seconds: readonly number[]): readonly number[] {
    return [...seconds].sort((a, b) => a - b);
}

function median(seconds: readonly number[]): number {
    return sorted(seconds)[Math.floor(seconds.length / 2)] ?? NaN;
}

function longest(seconds: readonly number[]): number {
    return Math.max(...seconds);
}

function said(seconds: readonly number[]): string {
    return `median ${median(seconds).toFixed(2)} s, longest ${longest(seconds).toFixed(2)} s of ${seconds.length} calls`;
}
