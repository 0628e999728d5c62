import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ADDED_BELOW } from '../../src/domain/records/description/grammar/lines.ts';
import { changeByHand } from './by-hand.ts';
import { answeredCall, bench, type Bench } from './pipeline-harness.ts';

const SUMMARY = {
    callId: 'AC1',
    at: '2026-11-20T19:00:00.000Z',
    kind: 'summary',
    progress: 'completed',
    summary: ['Elle veut un prix.']
} as const;

async function aCall(): Promise<{ readonly it: Bench; readonly description: string }> {
    const it = await bench();
    await it.tell(...answeredCall('AC1'));
    await it.flush();
    return { it, description: String(it.task('AC1')?.['Description']) };
}

async function lateSummary(it: Bench): Promise<Record<string, unknown>> {
    await it.tell(SUMMARY);
    await it.flush();
    await it.later();
    return it.task('AC1') ?? {};
}

for (const [where, noted] of [
    ['at the top', (ours: string) => `Cliente pressée.\n${ours}`],
    ['at the end', (ours: string) => `${ours}\nRappeler mardi.`],
    ['around', (ours: string) => `Cliente pressée.\n${ours}\nRappeler mardi.`]
] as const)
    test(`a rep’s notes ${where} of a logged call are there when the summary arrives`, async () => {
        const { it, description } = await aCall();
        await changeByHand(it, 'call_AC1', { Description: noted(description) });
        const text = String((await lateSummary(it))['Description']);
        const [before = '', after = ''] = noted('|').split('|');
        assert.ok(text.startsWith(before) && text.endsWith(after), text);
        assert.match(text, /Elle veut un prix/);
        assert.equal(text.split('Elle veut un prix').length, 2);
    });

test('a note in the middle keeps its place, and what is new comes below a line of ours', async () => {
    const { it, description } = await aCall();
    const noted = description.replace('\n', '\nMa note.\n');
    await changeByHand(it, 'call_AC1', { Description: noted });
    const text = String((await lateSummary(it))['Description']);
    assert.ok(text.startsWith(`${noted}\n${ADDED_BELOW}\n`), text);
    assert.match(text, /Elle veut un prix/);
});

test('a text that a rep replaced stays, whatever comes late', async () => {
    const { it } = await aCall();
    await changeByHand(it, 'call_AC1', { Description: 'Mes mots à moi.' });
    const text = String((await lateSummary(it))['Description']);
    assert.ok(text.startsWith('Mes mots à moi.\n'), text);
});

test('status, priority, due date and subject stay as a rep set them', async () => {
    const theirs = { Status: 'Not Started', Priority: 'High', ActivityDate: '2026-12-24', Subject: 'Devis Tremblay' };
    const { it } = await aCall();
    await changeByHand(it, 'call_AC1', theirs);
    const task = await lateSummary(it);
    assert.match(String(task['Description']), /Elle veut un prix/);
    for (const [name, value] of Object.entries(theirs)) assert.equal(task[name], value, name);
});

test('they stay when everything is rendered again, twice', async () => {
    const { it } = await aCall();
    await changeByHand(it, 'call_AC1', { Subject: 'Devis Tremblay' });
    await lateSummary(it);
    for (const [n, summary] of ['Elle veut deux prix.', 'Elle veut trois prix.'].entries()) {
        await it.tell({ ...SUMMARY, at: `2026-11-20T2${n}:00:00.000Z`, summary: [summary] });
        await it.flush();
        await it.later();
    }
    assert.equal(it.task('AC1')?.['Subject'], 'Devis Tremblay');
});

test('a field that a rep emptied takes ours again with the next late fact', async () => {
    const { it } = await aCall();
    const activityKey = it.task('AC1')?.['Subject'];
    await changeByHand(it, 'call_AC1', { Subject: null });
    assert.equal((await lateSummary(it))['Subject'], activityKey);
});

test('nobody having touched the record, a late fact is written as ever', async () => {
    const { it, description } = await aCall();
    const text = String((await lateSummary(it))['Description']);
    assert.ok(!text.includes(ADDED_BELOW));
    assert.ok(text.length > description.length);
});

test('what a lost write put into a record is not taken for a person’s words when more comes late', async () => {
    const { it } = await aCall();
    await it.tell(SUMMARY);
    it.org.losesNextAnswer = true;
    await it.flush();
    await it.tell({ ...SUMMARY, at: '2026-11-20T20:00:00.000Z', summary: ['Elle veut deux prix.'] });
    await it.later();
    await it.flush();
    await it.later();
    const text = String(it.task('AC1')?.['Description']);
    assert.match(text, /Elle veut deux prix/);
    assert.ok(!text.includes(ADDED_BELOW) && !text.includes('Elle veut un prix'), text);
});
