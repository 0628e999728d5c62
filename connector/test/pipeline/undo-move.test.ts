import assert from 'node:assert/strict';
import { test } from 'node:test';
import { undoMove, type UndoMoveDeps } from '../../src/application/monitoring/undo-move.ts';
import type { Person } from '../../src/domain/people/person.ts';
import { followManualChanges } from '../../src/pipeline/manual-changes/follow.ts';
import { changeByHand } from './by-hand.ts';
import { answeredCall, bench, MARIE, type Bench } from './pipeline-harness.ts';

const person = (id: string, name: string, accountId: string): Person => ({
    id,
    object: 'Contact',
    name,
    accountId,
    numbers: [{ e164: MARIE, field: 'Phone' }]
});
const JEAN = person('003000000000001AAA', 'Jean Tremblay', '001000000000001AAA');
const ANNE = person('003000000000002AAA', 'Anne Roy', '001000000000002AAA');

const storeOf = ({ context }: Bench): UndoMoveDeps => context.store as typeof context.store & UndoMoveDeps;
const whoOf = (it: Bench, ...ids: readonly string[]): readonly unknown[] =>
    ids.map((id) => it.task(id)?.['WhoId'] ?? null);

async function chosen(it: Bench, key: string, who: Person): Promise<number> {
    await followManualChanges(it.context, it.connection, [await changeByHand(it, key, { WhoId: who.id })]);
    await it.flush();
    return (await storeOf(it).audit.list('default', { action: 'number.moved', limit: 1 }))[0]?.seq ?? 0;
}

async function calls(): Promise<Bench> {
    const it = await bench();
    it.org.people = [JEAN, ANNE];
    for (const id of ['AC1', 'AC2']) await it.tell(...answeredCall(id));
    await it.flush();
    return it;
}

test('an undone move puts every call back but the one that the rep changed, and is forgotten for later ones', async () => {
    const it = await calls();
    const seq = await chosen(it, 'call_AC1', ANNE);
    assert.deepEqual(whoOf(it, 'AC1', 'AC2'), [ANNE.id, ANNE.id]);
    assert.equal(await undoMove(storeOf(it), 'default', seq), 1);
    await it.flush();
    await it.tell(...answeredCall('AC3'));
    await it.flush();
    assert.deepEqual(whoOf(it, 'AC1', 'AC2', 'AC3'), [ANNE.id, null, null]);
});

test('what went for the number before goes for it again', async () => {
    const it = await calls();
    await chosen(it, 'call_AC1', JEAN);
    const seq = await chosen(it, 'call_AC2', ANNE);
    await undoMove(storeOf(it), 'default', seq);
    await it.flush();
    await it.tell(...answeredCall('AC3'));
    await it.flush();
    assert.deepEqual(whoOf(it, 'AC1', 'AC2', 'AC3'), [JEAN.id, ANNE.id, JEAN.id]);
});

test('a choice that was made since stays the number’s, with all that it moved', async () => {
    const it = await calls();
    const seq = await chosen(it, 'call_AC1', ANNE);
    await chosen(it, 'call_AC1', JEAN);
    await undoMove(storeOf(it), 'default', seq);
    await it.tell(...answeredCall('AC3'));
    await it.flush();
    assert.deepEqual(whoOf(it, 'AC1', 'AC2', 'AC3'), [JEAN.id, JEAN.id, JEAN.id]);
});

test('a move is undone once, and nothing else is taken for one', async () => {
    const it = await calls();
    const seq = await chosen(it, 'call_AC1', ANNE);
    await undoMove(storeOf(it), 'default', seq);
    await storeOf(it).audit.append('default', { actor: 'admin', action: 'number.move-undone', detail: { seq } });
    for (const wrong of [seq, seq + 1, 0, 9_999])
        await assert.rejects(undoMove(storeOf(it), 'default', wrong), { code: 'WEB-VALUE' });
});
