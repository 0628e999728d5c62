import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orgAnswers, type Question } from '../../../src/application/rights/org-answers.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

type Saying = string | Error | undefined;

/** An org that says what the test lets it, and whoever asks it. */
function asked(first: Saying = 'yes') {
    let [nowMs, says, through]: [number, Saying, object] = [0, first, {}];
    const [questions, failures]: [string[], string[]] = [[], []];
    const answers = orgAnswers<string>(
        () => nowMs,
        (_, about) => void failures.push(about)
    );
    const ask = async (about: string): Promise<string | undefined> => {
        questions.push(about);
        if (says instanceof Error) throw says;
        return says;
    };
    return {
        ...{ answers, questions, failures },
        later: (ms: number) => void (nowMs += ms),
        says: (next: Saying) => void (says = next),
        connectedAnew: () => void (through = {}),
        of: async (about = 'luc', more: Partial<Question<string>> = {}) =>
            (await answers.to({ about, ask: () => ask(about), through, ...more }))?.answer
    };
}

test('an org is asked once about the same within four minutes, and of each thing apart', async () => {
    const it = asked();
    assert.deepEqual([await it.of(), await it.of(), await it.of('marie')], ['yes', 'yes', 'yes']);
    it.later(4 * MINUTE - 1);
    await it.of();
    assert.deepEqual(it.questions, ['luc', 'marie']);
    it.later(1);
    await it.of();
    assert.deepEqual(it.questions, ['luc', 'marie', 'luc']);
});

test('what is taken away is gone within four minutes while the org answers', async () => {
    const it = asked();
    await it.of();
    it.says('no');
    it.later(4 * MINUTE);
    assert.equal(await it.of(), 'no');
});

test('an org that does not answer is believed for ten minutes from its last answer, and then nobody holds a right', async () => {
    for (const silence of [undefined, new Error('503')]) {
        const it = asked();
        await it.of();
        it.says(silence);
        it.later(10 * MINUTE - 1);
        assert.equal(await it.of(), 'yes');
        it.later(1);
        assert.equal(await it.of(), undefined);
        it.later(MINUTE);
        it.says('yes');
        assert.equal(await it.of(), 'yes', 'until it answers again');
    }
});

test('whoever was never answered about holds nothing', async () => {
    const it = asked(new Error('503'));
    assert.equal(await it.of(), undefined);
    assert.deepEqual(it.failures, ['luc']);
});

test('an org that did not answer is left alone for half a minute, unless it was connected anew', async () => {
    const it = asked();
    it.says(undefined);
    await it.of();
    it.later(MINUTE / 2 - 1);
    await it.of();
    assert.equal(it.questions.length, 1);
    it.later(1);
    await it.of();
    assert.equal(it.questions.length, 2);
    it.connectedAnew();
    it.says('yes');
    assert.equal(await it.of(), 'yes');
});

test('an urgent question is asked although the answer is fresh; what it sees is the answer and its age', async () => {
    const it = asked();
    await it.of();
    it.later(SECOND);
    it.says('no');
    const seen: unknown[] = [];
    const isUrgent: Question<string>['isUrgent'] = (held, ageMs) => seen.push([held?.answer, ageMs]) > 0;
    assert.equal(await it.of('luc', { isUrgent }), 'no');
    assert.deepEqual(seen, [['yes', SECOND]]);
});

test('those who ask at once share one question', async () => {
    const it = asked();
    assert.deepEqual(await Promise.all([it.of(), it.of(), it.of()]), ['yes', 'yes', 'yes']);
    assert.deepEqual(it.questions, ['luc']);
});

test('an answer counts from when it was asked for: one that took longer than it holds is worth nothing', async () => {
    const it = asked();
    const slow = async (): Promise<string> => {
        it.later(10 * MINUTE);
        return 'yes';
    };
    assert.equal(await it.of('luc', { ask: slow }), undefined);
    // And an older answer does not come back because a question took long.
    await it.of('marie');
    it.later(9 * MINUTE);
    const slowly = async (): Promise<undefined> => {
        it.later(2 * MINUTE);
        return undefined;
    };
    assert.equal(await it.of('marie', { ask: slowly }), undefined);
});

test('what was learnt by a sign-in counts like an answer', async () => {
    const it = asked();
    it.answers.learn('luc', 'proven');
    assert.equal(await it.of(), 'proven');
    assert.equal(it.answers.ageOf('luc'), 0);
    assert.equal(it.answers.ageOf('marie'), Infinity);
});

test('a clock that is set back makes no answer hold longer: the org is asked, and believed no more where it is silent', async () => {
    const it = asked();
    await it.of();
    it.later(-60 * MINUTE);
    it.says('no');
    assert.equal(await it.of(), 'no');
    it.later(-60 * MINUTE);
    it.says(undefined);
    assert.equal(await it.of(), undefined);
});
