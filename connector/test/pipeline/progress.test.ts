import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginAgain } from '../../src/pipeline/rerender-progress.ts';
import { progressOf, reporter } from '../../src/pipeline/progress.ts';
import { refreshDirectory } from '../../src/pipeline/refresh-directory.ts';
import { progressKey, type Key, type KeyValueStore } from '../../src/contracts/key-value.ts';
import { reconcile } from '../../src/pipeline/reconcile/reconcile.ts';
import { CodedError } from '../../src/errors/errors.ts';
import { SILENT, type Log } from '../../src/log.ts';
import type { MessageFact } from '../../src/domain/facts.ts';
import { answeredCall, bench } from './pipeline-harness.ts';

/** A memory whose clock is ours. */
function memoryAt(clock: { ms: number }): KeyValueStore & { readonly writes: unknown[] } {
    const kept = new Map<string, { value: unknown; at: number }>();
    const writes: unknown[] = [];
    return {
        writes,
        get: async <T>(connection: string, { name, parse }: Key<T>) => {
            const one = kept.get(connection + name);
            if (one === undefined) return undefined;
            const value = parse(one.value);
            return value === undefined ? undefined : { value, ageMs: clock.ms - one.at };
        },
        set: async (connection, { name }, value) => {
            writes.push(value);
            kept.set(connection + name, { value, at: clock.ms });
        },
        delete: async (connection, { name }) => void kept.delete(connection + name)
    };
}

const text = (messageId: string, status: 'sent' | 'received', conversation: string): MessageFact => ({
    ...{ kind: 'message', messageId, conversation, status, direction: 'incoming', text: 'Allo', phoneNumberId: 'PN1' },
    ...{ at: '2026-11-20T16:40:00.000Z', createdAt: '2026-11-20T16:40:00.000Z' },
    ...{ from: '+15145550123', to: ['+15145550100'] }
});

function heard(): Log & { readonly lines: Record<string, unknown>[] } {
    const lines: Record<string, unknown>[] = [];
    return { ...SILENT, lines, info: (event, data) => void lines.push({ event, ...data }) };
}

test('pages hear every second how far something is, the terminal every five, and both when it ends', async () => {
    const clock = { ms: 0 };
    const memory = memoryAt(clock);
    const log = heard();
    const report = reporter({ memory, log, nowMs: () => clock.ms }, 'default', 'directory');
    for (let n = 0; n <= 100; n += 1) {
        clock.ms = n * 100;
        await report.step(n, 100);
    }
    assert.equal(memory.writes.length, 11, 'once a second in ten seconds');
    assert.deepEqual(
        log.lines.map(({ event, task, done, percent }) => [event, task, done, percent]),
        [
            ['progress', 'directory', 50, 50],
            ['progress', 'directory', 100, 100]
        ]
    );
    await report.end();
    assert.equal(log.lines.at(-1)?.['state'], 'done');
    assert.deepEqual(
        (await progressOf(memory, 'default')).map(({ task, state, done, total }) => [task, state, done, total]),
        [['directory', 'done', 100, 100]]
    );
});

test('what more is there than was thought is no more than all of it', async () => {
    const clock = { ms: 0 };
    const memory = memoryAt(clock);
    await reporter({ memory, log: SILENT, nowMs: () => clock.ms }, 'default', 'directory').step(12, 10);
    assert.deepEqual(
        (await progressOf(memory, 'default')).map(({ done, total }) => [done, total]),
        [[12, 12]]
    );
});

test('what is not heard of for minutes was interrupted; what ended an hour ago is no news', async () => {
    const clock = { ms: 0 };
    const memory = memoryAt(clock);
    const parts = { memory, log: SILENT, nowMs: () => clock.ms };
    await reporter(parts, 'default', 'people').step(1, 9);
    await reporter(parts, 'default', 'repair').end({ learnt: 2 });
    clock.ms = 4 * 60_000;
    assert.deepEqual(
        (await progressOf(memory, 'default')).map(({ task, state }) => [task, state]),
        [
            ['repair', 'done'],
            ['people', 'interrupted']
        ]
    );
    clock.ms = 61 * 60_000;
    assert.deepEqual(await progressOf(memory, 'default'), []);
});

