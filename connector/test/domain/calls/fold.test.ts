import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { callFrom } from '../../../src/domain/calls/fold.ts';
import { callTask } from '../../../src/domain/records/call-task.ts';
import { sonaDrafts } from '../../../src/domain/records/sona-call.ts';
import { aContext, fact } from '../a-call.ts';
import { anyCallFact, disturbed } from '../arbitraries.ts';

const ended = fact(4, { kind: 'ended', direction: 'incoming', status: 'answered', duration: 240, hasVoicemail: false });

test('a call, its Task and its Sona record are the same whatever order and however often the facts arrive', () => {
    const facts = fc.array(anyCallFact, { maxLength: 12 });
    fc.assert(
        fc.property(
            facts.chain((told) => fc.tuple(fc.constant(told), disturbed(told))),
            ([told, again]) => {
                const call = callFrom('AC1', told);
                const same = callFrom('AC1', again);
                assert.deepEqual(same, call);
                assert.deepEqual(callTask(same, aContext()), callTask(call, aContext()));
                assert.deepEqual(sonaDrafts(same, aContext()), sonaDrafts(call, aContext()));
            }
        )
    );
});

test('a fact that tells less never takes back what is known', () => {
    fc.assert(
        fc.property(fc.array(anyCallFact, { maxLength: 8 }), anyCallFact, (told, more) => {
            const before = callFrom('AC1', told);
            const after = callFrom('AC1', [...told, more]);
            for (const key of Object.keys(before)) assert.ok(key in after, `${key} was lost`);
        })
    );
});

test('the newest told value of a field wins, and an absent one is no value', () => {
    const later = fact(9, { kind: 'ended', duration: 241 });
    const call = callFrom('AC1', [later, ended]);
    assert.equal(call.duration, 241);
    assert.equal(call.status, 'answered');
    assert.equal(call.toldAt, '2026-11-20T16:09:00.000Z');
});

test('a status that Quo itself does not know replaces none', () => {
    assert.equal(callFrom('AC1', [ended, fact(9, { kind: 'ended', status: 'unknown' })]).status, 'answered');
    assert.equal(callFrom('AC1', [fact(9, { kind: 'ended', status: 'unknown' })]).status, 'unknown');
});

test('a finished summary is only replaced by another finished one', () => {
    const first = fact(5, { kind: 'summary', progress: 'completed', summary: ['Asked for a quote.'] });
    const stale = fact(7, { kind: 'summary', progress: 'in-progress', summary: [] });
    const redone = fact(8, { kind: 'summary', progress: 'completed', summary: ['Asked for two quotes.'] });
    const kept = callFrom('AC1', [first, stale, fact(9, { kind: 'summary', progress: 'absent' })]).summary;
    assert.deepEqual(kept, { progress: 'completed', summary: ['Asked for a quote.'] });
    assert.deepEqual(callFrom('AC1', [redone, first, stale]).summary?.summary, ['Asked for two quotes.']);
});

test('the title that the API adds stays beside the summary that the webhook told', () => {
    const webhook = fact(6, { kind: 'summary', progress: 'completed', summary: ['Pricing.'], bySona: true });
    const api = fact(5, { kind: 'summary', progress: 'completed', title: 'Pricing enquiry' });
    const { summary } = callFrom('AC1', [webhook, api]);
    assert.equal(summary?.title, 'Pricing enquiry');
    assert.deepEqual(summary?.summary, ['Pricing.']);
});

test('recordings are merged by segment, oldest first, each with what is known of it', () => {
    const second = { id: 'CR2', startedAt: '2026-11-20T16:02:00.000Z', url: 'https://quo.example.com/2' };
    const first = { id: 'CR1', startedAt: '2026-11-20T16:00:00.000Z' };
    const { recordings } = callFrom('AC1', [
        fact(5, { kind: 'recordings', recordings: [second] }),
        fact(6, { kind: 'recordings', recordings: [first, { id: 'CR2', duration: 60 }] })
    ]);
    assert.deepEqual(recordings, [first, { ...second, duration: 60 }]);
});

test('a segment that one webhook told without an id and Quo’s API with one is the same, in whatever order', () => {
    const nameless = { id: 'at-2026-11-20T16:00:00.000Z-1', duration: 54, url: 'https://q.example/v2' };
    const app = fact(5, { kind: 'recordings', recordings: [nameless] });
    const api = fact(6, { kind: 'recordings', recordings: [{ id: 'CR1', duration: 54, url: 'https://q.example/v1' }] });
    const later = fact(4, { kind: 'recordings', recordings: [{ id: 'CR1', duration: 54 }] });
    const once = [{ id: 'CR1', duration: 54, url: 'https://q.example/v1' }];
    for (const facts of [
        [app, api],
        [api, app]
    ])
        assert.deepEqual(callFrom('AC1', facts).recordings, once);
    assert.deepEqual(callFrom('AC1', [later, app]).recordings, [{ ...nameless, id: 'CR1' }]);
    const second = { ...nameless, id: 'at-2026-11-20T16:00:00.000Z-2' };
    const both = fact(7, { kind: 'recordings', recordings: [nameless, second] });
    assert.deepEqual(callFrom('AC1', [both, api]).recordings, [...once, second]);
});

test('no recording told yet is not the same as no recording', () => {
    const none = fact(5, { kind: 'recordings', recordings: [] });
    assert.deepEqual(callFrom('AC1', [none]).recordings, []);
    const soon = fact(5, { kind: 'recordings', recordings: [], progress: 'in-progress' });
    assert.equal(callFrom('AC1', [soon]).recordings, undefined);
    assert.equal(callFrom('AC1', [ended]).recordings, undefined);
});

test('participants that are known to be outside count for more than a list that mixes the sides', () => {
    const webhook = fact(4, { kind: 'parties', external: ['+14155550100'], sidesKnown: true });
    const api = fact(9, { kind: 'parties', external: ['+14155550100', '+13105550199'], sidesKnown: false });
    const call = callFrom('AC1', [api, webhook, fact(10, { kind: 'parties', userId: 'US1' })]);
    assert.deepEqual([call.external, call.sidesKnown, call.userId], [['+14155550100'], true, 'US1']);
});

test('once Sona took a call it stays hers, whoever answered after the hand-off', () => {
    const bySona = fact(1, { kind: 'answered', answeredBy: 'SYUsona1' });
    const byMarie = fact(2, { kind: 'answered', answeredBy: 'US1' });
    const call = callFrom('AC1', [byMarie, bySona, ended]);
    assert.equal(call.sona, true);
    assert.equal(call.answeredBy, 'US1');
    assert.equal(callFrom('AC1', [byMarie, ended]).sona, undefined);
});

test('a fact about another call is a wiring bug and said so', () => {
    assert.throws(() => callFrom('AC2', [ended]), /about call AC1 is no fact about call AC2/);
});
