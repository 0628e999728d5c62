/**
 * How soon a ringing caller is in Quo beside a backlog of questions about calls, at Quo's ten requests a second, through
 * the real request queue and the budget in the database: `node scripts/bench/ringing.ts [questions] [callers]`. Ends with
 * 1 when a caller took longer than a second, or Quo refused a request for going over its limit.
 */
import { performance } from 'node:perf_hooks';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startQuo } from 'quo-simulator/quo.ts';
import type { Fact } from '../../connector/src/domain/facts.ts';
import { DEFAULT_PREFERENCES } from '../../connector/src/domain/preferences/preferences.ts';
import { SILENT } from '../../connector/src/log.ts';
import { contactSync } from '../../connector/src/pipeline/contact-sync/contact-sync.ts';
import { quoClient } from '../../connector/src/quo/client.ts';
import { quoContacts } from '../../connector/src/quo/contacts.ts';
import { openStore } from '../../connector/src/store/open.ts';
import { quoBudget } from '../../connector/src/store/quo-contacts/quo-budget.ts';
import { quoContactStore } from '../../connector/src/store/quo-contacts/quo-contacts.ts';
import { numberOf, personOf } from './bench-person.ts';

const QUESTIONS = Number(process.argv[2] ?? 3_000);
const CALLERS = Number(process.argv[3] ?? 40);
const MARK_MS = 1_000;
/** Callers that ring at the same moment, and the time until the next five do. */
const AT_ONCE = 5;
const BETWEEN_MS = 2_000;

const dataDir = await mkdtemp(join(tmpdir(), 'quo-bench-'));
const quo = await startQuo();
const store = await openStore({ dataDir, log: SILENT });
const client = quoClient({ baseUrl: quo.url, key: 'sandbox-key', budget: quoBudget(store.db, 'sandbox-key') });
const sync = contactSync({
    connection: 'default',
    quo: quoContacts(client),
    contacts: quoContactStore(store.db),
    directory: store.directory,
    memory: store.memory,
    preferences: () => DEFAULT_PREFERENCES,
    recordUrl: (id) => `https://acme.my.salesforce.com/${id}`,
    requestRun: async () => {},
    log: SILENT
});
const stop = new AbortController();

try {
    await store.connections.ensure('default');
    const people = Array.from({ length: CALLERS }, (_, n) => personOf(n));
    await store.directory.apply('default', {
        people,
        gone: [],
        opportunities: [],
        goneOpportunities: [],
        highWater: {}
    });
    await sync.run(stop.signal);
    const backlog = Array.from({ length: QUESTIONS }, (_, n) => question(n));
    await sleep(BETWEEN_MS);
    const times = await ringAll();
    const left = client.waiting('calls');
    stop.abort();
    await Promise.all(backlog);
    process.exitCode = (await told(times, left)) ? 0 : 1;
} finally {
    await store.close();
    await quo.close();
    await rm(dataDir, { recursive: true, force: true });
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
    const about = { callId: `AC${n}`, at: new Date().toISOString() };
    const facts: readonly Fact[] = [
        { ...about, kind: 'ringing', direction: 'incoming' },
        { ...about, kind: 'parties', external: [numberOf(n)], sidesKnown: true }
    ];
    const started = performance.now();
    await sync.onFacts(facts);
    return performance.now() - started;
}

async function told(times: readonly number[], left: number): Promise<boolean> {
    const at = (share: number): number => Math.round(times[Math.floor((times.length - 1) * share)] ?? 0);
    const { byStatus } = (await (await fetch(`${quo.url}/_control/requests`)).json()) as {
        byStatus: Record<string, number>;
    };
    const { contacts } = await sync.status();
    const inQuo = contacts.byState.linked ?? 0;
    const refused = byStatus['429'] ?? 0;
    // Without a backlog to the end there was nothing to go before.
    const isHeld = at(1) <= MARK_MS && refused === 0 && inQuo === CALLERS && left > 0;
    console.log(`${CALLERS} callers, ${AT_ONCE} at a time, beside ${QUESTIONS} questions (${left} left at the end)`);
    console.log(`in Quo: ${inQuo}, median ${at(0.5)} ms, slowest ${at(1)} ms; refused by Quo: ${refused}`);
    console.log(`${isHeld ? 'held' : 'MISSED'}: everybody within ${MARK_MS} ms`);
    return isHeld;
}
