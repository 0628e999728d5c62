/**
 * How fast and for how many requests a caller is shown in Quo while it rings, against the simulated Quo with its real
 * limit of ten requests a second: `node scripts/bench/just-in-time.ts [callers]`
 */
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { personOf } from './bench-person.ts';
import { openContactSync, ringing } from './open-contact-sync.ts';

const CALLERS = Number(process.argv[2] ?? 40);
/** A call every so often: a busy switchboard. */
const BETWEEN_MS = 250;

const bench = await openContactSync();
const { client, sync } = bench;

try {
    await learn((n) => ({ title: `Title ${n}` }), CALLERS * 20);
    await sync.run(new AbortController().signal);
    console.log(`${CALLERS} callers, one every ${BETWEEN_MS} ms, ten requests a second allowed`);
    await round('new to Quo');
    await round('known and unchanged');
    await learn((n) => ({ title: `New title ${n}` }), CALLERS);
    await round('known, title changed');
    await learn((n) => ({ title: `New title ${n}`, email: `new${n}@example.com` }), CALLERS);
    await round('known, email changed');
    await duringFullRun();
} finally {
    await bench.close();
}

async function learn(changes: Parameters<typeof personOf>[1] | ((n: number) => object), count: number): Promise<void> {
    await bench.learn(
        Array.from({ length: count }, (_, n) => personOf(n, typeof changes === 'function' ? changes(n) : changes))
    );
}

async function round(what: string, first = 0): Promise<void> {
    const before = total();
    const times: number[] = [];
    for (let n = first; n < first + CALLERS; n += 1) {
        const started = performance.now();
        await sync.onFacts(ringing(n));
        times.push(performance.now() - started);
        await sleep(Math.max(0, BETWEEN_MS - (times.at(-1) ?? 0)));
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => `${Math.round(times[Math.floor((times.length - 1) * share)] ?? 0)} ms`;
    const requests = ((total() - before) / CALLERS).toFixed(2);
    console.log(`${what.padEnd(28)} median ${at(0.5)}, 95 % ${at(0.95)}, slowest ${at(1)}; ${requests} requests each`);
}

/** The full run takes its eight a second all the while. */
async function duringFullRun(): Promise<void> {
    const stop = new AbortController();
    await sync.startFull();
    const running = sync.run(stop.signal).catch(() => undefined);
    await sleep(2_000);
    await round('new, beside a full run', CALLERS * 19);
    console.log('(requests of the full run included)');
    stop.abort();
    await running;
    console.log(`refused for going over the limit: ${await bench.refused()}`);
}

function total(): number {
    return Object.values(client.requests()).reduce((sum, n) => sum + n, 0);
}
