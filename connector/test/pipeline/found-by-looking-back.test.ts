import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CallFact } from '../../src/domain/facts.ts';
import { enrich } from '../../src/pipeline/enrich.ts';
import { reconcile } from '../../src/pipeline/reconcile/reconcile.ts';
import { answeredCall, bench, type Bench } from './pipeline-harness.ts';

const AT = '2026-11-20T16:30:00.000Z';
const told = { callId: 'AC1', at: AT };
const RECORDING: CallFact = { ...told, kind: 'recordings', recordings: [{ id: 'CR1', url: 'https://q.example/1' }] };
const SUMMARY: CallFact = { ...told, kind: 'summary', progress: 'completed', summary: ['Un toit neuf.'] };
const sona = (facts: readonly CallFact[]): readonly CallFact[] =>
    facts.map((fact) => (fact.kind === 'ended' ? { ...fact, status: 'sona' } : fact));

/** What Quo answers, and how often it was asked. */
function quo(list: readonly CallFact[], answers: Partial<Record<'call' | 'recordings' | 'transcript', CallFact[]>>) {
    const asked: string[] = [];
    const answer = (what: keyof typeof answers) => async (): Promise<readonly CallFact[]> => {
        asked.push(what);
        return answers[what] ?? [];
    };
    return {
        asked,
        call: answer('call'),
        recordings: answer('recordings'),
        transcript: answer('transcript'),
        callsBetween: async function* () {
            yield list;
        }
    };
}

async function lookBack(it: Bench): Promise<void> {
    const { signal } = new AbortController();
    await reconcile(it.context, it.connection, signal);
    await it.flush();
    await it.query('update activities set ask_at = now() where ask_at is not null');
    await enrich(it.context, it.connection, signal);
    await it.flush();
    await it.later();
}

test('a call that was found by looking back gets its recording and its summary', async () => {
    const it = await bench(quo(answeredCall('AC1'), { call: [SUMMARY], recordings: [RECORDING] }));
    await lookBack(it);
    assert.match(String(it.task('AC1')?.['Description']), /Un toit neuf\.[^]*recordings\/AC1\/1/);
    assert.match(String(it.task('AC1')?.['Quo_Recording_URL__c']), /recordings\/AC1\/1/);
});

test('a call of Sona that was found by looking back gets its transcript', async () => {
    const transcript: CallFact = {
        ...told,
        kind: 'transcript',
        progress: 'completed',
        dialogue: [{ content: 'Bonjour, ici Sona.', start: 0, end: 2, userId: 'SYU1' }]
    };
    const it = await bench(quo(sona(answeredCall('AC1')), { call: [SUMMARY], transcript: [transcript] }));
    await lookBack(it);
    assert.match(JSON.stringify(it.org.records.get('Sona_Call__c/AC1')), /Bonjour, ici Sona/);
});

test('what Quo has not made yet is asked for again, and given up in the end', async () => {
    const young = answeredCall('AC1').map((fact) =>
        fact.kind === 'ended' ? { ...fact, completedAt: '2026-11-20T16:59:00.000Z' } : fact
    );
    const none: CallFact = { ...told, kind: 'recordings', recordings: [], progress: 'absent' };
    const workspace = quo(young, { recordings: [none] });
    const it = await bench(workspace);
    await lookBack(it);
    for (let n = 0; n < 10; n += 1) await lookBack(it);
    const times = workspace.asked.filter((what) => what === 'recordings').length;
    assert.ok(times > 2 && times < 10, String(times));
    assert.deepEqual(await it.rows('select 1 from activities where ask_at is not null'), []);
});

test('a call that was told by a delivery waits for its own, and asks nothing', async () => {
    const workspace = quo(answeredCall('AC1'), { recordings: [RECORDING] });
    const it = await bench(workspace);
    await it.tell(...answeredCall('AC1'));
    await lookBack(it);
    assert.deepEqual(workspace.asked, []);
});