test('a failure is told with its reason, and a store that keeps nothing holds nothing up', async () => {
    const clock = { ms: 0 };
    const memory = memoryAt(clock);
    await reporter({ memory, log: SILENT, nowMs: () => clock.ms }, 'default', 'people').fail(
        new CodedError('QUO-KEY', 'x')
    );
    assert.equal((await progressOf(memory, 'default'))[0]?.note?.code, 'QUO-KEY');
    const broken = { ...memory, remember: () => Promise.reject(new Error('full')) };
    await reporter({ memory: broken, log: SILENT, nowMs: () => clock.ms }, 'default', 'people').end();
});

test('the first load of the directory is told, later looks are not', async () => {
    const it = await bench();
    const { memory } = it.context.store;
    Object.assign(it.org, { countPeople: async () => 3 });
    await refreshDirectory(it.context, it.connection);
    const [first] = await progressOf(memory, 'default');
    assert.deepEqual([first?.task, first?.state], ['directory', 'done']);
    await memory.delete('default', progressKey('directory'));
    const marks = { Contact: '2026-11-20T16:00:00.000Z' };
    const nothing = { people: [], gone: [], related: [], goneRelated: [] };
    await it.context.store.directory.apply('default', { ...nothing, highWater: marks });
    await refreshDirectory(it.context, it.connection);
    assert.deepEqual(await progressOf(memory, 'default'), []);
});

test('the comparison with Quo says how much it looked at and what was missing', async () => {
    const it = await bench({
        callsBetween: async function* () {
            yield answeredCall('AC1');
            yield answeredCall('AC2');
        }
    });
    await reconcile(it.context, it.connection, new AbortController().signal);
    const [told] = await progressOf(it.context.store.memory, 'default');
    assert.deepEqual([told?.task, told?.state, told?.done, told?.detail], ['repair', 'done', 2, { learnt: 2 }]);
});

test('a call that was known already was not missing, however much of it Quo’s list says anew', async () => {
    const told = answeredCall('AC1');
    const anew = told.map((fact) => ({ ...fact, at: '2026-11-20T16:45:00.000Z' }));
    const summary = { callId: 'AC1', at: '2026-11-20T16:45:00.000Z', kind: 'summary', progress: 'completed' } as const;
    const it = await bench({
        callsBetween: async function* () {
            yield [...anew, summary];
        },
        messagesBetween: async function* () {
            yield [text('m1', 'sent', 'CN1'), text('m2', 'sent', 'CN1')];
        }
    });
    await it.tell(...told, text('m1', 'received', 'CN1'));
    await reconcile(it.context, it.connection, new AbortController().signal);
    const [compared] = await progressOf(it.context.store.memory, 'default');
    assert.deepEqual([compared?.done, compared?.detail], [3, { learnt: 1 }], 'one text of a known conversation');
});

test('rendering again is told until the last one is done, with how many need a person', async () => {
    const it = await bench();
    const { activities, memory } = it.context.store;
    await it.tell(...answeredCall('AC1'), ...answeredCall('AC2'));
    await it.flush();
    it.preferences = { ...it.preferences, language: 'en' };
    const count = await activities.makeDue('default', { sinceDays: 3_650 }, { force: true });
    await beginAgain(it.context, 'default', count);
    assert.deepEqual(
        (await progressOf(memory, 'default')).map(({ state, done, total }) => [state, done, total]),
        [['running', 0, 2]]
    );
    it.org.refuse = ({ draft }) =>
        draft.key === 'call_AC2'
            ? { ok: false, remedy: 'park', note: { code: 'SF-REFUSED' }, statusCode: 'X' }
            : undefined;
    await it.flush();
    const [told] = await progressOf(memory, 'default');
    assert.deepEqual([told?.state, told?.done, told?.total, told?.detail], ['done', 2, 2, { parked: 1 }]);
    await beginAgain(it.context, 'default', 0);
    assert.equal((await progressOf(memory, 'default'))[0]?.state, 'done', 'nothing to do is done');
});

test('a clock that is set back silences nobody for as long as it jumped', async () => {
    const clock = { ms: 3_600_000 };
    const [memory, log] = [memoryAt(clock), heard()];
    const report = reporter({ memory, log, nowMs: () => clock.ms }, 'default', 'directory');
    await report.step(1, 100);
    clock.ms = 0;
    await report.step(50, 100);
    assert.deepEqual(
        (await progressOf(memory, 'default')).map(({ state, done }) => [state, done]),
        [['running', 50]]
    );
    assert.deepEqual(
        log.lines.map(({ done }) => done),
        [50]
    );
});
