import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deleteOldTranscripts } from '../../src/application/maintenance/delete-old-transcripts.ts';
import { KEYS } from '../../src/contracts/key-value.ts';
import type { Fact } from '../../src/domain/facts.ts';
import type { OpenStore } from '../../src/store/open.ts';
import { followManualChanges } from '../../src/pipeline/manual-changes/follow.ts';
import { binned, changeByHand } from './by-hand.ts';
import { answeredCall, bench, MARIE, type Bench } from './pipeline-harness.ts';

const KEY = 'transcript_AC1_1';
const said = (text: string, at = '16:06'): Fact => ({
    callId: 'AC1',
    at: `2026-11-20T${at}:00.000Z`,
    kind: 'transcript',
    progress: 'completed',
    dialogue: [
        { content: text, start: 0, end: 1, userId: 'US1' },
        { content: 'Merci', start: 1, end: 2, identifier: MARIE }
    ]
});
const written = (it: Bench, from = 0): readonly string[] =>
    it.org.writes.slice(from).flatMap((items) => items.map(({ draft }) => draft.object));
const record = (it: Bench): Record<string, unknown> | undefined => it.org.records.get(`Quo_Transcript__c/${KEY}`);

/** A call whose Task is written, and then what was said on it. */
async function transcribed(it?: Bench): Promise<Bench> {
    const bed = it ?? (await bench());
    await bed.tell(...answeredCall('AC1'));
    await bed.flush();
    await bed.tell(said('Bonjour'));
    await bed.later();
    return bed;
}

test('what was said is written once, beside the Task that it names, and nothing else with it', async () => {
    const it = await transcribed();
    assert.deepEqual(written(it), ['Task', 'Quo_Transcript__c']);
    const [task] = await it.context.store.activities.tasksByKey('default', ['call_AC1']);
    assert.equal(record(it)?.['Task_Id__c'], task?.salesforceId);
    assert.equal(record(it)?.['OwnerId'], it.task('AC1')?.['OwnerId']);
    await it.tell(said('Bonjour'));
    await it.later();
    assert.equal(it.org.writes.length, 2, 'told again, nothing is written');
});

test('told together with the call, it follows its Task, once', async () => {
    const it = await bench();
    await it.tell(...answeredCall('AC1'), said('Bonjour'));
    await it.flush();
    assert.deepEqual(written(it), ['Task']);
    await it.later();
    await it.later();
    assert.deepEqual(written(it), ['Task', 'Quo_Transcript__c']);
});

test('a transcript that a person deleted stays away, also when Quo tells another', async () => {
    const it = await transcribed();
    await followManualChanges(it.context, it.connection, [await binned(it, 'Quo_Transcript__c', KEY, true)]);
    await it.tell(said('Bonsoir', '17:00'));
    await it.later();
    assert.deepEqual(written(it, 2), []);
    assert.deepEqual(it.org.removed, []);
});

test('with its Task a person deletes what was said, and with the Task it comes back', async () => {
    const it = await transcribed();
    const [before] = await it.context.store.activities.tasksByKey('default', [KEY]);
    const deleted = { ...(await changeByHand(it, 'call_AC1', {})), isDeleted: true };
    await followManualChanges(it.context, it.connection, [deleted]);
    await it.flush();
    assert.deepEqual(it.org.removed, [before?.salesforceId], 'at once, without a further fact');
    await it.tell(said('Bonsoir', '17:00'));
    await it.later();
    assert.equal(it.org.removed.length, 1);
    assert.deepEqual(written(it, 2), []);
    await followManualChanges(it.context, it.connection, [await changeByHand(it, 'call_AC1', {})]);
    await it.later();
    assert.match(String(record(it)?.['Reading_Copy__c']), /Bonsoir/);
});

test('a Task that is given to somebody else takes what was said with it', async () => {
    const it = await transcribed();
    const OwnerId = '005000000000002AAA';
    await followManualChanges(it.context, it.connection, [await changeByHand(it, 'call_AC1', { OwnerId })]);
    await it.flush();
    assert.equal(record(it)?.['OwnerId'], OwnerId);
});

test('a part that a corrected transcript no longer has is deleted', async () => {
    const it = await bench();
    await it.tell(...answeredCall('AC1'));
    await it.flush();
    await it.tell(said('long '.repeat(50_000)));
    await it.later();
    assert.ok(it.org.records.has('Quo_Transcript__c/transcript_AC1_2'));
    const [second] = await it.context.store.activities.tasksByKey('default', ['transcript_AC1_2']);
    await it.tell(said('court', '17:00'));
    await it.later();
    assert.ok(it.org.removed.includes(second?.salesforceId ?? ''));
    assert.equal(record(it)?.['Parts__c'], 1);
});

test('an admin who turns them off deletes nothing, and gets no more', async () => {
    const it = await transcribed();
    it.preferences = { ...it.preferences, callTranscripts: false };
    await it.tell(said('Bonsoir', '17:00'));
    await it.later();
    assert.deepEqual([written(it, 2), it.org.removed], [[], []]);
});

