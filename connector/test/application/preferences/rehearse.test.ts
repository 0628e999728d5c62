import assert from 'node:assert/strict';
import { test } from 'node:test';
import { preferenceUseCases } from '../../../src/application/preferences/preferences.ts';
import { world } from '../fakes/world.ts';

const DAY = 86_400_000;

async function rehearsing() {
    const due: unknown[] = [];
    const it = world({
        activities: {
            makeDue: async (_id, which) => {
                due.push(which);
                return 0;
            }
        }
    });
    await it.connect('acme');
    return { it, due, use: preferenceUseCases(it.context) };
}

test('beginning twice is beginning once: the rehearsal goes on from when it began first', async () => {
    const { it, use } = await rehearsing();
    await use.rehearse('acme', true);
    const since = it.settings('acme')['rehearsingSince'];
    it.later(DAY);
    await use.rehearse('acme', true);
    assert.equal(it.settings('acme')['rehearsingSince'], since);
    assert.equal(it.context.connections.get('acme')?.isRehearsing, true);
});

test('at its end everything since its first day is due, and a day more: better once too often than one call too few', async () => {
    for (const [days, expected] of [
        [0, 1],
        [0.1, 2],
        [1, 2],
        [2.5, 4],
        [30, 31]
    ] as const) {
        const { it, due, use } = await rehearsing();
        await use.rehearse('acme', true);
        it.later(days * DAY);
        await use.rehearse('acme', false);
        assert.deepEqual(due, [{ sinceDays: expected }], String(days));
        assert.equal(it.context.connections.get('acme')?.isRehearsing, false);
    }
});

test('ending what never began makes nothing due', async () => {
    const { due, use } = await rehearsing();
    await use.rehearse('acme', false);
    assert.deepEqual(due, []);
});

test('a rehearsal leaves every choice as it was', async () => {
    const { it, use } = await rehearsing();
    await use.save('acme', { preferences: { sona: false }, retentionDays: 9 });
    await use.rehearse('acme', true);
    await use.rehearse('acme', false);
    const chosen = await use.chosen('acme');
    assert.deepEqual([chosen?.preferences.sona, chosen?.retentionDays, chosen?.rehearsingSince], [false, 9, undefined]);
    assert.equal(it.settings('acme')['rehearsingSince'], undefined);
});
