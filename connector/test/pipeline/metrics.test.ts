import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metrics } from '../../src/application/monitoring/metrics.ts';
import { requestWaits } from '../../src/application/monitoring/request-waits.ts';
import { answeredCall, bench, MARIE } from './pipeline-harness.ts';

test('the numbers are those of now, not of the scrape before', async () => {
    const it = await bench();
    const numbers = metrics(it.context, requestWaits());
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
    const text = await metrics(it.context, requestWaits()).metrics();
    assert.match(text, /^quo_deliveries\{connection="default",reading="facts"\} 1$/m);
});

test('no number, name or text of a person is among them', async () => {
    const it = await bench();
    await it.tell(...answeredCall('AC1'));
    await it.flush();
    const text = await metrics(it.context, requestWaits()).metrics();
    for (const secret of [MARIE, 'Ventes', 'Marie', 'AC1']) assert.ok(!text.includes(secret), secret);
    assert.match(text, /^quo_activities_by_match\{connection="default",match="unmatched"\} 1/m);
});

test('names and units are as Prometheus wants them', async () => {
    const it = await bench();
    await it.tell(...answeredCall('AC1'));
    await it.flush();
    const waits = requestWaits();
    waits.observe('default', 'ringing', 1_500);
    const text = await metrics(it.context, waits).metrics();
    const ours = [...text.matchAll(/^# TYPE (quo_\w+) (\w+)$/gm)].map(([, name = '', type = '']) => ({ name, type }));
    assert.ok(ours.length >= 7);
    for (const { name, type } of ours) {
        assert.match(text, new RegExp(`^# HELP ${name} \\S`, 'm'));
        assert.match(name, /^quo(_[a-z0-9]+)+$/);
        assert.equal(name.endsWith('_total'), type === 'counter', name);
        assert.ok(!/_(ms|millis|minutes|hours|kb|count|sum|bucket)$/.test(name), name);
    }
    for (const line of text.split('\n').filter((one) => one.startsWith('quo_')))
        assert.match(line, /^quo_\w+(\{[a-z]+="[\w.+-]+"(,[a-z]+="[\w.+-]+")*\})? -?[\d.e+]+$/);
});

test('the budget, and whether writing waits, are told beside what was spent', async () => {
    const it = await bench();
    it.org.limit = 50_000;
    const numbers = metrics(it.context, requestWaits());
    assert.match(await numbers.metrics(), /^quo_salesforce_api_budget\{connection="default"\} 5000$/m);
    assert.match(await numbers.metrics(), /^quo_connection_paused\{connection="default"\} 0$/m);
    await it.context.store.activities.pause('default', 60_000, { code: 'PIPE-BUDGET' });
    assert.match(await numbers.metrics(), /^quo_connection_paused\{connection="default"\} 1$/m);
});

test('without its database a process still tells about itself, and that the database is away', async () => {
    const it = await bench();
    const gone = () => Promise.reject(new Error('gone'));
    const context = {
        ...it.context,
        store: { ...it.context.store, connections: { ...it.context.store.connections, list: gone } }
    };
    const numbers = metrics(context, requestWaits());
    const text = await numbers.metrics();
    assert.match(text, /^quo_store_up 0$/m);
    assert.match(text, /^process_resident_memory_bytes \d+/m);
    assert.ok(!text.includes('quo_activities{'));
    assert.match(await metrics(it.context, requestWaits()).metrics(), /^quo_store_up 1$/m);
});

test('how long requests to Quo waited is told by lane, until the connection is gone', async () => {
    const it = await bench();
    const waits = requestWaits();
    const numbers = metrics(it.context, waits);
    waits.observe('default', 'ringing', 80);
    waits.observe('default', 'ringing', 1_500);
    waits.observe('default', 'calls', 90_000);
    waits.observe('gone', 'ringing', 80);
    const text = await numbers.metrics();
    const count = (labels: string): string | undefined =>
        new RegExp(`^quo_request_wait_seconds_bucket\\{${labels}\\} (\\d+)$`, 'm').exec(text)?.[1];
    assert.equal(count('le="0.1",connection="default",lane="ringing"'), '1');
    assert.equal(count('le="1",connection="default",lane="ringing"'), '1');
    assert.equal(count('le="2.5",connection="default",lane="ringing"'), '2');
    assert.equal(count('le="60",connection="default",lane="calls"'), '0');
    assert.match(text, /^quo_request_wait_seconds_sum\{connection="default",lane="ringing"\} 1.58$/m);
    assert.ok(!text.includes('gone'));
});
