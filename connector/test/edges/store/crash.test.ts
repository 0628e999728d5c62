import assert from 'node:assert/strict';
import { once } from 'node:events';
import test from 'node:test';
import { afterDebounce } from './builders.ts';
import { kill, openIn, postmaster, startChild, withFolder } from './folders.ts';

test('kill -9 while deliveries are accepted: every acknowledged one is there, and due, after a restart', () =>
    withFolder(async (dataDir) => {
        const acknowledged: string[] = [];
        for (const [round, withServer] of [false, true].entries()) {
            const child = startChild(dataDir, 'accept', `r${round}-`);
            await child.saidLines(400);
            const server = await postmaster(dataDir);
            assert.ok(server);
            child.process.kill('SIGKILL');
            // The server's own processes end by themselves when their head is gone.
            if (withServer) kill(server, 'SIGKILL');
            await once(child.process, 'close');
            // A line that was cut off was not acknowledged; none are, since each is one write.
            acknowledged.push(...child.lines.slice(1));
        }
        const store = await openIn(dataDir);
        await afterDebounce(store);
        const { rows } = await store.pool.query<{ id: string; due: boolean; facts: number }>(
            `select d.id, a.due_at <= now() as due, (select count(*)::int from facts f where f.delivery = d.id) as facts
            from deliveries d left join activities a on a.connection = d.connection and a.activity_key = d.activity_keys[1]`
        );
        const kept = new Map(rows.map((row) => [row.id, row]));
        const lost = acknowledged.filter((id) => !kept.has(id));
        const notDue = acknowledged.filter((id) => kept.get(id)?.due !== true || kept.get(id)?.facts !== 1);
        assert.ok(acknowledged.length >= 798);
        assert.deepEqual([lost, notDue], [[], []]);
        await store.close();
        await claimedByTheDead(dataDir);
    }));

/** What a killed process had claimed is free at once for the next one that is alone, without waiting for the lease. */
async function claimedByTheDead(dataDir: string): Promise<void> {
    const first = await openIn(dataDir);
    const claimed = await first.activities.claim('default', 10);
    assert.equal(claimed.length, 10);
    await first.pool.query(`update activities set due_at = null where lease_until is null`);
    assert.deepEqual(await first.activities.claim('default', 10), []);
    await first.close();
    const next = await openIn(dataDir);
    assert.equal((await next.activities.claim('default', 100)).length, 10);
    await next.close();
}
