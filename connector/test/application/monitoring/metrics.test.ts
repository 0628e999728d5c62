import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metrics } from '../../../src/application/monitoring/metrics.ts';
import { requestWaits } from '../../../src/application/monitoring/request-waits.ts';
import { KEYS } from '../../../src/contracts/key-value.ts';
import { troubles } from '../../../src/application/monitoring/troubles.ts';
import type { ActivityCounts } from '../../../src/contracts/store.ts';
import type { StoreParts } from '../fakes/store.ts';
import { world, type World } from '../fakes/world.ts';

const COUNTS: ActivityCounts = {
    ...{ total: 12, byKind: { call: 12 }, byMatch: { matched: 7, ambiguous: 2 } },
    ...{ due: 3, waiting: 1, parked: 4, oldestDueMs: 90_500 }
};
const PARTS: StoreParts = {
    activities: { counts: async () => COUNTS },
    deliveries: { counts: async () => ({ received: 50, facts: 44, ignored: 4, unknown: 2 }) },
    allowance: { used: async () => 321 }
};

/** Our lines of one scrape, without those of the process itself. */
async function scraped(it: World): Promise<readonly string[]> {
    const text = await metrics(it.context.pipeline, requestWaits()).metrics();
    return text.split('\n').filter((line) => line.startsWith('quo_'));
}

const of = (lines: readonly string[], name: string): readonly string[] => lines.filter((line) => line.startsWith(name));

test('what is told of a whole connection: states, matches, deliveries, the oldest, the allowance and its budget', async () => {
    const it = world(PARTS);
    await it.connect('acme', { preferences: { apiBudget: 1_000 } });
    const lines = await scraped(it);
    for (const expected of [
        'quo_activities{connection="acme",state="total"} 12',
        'quo_activities{connection="acme",state="parked"} 4',
        'quo_activities_by_match{connection="acme",match="ambiguous"} 2',
        'quo_deliveries{connection="acme",reading="facts"} 44',
        'quo_deliveries{connection="acme",reading="unknown"} 2',
        'quo_oldest_due_seconds{connection="acme"} 90.5',
        'quo_salesforce_api_calls_24h{connection="acme"} 321',
        'quo_salesforce_api_budget{connection="acme"} 1000',
        'quo_connection_paused{connection="acme"} 0',
        'quo_store_up 1'
    ])
        assert.ok(lines.includes(expected), expected);
});

test('where the calls and texts of the last days are is told by list and state', async () => {
    const it = world(PARTS);
    await it.connect('acme');
    await it.store.memory.set('acme', KEYS.completeness, [
        { list: 'calls', state: 'written', count: 40 },
        { list: 'messages', state: 'not-chosen', count: 3 }
    ]);
    assert.deepEqual(of(await scraped(it), 'quo_listed'), [
        'quo_listed{connection="acme",list="calls",state="written"} 40',
        'quo_listed{connection="acme",list="messages",state="not-chosen"} 3'
    ]);
});

test('gaps are counted by connection, whatever their reasons, and told to who asks whether all is ready', async () => {
    const open = [
        { connection: 'acme', code: 'QUO-FORBIDDEN', count: 2 },
        { connection: 'acme', code: 'QUO-HISTORY', count: 1 }
    ] as const;
    const it = world({ ...PARTS, gaps: { count: async () => open } });
    await it.connect('acme');
    await it.connect('globex');
    assert.deepEqual(of(await scraped(it), 'quo_gaps'), [
        'quo_gaps{connection="acme"} 3',
        'quo_gaps{connection="globex"} 0'
    ]);
    assert.deepEqual(await troubles(it.store), ['acme: QUO-FORBIDDEN', 'acme: QUO-HISTORY']);
});

test('a connection that waits for a person is told as paused, also when it cannot write at all', async () => {
    const it = world(PARTS);
    await it.connect('acme');
    await it.add('half');
    it.store.pause('acme', { code: 'SF-FORBIDDEN' });
    it.store.pause('half', { code: 'SF-NOT-CONNECTED' });
    const lines = await scraped(it);
    assert.deepEqual(of(lines, 'quo_connection_paused'), [
        'quo_connection_paused{connection="acme"} 1',
        'quo_connection_paused{connection="half"} 1'
    ]);
    assert.equal(of(lines, 'quo_activities{').filter((line) => line.includes('half')).length, 0);
});

test('a connection that is gone is not told for ever', async () => {
    const it = world(PARTS);
    await it.connect('acme');
    await it.connect('other');
    const telling = metrics(it.context.pipeline, requestWaits());
    assert.match(await telling.metrics(), /connection="other"/);
    it.store.rows.delete('other');
    await it.context.connections.refresh();
    const later = await telling.metrics();
    assert.doesNotMatch(later, /connection="other"/);
    assert.match(later, /connection="acme"/);
});

test('while the database is away, that is what is told, and nothing of before is told as of now', async () => {
    const it = world(PARTS);
    await it.connect('acme');
    const telling = metrics(it.context.pipeline, requestWaits());
    await telling.metrics();
    it.store.connections.list = () => Promise.reject(new Error('away'));
    const text = await telling.metrics();
    assert.match(text, /^quo_store_up 0$/m);
    assert.doesNotMatch(text, /connection="acme"/);
    assert.match(text, /^process_cpu_seconds_total/m);
    assert.deepEqual(it.logged.at(-1)?.[0], 'metrics not read');
});

test('labels carry connections and states only: no number, no name, no secret', async () => {
    const it = world(PARTS);
    await it.connect('acme', { name: 'Toitures Boréal' });
    const text = (await scraped(it)).join('\n');
    assert.doesNotMatch(text, /Boréal|\+1514|marie|a-key-of/);
    const labels = new Set([...text.matchAll(/(\w+)="/g)].map(([, name]) => name));
    assert.deepEqual([...labels].sort(), ['connection', 'match', 'reading', 'state']);
});
