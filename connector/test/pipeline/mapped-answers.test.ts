import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fact } from '../../src/domain/facts.ts';
import type { FieldShapes } from '../../src/domain/records/field-shape.ts';
import { answeredCall, bench, type Bench } from './pipeline-harness.ts';

const SHAPES: FieldShapes = {
    seats__c: { type: 'int', length: 0, isWritable: true },
    needs__c: { type: 'textarea', length: 5_000, isWritable: true }
};
const sonaFields = ['Seats', 'Needs', 'Gone'].map((question) => ({
    job: 'Qualify',
    question,
    field: `${question}__c`
}));

async function sonaCall(seats: string | number): Promise<Bench> {
    const it = await bench();
    it.preferences = { ...it.preferences, sonaFields };
    it.org.sonaFields = async () => SHAPES;
    const answers = [
        { question: 'Seats', value: seats },
        { question: 'Needs', value: 'long '.repeat(400) }
    ];
    const at = '2026-11-20T16:04:05.000Z';
    const summary: Fact = {
        callId: 'AC1',
        at,
        kind: 'summary',
        progress: 'completed',
        summary: ['x'],
        bySona: true,
        jobs: [{ name: 'Qualify', answers }]
    };
    const facts = answeredCall('AC1').map((fact) =>
        fact.kind === 'ended' ? { ...fact, status: 'sona' as const } : fact
    );
    await it.tell(...facts, summary);
    await it.flush();
    await it.later();
    return it;
}

test('an answer fills its field to the field’s own length', async () => {
    const record = (await sonaCall(12)).org.records.get('Sona_Call__c/AC1');
    assert.equal(record?.['Seats__c'], 12);
    assert.equal(String(record['Needs__c']).length, 'long '.repeat(400).trim().length);
});

test('an answer that does not fit is left out and told; the record and everything else on it is written', async () => {
    const it = await sonaCall('une dizaine');
    const record = it.org.records.get('Sona_Call__c/AC1');
    assert.ok(record && !('Seats__c' in record));
    assert.ok(record['Needs__c']);
    assert.ok(it.task('AC1'));
    const { parked } = await it.context.store.activities.counts('default');
    assert.equal(parked, 1);
});
