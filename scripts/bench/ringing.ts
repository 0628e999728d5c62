/**
 * How soon a ringing caller is in Quo beside a backlog of questions about calls, at Quo's ten requests a second, through
 * the real request queue and the budget in the database: `node scripts/bench/ringing.ts [questions] [callers]`. Ends with
 * 1 when a caller took longer than a second, or Quo refused a request for going over its limit.
 */
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { personOf } from './bench-person.ts';
import { openContactSync, ringing } from './open-contact-sync.ts';

const QUESTIONS = Number(process.argv[2] ?? 3_000);
const CALLERS = Number(process.argv[3] ?? 40);
const MARK_MS = 1_000;
/** Callers that ring at the same moment, and the time until the next five do. */
const AT_ONCE = 5;
const BETWEEN_MS = 2_000;

const { client, sync, learn, refused, close } = await openContactSync();
const stop = new AbortController();

try {
    await learn(Array.from({ length: CALLERS }, (_, n) => personOf(n)));
    await sync.run(stop.signal);
    const backlog = Array.from({ length: QUESTIONS }, (_, n) => question(n));
    await sleep(BETWEEN_MS);
    const times = await ringAll();
    const left = client.waiting('calls');
    stop.abort();
    await Promise.all(backlog);
    process.exitCode = (await told(times, left)) ? 0 : 1;
} finally {
    await close();
}

/** Quo has no such call: its answer costs a request all the same. */
async function question(n: number): Promise<void> {
    const request = { params: { callId: `AC${n}` }, signal: stop.signal };
    await client.send('GET /calls/{callId}', request).catch(() => undefined);
}

async function ringAll(): Promise<readonly number[]> {
    const times: number[] = [];
    for (let n = 0; n < CALLERS; n += AT_ONCE) {
        const together = Array.from({ length: Math.min(AT_ONCE, CALLERS - n) }, (_, k) => ring(n + k));
        times.push(...(await Promise.all(together)));
        await sleep(BETWEEN_MS);
    }
    return times.toSorted((a, b) => a - b);
}

async function ring(n: number): Promise<number> {
    const started = performance.now();
    await sync.onFacts(ringing(n));
    return performance.now() - started;
}

async function told(times: readonly number[], left: number): Promise<boolean> {
    const at = (share: number): number => Math.round(times[Math.floor((times.length - 1) * share)] ?? 0);
    const { contacts } = await sync.status();
    const inQuo = contacts.byState.linked ?? 0;
    const overLimit = await refused();
    // Without a backlog to the end there was nothing to go before.
    const isHeld = at(1) <= MARK_MS && overLimit === 0 && inQuo === CALLERS && left > 0;
    console.log(`${CALLERS} callers, ${AT_ONCE} at a time, beside ${QUESTIONS} questions (${left} left at the end)`);
    console.log(`in Quo: ${inQuo}, median ${at(0.5)} ms, slowest ${at(1)} ms; refused by Quo: ${overLimit}`);
    console.log(`${isHeld ? 'held' : 'MISSED'}: everybody within ${MARK_MS} ms`);
    return isHeld;
}
