import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CallFact } from '../../src/domain/facts.ts';
import type { OpenStore } from '../../src/store/open.ts';
import { answeredCall, bench, MARIE, type Bench } from './pipeline-harness.ts';

const AT = '2026-11-20T16:05:10.000Z';
const FACTS: readonly CallFact[] = [
    ...answeredCall('AC1'),
    { callId: 'AC1', at: AT, kind: 'recordings', recordings: [{ id: 'CR1', url: 'https://signed.example/1' }] },
    { callId: 'AC1', at: AT, kind: 'summary', progress: 'completed', summary: ['Elle veut un prix.'] },
    { callId: 'AC1', at: AT, kind: 'voicemail', from: MARIE, transcript: 'Rappelez-moi.' }
];

type Step = { readonly tell: number } | 'flush' | 'forget' | 'forget while writing';

const steps: fc.Arbitrary<readonly Step[]> = fc
    .tuple(
        fc.shuffledSubarray([...FACTS.keys()], { minLength: FACTS.length }),
        fc.array(fc.nat(FACTS.length), { maxLength: 3 }),
        fc.nat(FACTS.length),
        fc.boolean()
    )
    .map(([order, flushes, at, whileWriting]) => {
        const all: Step[] = order.map((tell) => ({ tell }));
        for (const n of flushes) all.splice(n, 0, 'flush');
        all.splice(at, 0, ...(whileWriting ? (['forget while writing', 'flush'] as const) : (['forget'] as const)));
        // Whatever came before is told once more, as Quo does.
        return [...all, ...order.map((tell) => ({ tell })), 'flush', 'forget', 'flush'];
    });

/** The number is forgotten, and then a call of before is told, whose it is last of all. */
const WRITTEN_BEFORE_IT_SAYS_WHOSE: readonly Step[] = [
    'forget',
    { tell: 0 },
    { tell: 2 },
    'flush',
    { tell: 5 },
    { tell: 1 },
    { tell: 4 },
    { tell: 0 },
    'flush',
    { tell: 0 },
    'flush'
];

async function walk(it: Bench, store: OpenStore, path: readonly Step[], ids: Set<string>): Promise<void> {
    const also = { records: true, leads: true };
    const forget = (): Promise<{ readonly records: readonly { readonly salesforceId: string }[] }> =>
        store.upkeep.forgetNumber('default', MARIE, also);
    const remove = ({ records }: Awaited<ReturnType<typeof forget>>): void =>
        void it.org.removed.push(...records.map(({ salesforceId }) => salesforceId));
    const write = it.org.write.bind(it.org);
    let isForgetting = false;
    it.org.write = async (items) => {
        const results = await write(items);
        for (const result of results) if (result.ok) ids.add(result.id);
        if (isForgetting) remove(await forget());
        isForgetting = false;
        return results;
    };
    for (const step of path) {
        if (step === 'flush') await it.later();
        else if (step === 'forget') remove(await forget());
        else if (step === 'forget while writing') isForgetting = true;
        else await it.tell(FACTS[step.tell] as CallFact);
    }
}

test('whenever a number is forgotten, in whatever order its facts come, nothing of it is left anywhere', async () => {
    await fc.assert(
        fc.asyncProperty(steps, async (path) => {
            const it = await bench();
            const store = it.context.store as OpenStore;
            const written = new Set<string>();
            await walk(it, store, path, written);
            assert.deepEqual(
                [...written].filter((id) => !it.org.removed.includes(id)),
                []
            );
            const [rows] = await store.db.rows<Record<string, readonly unknown[] | null>>(
                `select (select json_agg(a) from activities a) as activities, (select json_agg(f) from facts f) as facts,
                    (select json_agg(u) from unknown_numbers u) as numbers,
                    (select json_agg(r) from records r) as records, (select json_agg(w) from writes w) as writes`
            );
            const { records, writes, ...others } = rows ?? {};
            assert.deepEqual([records, writes], [null, null]);
            // Opened, as they are read: what is sealed could not be found.
            for (const told of [MARIE.slice(1), 'call_AC1'])
                assert.ok(!JSON.stringify(others).includes(told), `${told} in ${JSON.stringify(others)}`);
        }),
        { numRuns: 10, examples: [[WRITTEN_BEFORE_IT_SAYS_WHOSE]] }
    );
});
