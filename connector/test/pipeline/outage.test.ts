import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { KEYS } from '../../src/contracts/key-value.ts';
import type { Listed, Workspace } from '../../src/contracts/quo/quo.ts';
import type { CallFact } from '../../src/domain/facts.ts';
import { CodedError, type ErrorCode } from '../../src/errors/errors.ts';
import { progressOf } from '../../src/pipeline/progress.ts';
import { reconcile } from '../../src/pipeline/reconcile/reconcile.ts';
import { countSpans, nextSpan } from '../../src/pipeline/reconcile/spans.ts';
import { answeredCall, bench, type Bench } from './pipeline-harness.ts';

const NEVER = new AbortController().signal;
const FRIDAY = '2026-11-20T17:00:00.000Z';
const MONDAY = '2026-11-23T13:00:00.000Z';

const callAt = (callId: string, startedAt: string): readonly CallFact[] =>
    answeredCall(callId).map((fact) => ({
        ...fact,
        at: startedAt,
        ...(fact.kind === 'ended' && { startedAt, answeredAt: startedAt, completedAt: startedAt })
    }));

/** Quo's list of calls by when they began, and what was asked of it. */
function quo(calls: Readonly<Record<string, string>>, refuse: (from: string, which: Listed) => void = () => {}) {
    const asked: { readonly from: string; readonly to: string; readonly which: Listed }[] = [];
    const workspace: Partial<Workspace> = {
        callsBetween: async function* (from, to, which = {}) {
            asked.push({ from, to, which });
            refuse(from, which);
            const found = Object.entries(calls).filter(([, at]) => at >= from && at < to);
            for (const [id, at] of found) yield callAt(id, at);
        }
    };
    return { asked, workspace };
}

/** Rounds of comparison at this moment, until nothing is left. @returns how many */
async function compare(it: Bench, at: string): Promise<number> {
    const context = { ...it.context, now: () => new Date(at) };
    for (let rounds = 1; ; rounds += 1) if ((await reconcile(context, it.connection, NEVER)) !== 'again') return rounds;
}

const refusal = (code: ErrorCode): never => {
    throw new CodedError(code, 'GET /calls');
};

test('after a weekend’s outage everything since the last comparison is fetched, in order of day', async () => {
    const weekend = {
        ACfriday: '2026-11-20T18:00:00.000Z',
        ACsaturday: '2026-11-21T15:00:00.000Z',
        ACsunday: '2026-11-22T15:00:00.000Z',
        ACmonday: '2026-11-23T12:30:00.000Z'
    };
    const { asked, workspace } = quo(weekend);
    const it = await bench(workspace);
    await compare(it, FRIDAY);
    asked.length = 0;
    assert.ok((await compare(it, MONDAY)) > 1);
    await it.flush();
    for (const call of Object.keys(weekend)) assert.ok(it.task(call) !== undefined, call);
    assert.equal(asked[0]?.from, '2026-11-19T12:55:00.000Z', '28 hours before where the last one ended');
    assert.equal(asked.at(-1)?.to, '2026-11-23T12:55:00.000Z');
    for (const [n, { from }] of asked.slice(1).entries()) assert.equal(from, asked[n]?.to);
    const late = asked.map(({ which }) => which.isLate);
    assert.deepEqual(late, [...late.slice(1).fill(true), false], 'behind live traffic, but for the newest part');
    const told = (await progressOf(it.context.store.memory, 'default')).find(({ task }) => task === 'catch-up');
    assert.deepEqual([told?.task, told?.state, told?.done], ['catch-up', 'done', asked.length]);
    assert.deepEqual(told?.detail, { learnt: 4 });
});

test('a process that ends in the middle goes on with the day after the last whole one', async () => {
    const { asked, workspace } = quo({ ACsunday: '2026-11-22T15:00:00.000Z' });
    const it = await bench(workspace);
    await compare(it, FRIDAY);
    const monday = { ...it.context, now: () => new Date(MONDAY) };
    await reconcile(monday, it.connection, NEVER);
    await reconcile(monday, it.connection, NEVER);
    const [, until] = asked.slice(-2);
    asked.length = 0;
    await compare(it, '2026-11-23T13:30:00.000Z');
    assert.equal(asked[0]?.from, until?.to);
    const kept = await it.context.store.memory.get('default', KEYS.compared);
    assert.deepEqual(kept?.value, { to: '2026-11-23T13:25:00.000Z' });
});

test('a comparison after ten minutes asks each list once, as ever', async () => {
    const { asked, workspace } = quo({});
    const it = await bench(workspace);
    await compare(it, FRIDAY);
    await compare(it, '2026-11-20T17:10:00.000Z');
    assert.equal(asked.length, 2);
});

test('a clock that was years ahead once hides nothing of the last 28 hours', async () => {
    const { asked, workspace } = quo({});
    const it = await bench(workspace);
    await it.context.store.memory.set('default', KEYS.compared, { to: '2031-01-01T00:00:00.000Z' });
    await compare(it, FRIDAY);
    assert.deepEqual(
        asked.map(({ from, to }) => [from, to]),
        [['2026-11-19T12:55:00.000Z', '2026-11-20T16:55:00.000Z']]
    );
});

