import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CallFact, MessageFact } from '../../src/domain/facts.ts';
import type { ChangedTask } from '../../src/contracts/salesforce.ts';
import { enrich } from '../../src/pipeline/enrich.ts';
import { followManualChanges } from '../../src/pipeline/manual-changes/follow.ts';
import { reconcile } from '../../src/pipeline/reconcile/reconcile.ts';
import { answeredCall, bench, MARIE, type Bench } from './pipeline-harness.ts';

const told = { callId: 'AC1', at: '2026-11-20T16:30:00.000Z' };
const RECORDING: CallFact = { ...told, kind: 'recordings', recordings: [{ id: 'CR1', url: 'https://q.example/1' }] };
const SUMMARY: CallFact = { ...told, kind: 'summary', progress: 'completed', summary: ['Un toit neuf.'] };
const text = (messageId: string, minute: number): MessageFact => ({
    kind: 'message',
    messageId,
    conversation: 'CN1',
    at: `2026-11-20T16:${minute}:00.000Z`,
    createdAt: `2026-11-20T16:${minute}:00.000Z`,
    direction: 'incoming',
    from: MARIE,
    to: ['+15145550100'],
    text: messageId,
    phoneNumberId: 'PN1',
    status: 'received'
});

/** As if the backup of before the first call had been restored. */
async function restore(it: Bench): Promise<void> {
    for (const table of ['records', 'facts', 'activities', 'deliveries']) await it.query(`delete from ${table}`);
}

const lookBack = (it: Bench): Promise<unknown> => reconcile(it.context, it.connection, new AbortController().signal);

async function askQuo(it: Bench): Promise<void> {
    await it.query('update activities set ask_at = now() where ask_at is not null');
    await enrich(it.context, it.connection, new AbortController().signal);
}

async function askedToTheEnd(it: Bench): Promise<void> {
    for (let n = 0; n < 8; n += 1) {
        await it.flush();
        await askQuo(it);
    }
}

/** @param answers what Quo can tell of a call that its list does not */
async function written(answers: readonly CallFact[]): Promise<Bench> {
    const it = await bench({
        call: async () => answers.filter(({ kind }) => kind === 'summary'),
        recordings: async () => answers.filter(({ kind }) => kind === 'recordings'),
        callsBetween: async function* () {
            yield answeredCall('AC1');
        }
    });
    // Of transcripts this Quo knows nothing, and would be asked on.
    it.preferences = { ...it.preferences, callTranscripts: false };
    await it.tell(...answeredCall('AC1'), RECORDING, SUMMARY);
    await it.flush();
    await it.later();
    return it;
}

test('a restored backup takes neither recording nor summary out of Salesforce: Quo is asked first', async () => {
    const it = await written([RECORDING, SUMMARY]);
    const before = { ...it.task('AC1') };
    assert.ok(before['Quo_Recording_URL__c'] !== undefined);
    await restore(it);
    await lookBack(it);
    await it.flush();
    assert.deepEqual(it.task('AC1'), before);
    await askQuo(it);
    await it.later();
    assert.deepEqual(it.task('AC1'), before);
    const rows = await it.rows<{ salesforce_id: string | null }>('select salesforce_id from records');
    assert.ok(rows.length === 1 && rows[0]?.salesforce_id !== null);
});

test('what Quo cannot tell any more stays in Salesforce', async () => {
    const it = await written([]);
    const before = { ...it.task('AC1') };
    await restore(it);
    await lookBack(it);
    await askedToTheEnd(it);
    await it.later();
    assert.deepEqual(it.task('AC1'), before);
    assert.equal((await it.rows('select 1 from records where salesforce_id is not null')).length, 1);
});

test('what people made of a record stays as well, and later facts still reach it', async () => {
    const it = await written([RECORDING]);
    const note = `Rappeler lundi.\n${String(it.task('AC1')?.['Description'])}`;
    Object.assign(it.task('AC1') ?? {}, { Description: note, Status: 'Deferred', WhoId: '003000000000007AAA' });
    await restore(it);
    await lookBack(it);
    await askedToTheEnd(it);
    const { Description, Status, WhoId } = it.task('AC1') ?? {};
    assert.deepEqual([Description, Status, WhoId], [note, 'Deferred', '003000000000007AAA']);
    await it.tell({ ...SUMMARY, at: '2026-11-20T16:50:00.000Z', summary: ['Deux toits.'] });
    await it.later();
    assert.match(String(it.task('AC1')?.['Description']), /^Rappeler lundi\.[^]*Deux toits\./);
});

test('what only a delivery told stays in Salesforce after a restored backup, also when something new is told', async () => {
    const it = await bench({
        // Quo's list tells neither the link to the conversation nor what was chosen in a menu.
        callsBetween: async function* () {
            yield answeredCall('AC1').filter(({ kind }) => kind !== 'link');
        }
    });
    it.preferences = { ...it.preferences, callTranscripts: false };
    await it.tell(...answeredCall('AC1'), { ...told, kind: 'menu', selection: '1', name: 'Ventes' });
    await it.flush();
    const toldOnce = (): readonly unknown[] =>
        ['Quo_Conversation_URL__c', 'Quo_Menu_Choice__c'].map((field) => it.task('AC1')?.[field]);
    const before = toldOnce();
    assert.ok(before.every((value) => typeof value === 'string'));
    await restore(it);
    await lookBack(it);
    await askedToTheEnd(it);
    for (const [n, summary] of ['Un toit neuf.', 'Deux toits.'].entries()) {
        await it.tell({ ...SUMMARY, at: `2026-11-20T16:5${n}:00.000Z`, summary: [summary] });
        await it.later();
        assert.match(String(it.task('AC1')?.['Description']), new RegExp(summary));
        assert.deepEqual(toldOnce(), before);
    }
});

