import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fact } from '../../src/domain/facts.ts';
import { answeredCall, bench, type Bench, type Worker } from './pipeline-harness.ts';

const SUMMARY: Fact = {
    callId: 'AC1',
    at: '2026-11-20T16:09:00.000Z',
    kind: 'summary',
    progress: 'completed',
    summary: ['Un toit neuf.']
};
const LEASE_IS_OVER = `update activities set lease_until = now() - interval '1 second' where lease_until is not null`;

/** Stops whoever comes here, until they are let go. */
function barrier() {
    const reached = Promise.withResolvers<void>();
    const open = Promise.withResolvers<void>();
    const pass = async (): Promise<void> => {
        reached.resolve();
        await open.promise;
    };
    return { pass, reached: reached.promise, open: () => open.resolve() };
}

/** A call of which the summary comes while the first of two workers is frozen: the other one takes it over and writes it. */
async function overtake(it: Bench, frozen: Worker, where: ReturnType<typeof barrier>): Promise<void> {
    const other = await it.worker();
    await it.tell(...answeredCall('AC1'));
    await it.query('update activities set due_at = now()');
    const late = frozen.flush();
    await where.reached;
    await it.query(LEASE_IS_OVER);
    await it.tell(SUMMARY);
    await it.context.store.activities.makeDue('default', { activityKeys: ['call_AC1'] }, { force: true });
    await other.flush();
    assert.match(description(it), /Un toit neuf/);
    where.open();
    await late;
}

const description = (it: Bench): string => String(it.task('AC1')?.['Description']);
const isDue = async (it: Bench): Promise<boolean> =>
    (await it.rows('select 1 from activities where due_at <= now()')).length > 0;

test('who was overtaken before it sent sends nothing', async () => {
    const it = await bench();
    const frozen = await it.worker();
    const where = barrier();
    const { activities } = frozen.store;
    const noteWrites = activities.noteWrites.bind(activities);
    activities.noteWrites = async (...noted) => {
        await where.pass();
        return noteWrites(...noted);
    };
    await overtake(it, frozen, where);
    assert.match(description(it), /Un toit neuf/);
    assert.equal(it.org.writes.length, 1);
    assert.equal(await isDue(it), false);
});

test('who was overtaken while it sent has the call written again, as it should be', async () => {
    const it = await bench();
    const frozen = await it.worker();
    const where = barrier();
    const { org } = frozen.connection;
    const write = org.write.bind(org);
    org.write = async (items) => {
        await where.pass();
        return write(items);
    };
    await overtake(it, frozen, where);
    await it.flush();
    assert.match(description(it), /Un toit neuf/);
    assert.equal(await isDue(it), false);
    const [kept] = await it.rows<{ kept: object }>('select kept from records');
    assert.deepEqual(kept?.kept, { fields: [], parts: {} });
});

test('what a worker wrote late while another one writes is written again after both', async () => {
    const it = await bench();
    const frozen = await it.worker();
    const other = await it.worker();
    const [first, second] = [barrier(), barrier()];
    const writeLate = frozen.connection.org.write.bind(frozen.connection.org);
    const writeNewer = other.connection.org.write.bind(other.connection.org);
    frozen.connection.org.write = async (items) => {
        await first.pass();
        return writeLate(items);
    };
    other.connection.org.write = async (items) => {
        await second.pass();
        const older = it.task('AC1') ?? {};
        const results = await writeNewer(items);
        other.connection.org.write = writeNewer;
        // Both are in Salesforce at once, and the older one comes last.
        it.org.records.set('Task/call_AC1', older);
        return results;
    };
    await it.tell(...answeredCall('AC1'));
    await it.query('update activities set due_at = now()');
    const late = frozen.flush();
    await first.reached;
    await it.query(LEASE_IS_OVER);
    await it.tell(SUMMARY);
    await it.context.store.activities.makeDue('default', { activityKeys: ['call_AC1'] }, { force: true });
    const newer = other.flush();
    await second.reached;
    first.open();
    await late;
    second.open();
    await newer;
    await it.flush();
    assert.match(description(it), /Un toit neuf/);
});

test('who was cut off from the database while it sent has the call written again once it is back', async () => {
    const it = await bench();
    const cut = await it.worker();
    const where = barrier();
    const { org } = cut.connection;
    const { pool } = cut.store;
    const [write, query, connect] = [org.write.bind(org), pool.query.bind(pool), pool.connect.bind(pool)];
    org.write = async (items) => {
        await where.pass();
        const results = await write(items);
        Object.assign(pool, { query: unreachable, connect: unreachable });
        return results;
    };
    const unreachable = async (): Promise<never> => {
        throw Object.assign(new Error('gone'), { code: 'ECONNREFUSED' });
    };
    await assert.rejects(overtake(it, cut, where), /gone/);
    Object.assign(pool, { query, connect });
    Object.assign(org, { write });
    await cut.flush();
    await it.flush();
    assert.match(description(it), /Un toit neuf/);
});

test('what somebody took over is not put back, renewed or noted by who held it before', async () => {
    const it = await bench();
    const frozen = await it.worker();
    const other = await it.worker();
    await it.tell(...answeredCall('AC1'));
    await it.query('update activities set due_at = now()');
    const [mine] = await frozen.store.activities.claim('default', 10);
    await it.query(LEASE_IS_OVER);
    const [theirs] = await other.store.activities.claim('default', 10);
    assert.ok(mine !== undefined && theirs !== undefined);
    await frozen.store.activities.settle('default', [{ ...mine, outcome: 'wait', dueInMs: 0, records: [] }]);
    assert.deepEqual(await it.context.store.activities.claim('default', 10), []);
    const attempted = { fields: { Subject: 'x' }, parts: {} };
    const note = { activityKey: 'call_AC1', object: 'Task' as const, key: 'call_AC1', attempted };
    const overtaken = await frozen.store.activities.noteWrites('default', [mine], [note]);
    assert.deepEqual([...overtaken], ['call_AC1']);
    assert.deepEqual(await it.rows('select 1 from records'), []);
});
