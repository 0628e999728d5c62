import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completenessRows, type CompletenessRow } from '../../src/domain/completeness/completeness.ts';
import { KEYS } from '../../src/contracts/key-value.ts';
import type { CallFact, MessageFact } from '../../src/domain/facts.ts';
import { countTasks } from '../../src/pipeline/completeness/count-tasks.ts';
import { reconcile } from '../../src/pipeline/reconcile/reconcile.ts';
import { answeredCall, bench, MARIE, type Bench } from './pipeline-harness.ts';

const NEVER = new AbortController().signal;
const DAYS = { last: '2026-11-20', count: 2, timeZone: 'America/Toronto' };

/** A call of its own, in an inbox. */
const call = (callId: string, inbox = 'PN1'): readonly CallFact[] =>
    answeredCall(callId).map((fact) => ({ ...fact, ...(fact.kind === 'parties' && { phoneNumberId: inbox }) }));
const text = (messageId: string, createdAt: string): MessageFact => ({
    ...{ kind: 'message', messageId, conversation: 'CN1', direction: 'incoming', status: 'received' },
    ...{ at: createdAt, createdAt, text: messageId, phoneNumberId: 'PN1' },
    ...{ from: '+14185550123', to: ['+15145550100'] }
});
const TEXTS = [
    text('m1', '2026-11-20T14:00:00.000Z'),
    text('m2', '2026-11-20T14:30:00.000Z'),
    text('m3', '2026-11-20T16:00:00.000Z')
];

async function listing(calls: readonly (readonly CallFact[])[], texts: readonly MessageFact[] = []): Promise<Bench> {
    const it = await bench({
        callsBetween: async function* () {
            yield* calls;
        },
        messagesBetween: async function* () {
            yield texts;
        }
    });
    it.preferences = { ...it.preferences, timeZone: DAYS.timeZone };
    await reconcile(it.context, it.connection, NEVER);
    return it;
}

async function rows(it: Bench): Promise<readonly CompletenessRow[]> {
    return completenessRows(await it.context.store.completeness.counts('default', DAYS), it.preferences.inboxes);
}

const reasons = (of: readonly CompletenessRow[]) =>
    of.map(({ list, inbox, quo, salesforce, shortfalls }) => [
        ...[list, inbox, quo, salesforce],
        shortfalls.map(({ state, code, count }) => [state, code, count])
    ]);

test('what is written makes no difference, calls and texts of each window alike', async () => {
    const it = await listing([call('AC1'), call('AC2')], TEXTS);
    assert.deepEqual(reasons(await rows(it)), [
        ['calls', 'PN1', 2, 0, [['waiting', null, 2]]],
        ['messages', 'PN1', 3, 0, [['waiting', null, 3]]]
    ]);
    await it.flush();
    assert.deepEqual(reasons(await rows(it)), [
        ['calls', 'PN1', 2, 2, []],
        ['messages', 'PN1', 3, 3, []]
    ]);
    assert.deepEqual(await it.context.store.completeness.missing('default', DAYS, 10), []);
});

test('each difference has its reason: parked with its code, ignored, deleted by a person, an inbox that is not chosen', async () => {
    const it = await listing([call('AC1'), call('AC2'), call('AC3'), call('AC4'), call('AC5', 'PN9')]);
    it.preferences = { ...it.preferences, inboxes: ['PN1'] };
    it.org.refuse = ({ draft }) =>
        ['call_AC1', 'call_AC2'].includes(draft.key)
            ? { ok: false, remedy: 'park', note: { code: 'SF-REFUSED' }, statusCode: 'X' }
            : undefined;
    await it.flush();
    await it.query(`update activities set dismissed_at = now(), parked_at = null where activity_key = 'call_AC2'`);
    await it.query(`update records set by_hand = '{"deleted": true}' where key = 'call_AC3'`);
    const found = await rows(it);
    assert.deepEqual(reasons(found.filter(({ inbox }) => inbox === 'PN9')), [
        ['calls', 'PN9', 1, 0, [['not-chosen', null, 1]]]
    ]);
    const [own] = reasons(found.filter(({ inbox }) => inbox === 'PN1'));
    assert.deepEqual(own?.slice(0, 4), ['calls', 'PN1', 4, 1]);
    assert.deepEqual(
        new Set((own?.[4] as unknown[][]).map(([state, code]) => `${String(state)} ${String(code)}`)),
        new Set(['deleted null', 'ignored null', 'parked SF-REFUSED'])
    );
    const names = await it.context.store.completeness.missing('default', DAYS, 10);
    assert.deepEqual(names.map(({ id }) => id).toSorted(), ['AC1', 'AC2', 'AC3', 'AC5']);
    assert.equal((await it.context.store.completeness.missing('default', DAYS, 1)).length, 1);
});

