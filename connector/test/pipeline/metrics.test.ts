import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metrics } from '../../src/application/monitoring/metrics.ts';
import { answeredCall, bench, MARIE } from './pipeline-harness.ts';

test('the numbers are those of now, not of the scrape before', async () => {
    const it = await bench();
    const numbers = metrics(it.context);
    const waiting = async (): Promise<string | undefined> =>
        /^quo_activities\{connection="default",state="total"\} (\d+)/m.exec(await numbers.metrics())?.[1];
    assert.equal(await waiting(), '0');
    await it.tell(...answeredCall('AC1'), ...answeredCall('AC2'));
    assert.equal(await waiting(), '2');
});

test('a delivery counts once, however much it told', async () => {
    const it = await bench();
    const facts = answeredCall('AC1');
    assert.ok(facts.length > 1);
    const reading = { kind: 'facts' as const, type: 'call.completed', facts };
    const delivery = { connection: 'default', id: 'd1', scheme: 'standard-webhooks' as const, headers: {}, reading };
    await it.context.store.deliveries.accept({ ...delivery, body: Buffer.from('{}') });
    const text = await metrics(it.context).metrics();
    assert.match(text, /^quo_deliveries\{connection="default",reading="facts"\} 1$/m);
});

test('no number, name or text of a person is among them', async () => {
    const it = await bench();
    await it.tell(...answeredCall('AC1'));
    await it.flush();
    const text = await metrics(it.context).metrics();
    for (const secret of [MARIE, 'Ventes', 'Marie', 'AC1']) assert.ok(!text.includes(secret), secret);
    assert.match(text, /^quo_activities_by_match\{connection="default",match="unmatched"\} 1/m);
});

test('names and units are as Prometheus wants them', async () => {
    const it = await bench();
    await it.tell(...answeredCall('AC1'));
    await it.flush();
    const text = await metrics(it.context).metrics();
    const ours = [...text.matchAll(/^# TYPE (quo_\w+) (\w+)$/gm)].map(([, name = '', type = '']) => ({ name, type }));
    assert.ok(ours.length >= 7);
    for (const { name, type } of ours) {
        assert.match(text, new RegExp(`^# HELP ${name} \\S`, 'm'));
        assert.match(name, /^quo(_[a-z0-9]+)+$/);
        assert.equal(name.endsWith('_total'), type === 'counter', name);
        assert.ok(!/_(ms|millis|minutes|hours|kb|count|sum|bucket)$/.test(name), name);
    }
    for (const line of text.split('\n').filter((one) => one.startsWith('quo_')))
        assert.match(line, /^quo_\w+(\{[a-z]+="[\w-]+"(,[a-z]+="[\w-]+")*\})? -?[\d.e+]+$/);
});

test('the budget, and whether writing waits, are told beside what was spent', async () => {
    const it = await bench();
    it.org.limit = 50_000;
    const numbers = metrics(it.context);
    assert.match(await numbers.metrics(), /^quo_salesforce_api_budget\{connection="default"\} 5000$/m);
    assert.match(await numbers.metrics(), /^quo_connection_paused\{connection="default"\} 0$/m);
    await it.context.store.activities.pause('default', 60_000, { code: 'PIPE-BUDGET' });
    assert.match(await numbers.metrics(), /^quo_connection_paused\{connection="default"\} 1$/m);
});

test('without its database a process still tells about itself, and that the database is away', async () => {
    const it = await bench();
    const gone = () => Promise.reject(new Error('gone'));
    const works = {
        ...it.context,
        store: { ...it.context.store, connections: { ...it.context.store.connections, list: gone } }
    };
    const numbers = metrics(works);
    const text = await numbers.metrics();
    assert.match(text, /^quo_store_up 0$/m);
    assert.match(text, /^process_resident_memory_bytes \d+/m);
    assert.ok(!text.includes('quo_activities{'));
    assert.match(await metrics(it.context).metrics(), /^quo_store_up 1$/m);
});
