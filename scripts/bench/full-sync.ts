/**
 * A full run over many people that is killed twice: `node scripts/bench/full-sync.ts [people]`. The simulated Quo's clock
 * runs two hundred times faster, so that its ten requests a second are two thousand; counts and doubles are what matters.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startQuo } from 'quo-simulator/quo.ts';
import { SILENT } from '../../connector/src/log.ts';
import { quoClient } from '../../connector/src/quo/client.ts';
import { quoContacts } from '../../connector/src/quo/contacts.ts';
import { startEmbedded } from '../../connector/src/store/embedded/start.ts';
import { openStore } from '../../connector/src/store/open.ts';
import { quoContactStore } from '../../connector/src/store/quo-contacts/quo-contacts.ts';
import { personOf } from './bench-person.ts';

const PEOPLE = Number(process.argv[2] ?? 20_000);
const PER_SECOND = 1_500;
const LEASE_MS = 3_000;
const WORKER = fileURLToPath(new URL('contact-sync-worker.ts', import.meta.url));

const dataDir = await mkdtemp(join(tmpdir(), 'quo-bench-'));
const embedded = await startEmbedded(dataDir, {});
const { user, host, database } = embedded.connection;
const databaseUrl = `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host ?? '')}`;
const secretKey = Buffer.alloc(32, 7).toString('base64');
const quo = await startQuo({ now: () => Math.floor(performance.now() * 200) + Date.UTC(2026, 10, 20) });
const store = await openStore({ dataDir: '/nowhere', databaseUrl, secretKey, log: SILENT });
const contacts = quoContactStore(store.db);

try {
    await store.connections.ensure('default');
    const people = Array.from({ length: PEOPLE }, (_, n) => personOf(n));
    await store.directory.apply('default', {
        people,
        gone: [],
        related: [],
        goneRelated: [],
        highWater: {}
    });
    const started = performance.now();
    for (const share of [0.3, 0.7]) await runUntil(share * PEOPLE);
    const [code] = (await once(work(), 'exit')) as [number | null];
    const seconds = Math.round((performance.now() - started) / 1_000);
    await report(code, seconds);
} finally {
    await store.close();
    await quo.close();
    await embedded.stop();
    await rm(dataDir, { recursive: true, force: true });
}

function work(): ChildProcess {
    const args = [WORKER, databaseUrl, secretKey, quo.url, String(PER_SECOND), String(LEASE_MS)];
    return spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, TELL_MEMORY: '1' } });
}

async function runUntil(linked: number): Promise<void> {
    const worker = work();
    const ended = once(worker, 'exit');
    while (((await contacts.counts('default')).byState.linked ?? 0) < linked) await sleep(50);
    worker.kill('SIGKILL');
    await ended;
    console.log(`killed with ${(await contacts.counts('default')).byState.linked} people in Quo`);
}

async function report(code: number | null, seconds: number): Promise<void> {
    const tally = (await (await fetch(`${quo.url}/_control/requests`)).json()) as { total: number };
    const found: string[] = [];
    const client = quoClient({ baseUrl: quo.url, key: 'sandbox-key', perSecond: PER_SECOND });
    for await (const page of quoContacts(client).ours({ lane: 'full' })) {
        for (const { externalId, lastName } of page) found.push(`${externalId} ${lastName}`);
    }
    const extra = ((tally.total / PEOPLE - 1) * 100).toFixed(2);
    const expected = new Set(Array.from({ length: PEOPLE }, (_, n) => `${personOf(n).id} ${personOf(n).lastName}`));
    const equal = found.length === PEOPLE && found.every((one) => expected.has(one));
    console.log(
        `${PEOPLE} people, ended with code ${code} after ${seconds} s, ${tally.total} requests (${extra} % extra)`
    );
    console.log(equal ? 'Quo equals Salesforce, no doubles' : `Quo has ${found.length} contacts: not equal`);
    process.exitCode = equal && code === 0 && tally.total <= PEOPLE * 1.03 ? 0 : 1;
}
