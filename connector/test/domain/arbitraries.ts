import fc from 'fast-check';
import type { CallFact, MessageFact, Progress } from '../../src/domain/facts.ts';

/** Few instants, so that facts are often told at the same one. */
const instant = fc.integer({ min: 0, max: 5 }).map((n) => `2026-11-20T16:0${n}:00.000Z`);
const progress = fc.constantFrom<Progress>('absent', 'in-progress', 'completed', 'failed');
const actor = fc.constantFrom('US1', 'US2', 'SYUsona1');
const number = fc.constantFrom('+14155550100', '+14155550177', '+13105550199', 'anonymous', '72345');
/** Any Unicode there is, lone halves of surrogate pairs and control characters included. */
export const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
    fc.constantFrom('مرحبا \u202Eabc\u202C', '👩‍👩‍👧‍👦 à bientôt', 'a\u0000b', '\uD800', 'ligne 1\r\nligne 2')
);

const recording = fc.record(
    {
        id: fc.constantFrom('CR1', 'CR2', 'CR3'),
        startedAt: instant,
        duration: fc.nat(600),
        type: fc.constant('audio/mpeg'),
        url: fc.webUrl()
    },
    { requiredKeys: ['id'] }
);
const job = fc.record({
    name: anyText,
    answers: fc.array(fc.record({ question: anyText, value: fc.oneof(anyText, fc.integer(), fc.boolean()) }), {
        maxLength: 2
    })
});
const texts = fc.array(anyText, { maxLength: 2 });

const bodies = {
    ringing: { direction: fc.constantFrom('incoming', 'outgoing'), startedAt: instant },
    answered: { answeredAt: instant, answeredBy: actor },
    ended: {
        direction: fc.constantFrom('incoming', 'outgoing'),
        status: fc.constantFrom('answered', 'unanswered', 'failed', 'forwarded', 'abandoned', 'sona', 'unknown'),
        startedAt: instant,
        answeredAt: instant,
        completedAt: instant,
        duration: fc.nat(4_000),
        hasVoicemail: fc.boolean(),
        answeredBy: actor,
        initiatedBy: actor
    },
    missed: {},
    forwarded: { from: number, to: fc.oneof(number, actor) },
    menu: { selection: fc.constantFrom('1', '2'), name: anyText, reason: fc.constant('phone-menu') },
    parties: {
        phoneNumberId: fc.constantFrom('PN1', 'PN2'),
        conversationId: fc.constant('CN1'),
        userId: actor,
        external: fc.array(number, { maxLength: 3 }),
        workspace: fc.array(number, { maxLength: 2 }),
        sidesKnown: fc.boolean()
    },
    voicemail: {
        id: fc.constant('VM1'),
        duration: fc.nat(60),
        transcript: anyText,
        url: fc.webUrl(),
        from: number,
        progress
    }
};

const summary = {
    title: anyText,
    summary: texts,
    nextSteps: texts,
    jobs: fc.array(job, { maxLength: 2 }),
    bySona: fc.boolean(),
    answeredBy: actor,
    callerNumber: number
};
const line = fc.record({ content: anyText, start: fc.nat(60), end: fc.nat(60) });

function fact(kind: string, required: Record<string, fc.Arbitrary<unknown>>, optional: object): fc.Arbitrary<CallFact> {
    const all = { kind: fc.constant(kind), callId: fc.constant('AC1'), at: instant, ...required, ...optional };
    return fc.record(all, { requiredKeys: ['kind', 'callId', 'at', ...Object.keys(required)] as never }) as never;
}

/** Any fact about the call `AC1`. */
export const anyCallFact: fc.Arbitrary<CallFact> = fc.oneof(
    ...Object.entries(bodies).map(([kind, optional]) => fact(kind, {}, optional)),
    fact('recordings', { recordings: fc.array(recording, { maxLength: 3 }) }, { progress }),
    fact('summary', { progress }, summary),
    fact('transcript', { progress }, { dialogue: fc.array(line, { maxLength: 2 }) }),
    fact('link', { url: fc.webUrl() }, {})
);

const MINUTE = 60_000;
const BEGIN = Date.parse('2026-11-01T03:00:00.000Z');

/** Any message of the conversation `CN1`; its minute is within seven hours around the end of daylight saving time. */
export const anyMessageFact: fc.Arbitrary<MessageFact> = fc
    .record({
        n: fc.nat(25),
        seed: fc.nat(25),
        status: fc.constantFrom('queued', 'sent', 'delivered', 'undelivered', 'failed', 'received'),
        at: instant,
        text: anyText
    })
    .map(({ n, seed, status, at, text }) => ({
        kind: 'message',
        conversation: 'CN1',
        messageId: `ACm${n}`,
        at,
        direction: n % 2 === 0 ? 'incoming' : 'outgoing',
        // Of one message it is always the same.
        createdAt: new Date(BEGIN + ((n * 7_919) % 420) * MINUTE + ((n * 37) % 1_000)).toISOString(),
        from: n % 2 === 0 ? '+14155550100' : '+13105550199',
        to: n % 2 === 0 ? ['+13105550199'] : ['+14155550100'],
        status: status,
        ...(seed % 3 === 0 ? {} : { text })
    }));

/** The same things in another order, some of them several times. */
export function disturbed<T>(things: readonly T[]): fc.Arbitrary<readonly T[]> {
    const all = [...things];
    return fc.tuple(fc.shuffledSubarray(all, { minLength: all.length }), fc.subarray(all)).chain(([every, again]) => {
        const both = [...every, ...again];
        return fc.shuffledSubarray(both, { minLength: both.length });
    });
}
