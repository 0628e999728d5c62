/**
 * How fast many numbers are matched against a large directory, and in how much memory: `node scripts/bench/matching.ts
 * [people] [numbers]`. The ratio compares with a bare lookup by the same index of the same store in the same run.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { matchNumbers } from '../../connector/src/domain/people/matching.ts';
import type { Person } from '../../connector/src/domain/people/person.ts';
import { DEFAULT_PREFERENCES } from '../../connector/src/domain/preferences/preferences.ts';
import { SILENT } from '../../connector/src/log.ts';
import { openStore } from '../../connector/src/store/open.ts';
import { findable } from '../../connector/src/store/sealing/sealed.ts';

const PEOPLE = Number(process.argv[2] ?? 50_000);
const NUMBERS = Number(process.argv[3] ?? 10_000);
/** What one pass of a flush takes. */
const NUMBERS_PER_LOOKUP = 200;
const PEOPLE_PER_PAGE = 2_000;
/** Every so many numbers is nobody's. */
const UNKNOWN_EVERY = 5;
const MB = 1_048_576;

const dataDir = await mkdtemp(join(tmpdir(), 'quo-bench-'));
const store = await openStore({ dataDir, log: SILENT });
let peak = 0;

try {
    await store.connections.ensure('default');
    const loading = await timed(load);
    await store.pool.query('analyze person_numbers; analyze people');
    await timed(bareLookup);
    const bare = await timed(bareLookup);
    const matching = await timed(matchAll);
    console.log(
        `${PEOPLE} people loaded in ${seconds(loading.ms)}, ${NUMBERS} numbers, ${NUMBERS_PER_LOOKUP} at a time`
    );
    console.log(`bare indexed lookup  ${seconds(bare.ms)}, ${bare.result} rows`);
    console.log(`matching             ${seconds(matching.ms)}, ${matching.result} matched`);
    console.log(`ratio                ${(matching.ms / bare.ms).toFixed(1)}`);
    console.log(`memory               ${Math.round(peak / MB)} MB at most`);
} finally {
    await store.close();
    await rm(dataDir, { recursive: true, force: true });
}

async function load(): Promise<void> {
    for (let at = 0; at < PEOPLE; at += PEOPLE_PER_PAGE) {
        const people = Array.from({ length: Math.min(PEOPLE_PER_PAGE, PEOPLE - at) }, (_, n) => personOf(at + n));
        const change = { people, gone: [], related: [], goneRelated: [], highWater: {} };
        await store.directory.apply('default', change);
        watchMemory();
    }
}

async function bareLookup(): Promise<number> {
    let rows = 0;
    for (const numbers of batches()) {
        const text = 'select e164, person from person_numbers where connection = $1 and e164 = any ($2)';
        rows += (await store.db.rows(text, ['default', findable(numbers)])).length;
    }
    return rows;
}

/** As a flush does: people, choices and open records by number, then who it is. */
async function matchAll(): Promise<number> {
    let matched = 0;
    for (const numbers of batches()) {
        const [people, choices] = await Promise.all([
            store.directory.lookup('default', numbers),
            store.directory.choices('default', numbers)
        ]);
        const known = [...people.values()].flat();
        const related = await store.directory.relatedOf('default', {
            contactIds: known.map(({ id }) => id),
            accountIds: known.flatMap(({ accountId }) => accountId ?? [])
        });
        const around = { people, choices, related, chosenPeople: new Map(), preferences: DEFAULT_PREFERENCES };
        for (const number of numbers) {
            const match = matchNumbers({ ...around, numbers: [number], internal: false });
            if (match.status === 'matched') matched += 1;
        }
        watchMemory();
    }
    return matched;
}

/** Scattered over the whole directory, so that neighbours share no page of the index. */
function* batches(): Generator<readonly string[]> {
    for (let at = 0; at < NUMBERS; at += NUMBERS_PER_LOOKUP) {
        const length = Math.min(NUMBERS_PER_LOOKUP, NUMBERS - at);
        yield Array.from({ length }, (_, n) => {
            const index = ((at + n) * 7_919) % PEOPLE;
            return numberOf((at + n) % UNKNOWN_EVERY === 0 ? PEOPLE + index : index);
        });
    }
}

function numberOf(n: number): string {
    return `+1${5_140_000_000 + n}`;
}

function personOf(n: number): Person {
    const digits = String(n).padStart(12, '0');
    return {
        id: `003${digits}AAA`,
        object: 'Contact',
        name: `Person ${n}`,
        lastName: `Person ${n}`,
        email: `person${n}@example.com`,
        accountId: `001${String(n % 100_000).padStart(12, '0')}AAA`,
        company: `Company ${n % 100_000}`,
        modifiedAt: '2026-11-20T16:00:00.000Z',
        numbers: [{ e164: numberOf(n), field: 'Phone' }]
    };
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly result: T }> {
    const started = performance.now();
    const result = await work();
    return { ms: performance.now() - started, result };
}

function watchMemory(): void {
    peak = Math.max(peak, process.memoryUsage().rss);
}

function seconds(ms: number): string {
    return `${(ms / 1_000).toFixed(2)} s`;
}
