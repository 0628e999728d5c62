/**
 * What it costs that words and numbers are encrypted: `node scripts/bench/sealing.ts [calls] [rounds]`. The same calls are
 * received, taken and settled by stores that seal and by stores that store them as they are, in turn and in the same run.
 * Ends with 1 when sealing takes more than two and a half times as long.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Fact } from '../../connector/src/domain/facts.ts';
import { SILENT } from '../../connector/src/log.ts';
import { activityStore } from '../../connector/src/store/activities/activities.ts';
import { databaseOf } from '../../connector/src/store/database/sql.ts';
import { deliveryStore } from '../../connector/src/store/deliveries/deliveries.ts';
import { leasesOf } from '../../connector/src/store/engine/leases.ts';
import { pseudonymWith } from '../../connector/src/store/erasure/forgotten.ts';
import { openStore } from '../../connector/src/store/open.ts';
import { sealWith, type Seal } from '../../connector/src/store/sealing/seal.ts';

const CALLS = Number(process.argv[2] ?? 500);
const ROUNDS = Number(process.argv[3] ?? 5);
const MARK = 2.5;
const LEASE_MS = 15_000;
const AT = '2026-11-20T17:00:00.000Z';
const WORDS =
    'Madame Tremblay demande quand la toiture sera réparée et laisse son adresse à Laval avant midi jeudi'.split(' ');

const sealing = sealWith(Buffer.alloc(32, 7));
const plain: Seal = {
    ...sealing,
    text: (text) => text,
    open: (text) => text,
    bytes: (bytes) => Buffer.from(bytes),
    openBytes: (bytes) => bytes
};
const dataDir = await mkdtemp(join(tmpdir(), 'quo-bench-'));
const store = await openStore({ dataDir, log: SILENT });
try {
    await store.connections.ensure('default');
    const ms = { sealed: [] as number[], plain: [] as number[] };
    const bytes = { sealed: 0, plain: 0 };
    for (let round = -1; round < ROUNDS; round += 1)
        for (const [name, seal] of [['sealed', sealing] as const, ['plain', plain] as const]) {
            const took = await calls(seal);
            // The first round warms up.
            if (round >= 0) ms[name].push(took);
            bytes[name] = await size();
        }
    const [sealed, open] = [middle(ms.sealed), middle(ms.plain)];
    const ratio = sealed / open;
    console.log(
        `load ${loadavg()[0]?.toFixed(1)}; ${CALLS} calls received, taken and settled; the middle of ${ROUNDS}`
    );
    console.log(
        `encrypted ${sealed.toFixed(0)} ms, as they are ${open.toFixed(0)} ms: ${ratio.toFixed(2)} times the time, ` +
            `${(bytes.sealed / bytes.plain).toFixed(2)} times the room`
    );
    if (ratio > MARK) process.exitCode = 1;
} finally {
    await store.close();
    await rm(dataDir, { recursive: true, force: true });
}

/** @returns milliseconds */
async function calls(seal: Seal): Promise<number> {
    await store.pool.query('truncate deliveries, facts, activities, records, writes');
    const db = databaseOf(store.pool, seal);
    const mark = pseudonymWith('bench');
    const leases = leasesOf(db, LEASE_MS);
    const deliveries = deliveryStore(db, mark, db);
    const activities = activityStore(db, LEASE_MS, leases, mark);
    const began = performance.now();
    await Promise.all(Array.from({ length: CALLS }, (_, n) => deliveries.accept(deliveryOf(n))));
    await store.pool.query('update activities set due_at = now()');
    const held = await activities.claim('default', CALLS);
    await activities.settle(
        'default',
        held.map(({ activityKey, version }, n) => ({
            activityKey,
            version,
            outcome: 'done',
            records: [{ object: 'Task', key: activityKey, salesforceId: `00T${n}`, fields: fieldsOf(n), written: true }]
        }))
    );
    const took = performance.now() - began;
    leases.end();
    return took;
}

function deliveryOf(n: number) {
    const callId = `AC${n}`;
    const facts: readonly Fact[] = [
        { kind: 'parties', callId, at: AT, external: [`+1514555${String(n).padStart(4, '0')}`], sidesKnown: true },
        { kind: 'ended', callId, at: AT, status: 'answered', duration: 125, startedAt: AT, completedAt: AT },
        {
            kind: 'summary',
            callId,
            at: AT,
            progress: 'completed',
            summary: [sentence(n), sentence(n + 1)],
            nextSteps: [sentence(n + 2)]
        },
        {
            ...{ kind: 'transcript', callId, at: AT, progress: 'completed' },
            dialogue: Array.from({ length: 20 }, (_, line) => ({
                content: sentence(n + line),
                start: line,
                end: line + 1
            }))
        }
    ];
    const reading = { kind: 'facts' as const, type: 'call.completed', eventId: `EV${n}`, facts };
    const body = Buffer.from(JSON.stringify({ n, facts }));
    return { connection: 'default', id: `d${n}`, scheme: 'standard-webhooks' as const, headers: {}, body, reading };
}

/** Never the same twice within a call: what repeats itself would be compressed where it is not encrypted. */
function sentence(n: number): string {
    return Array.from({ length: 12 }, (_, at) => WORDS[(n * 31 + at * at * 7 + (n % 13) * at) % WORDS.length]).join(
        ' '
    );
}

function fieldsOf(n: number): Readonly<Record<string, string>> {
    return {
        Subject: `Vente +1514555${n} - Appel entrant`,
        Description: sentence(n).repeat(4),
        OwnerId: '005000000000001'
    };
}

async function size(): Promise<number> {
    const { rows } = await store.pool.query<{ bytes: number }>(
        `select sum(pg_total_relation_size(t::regclass))::float8 as bytes
        from unnest(array['deliveries', 'facts', 'activities', 'records', 'writes']) t`
    );
    return rows[0]?.bytes ?? 0;
}

function middle(of: readonly number[]): number {
    return of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0;
}
