import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monitoringUseCases } from '../../../src/application/monitoring/monitoring.ts';
import { MOVED, undoMove } from '../../../src/application/monitoring/undo-move.ts';
import type { Choice, KeptOverride, WrittenTask } from '../../../src/contracts/store.ts';
import { world } from '../fakes/world.ts';

const NUMBER = '+15145550199';
const [ANNE, BEN, CLAIRE] = ['003000000000001', '003000000000002', '003000000000003'];
const DEAL = '006000000000001';

interface Undone {
    readonly count: number;
    readonly kept: readonly KeptOverride[];
    readonly chosen: readonly (Choice | string)[];
    readonly due: readonly unknown[];
}

interface Case {
    /** Where the records of the move stand now, by their keys. */
    readonly now: Readonly<Record<string, { readonly WhoId?: string | null; readonly WhatId?: string | null }>>;
    readonly move: Readonly<Record<string, unknown>>;
    /** What goes for the number now. */
    readonly choice?: Choice;
}

async function undo({ now, move, choice }: Case): Promise<Undone> {
    const kept: KeptOverride[] = [];
    const chosen: (Choice | string)[] = [];
    const due: unknown[] = [];
    const tasks = Object.entries(now).map(([key, fields]): WrittenTask => ({
        key,
        activityKey: `of ${key}`,
        numbers: [NUMBER],
        byHand: {},
        fields
    }));
    const it = world({
        activities: {
            tasksByKey: async (_id, keys) => tasks.filter(({ key }) => keys.includes(key)),
            keepByHand: async (_id, some) => void kept.push(...some),
            makeDue: async (_id, which) => due.push(which)
        },
        directory: {
            choices: async () => new Map(choice === undefined ? [] : [[NUMBER, choice]]),
            choose: async (_id, some) => void chosen.push(...some),
            unchoose: async (_id, numbers) => void chosen.push(...numbers)
        }
    });
    await it.store.audit.append('acme', { actor: 'Salesforce', action: MOVED, detail: move });
    const count = await monitoringUseCases(it.context).undoMove('acme', 1);
    return { count, kept, chosen, due };
}

const from = (key: string, whoId: string | null, whatId: string | null = null) => ({ key, whoId, whatId });
const on = (record: string, relatedId?: string | null): Choice => ({
    ...{ number: NUMBER, record },
    ...(relatedId !== undefined && { relatedId })
});

test('what is still where it went goes back, and so does the choice that was there before', async () => {
    const { count, kept, chosen, due } = await undo({
        now: { call_1: { WhoId: BEN }, call_2: { WhoId: BEN }, call_3: { WhoId: CLAIRE } },
        move: {
            ...{ key: 'call_1', to: BEN, before: { record: ANNE }, left: 1 },
            moved: [from('call_2', ANNE), from('call_3', ANNE)]
        },
        choice: on(BEN)
    });
    assert.equal(count, 1);
    assert.deepEqual(kept, [
        { key: 'call_1', byHand: { whoId: BEN, whatId: null } },
        { key: 'call_2', byHand: { whoId: ANNE, whatId: null } }
    ]);
    assert.deepEqual(chosen, [on(ANNE)]);
    assert.deepEqual(due, [{ activityKeys: ['of call_2'] }]);
});

test('what nobody had chosen before is chosen by nobody afterwards', async () => {
    const { chosen, count } = await undo({
        now: { call_1: { WhoId: BEN }, call_2: { WhoId: BEN } },
        move: { key: 'call_1', to: BEN, before: null, moved: [from('call_2', ANNE)] },
        choice: on(BEN)
    });
    assert.deepEqual([count, chosen], [1, [NUMBER]]);
});

test('a choice that somebody made since is theirs, and stays', async () => {
    const { chosen, kept } = await undo({
        now: { call_1: { WhoId: BEN }, call_2: { WhoId: BEN } },
        move: { key: 'call_1', to: BEN, before: { record: ANNE }, moved: [from('call_2', ANNE)] },
        choice: on(CLAIRE)
    });
    assert.deepEqual(chosen, []);
    assert.deepEqual(kept.at(-1), { key: 'call_2', byHand: { whoId: ANNE, whatId: null } });
});