test('a conversation whose texts were written before a restored backup has each once, and those after it', async () => {
    const list = [text('un', 10), text('deux', 20)];
    const it = await bench({
        messagesBetween: async function* () {
            yield list;
        }
    });
    await it.tell(...list);
    await it.flush();
    const [name = ''] = [...it.org.records.keys()];
    await restore(it);
    list.push(text('trois', 30));
    await lookBack(it);
    await it.later();
    assert.deepEqual([...it.org.records.keys()], [name]);
    const { Description, Subject } = it.org.records.get(name) ?? {};
    assert.deepEqual(String(Description).match(/un|deux|trois/g), ['un', 'deux', 'trois']);
    assert.match(String(Subject), /\(3\)/);
});

const KEPT = ['activities', 'facts', 'deliveries', 'records'];

async function backUp(it: Bench): Promise<void> {
    for (const table of KEPT) await it.query(`create table backup_of_${table} as select * from ${table}`);
}

async function restoreBackup(it: Bench): Promise<void> {
    for (const table of KEPT.toReversed()) await it.query(`delete from ${table}`);
    for (const table of KEPT)
        await it.query(`insert into ${table} overriding system value select * from backup_of_${table}`);
}

/** What Salesforce tells of a Task that our login wrote some time after the backup. */
async function changedAt(it: Bench, minutesAfter = 5): Promise<ChangedTask> {
    const [id = ''] = await it.org.idsOf('Task', ['call_AC1']);
    const { WhoId, WhatId, OwnerId, Quo_Match__c: match } = it.task('AC1') ?? {};
    const field = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
    return {
        id,
        key: 'call_AC1',
        whoId: field(WhoId),
        whatId: field(WhatId),
        ownerId: field(OwnerId),
        match: field(match),
        modifiedById: '005000000000009AAA',
        isByUs: true,
        modifiedAt: new Date(Date.now() + minutesAfter * 60_000).toISOString(),
        isDeleted: false
    };
}

test('what came after the backup of a call that it knows is asked of Quo again, and nothing is written twice', async () => {
    let asked = 0;
    const it = await bench({
        call: async () => {
            asked += 1;
            return [SUMMARY];
        },
        recordings: async () => [RECORDING]
    });
    await it.tell(...answeredCall('AC1'));
    await it.later();
    await backUp(it);
    await it.tell(RECORDING, SUMMARY);
    await it.later();
    const before = { ...it.task('AC1') };
    assert.match(String(before['Description']), /Un toit neuf/);
    await restoreBackup(it);
    await askQuo(it);
    assert.equal(asked, 0, 'nobody knows yet that anything is missing');
    await followManualChanges(it.context, it.connection, [await changedAt(it)]);
    await askQuo(it);
    await it.later();
    assert.deepEqual(it.task('AC1'), before);
    const known = await it.rows<{ kind: string }>('select kind from facts');
    assert.ok(known.some(({ kind }) => kind === 'recordings') && known.some(({ kind }) => kind === 'summary'));
    await followManualChanges(it.context, it.connection, [await changedAt(it)]);
    await askQuo(it);
    assert.equal(asked, 1, 'a change that is told twice is a question once');
});

test('what we wrote a moment ago is no sign of a restored backup: Quo is asked nothing', async () => {
    let asked = 0;
    const count = async () => {
        asked += 1;
        return [];
    };
    const it = await bench({ call: count, recordings: count });
    await it.tell(...answeredCall('AC1'));
    await it.later();
    await followManualChanges(it.context, it.connection, [await changedAt(it, 0.5)]);
    await followManualChanges(it.context, it.connection, [{ ...(await changedAt(it)), isByUs: false }]);
    await askQuo(it);
    assert.equal(asked, 0);
});

test('a conversation is no question: texts that are missing are in Quo’s list', async () => {
    const it = await bench();
    await it.tell(text('un', 10));
    await it.flush();
    const [name = ''] = [...it.org.records.keys()];
    const key = name.slice('Task/'.length);
    const [id = ''] = await it.org.idsOf('Task', [key]);
    const modifiedAt = new Date(Date.now() + 300_000).toISOString();
    const changed = { id, key, modifiedById: '005000000000009AAA', isByUs: true, modifiedAt, isDeleted: false };
    await followManualChanges(it.context, it.connection, [changed]);
    assert.deepEqual(await it.rows('select ask_at from activities'), [{ ask_at: null }]);
});

test('whom we found after the backup is not taken for whom a person chose', async () => {
    const it = await bench();
    await it.tell(...answeredCall('AC1'));
    await it.later();
    await backUp(it);
    const found = { ...(await changedAt(it)), whoId: '003000000000007AAA', match: 'matched' };
    Object.assign(it.task('AC1') ?? {}, { WhoId: found.whoId, Quo_Match__c: 'matched' });
    await followManualChanges(it.context, it.connection, [found]);
    assert.deepEqual(await it.rows('select * from choices'), []);
    await it.flush();
    assert.equal(it.task('AC1')?.['WhoId'], found.whoId);
    await followManualChanges(it.context, it.connection, [{ ...found, match: 'unmatched' }]);
    assert.equal((await it.rows('select * from choices')).length, 1, 'a person at our login chooses like anybody');
});
