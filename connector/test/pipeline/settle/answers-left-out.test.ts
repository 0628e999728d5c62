import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fact } from '../../../src/domain/facts.ts';
import { KEYS } from '../../../src/contracts/key-value.ts';
import { answeredCall, bench, type Bench } from '../pipeline-harness.ts';

const SEATS = { job: 'Qualify', question: 'Seats', field: 'Seats__c' };

function summary(seats: string | number, at = '2026-11-20T16:04:05.000Z'): Fact {
    const jobs = [{ name: 'Qualify', answers: [{ question: 'Seats', value: seats }] }];
    return { callId: 'AC1', at, kind: 'summary', progress: 'completed', summary: ['x'], bySona: true, jobs };
}

async function sonaCall(seats: string | number): Promise<Bench> {
    const it = await bench();
    it.preferences = { ...it.preferences, sonaFields: [SEATS] };
    it.org.sonaFields = async () => ({ seats__c: { type: 'int', length: 0, isWritable: true } });
    const facts = answeredCall('AC1').map((fact) =>
        fact.kind === 'ended' ? { ...fact, status: 'sona' as const } : fact
    );
    await it.tell(...facts, summary(seats));
    await it.flush();
    await it.later();
    return it;
}

const parkedBecause = (it: Bench): Promise<readonly { readonly code: string; readonly seen: string }[]> =>
    it.rows(`select error->>'code' as code, error->>'seen' as seen from activities where parked_at is not null`);

test('an answer that its field cannot take is parked as what it is, with the question, and not what the caller said', async () => {
    const it = await sonaCall('a dozen or so');
    const [error] = await parkedBecause(it);
    assert.equal(error?.code, 'SF-ANSWER-FIELD');
    assert.match(error.seen, /Seats/);
    assert.doesNotMatch(error.seen, /dozen/);
});

test('once the field takes the answer, trying again fills it and nothing is parked any more', async () => {
    const it = await sonaCall('a dozen or so');
    it.org.sonaFields = async () => ({ seats__c: { type: 'string', length: 80, isWritable: true } });
    // As trying again from the console does.
    await it.context.store.memory.delete('default', KEYS.sonaFields);
    await it.context.store.activities.retry('default', null);
    await it.flush();
    await it.later();
    assert.equal(it.org.records.get('Sona_Call__c/AC1')?.['Seats__c'], 'a dozen or so');
    assert.deepEqual(await parkedBecause(it), []);
});

test('a better answer that comes by itself ends the wait without a person', async () => {
    const it = await sonaCall('a dozen or so');
    assert.equal((await parkedBecause(it)).length, 1);
    await it.tell(summary(12, '2026-11-20T16:09:00.000Z'));
    await it.flush();
    await it.later();
    assert.equal(it.org.records.get('Sona_Call__c/AC1')?.['Seats__c'], 12);
    assert.deepEqual(await parkedBecause(it), []);
});
