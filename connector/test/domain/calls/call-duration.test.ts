import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callDuration } from '../../../src/domain/calls/call-duration.ts';
import { callFrom } from '../../../src/domain/calls/fold.ts';
import type { CallFact } from '../../../src/domain/facts.ts';
import { callTask } from '../../../src/domain/records/call-task.ts';
import { factsOf, fixture } from '../../edges/quo/fixture.ts';
import { aCall, aContext } from '../a-call.ts';

const answeredAt = '2026-11-20T16:00:09.000Z';
const completedAt = '2026-11-20T16:00:40.000Z';

test('an outgoing call of a webhook that was made in the Quo app has its duration', () => {
    const facts = factsOf(fixture('v3.call.completed.outgoing')) as readonly CallFact[];
    const task = callTask(callFrom('AC3c2', facts), aContext());
    assert.equal(task.fields['CallDurationInSeconds'], 31);
    assert.match(String(task.fields['Description']), /31 s/);
});

test('a duration that Quo tells goes before one that is computed', () => {
    assert.equal(callDuration(aCall({ duration: 30, answeredAt, completedAt })), 30);
});

test('a duration of nothing goes behind the times, which say more', () => {
    assert.equal(callDuration(aCall({ duration: 0, answeredAt, completedAt })), 31);
    assert.equal(callDuration(aCall({ duration: 0, answeredAt: undefined, completedAt })), 0);
    assert.equal(callDuration(aCall({ duration: 0, answeredAt: completedAt, completedAt: answeredAt })), 0);
});

test('what nobody can tell has no duration', () => {
    const none = { duration: undefined };
    assert.equal(callDuration(aCall({ ...none, answeredAt: undefined, completedAt })), undefined);
    assert.equal(callDuration(aCall({ ...none, answeredAt, completedAt: undefined })), undefined);
    assert.equal(callDuration(aCall({ ...none, answeredAt: completedAt, completedAt: answeredAt })), undefined);
});