test('what one inbox is refused of a day is a gap by its name; the others are fetched, and so are the days after', async () => {
    const calls = { ACsaturday: '2026-11-21T15:00:00.000Z', ACmonday: '2026-11-23T12:30:00.000Z' };
    const { workspace } = quo(calls, (from, { inbox }) => {
        if (from < '2026-11-22' && inbox !== 'PN1') refusal('QUO-FORBIDDEN');
    });
    const inboxes = [
        { id: 'PN1', name: 'Ventes', number: '+15145550100' },
        { id: 'PN2', name: 'Soutien', number: '+15145550101' }
    ];
    const it = await bench({ ...workspace, inboxes: async () => inboxes });
    it.preferences = { ...it.preferences, logMessages: false };
    await it.context.store.memory.set('default', KEYS.compared, { to: FRIDAY });
    await compare(it, MONDAY);
    await it.flush();
    assert.ok(it.task('ACsaturday') !== undefined && it.task('ACmonday') !== undefined);
    const [gap, ...others] = await it.context.store.gaps.open('default');
    assert.deepEqual(others, [], 'days that follow one another are one gap');
    assert.deepEqual([gap?.list, gap?.inbox, gap?.error.code], ['calls', 'PN2', 'QUO-FORBIDDEN']);
    assert.deepEqual([gap?.from, gap?.to], ['2026-11-19T13:00:00.000Z', '2026-11-22T13:00:00.000Z']);
    assert.ok(await it.context.store.gaps.acknowledge('default', gap?.id ?? ''));
    assert.deepEqual(await it.context.store.gaps.open('default'), []);
    assert.equal(await it.context.store.gaps.acknowledge('default', gap?.id ?? ''), undefined);
});

test('where Quo’s history ends, the time of which it lists nothing is a gap up to where it lists something', async () => {
    const { workspace } = quo({ ACmonday: '2026-11-23T12:30:00.000Z' });
    const it = await bench(workspace);
    await it.tell(...callAt('ACfriday', '2026-11-20T10:00:00.000Z'));
    await it.flush();
    await it.context.store.memory.set('default', KEYS.compared, { to: FRIDAY });
    await compare(it, MONDAY);
    const gaps = await it.context.store.gaps.open('default');
    assert.deepEqual(
        gaps.map(({ list, inbox, from, to, error }) => [list, inbox, from, to, error.code]),
        [['calls', null, '2026-11-19T13:00:00.000Z', '2026-11-22T13:00:00.000Z', 'QUO-HISTORY']]
    );
});

test('a quiet weekend is no gap', async () => {
    const { workspace } = quo({ ACfriday: '2026-11-20T10:00:00.000Z', ACmonday: '2026-11-23T12:30:00.000Z' });
    const it = await bench(workspace);
    await it.tell(...callAt('ACfriday', '2026-11-20T10:00:00.000Z'));
    await it.flush();
    await it.context.store.memory.set('default', KEYS.compared, { to: FRIDAY });
    await compare(it, MONDAY);
    assert.deepEqual(await it.context.store.gaps.open('default'), []);
});

test('a revoked key, a Quo that is out of reach and a refusal of the newest hours are no gap: all is fetched later', async () => {
    for (const code of ['QUO-KEY', 'QUO-SERVER'] as const) {
        const { workspace } = quo({ ACsaturday: '2026-11-21T15:00:00.000Z' }, () => isDown && refusal(code));
        let isDown = true;
        const it = await bench(workspace);
        await it.context.store.memory.set('default', KEYS.compared, { to: FRIDAY });
        await assert.rejects(compare(it, MONDAY), { code });
        isDown = false;
        await compare(it, '2026-11-24T13:00:00.000Z');
        await it.flush();
        assert.ok(it.task('ACsaturday') !== undefined, code);
        assert.deepEqual(await it.context.store.gaps.open('default'), [], code);
    }
    const newest = quo({}, () => refusal('QUO-FORBIDDEN'));
    const it = await bench(newest.workspace);
    await assert.rejects(compare(it, FRIDAY), { code: 'QUO-FORBIDDEN' });
    assert.deepEqual(await it.context.store.gaps.open('default'), []);
});

test('a day that only ever fails keeps the days after it waiting for six hours and no longer', async () => {
    const { workspace } = quo({ ACsunday: '2026-11-22T15:00:00.000Z' }, (from) => {
        if (from < '2026-11-20') refusal('QUO-SERVER');
    });
    const it = await bench(workspace);
    it.preferences = { ...it.preferences, logMessages: false };
    await it.context.store.memory.set('default', KEYS.compared, { to: FRIDAY });
    await assert.rejects(compare(it, MONDAY), { code: 'QUO-SERVER' });
    await assert.rejects(compare(it, '2026-11-23T18:50:00.000Z'), { code: 'QUO-SERVER' });
    await compare(it, '2026-11-23T19:00:00.000Z');
    await it.flush();
    assert.ok(it.task('ACsunday') !== undefined);
    const [gap] = await it.context.store.gaps.open('default');
    assert.deepEqual([gap?.error.code, gap?.to], ['QUO-SERVER', '2026-11-20T13:00:00.000Z']);
});

test('any time is compared whole, in as many parts as were told before', () => {
    const hours = fc.integer({ min: 0, max: 24 * 400 });
    fc.assert(
        fc.property(hours, hours, (start, length) => {
            const [began, end] = [start * 3_600_000, (start + length) * 3_600_000];
            let [from, parts, isDone] = [began, 0, false];
            while (!isDone) {
                const span = nextSpan(from, end);
                assert.equal(span.from, from);
                [from, parts, isDone] = [span.to, parts + 1, span.isLast];
            }
            assert.deepEqual([from, parts], [end, countSpans(began, end)]);
        })
    );
});