test('the opportunity that went with the choice before goes with it again, and so does that there was none', async () => {
    for (const relatedId of [DEAL, null, undefined]) {
        const before = { record: ANNE, ...(relatedId !== undefined && { relatedId }) };
        const { chosen } = await undo({
            now: { call_1: { WhoId: BEN } },
            move: { key: 'call_1', to: BEN, before, moved: [] },
            choice: on(BEN)
        });
        assert.deepEqual(chosen, [on(ANNE, relatedId)]);
    }
});

test('records that were moved off everybody go back only while they are still on nobody', async () => {
    const { count, kept } = await undo({
        now: { call_1: { WhoId: null }, call_2: { WhoId: null }, call_3: { WhoId: CLAIRE } },
        move: { key: 'call_1', to: 'ignore', before: null, moved: [from('call_2', ANNE), from('call_3', ANNE)] },
        choice: on('ignore')
    });
    assert.equal(count, 1);
    assert.deepEqual(kept, [
        { key: 'call_1', byHand: { whoId: null, whatId: null } },
        { key: 'call_2', byHand: { whoId: ANNE, whatId: null } }
    ]);
});

test('records that went to an account or an opportunity are found there, and go back to both sides', async () => {
    const ACCOUNT = '001000000000001';
    const { count, kept } = await undo({
        now: { call_1: { WhatId: ACCOUNT }, call_2: { WhatId: ACCOUNT }, call_3: { WhatId: DEAL } },
        move: {
            ...{ key: 'call_1', to: ACCOUNT, relatedId: DEAL, before: null },
            moved: [from('call_2', ANNE, '001000000000009'), from('call_3', ANNE)]
        }
    });
    assert.equal(count, 2);
    assert.deepEqual(kept.slice(1), [
        { key: 'call_2', byHand: { whoId: ANNE, whatId: '001000000000009' } },
        { key: 'call_3', byHand: { whoId: ANNE, whatId: null } }
    ]);
});

test('the record that the choice was made on stays as its rep set it', async () => {
    const { kept, due } = await undo({
        now: { call_1: { WhoId: BEN, WhatId: DEAL }, call_2: { WhoId: BEN } },
        move: { key: 'call_1', to: BEN, before: null, moved: [from('call_2', ANNE)] }
    });
    assert.deepEqual(kept[0], { key: 'call_1', byHand: { whoId: BEN, whatId: DEAL } });
    assert.deepEqual(due, [{ activityKeys: ['of call_2'] }]);
});

test('a record that is gone is passed over, and the rest goes back', async () => {
    const { count, kept } = await undo({
        now: { call_2: { WhoId: BEN } },
        move: { key: 'call_1', to: BEN, before: null, moved: [from('call_2', ANNE), from('call_3', ANNE)] }
    });
    assert.deepEqual([count, kept.map(({ key }) => key)], [1, ['call_2']]);
});

test('what is no move, is not there, or was undone before, is refused and changes nothing', async () => {
    const it = world();
    await it.store.audit.append('acme', { actor: 'marie', action: 'sign-in' });
    await it.store.audit.append('acme', { actor: 'Salesforce', action: MOVED, detail: { key: 'call_1' } });
    const move = { key: 'call_1', to: BEN, before: null, moved: [] };
    await it.store.audit.append('acme', { actor: 'Salesforce', action: MOVED, detail: move });
    await it.store.audit.append('acme', { actor: 'marie', action: 'number.move-undone', detail: { seq: 3 } });
    for (const seq of [0, 1, 2, 3, 4, 99, -1, 2.5, Number.NaN])
        await assert.rejects(undoMove(it.store, 'acme', seq), { code: 'WEB-VALUE' }, String(seq));
});
