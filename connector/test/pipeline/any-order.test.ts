import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CallFact, Fact } from '../../src/domain/facts.ts';
import { answeredCall, bench } from './pipeline-harness.ts';

const told = { callId: 'AC1', at: '2026-11-20T16:05:00.000Z' };
const answers = [{ question: 'Nom', value: 'Jean' }];
/** Sona takes the call, asks, and hands it to Marie. */
const HANDED_ON: readonly CallFact[] = [
    ...answeredCall('AC1').map((fact) =>
        fact.kind === 'ended' ? { ...fact, status: 'sona' as const, answeredBy: 'SYU1' } : fact
    ),
    { ...told, kind: 'forwarded', from: '+15145550142', to: '+15145550199' },
    {
        ...told,
        kind: 'summary',
        progress: 'completed',
        bySona: true,
        summary: ['Un devis.'],
        jobs: [{ name: 'Message', answers }]
    },
    { ...told, kind: 'recordings', recordings: [{ id: 'CR1', url: 'https://q.example/1' }] }
];

/** What is in Salesforce after these facts came in this order, with a write after each batch. Ids are told by what they are of. */
async function leftAfter(batches: readonly (readonly Fact[])[]): Promise<unknown> {
    const it = await bench();
    for (const batch of batches) {
        await it.tell(...batch);
        await it.flush();
    }
    await it.later();
    await it.later();
    const records = JSON.stringify([...it.org.records].sort());
    return JSON.parse(records.replace(/"(00T|a00)\d{12}AAA"/g, '"$1"')) as unknown;
}

test('each event six times and in any order leaves the same records', async () => {
    const expected = await leftAfter([HANDED_ON]);
    const many = Array.from({ length: 6 }, () => HANDED_ON).flat();
    const orders = fc.record({
        facts: fc.shuffledSubarray(many, { minLength: many.length, maxLength: many.length }),
        // The first write knows little, as when most of it is late.
        after: fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: many.length }))
    });
    await fc.assert(
        fc.asyncProperty(orders, async ({ facts, after }) => {
            const cuts = [0, ...after.toSorted((a, b) => a - b), facts.length];
            const batches = cuts.slice(1).map((end, n) => facts.slice(cuts[n], end));
            assert.deepEqual(await leftAfter(batches.filter((batch) => batch.length > 0)), expected);
        }),
        { numRuns: 10 }
    );
});

test('that somebody is to follow up is taken back when the call was handed on after all', async () => {
    const it = await bench();
    const handOff = HANDED_ON.filter(({ kind }) => kind === 'forwarded');
    await it.tell(...HANDED_ON.filter((fact) => !handOff.includes(fact)));
    await it.flush();
    assert.equal(it.org.records.get('Sona_Call__c/AC1')?.['Follow_Up_Status__c'], 'to do');
    await it.tell(...handOff);
    await it.later();
    assert.notEqual(it.org.records.get('Sona_Call__c/AC1')?.['Follow_Up_Status__c'], 'to do');
});

test('who is to follow up is the same whether it was known when the record was made or later, until a person says who', async () => {
    const untold = HANDED_ON.map((fact) => (fact.kind === 'parties' ? { ...fact, userId: undefined } : fact));
    const late = { ...told, at: '2026-11-20T16:06:00.000Z', kind: 'answered', answeredBy: 'US1' } as const;
    const it = await bench();
    await it.tell(...untold);
    await it.flush();
    assert.equal(it.org.records.get('Sona_Call__c/AC1')?.['Follow_Up_Owner__c'] ?? null, null);
    await it.tell(late);
    await it.later();
    const record = it.org.records.get('Sona_Call__c/AC1') ?? {};
    assert.equal(record['Follow_Up_Owner__c'], '005000000000001AAA');
    Object.assign(record, { Follow_Up_Owner__c: null });
    await it.tell({
        ...told,
        at: '2026-11-20T16:07:00.000Z',
        kind: 'summary',
        progress: 'completed',
        summary: ['Deux.']
    });
    await it.later();
    assert.equal(it.org.records.get('Sona_Call__c/AC1')?.['Follow_Up_Owner__c'], null);
});

test('a follow-up that a person moved on stays where they put it', async () => {
    const it = await bench();
    const handOff = HANDED_ON.filter(({ kind }) => kind === 'forwarded');
    await it.tell(...HANDED_ON.filter((fact) => !handOff.includes(fact)));
    await it.flush();
    Object.assign(it.org.records.get('Sona_Call__c/AC1') ?? {}, { Follow_Up_Status__c: 'done' });
    await it.tell(...handOff);
    await it.later();
    assert.equal(it.org.records.get('Sona_Call__c/AC1')?.['Follow_Up_Status__c'], 'done');
});
