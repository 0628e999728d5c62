import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {
    activityKeyOfTask,
    callKey,
    conversationKey,
    wholeKey,
    partKey,
    readActivityKey,
    windowKey,
    windowStart
} from '../../src/domain/activity-key.ts';

const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,80}$/);
const second = fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => seconds * 1_000);

test('whatever ids Quo gives, the key of an activity reads back as the same call or conversation', () => {
    fc.assert(
        fc.property(id, (one) => {
            assert.deepEqual(readActivityKey(callKey(one)), { kind: 'call', callId: one });
            assert.deepEqual(readActivityKey(conversationKey(one)), { kind: 'conversation', conversation: one });
        })
    );
});

test('every Task leads to its activity: of a call, of a window, and of each part of one', () => {
    fc.assert(
        fc.property(id, second, fc.integer({ min: 2, max: 99 }), (one, start, part) => {
            const key = windowKey(one, start);
            assert.equal(activityKeyOfTask(callKey(one)), callKey(one));
            assert.equal(activityKeyOfTask(key), conversationKey(one));
            assert.equal(activityKeyOfTask(partKey(key, part)), conversationKey(one));
            assert.equal(windowStart(key), start);
            assert.equal(windowStart(partKey(key, part)), undefined);
            assert.ok(wholeKey(partKey(key, part)) === key && wholeKey(key) === undefined);
        })
    );
});

test('a key of another form is no activity’s', () => {
    for (const key of ['', 'call', 'sms_CN1_20261120T170000Z', 'AC1', 'Call_AC1'])
        assert.equal(readActivityKey(key), undefined, key);
    assert.equal(windowStart('sms_CN1_20261399T170000Z'), undefined);
});
