import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callFrom, happen, orgControl, tasksOnce, until } from './user-actions.ts';
import { openWorld } from './world.ts';

const CALLS = 10;
/** What a dead process had claimed is another's, and its job is missed, by the database's clock: seconds. */
const [LEASE, HEARTBEAT] = [15, 10];

const HELD = `
select extract(epoch from max(lease_until) - now())::float8 as seconds from activities where lease_until > now()`;

test('what one of two connectors had in hand when it was killed, the other writes', async () => {
    const world = await openWorld({ connectors: 2 });
    const [victim, other] = [world.connector(0), world.connector(1)];
    await happen(world, [
        { of: callFrom('jean-tremblay'), type: 'call.completed', key: 'first', family: '2026-03-30' }
    ]);
    await tasksOnce(world, (all) => all.length === 1);
    await world.settled();
    // Asleep, it takes nothing; what is told now is the victim's, whose write does not end before it dies.
    process.kill(other.pid, 'SIGSTOP');
    await orgControl(world, 'faults', { kind: 'latency', ms: 60_000, path: 'composite', times: 1 });
    const events = Array.from({ length: CALLS }, (_, n) => {
        return { of: callFrom('jean-tremblay'), type: 'call.completed', key: `call-${n}`, family: '2026-03-30' };
    });
    await happen(world, events);
    const held = await until(
        async () => (await world.query<{ seconds: number | null }>(HELD))[0]?.seconds ?? undefined,
        async () => 'nothing is claimed'
    );
    assert.ok(held <= LEASE, `${held} s`);
    // What hangs is the victim's write: else the other one would wait for it.
    await until(
        async () => ((await orgControl<unknown[]>(world, 'faults')).length === 0 ? true : undefined),
        async () => 'nothing is being written'
    );
    const active = await world.query<{ seconds: number }>(
        `select heartbeat_seconds as seconds from pgboss.job where state = 'active'`
    );
    assert.ok(active.length > 0 && active.every(({ seconds }) => seconds === HEARTBEAT));
    await victim.kill();
    process.kill(other.pid, 'SIGCONT');
    const tasks = await tasksOnce(world, (all) => all.length === 1 + CALLS);
    assert.equal(new Set(tasks.map((task) => task['Quo_Key__c'])).size, 1 + CALLS);
});
