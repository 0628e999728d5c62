import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_PREFERENCES } from '../../src/domain/preferences/preferences.ts';
import { followManualChanges } from '../../src/pipeline/manual-changes/follow.ts';
import type { ChangedTask } from '../../src/contracts/salesforce.ts';
import type { ForgetAlso } from '../../src/contracts/app-store.ts';
import type { OpenStore } from '../../src/store/open.ts';
import { answeredCall, bench, MARIE, type Bench } from './pipeline-harness.ts';

const ALL: ForgetAlso = { records: true, leads: true };
const HERE: ForgetAlso = { records: false, leads: false };

const storeOf = ({ context }: Bench): OpenStore => context.store as OpenStore;

/** Somebody forgets the number after Salesforce has written and before we know. */
function forgetWhileWriting(it: Bench, also: ForgetAlso, nth = 1): void {
    const write = it.org.write.bind(it.org);
    let writes = 0;
    it.org.write = async (items) => {
        const results = await write(items);
        writes += 1;
        if (writes === nth) await storeOf(it).upkeep.forgetNumber('default', MARIE, also);
        return results;
    };
}

async function rowsOf(it: Bench): Promise<number> {
    const counts = await storeOf(it).pool.query<{ n: number }>(
        `select ((select count(*) from records) + (select count(*) from activities) + (select count(*) from facts)
            + (select count(*) from writes))::int as n`
    );
    return counts.rows[0]?.n ?? -1;
}

for (const [also, name] of [
    [ALL, 'everywhere'],
    [HERE, 'in the connector alone']
] as const)
    test(`a Task that was on its way while its number was forgotten ${name} is deleted, and nothing is kept`, async () => {
        const it = await bench();
        await it.tell(...answeredCall('AC1'), ...answeredCall('AC2', '+14185550002'));
        forgetWhileWriting(it, also);
        await it.flush();
        assert.equal(it.org.removed.length, 1);
        assert.equal(await rowsOf(it), 1 + 1 + 3 + 1, 'the other call is kept whole');
        assert.deepEqual(
            (await storeOf(it).watch.activities('default')).map(({ activityKey }) => activityKey),
            ['call_AC2']
        );
    });

test('a Task that was there before and was only changed stays, unless the records were to go too', async () => {
    for (const [also, removed] of [
        [HERE, 0],
        [ALL, 1]
    ] as const) {
        const it = await bench();
        await it.tell(...answeredCall('AC1'));
        await it.flush();
        await it.tell({ callId: 'AC1', at: '2026-11-20T16:09:00.000Z', kind: 'missed' });
        const recordings = [{ id: 'CR1', url: 'https://signed.example/1' }];
        await it.tell({ callId: 'AC1', at: '2026-11-20T16:09:00.000Z', kind: 'recordings', recordings });
        forgetWhileWriting(it, also);
        await it.later();
        assert.equal(it.org.writes.length, 2);
        assert.equal(it.org.removed.length, removed);
        assert.equal(await rowsOf(it), 0);
    }
});

test('a lead that was on its way goes as well, and nobody is left in the directory who has the number', async () => {
    const it = await bench();
    it.preferences = { ...DEFAULT_PREFERENCES, unknownCallers: 'lead' };
    await it.tell(...answeredCall('AC1'));
    forgetWhileWriting(it, ALL);
    await it.flush();
    const { removed } = it.org;
    assert.equal(removed.length, 1, 'the lead; the Task is not written any more');
    assert.equal(it.task('AC1'), undefined);
    assert.equal((await it.context.store.directory.lookup('default', [MARIE])).size, 0);
});

test('whenever the number is forgotten, the next call of it is logged', async () => {
    const it = await bench();
    await it.tell(...answeredCall('AC1'));
    forgetWhileWriting(it, ALL);
    await it.flush();
    const later = '2099-01-01T12:00:00.000Z';
    await it.tell(...answeredCall('AC2').map((fact) => ('startedAt' in fact ? { ...fact, startedAt: later } : fact)));
    await it.flush();
    assert.ok(it.task('AC2') !== undefined);
});

const touched = (id: string, key: string): ChangedTask => ({
    id,
    key,
    modifiedById: '005000000000009AAA',
    isByUs: true,
    modifiedAt: '2026-11-20T17:00:00.000Z',
    isDeleted: false
});

test('what a dying process had written about a forgotten number is found among the changed Tasks and deleted', async () => {
    const it = await bench();
    const text = { kind: 'message', direction: 'incoming', conversation: 'CN1', messageId: 'M1' } as const;
    const at = '2026-11-20T16:00:00.000Z';
    await it.tell(...answeredCall('AC1'), { ...text, at, createdAt: at, from: MARIE });
    await storeOf(it).upkeep.forgetNumber('default', MARIE, ALL);
    const tasks = [
        touched('00T1', 'call_AC1'),
        touched('00T2', 'sms_CN1_20261120T160000Z_2'),
        touched('00T3', 'call_AC9'),
        { ...touched('00T4', 'call_AC1'), isDeleted: true }
    ];
    await followManualChanges(it.context, it.connection, tasks);
    assert.deepEqual(it.org.removed, ['00T1', '00T2']);
});

test('a Task that stays in Salesforce because nobody asked to delete it is no stray', async () => {
    const it = await bench();
    await it.tell(...answeredCall('AC1'));
    await storeOf(it).upkeep.forgetNumber('default', MARIE, HERE);
    await followManualChanges(it.context, it.connection, [touched('00T1', 'call_AC1')]);
    assert.deepEqual(it.org.removed, []);
});
