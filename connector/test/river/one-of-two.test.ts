import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callFrom, happen, orgControl, tasksOnce, until } from './user-actions.ts';
import { openWorld } from './world.ts';

const CALLS = 10;
/**
 * The engine misses a dead process's heartbeat after ten seconds and looks every five; claims run out after fifteen: 16 s
 * on a quiet machine. A claim that nobody gives up, or a queue that is looked after once a minute, takes longer than this.
 */
const SOON_MS = 50_000;

test('what one of two connectors had in hand when it was killed, the other writes soon', async () => {
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
    const held = `select activity_key from activities where lease_until > now()`;
    await until(
        async () => ((await world.query(held)).length > 0 ? true : undefined),
        async () => 'nothing is claimed'
    );
    await victim.kill();
    process.kill(other.pid, 'SIGCONT');
    const died = performance.now();
    const tasks = await tasksOnce(world, (all) => all.length === 1 + CALLS);
    const tookMs = performance.now() - died;
    assert.equal(new Set(tasks.map((task) => task['Quo_Key__c'])).size, 1 + CALLS);
    assert.ok(tookMs < SOON_MS, `${Math.round(tookMs)} ms`);
});
