import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { requestQueue } from '../../../src/quo/request-queue.ts';
import type { QuoLane } from '../../../src/contracts/quo/budget.ts';
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
            const own = requestQueue(1_000, {
                shared: quoBudget(db, 'shared', { secondMs: SECOND_MS, perSecond: PER_SECOND })
            });
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

/** Longer than any test: what is taken stays taken. */
const FOR_GOOD_MS = 600_000;

/** How many places a lane gets before it finds none, twice in a row. */
async function takenBefore(db: Database, key: string, lane: QuoLane): Promise<number> {
    const stop = new AbortController();
    let [taken, missed] = [0, 0];
    const watched: Database = {
        ...db,
        rows: async <R>(text: string, values?: readonly unknown[]) => {
            const rows = await db.rows<R & { slot?: number | null; waitMs?: number | null }>(text, values);
            const isMiss = rows[0]?.slot === null && typeof rows[0].waitMs === 'number';
            missed = isMiss ? missed + 1 : 0;
            if (missed === 2) stop.abort();
            return rows;
        }
    };
    const budget = quoBudget(watched, key, { leaseMs: FOR_GOOD_MS });
    try {
        for (;;) {
            await budget.take(lane, stop.signal);
            taken += 1;
        }
    } catch (error) {
        assert.ok(stop.signal.aborted, String(error));
        return taken;
    }
}

test('the run over everybody leaves places for what is asked about calls, and all of it one for a ringing caller', async () => {
    const [first, second] = processes;
    assert.equal(await takenBefore(first!, 'urgent', 'full'), 8);
    assert.equal(await takenBefore(second!, 'urgent', 'calls'), 1);
    assert.equal(await takenBefore(first!, 'urgent', 'full'), 0);
    assert.equal(await takenBefore(first!, 'urgent', 'just-in-time'), 0);
    assert.equal(await takenBefore(second!, 'urgent', 'ringing'), 1);
});

test('what a dead process had under way is free again when its lease ends', async () => {
    const [first, second] = processes.map((db) => quoBudget(db, 'dead', { secondMs: 1, leaseMs: 150 }));
    const started = performance.now();
    for (let n = 0; n < 10; n += 1) await first!.take('ringing');
    const done = await second!.take('ringing');
    assert.ok(performance.now() - started >= 140);
    done();
});

test('whoever gives back late does not free the place that another took meanwhile', async () => {
    const only = { perSecond: 1, secondMs: 1 };
    const [first, second] = processes;
    const runs: Promise<unknown>[] = [];
    const late = await quoBudget(awaited(first!, runs), 'late', { ...only, leaseMs: 60 }).take('ringing');
    await quoBudget(second!, 'late', { ...only, leaseMs: FOR_GOOD_MS }).take('ringing');
    late();
    await Promise.all(runs);
    assert.equal(await takenBefore(first!, 'late', 'ringing'), 0);
});

test('when Quo says that its second is spent, every process waits for the next', async () => {
    const [first, second] = processes;
    const runs: Promise<unknown>[] = [];
    const budget = quoBudget(awaited(first!, runs), 'spent', { secondMs: FOR_GOOD_MS });
    (await budget.take('ringing'))();
    budget.spent();
    await Promise.all(runs);
    assert.equal(await takenBefore(second!, 'spent', 'ringing'), 0);
});

test('keys do not wait for each other, and without the database a process goes on by itself', async () => {
    const full = quoBudget(processes[0]!, 'one', { perSecond: 1, leaseMs: FOR_GOOD_MS });
    await full.take('ringing');
    (await quoBudget(processes[0]!, 'two').take('full'))();
    const broken = { ...processes[0]!, rows: () => Promise.reject(new Error('gone')) };
    (await quoBudget(broken, 'one').take('full'))();
    assert.equal(await takenBefore(processes[0]!, 'one', 'ringing'), 0);
});

test('a place that was taken a moment after another process read the clock is taken', async () => {
    const [first, second] = processes;
    await quoBudget(first!, 'later', { perSecond: 1, leaseMs: FOR_GOOD_MS }).take('ringing');
    await first!.run("update quo_slots set free_at = free_at + interval '500 milliseconds' where key = 'later'");
    assert.equal(await takenBefore(second!, 'later', 'ringing'), 0);
});

/** The database, with what is told it beside a request kept to be awaited. */
function awaited(db: Database, runs: Promise<unknown>[]): Database {
    return {
        ...db,
        run: (text, values) => {
            const run = db.run(text, values);
            runs.push(run);
            return run;
        }
    };
}
