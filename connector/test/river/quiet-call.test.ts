import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';
import { openWorld, PATIENCE_MS, type World } from './world.ts';

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
        if (await isSo()) return;
        await sleep(200);
    }
    assert.fail(`It never came to this: ${what}`);
}

test('a quiet call costs at most three API calls in its whole life, recording and summary included', async () => {
    const world = await openWorld();
    // The first call makes the connector read users, picklists and the directory; they are kept.
    const from = new Date(Date.now() - 6 * 3_600_000).toISOString();
    await world.control('play', { scenarios: ['incoming-answered'], from, wait: true });
    await until('the first call is written', async () => (await ours(world)).length === 1);
    await world.settled();
    const before = await world.apiCalls();
    const later = new Date(Date.now() - 3 * 3_600_000).toISOString();
    await world.control('play', { scenarios: ['incoming-answered'], from: later, seconds: 3, wait: true });
    await until('the second call has its recording', async () => {
        const tasks = await ours(world);
        return tasks.length === 2 && tasks.every((task) => task['Quo_Recording_URL__c'] !== undefined);
    });
    await world.settled();
    const spent = (await world.apiCalls()) - before;
    assert.ok(spent >= 1 && spent <= 3, `${spent} API calls`);
});

async function ours(world: World): Promise<Awaited<ReturnType<World['records']>>> {
    return (await world.records('Task')).filter((task) => task['Quo_Key__c'] !== undefined);
}
