import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Call, Outcome } from '../../../src/domain/calls/call.ts';
import { isSonaCall, outcomeOf } from '../../../src/domain/calls/outcome.ts';

type Told = Omit<Call, 'id' | 'ended' | 'toldAt'>;

const at = '2026-11-20T16:00:00.000Z';
const IN = { direction: 'incoming' } as const;
const OUT = { direction: 'outgoing' } as const;

const CASES: readonly (readonly [string, Told, Outcome])[] = [
    ['a person answered', { ...IN, status: 'answered', answeredAt: at, answeredBy: 'US1' }, 'answered'],
    ['the other side picked up', { ...OUT, status: 'answered', answeredAt: at }, 'answered'],
    ['nobody picked up what we dialled', { ...OUT, status: 'unanswered' }, 'unanswered'],
    [
        'our call that nobody picked up has no voicemail of ours',
        { ...OUT, status: 'unanswered', hasVoicemail: true },
        'unanswered'
    ],
    ['missed', { ...IN, status: 'unanswered', hasVoicemail: false }, 'missed'],
    ['missed, and Quo says so twice', { ...IN, status: 'unanswered', missed: true }, 'missed'],
    ['`completed` of a call that nobody answered', { ...IN, status: 'answered', missed: true }, 'missed'],
    ['missed, voicemail announced', { ...IN, status: 'unanswered', hasVoicemail: true }, 'voicemail'],
    [
        'missed, voicemail told only later',
        { ...IN, status: 'unanswered', voicemail: { url: 'https://x' } },
        'voicemail'
    ],
    [
        'missed, and Quo says there will be no voicemail',
        { ...IN, status: 'unanswered', voicemail: { progress: 'absent' } },
        'missed'
    ],
    ['the caller hung up early', { ...IN, status: 'abandoned', missed: true }, 'abandoned'],
    ['forwarded', { ...IN, status: 'forwarded' }, 'forwarded'],
    [
        'forwarded, said by the other event only',
        { ...IN, status: 'unanswered', forwarded: { to: '+12125550123' } },
        'forwarded'
    ],
    ['forwarded in vain', { ...IN, status: 'unanswered', missed: true, forwarded: { to: 'US2' } }, 'missed'],
    ['failed', { ...OUT, status: 'failed' }, 'failed'],
    ['Quo does not know', { ...IN, status: 'unknown' }, 'failed'],
    ['Quo does not know, but somebody answered', { ...IN, status: 'unknown', answeredAt: at }, 'answered'],
    ['Quo does not know, but it was missed', { ...IN, status: 'unknown', missed: true }, 'missed'],
    ['no status told, nobody answered', { ...IN }, 'missed'],
    ['no status told, answered', { ...IN, answeredBy: 'US1' }, 'answered'],
    ['Sona answered', { ...IN, status: 'sona' }, 'handled by Sona'],
    ['Sona handed over to a person', { ...IN, status: 'answered', answeredBy: 'US1', sona: true }, 'handled by Sona'],
    [
        'Sona forwarded',
        { ...IN, status: 'forwarded', summary: { progress: 'completed', bySona: true } },
        'handled by Sona'
    ]
];

for (const [what, told, outcome] of CASES)
    test(`${what}: ${outcome}`, () => {
        assert.equal(outcomeOf({ id: 'AC1', ended: true, toldAt: at, ...told }), outcome);
    });

test('every sign that Quo gives of Sona is enough on its own', () => {
    const signs: readonly Told[] = [
        { status: 'sona' },
        { answeredBy: 'SYUsona1' },
        { userId: 'SYUsona1' },
        { initiatedBy: 'SYUsona1' },
        { sona: true },
        { summary: { progress: 'completed', bySona: true } },
        { summary: { progress: 'completed', jobs: [{ name: 'Message taking', answers: [] }] } }
    ];
    for (const sign of signs)
        assert.ok(isSonaCall({ id: 'AC1', ended: true, toldAt: at, ...sign }), JSON.stringify(sign));
});

test('a call that people handled is not Sona’s', () => {
    const told: Told = {
        status: 'answered',
        answeredBy: 'US1',
        userId: 'US2',
        summary: { progress: 'completed', jobs: [], bySona: false }
    };
    assert.ok(!isSonaCall({ id: 'AC1', ended: true, toldAt: at, ...told }));
});