test('a text whose window has no Task is missing, though an earlier one of its conversation has one', async () => {
    const it = await listing([], TEXTS);
    await it.flush();
    await it.query(`delete from records where key like 'sms\\_%T160000Z'`);
    assert.deepEqual(reasons(await rows(it)), [['messages', 'PN1', 3, 2, [['not-logged', null, 1]]]]);
});

test('a day is the connection’s: a call at nine in the evening in Toronto is of that evening', async () => {
    const late = call('AC1').map((fact) => ({
        ...fact,
        ...(fact.kind === 'ended' && { startedAt: '2026-11-20T02:00:00.000Z' })
    }));
    const it = await listing([late]);
    assert.deepEqual(
        (await rows(it)).map(({ day }) => day),
        ['2026-11-19']
    );
});

test('a number that was forgotten is neither counted nor listed again', async () => {
    const it = await listing([call('AC1'), call('AC2')]);
    await it.flush();
    const { store } = await it.worker();
    await store.upkeep.forgetNumber('default', MARIE);
    await reconcile(it.context, it.connection, NEVER);
    assert.deepEqual(await it.rows('select id from quo_listed'), []);
    assert.deepEqual(await rows(it), []);
});

test('Salesforce counts once a day for one call; where its number is another one, each Task is looked for', async () => {
    const it = await listing([call('AC1'), call('AC2')], TEXTS);
    await it.flush();
    type Spans = readonly { readonly from: string; readonly to: string }[];
    const asked: Spans[] = [];
    let there = 4;
    Object.assign(it.org, {
        countTasks: async (spans: Spans) => {
            asked.push(spans);
            return spans.map(({ from }) => (from === '2026-11-20T05:00:00.000Z' ? there : 0));
        },
        idsOf: async (_object: string, keys: readonly string[]) => {
            const ids = await it.rows<{ key: string; id: string }>('select key, salesforce_id as id from records');
            return ids.filter(({ key }) => keys.includes(key) && key !== 'call_AC2').map(({ id }) => id);
        }
    });
    const tomorrow = { ...it.context, now: () => new Date('2026-11-21T17:00:00.000Z') };
    await countTasks(tomorrow, it.connection);
    assert.deepEqual(asked, [], 'a connection is counted from its second day on');
    await countTasks(tomorrow, it.connection);
    const [days = []] = asked as readonly Spans[];
    assert.equal(days.length, 5);
    assert.deepEqual([days[0]?.from, days[0]?.to], ['2026-11-20T05:00:00.000Z', '2026-11-21T05:00:00.000Z']);
    const counted = await it.context.store.completeness.countedDays('default', DAYS);
    assert.deepEqual([counted[0]?.day, counted[0]?.ours, counted[0]?.salesforce], ['2026-11-20', 4, 4]);
    there = 3;
    await countTasks(tomorrow, it.connection);
    const [lost] = await it.context.store.completeness.missing('default', DAYS, 10);
    assert.deepEqual([lost?.id, lost?.state], ['AC2', 'gone']);
    there = 4;
    await countTasks(tomorrow, it.connection);
    assert.deepEqual(await it.context.store.completeness.missing('default', DAYS, 10), [], 'it was restored');
});

test('where the calls and texts of the last days are is kept for monitoring with each comparison', async () => {
    const it = await listing([call('AC1')]);
    assert.deepEqual((await it.context.store.memory.get('default', KEYS.completeness))?.value, [
        { list: 'calls', state: 'waiting', count: 1 }
    ]);
});
