import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { placeWindows, windowsFrom } from '../../../src/domain/conversations/windows.ts';
import { anyMessageFact } from '../arbitraries.ts';
import { text } from './a-text.ts';

const key = (time: string) => `sms_CN1_20261120T${time.replace(':', '')}00Z`;
const windows = (...times: string[]) =>
    windowsFrom(
        'CN1',
        times.map((time, n) => text(`m${n}`, time))
    );
const placed = (known: readonly string[], ...times: string[]) => {
    const result = placeWindows(windows(...times), known);
    return { tasks: result.placed.map((one) => [one.key, one.formerKey]), gone: result.gone };
};

test('the key says of which conversation it is and when it starts', () => {
    assert.deepEqual(placed([], '10:00', '11:30'), {
        tasks: [
            [key('10:00'), undefined],
            [key('11:30'), undefined]
        ],
        gone: []
    });
});

test('a window that stays keeps its Task, and nothing moves', () => {
    assert.deepEqual(placed([key('10:00')], '10:00', '10:20'), { tasks: [[key('10:00'), undefined]], gone: [] });
});

test('a window whose start moved keeps its Task under a new key', () => {
    assert.deepEqual(placed([key('10:00')], '09:40', '10:00'), { tasks: [[key('09:40'), key('10:00')]], gone: [] });
});

test('a window that a late message splits keeps its Task for the part in which it began', () => {
    const result = placed([key('10:00')], '09:20', '10:00', '10:45');
    assert.deepEqual(result, {
        tasks: [
            [key('09:20'), key('10:00')],
            [key('10:45'), undefined]
        ],
        gone: []
    });
});

test('a shift goes through all later windows, each with its own Task', () => {
    const result = placed([key('10:00'), key('11:10')], '09:20', '10:00', '10:30', '11:10');
    assert.deepEqual(result.tasks, [
        [key('09:20'), key('10:00')],
        [key('10:30'), key('11:10')]
    ]);
});

test('of two Tasks in one window, its own stays, else the older; the other is gone with its parts', () => {
    assert.deepEqual(placed([key('10:20'), `${key('10:20')}_2`, key('10:00')], '10:00'), {
        tasks: [[key('10:00'), undefined]],
        gone: [key('10:20'), `${key('10:20')}_2`]
    });
    assert.deepEqual(placed([key('10:20'), key('10:10')], '10:00'), {
        tasks: [[key('10:00'), key('10:10')]],
        gone: [key('10:20')]
    });
});

test('a window whose first message turns out to be later keeps its Task too', () => {
    assert.deepEqual(placed([key('10:00')], '10:20').tasks, [[key('10:20'), key('10:00')]]);
});

test('a Task for which there is no window any more is gone', () => {
    assert.deepEqual(placed([key('08:00')], '10:20'), { tasks: [[key('10:20'), undefined]], gone: [key('08:00')] });
});

test('further parts go with their window', () => {
    const [one] = placeWindows(windows('09:40'), [`${key('10:00')}_3`, key('10:00'), `${key('10:00')}_2`]).placed;
    assert.equal(one?.formerKey, key('10:00'));
    assert.deepEqual(one?.formerParts.toSorted(), [`${key('10:00')}_2`, `${key('10:00')}_3`]);
});

test('conversations whose keys look alike are not mistaken for each other’s parts', () => {
    const facts = [text('m1', '10:00', { conversation: 'PN1-abc' })];
    const [one] = placeWindows(windowsFrom('PN1-abc', facts), ['sms_PN1-abc_20261120T100000Z']).placed;
    assert.deepEqual([one?.key, one?.formerParts], ['sms_PN1-abc_20261120T100000Z', []]);
});

test('messages that come one by one, in any order, never lose a Task and never make two for one window', () => {
    fc.assert(
        fc.property(fc.array(anyMessageFact, { maxLength: 15 }), (facts) => {
            let known: readonly string[] = [];
            for (let n = 1; n <= facts.length; n += 1) {
                const { placed: now, gone } = placeWindows(windowsFrom('CN1', facts.slice(0, n)), known);
                const keys = now.map((one) => one.key);
                assert.equal(new Set(keys).size, keys.length);
                // More messages never make fewer windows: no Task is ever deleted for a message that came.
                assert.deepEqual(gone, []);
                const kept = now.map((one) => one.formerKey ?? one.key);
                for (const task of known) assert.ok(kept.includes(task), `${task} was lost`);
                known = keys;
            }
            const atOnce = placeWindows(windowsFrom('CN1', facts), []).placed.map((one) => one.key);
            assert.deepEqual(known, atOnce);
        })
    );
});
