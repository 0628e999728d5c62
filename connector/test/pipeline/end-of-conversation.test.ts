import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { MessageFact } from '../../src/domain/facts.ts';
import { bench, MARIE, type Bench } from './pipeline-harness.ts';

const DAY = Date.parse('2026-07-20T16:00:00.000Z');
const MINUTE = 60_000;
const INBOX = '+15145550100';

const textAt = (minute: number, more: Partial<MessageFact> = {}): MessageFact => {
    const createdAt = new Date(DAY + minute * MINUTE).toISOString();
    return {
        kind: 'message',
        messageId: `m${minute}`,
        conversation: 'CN1',
        at: createdAt,
        createdAt,
        direction: 'incoming',
        from: MARIE,
        to: [INBOX],
        text: `Texto ${minute}`,
        phoneNumberId: 'PN1',
        status: 'received',
        ...more
    };
};

interface Work {
    facts: number;
    records: number;
    /** One for each field of each record that is drawn, and one for the record. */
    hashes: number;
    written: number;
}

/** What one further text costs, counted. */
async function workOf(it: Bench, fact: MessageFact): Promise<Work> {
    const work: Work = { facts: 0, records: 0, hashes: 0, written: 0 };
    const { context } = it;
    const { activities } = context.store;
    const { hash } = context;
    const claim = activities.claim.bind(activities);
    const written = it.org.writes.flat().length;
    Object.assign(activities, {
        claim: async (...given: Parameters<typeof claim>) => {
            const claimed = await claim(...given);
            work.facts += claimed.flatMap(({ facts }) => facts).length;
            work.records += claimed.flatMap(({ records }) => records).length;
            return claimed;
        }
    });
    Object.assign(context, { hash: (text: string) => ((work.hashes += 1), hash(text)) });
    await it.tell(fact);
    await it.flush();
    await it.later();
    Object.assign(activities, { claim });
    Object.assign(context, { hash });
    return { ...work, written: it.org.writes.flat().length - written };
}

const withTexts = async (count: number): Promise<Bench> => {
    const it = await bench();
    await it.tell(...Array.from({ length: count }, (_, n) => textAt(n * 20)));
    await it.flush();
    await it.later();
    return it;
};

test('a further text costs the same after six hundred texts as after ninety: the end of the conversation', async () => {
    const [few, many] = [await withTexts(90), await withTexts(600)];
    for (const [place, further] of [
        ['in the last window', 5],
        ['in a window of its own', 600]
    ] as const) {
        const cost = await workOf(many, textAt(599 * 20 + further));
        assert.deepEqual(cost, await workOf(few, textAt(89 * 20 + further)), place);
        assert.ok(cost.facts <= 2 * 5 && cost.records <= 2 * 2 && cost.hashes > 0 && cost.written > 0, place);
    }
});

test('what is seldom reads the whole: a further number, and a wish to render again', async () => {
    const it = await withTexts(90);
    const other = await workOf(it, textAt(90 * 20, { from: '+15145550177' }));
    assert.ok(other.facts >= 91 && other.records >= 30);
    await it.context.store.activities.makeDue('default', { numbers: [MARIE] });
    const again = await workOf(it, textAt(91 * 20));
    assert.ok(again.facts >= 92 && again.records >= 30);
});

test('a text that is corrected to another time leaves the window in which it stood', async () => {
    const it = await withTexts(30);
    const early = textAt(0, { at: '2026-07-21T16:00:00.000Z', createdAt: textAt(570).createdAt });
    await it.tell(early);
    await it.flush();
    await it.later();
    const whole = await bench();
    await whole.tell(...Array.from({ length: 30 }, (_, n) => textAt(n * 20)), early);
    await whole.flush();
    assert.deepEqual(await standing(it), await standing(whole));
});

test('texts in any order, told one by one and told again, leave the records of all at once', async () => {
    const facts = [0, 30, 65, 140, 145, 400].flatMap((minute, n) => {
        const sent = n % 3 === 1 ? { direction: 'outgoing' as const, from: INBOX, to: [MARIE] } : {};
        const fact = textAt(minute, { ...sent, userId: 'US1' });
        const later = new Date(DAY + (minute + 2) * MINUTE).toISOString();
        return [fact, { ...fact, at: later, status: 'delivered' as const }];
    });
    const whole = await bench();
    await whole.tell(...facts);
    await whole.flush();
    await whole.later();
    await fc.assert(
        fc.asyncProperty(fc.shuffledSubarray(facts, { minLength: facts.length }), async (order) => {
            const it = await bench();
            for (const fact of order) {
                await it.tell(fact);
                await it.flush();
                await it.later();
            }
            assert.deepEqual(await standing(it), await standing(whole));
        }),
        { numRuns: 2 }
    );
});

/** What stands in the org, by key. */
async function standing(it: Bench): Promise<unknown> {
    const removed = new Set(it.org.removed);
    const left = [];
    for (const [name, record] of [...it.org.records].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const [id = ''] = await it.org.idsOf('Task', [name.slice('Task/'.length)]);
        if (!removed.has(id)) left.push([name, record]);
    }
    return left;
}
