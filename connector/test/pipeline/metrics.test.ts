import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metrics } from '../../src/pipeline/metrics.ts';
import { answeredCall, bench, MARIE } from './bench.ts';

test('the numbers are those of now, not of the scrape before', async () => {
    const it = await bench();
    const numbers = metrics(it.works);
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
    await it.works.store.deliveries.accept({ ...delivery, body: Buffer.from('{}') });
    const text = await metrics(it.works).metrics();
    assert.match(text, /^quo_deliveries\{connection="default",reading="facts"\} 1$/m);
});

test('no number, name or text of a person is among them', async () => {
    const it = await bench();
    await it.tell(...answeredCall('AC1'));
    await it.flush();
    const text = await metrics(it.works).metrics();
    for (const secret of [MARIE, 'Ventes', 'Marie', 'AC1']) assert.ok(!text.includes(secret), secret);
    assert.match(text, /^quo_activities_by_match\{connection="default",match="unmatched"\} 1/m);
});
