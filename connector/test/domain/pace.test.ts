import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { writeSchedule, type WriteScheduleInput } from '../../src/domain/write-schedule.ts';

const call: WriteScheduleInput = {
    kind: 'call',
    awaited: ['summary'],
    everWritten: true,
    pendingForMs: 10_000,
    quietForMs: 10_000,
    writtenForMs: 20_000,
    forced: false
};
const texts: WriteScheduleInput = { ...call, kind: 'messages', awaited: [] };
const NOW = { write: true };

const FRESH = { ...texts, everWritten: false, writtenForMs: undefined, quietForMs: 0 };

test('a call’s first write never waits', () => {
    assert.deepEqual(writeSchedule({ ...call, everWritten: false, quietForMs: 0, pendingForMs: 0 }), NOW);
});

test('the first text of a window waits three seconds for company, whatever else is gathered', () => {
    assert.deepEqual(writeSchedule({ ...FRESH, pendingForMs: 1_000 }), {
        write: false,
        lookInMs: 2_000,
        mayRide: true
    });
    assert.deepEqual(writeSchedule({ ...FRESH, pendingForMs: 3_000 }), NOW);
    assert.deepEqual(writeSchedule({ ...FRESH, pendingForMs: 3_000, gatherMs: 600_000 }), NOW);
});

test('a call is written as soon as nothing is awaited any more', () => {
    assert.deepEqual(writeSchedule({ ...call, awaited: [] }), NOW);
});

test('a call that awaits something is gathered for a quiet minute', () => {
    assert.deepEqual(writeSchedule(call), { write: false, lookInMs: 50_000 });
    assert.deepEqual(writeSchedule({ ...call, quietForMs: 60_000, pendingForMs: 60_000 }), NOW);
});

test('facts that keep coming hold a call back five minutes at most', () => {
    assert.deepEqual(writeSchedule({ ...call, quietForMs: 1_000, pendingForMs: 290_000 }), {
        write: false,
        lookInMs: 10_000
    });
    assert.deepEqual(writeSchedule({ ...call, quietForMs: 1_000, pendingForMs: 300_000 }), NOW);
});

test('a conversation is written once a minute at most, and its texts wait a minute at most', () => {
    assert.deepEqual(writeSchedule(texts), { write: false, lookInMs: 50_000 });
    assert.deepEqual(writeSchedule({ ...texts, writtenForMs: 20_000, pendingForMs: 60_000 }), {
        write: false,
        lookInMs: 40_000
    });
    assert.deepEqual(writeSchedule({ ...texts, writtenForMs: 60_000, pendingForMs: 60_000 }), NOW);
});

test('a conversation that was not written for a minute may ride on any request', () => {
    const step = writeSchedule({ ...texts, writtenForMs: 70_000, pendingForMs: 5_000 });
    assert.deepEqual(step, { write: false, lookInMs: 55_000, mayRide: true });
    const patient = writeSchedule({ ...texts, gatherMs: 300_000, writtenForMs: 70_000, pendingForMs: 5_000 });
    assert.deepEqual(patient, { write: false, lookInMs: 295_000, mayRide: true });
});

test('a person’s wish does not wait', () => {
    assert.deepEqual(writeSchedule({ ...call, forced: true, quietForMs: 0 }), NOW);
    assert.deepEqual(writeSchedule({ ...texts, forced: true, writtenForMs: 0 }), NOW);
});

test('whoever is told to wait is told when, and that time is enough', () => {
    const ms = fc.integer({ min: 0, max: 400_000 });
    const inputs = fc.record({ kind: fc.constantFrom('call', 'messages'), dirty: ms, quiet: ms, written: ms });
    fc.assert(
        fc.property(inputs, ({ kind, dirty, quiet, written }) => {
            const input = {
                ...call,
                kind,
                pendingForMs: dirty,
                quietForMs: quiet,
                writtenForMs: written
            } as WriteScheduleInput;
            const step = writeSchedule(input);
            if (step.write) return;
            assert.ok(step.lookInMs > 0 && step.lookInMs <= 300_000);
            const later = (before: number) => before + step.lookInMs;
            const next = {
                ...input,
                pendingForMs: later(dirty),
                quietForMs: later(quiet),
                writtenForMs: later(written)
            };
            assert.deepEqual(writeSchedule(next), NOW);
        })
    );
});