test('older than an admin keeps them they are deleted, told in the audit log, and stay away', async () => {
    const it = await transcribed();
    const [before] = await it.context.store.activities.tasksByKey('default', [KEY]);
    await it.query("update activities set started_at = now() - interval '20 days'");
    const entries: unknown[] = [];
    const audit = { append: async (_id: string, entry: unknown) => void entries.push(entry) };
    const store = { ...it.context.store, audit };
    const connections = { all: () => [{ id: 'default' }], get: () => it.connection };
    const deps = { store, connections, log: it.context.log } as unknown as Parameters<typeof deleteOldTranscripts>[0];
    Object.assign(it.context, { now: () => new Date('2026-12-10T16:00:00.000Z') });
    const expire = async (): Promise<void> => {
        await deleteOldTranscripts(deps);
        await it.flush();
    };
    await expire();
    assert.deepEqual([entries, it.org.removed], [[], []], 'kept for good unless somebody says otherwise');
    it.preferences = { ...it.preferences, transcriptDays: 21 };
    await expire();
    assert.deepEqual([entries, it.org.removed], [[], []], 'not old enough');
    it.preferences = { ...it.preferences, transcriptDays: 20 };
    await expire();
    assert.deepEqual(it.org.removed, [before?.salesforceId]);
    const detail = { calls: 1, days: 20 };
    assert.deepEqual(entries, [{ actor: 'connector', action: 'transcripts.outdated', detail }]);
    await it.tell(said('Bonsoir', '17:00'));
    await it.later();
    await expire();
    assert.deepEqual([written(it, 2), it.org.removed.length, entries.length], [[], 1, 1]);
});

test('a number that is forgotten while what was said is written takes it along', async () => {
    const it = await bench();
    const store = it.context.store as OpenStore;
    await it.tell(...answeredCall('AC1'));
    await it.flush();
    await it.tell(said('Bonjour'));
    const write = it.org.write.bind(it.org);
    it.org.write = async (items) => {
        const results = await write(items);
        await store.upkeep.forgetNumber('default', MARIE, { records: false, leads: false });
        return results;
    };
    await it.later();
    assert.equal(it.org.removed.length, 1, 'what this pass made');
    const [left] = await it.rows<{ n: number }>('select count(*)::int as n from records');
    assert.equal(left?.n, 0);
});

test('what a dying process had written of a forgotten call is found among the changed records and deleted', async () => {
    const it = await bench();
    await it.tell(...answeredCall('AC1'));
    const store = it.context.store as OpenStore;
    await store.upkeep.forgetNumber('default', MARIE, { records: true, leads: true });
    const changed = { modifiedById: '005', isByUs: true, modifiedAt: '2026-11-20T17:00:00.000Z', isDeleted: false };
    await followManualChanges(it.context, it.connection, [
        { ...changed, object: 'Quo_Transcript__c', id: 'a001', key: KEY },
        { ...changed, object: 'Quo_Transcript__c', id: 'a002', key: 'transcript_AC9_1' },
        { ...changed, id: '00T1', key: 'call_AC1' }
    ]);
    assert.deepEqual([...it.org.removed].sort(), ['00T1', 'a001']);
});

test('an owner whom Salesforce does not take is asked for again when the call is drawn anew', async () => {
    const it = await bench();
    const taken: unknown[] = [];
    it.org.refuse = ({ draft }) => {
        if (draft.object !== 'Quo_Transcript__c') return undefined;
        taken.push(draft.fields['OwnerId']);
        return { ok: true, id: 'a00000000000001AAA', created: taken.length === 1, without: ['OwnerId'] };
    };
    await transcribed(it);
    await it.context.store.activities.makeDue('default', { activityKeys: ['call_AC1'] }, { force: true });
    await it.flush();
    const owner = it.task('AC1')?.['OwnerId'];
    assert.deepEqual(taken, [owner, owner]);
});

test('an org whose package is older gets its Tasks; what was said waits, and is written when it can be', async () => {
    const it = await bench();
    let missing: readonly string[] = ['Quo_Transcript__c'];
    let asked = 0;
    Object.assign(it.org, {
        transcriptAccess: async () => {
            asked += 1;
            return missing;
        }
    });
    await it.tell(...answeredCall('AC1'));
    await it.flush();
    assert.equal(asked, 0, 'nobody has to know where nothing was said');
    await it.tell(said('Bonjour'));
    await it.later();
    assert.deepEqual(written(it), ['Task']);
    const parked = await it.rows<{ n: number }>(
        'select count(*)::int as n from activities where parked_at is not null'
    );
    assert.equal(parked[0]?.n, 0);
    const known = await it.context.store.memory.get('default', KEYS.transcriptAccess);
    assert.deepEqual(known?.value.missing, ['Quo_Transcript__c']);
    missing = [];
    await it.query("update memory set remembered_at = remembered_at - interval '2 hours'");
    await it.query('update activities set started_at = now()');
    await it.tell(...answeredCall('AC2'), { ...said('Allô'), callId: 'AC2' } as Fact);
    await it.later();
    await it.later();
    assert.ok(record(it) !== undefined, 'what waited is there');
    assert.equal(asked, 2);
});
