import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person } from '../../src/domain/people/person.ts';
import type { Claimed } from '../../src/contracts/store.ts';
import { pass } from '../../src/pipeline/pass/pass.ts';
import { answeredCall, bench, MARIE, type Bench } from './pipeline-harness.ts';

const JEAN: Person = {
    id: '003000000000001AAA',
    object: 'Contact',
    name: 'Jean Tremblay',
    numbers: [{ e164: MARIE, field: 'MobilePhone' }]
};

async function dueCalls(it: Bench): Promise<readonly Claimed[]> {
    it.org.people = [JEAN];
    await it.tell(...answeredCall('AC1'), ...answeredCall('AC2', 'anonymous'));
    await it.query(`update activities set due_at = now()`);
    return it.context.store.activities.claim('default', 10);
}

test('a preview, a rehearsal and a write draw the same records, and only the write reaches Salesforce', async () => {
    const it = await bench();
    const claimed = await dueCalls(it);
    assert.equal(claimed.length, 2);
    const preview = await pass(it.context, it.connection, claimed, 'preview');
    const rehearsal = await pass(it.context, it.connection, claimed, 'rehearse');
    assert.equal(it.org.writes.length, 0);
    assert.equal(it.org.records.size, 0);
    const written = await pass(it.context, it.connection, claimed, 'write');
    assert.equal(it.org.writes.length, 1, 'both calls in one request');
    assert.equal(it.task('AC1')?.['WhoId'], JEAN.id);
    const drafts = [preview, rehearsal, written].map(({ drawn }) => drawn.map((one) => one.drafts));
    assert.deepEqual(drafts[1], drafts[2]);
    assert.equal(drafts[0]?.length, 2);
});

test('a preview puts nothing back, a rehearsal leaves everything due with what people look at, a write is done', async () => {
    const it = await bench();
    const claimed = await dueCalls(it);
    const outcomes = async (mode: 'preview' | 'rehearse' | 'write') =>
        (await pass(it.context, it.connection, claimed, mode)).settlements.map(({ outcome, view }) => [
            outcome,
            view?.kind
        ]);
    assert.deepEqual(await outcomes('preview'), []);
    assert.deepEqual(await outcomes('rehearse'), [
        ['wait', 'call'],
        ['wait', 'call']
    ]);
    assert.deepEqual(await outcomes('write'), [
        ['done', 'call'],
        ['done', 'call']
    ]);
});

test('an activity that cannot be worked on is parked beside the others; a preview tells whoever asked', async () => {
    const it = await bench();
    const [first] = await dueCalls(it);
    assert.ok(first !== undefined);
    const claimed = [{ ...first, activityKey: 'of no kind' }, first];
    for (const mode of ['rehearse', 'write'] as const) {
        const { settlements } = await pass(it.context, it.connection, claimed, mode);
        assert.deepEqual(
            [settlements.length, settlements[0]?.outcome, settlements[0]?.error?.code],
            [2, 'parked', 'PIPE-UNEXPECTED']
        );
    }
    await assert.rejects(pass(it.context, it.connection, claimed, 'preview'), /No activity has the key/);
});
