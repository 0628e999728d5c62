import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fact, MessageFact } from '../../src/domain/facts.ts';
import { answeredCall, bench, MARIE, type Bench } from './pipeline-harness.ts';

const text = (messageId: string, createdAt: string): MessageFact => ({
    kind: 'message',
    messageId,
    conversation: 'CN1',
    at: createdAt,
    createdAt,
    direction: 'incoming',
    from: MARIE,
    to: ['+15145550100'],
    text: messageId,
    phoneNumberId: 'PN1',
    status: 'received'
});
const tasksOf = (it: Bench): readonly string[] => [...it.org.records.keys()].filter((name) => name.includes('sms_'));

test('an earlier text that comes after a lost answer moves the Task that is there: there are not two for one hour', async () => {
    const it = await bench();
    await it.tell(text('second', '2026-11-20T16:30:00.000Z'));
    it.org.losesNextAnswer = true;
    await it.flush();
    assert.equal(tasksOf(it).length, 1);
    await it.tell(text('first', '2026-11-20T16:10:00.000Z'));
    await it.later();
    await it.flush();
    assert.deepEqual(tasksOf(it), ['Task/sms_CN1_20261120T161000Z']);
});

const sonaCall = (questions: readonly string[], at: string): readonly Fact[] => [
    ...answeredCall('AC1').map((fact) => (fact.kind === 'ended' ? { ...fact, status: 'sona' as const } : fact)),
    {
        callId: 'AC1',
        at,
        kind: 'summary',
        progress: 'completed',
        bySona: true,
        summary: ['Un devis.'],
        jobs: [{ name: 'Message', answers: questions.map((question) => ({ question, value: 'oui' })) }]
    }
];

test('a record of which no answer came, and which is wanted no more, is looked for and removed', async () => {
    const it = await bench();
    await it.tell(...sonaCall(['Nom', 'Budget'], '2026-11-20T16:04:05.000Z'));
    it.org.losesNextAnswer = true;
    await it.flush();
    const answers = [...it.org.records.keys()].filter((name) => name.startsWith('Sona_Answer__c/'));
    assert.equal(answers.length, 2);
    await it.tell(...sonaCall(['Nom'], '2026-11-20T16:09:00.000Z'));
    await it.later();
    await it.flush();
    assert.equal(it.org.removed.length, 1);
});

test('a call whose answer got lost is one Task, and is written on', async () => {
    const it = await bench();
    await it.tell(text('only', '2026-11-20T16:30:00.000Z'));
    it.org.losesNextAnswer = true;
    await it.flush();
    await it.later();
    await it.flush();
    assert.equal(tasksOf(it).length, 1);
    const [row] = await it.context.store.activities.tasksByKey('default', ['sms_CN1_20261120T163000Z']);
    assert.ok(row?.salesforceId !== undefined);
});
