import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { requestQueue } from '../../../src/quo/request-queue.ts';
import type { QuoLane } from '../../../src/contracts/quo-budget.ts';
import { quoBudget } from '../../../src/store/quo-contacts/quo-budget.ts';
import type { Database } from '../../../src/store/database/sql.ts';
import { privateStore } from '../store/database.ts';

/** Quo's second, ten times shorter. */
const SECOND_MS = 100;
const PER_SECOND = 10;
/** What a machine that is busy adds between two clocks; the database's clock rules. */
const TOLERANCE_MS = 2;

let processes: readonly Database[];
before(async () => {
    const { store, another } = await privateStore();
    processes = [store.db, (await another()).db, (await another()).db];
});

test('three processes together never make more than ten requests arrive in a second, however they are delayed', async () => {
    const arrivals: number[] = [];
    const request = async (n: number): Promise<void> => {
        // A request arrives any time between its start and its answer.
        await sleep((n * 7) % 60);
        arrivals.push(performance.now());
        await sleep((n * 3) % 20);
    };
    await Promise.all(
        processes.flatMap((db, process) => {
            const own = requestQueue(1_000, quoBudget(db, 'shared', { secondMs: SECOND_MS, perSecond: PER_SECOND }));
            return Array.from({ length: 25 }, (_, n) => own.run('calls', () => request(n * 3 + process)));
        })
    );
    arrivals.sort((a, b) => a - b);
    assert.equal(arrivals.length, 75);
    for (let i = PER_SECOND; i < arrivals.length; i += 1) {
        const within = arrivals[i]! - arrivals[i - PER_SECOND]!;
        assert.ok(within >= SECOND_MS - TOLERANCE_MS, `eleven arrived within ${within} ms`);
    }
});

test('the run over everybody leaves places for a caller, and a caller leaves one for calls', async () => {
    const [first, second] = processes.map((db) => quoBudget(db, 'urgent', { secondMs: SECOND_MS }));
    const taken = async (lane: QuoLane, budget = first!): Promise<number> => {
        const stop = new AbortController();
        let count = 0;
        const more = async (): Promise<void> => {
            for (;;) {
                await budget.take(lane, stop.signal);
                count += 1;
            }
        };
        const taking = more().catch(() => undefined);
        await sleep(SECOND_MS);
        stop.abort();
        await taking;
        return count;
    };
    assert.equal(await taken('full'), 8);
    assert.equal(await taken('just-in-time', second), 1);
    assert.equal(await taken('full'), 0);
    assert.equal(await taken('calls'), 1);
});

test('what a dead process had under way is free again when its lease ends', async () => {
    const [first, second] = processes.map((db) => quoBudget(db, 'dead', { secondMs: 1, leaseMs: 150 }));
    const started = performance.now();
    for (let n = 0; n < 10; n += 1) await first!.take('calls');
    const done = await second!.take('calls');
    assert.ok(performance.now() - started >= 140);
    done();
});

test('whoever gives back late does not free the place that another took meanwhile', async () => {
    const only = { perSecond: 1, secondMs: 1, leaseMs: 60 };
    const [first, second] = processes.map((db) => quoBudget(db, 'late', only));
    const late = await first!.take('calls');
    await second!.take('calls');
    const started = performance.now();
    late();
    await first!.take('calls');
    assert.ok(performance.now() - started >= 40, 'the other one’s time counted');
});

test('when Quo says that its second is spent, every process waits for the next', async () => {
    const [first, second] = processes.map((db) => quoBudget(db, 'spent', { secondMs: 150 }));
    (await first!.take('calls'))();
    first!.spent();
    await sleep(20);
    const started = performance.now();
    await second!.take('calls');
    assert.ok(performance.now() - started >= 100);
});

test('keys do not wait for each other, and without the database a process goes on by itself', async () => {
    const full = quoBudget(processes[0]!, 'one', { perSecond: 1 });
    await full.take('calls');
    const started = performance.now();
    (await quoBudget(processes[0]!, 'two').take('full'))();
    const broken = { ...processes[0]!, rows: () => Promise.reject(new Error('gone')) };
    (await quoBudget(broken, 'one').take('full'))();
    assert.ok(performance.now() - started < 500);
});
