import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CallFact } from '../../src/domain/facts.ts';
import { CodedError, type ErrorCode } from '../../src/errors/errors.ts';
import { enrich } from '../../src/pipeline/enrich.ts';
import { answeredCall, bench } from './pipeline-harness.ts';

const HOUR = 3_600_000;
const voicemail: CallFact = {
    kind: 'voicemail',
    callId: 'AC1',
    at: '2026-11-20T16:10:00.000Z',
    progress: 'completed',
    url: 'https://files.quo.example/voicemail.mp3',
    transcript: 'Rappelez-moi pour un devis.'
};
/** Quo told that there is a voicemail, and not yet which. */
const missed = answeredCall('AC1').map((fact) =>
    fact.kind === 'ended' ? { ...fact, status: 'unanswered' as const, hasVoicemail: true } : fact
);

/** Asks as often as it is due, as if each time had come. @returns how long was waited between, in hours */
async function askedUntilQuiet(failure: ErrorCode, answersAfter: number) {
    let asked = 0;
    const it = await bench({
        call: async () => {
            asked += 1;
            if (asked <= answersAfter) throw new CodedError(failure, 'GET /calls/{callId}: 200 without JSON');
            return [voicemail];
        }
    });
    await it.tell(...missed);
    await it.flush();
    const waits: number[] = [];
    for (let round = 0; round < 60; round += 1) {
        const [row] = await it.rows<{ ms: number | null }>(
            'select (extract(epoch from ask_at - now()) * 1000)::float8 as ms from activities'
        );
        if (row === undefined || row.ms === null) break;
        waits.push(row.ms / HOUR);
        await it.query('update activities set ask_at = now()');
        await enrich(it.context, it.connection, new AbortController().signal);
    }
    await it.later();
    return { it, asked, waits };
}

for (const code of ['QUO-ANSWER', 'QUO-UNREACHABLE'] as const)
    test(`what Quo could not be asked for (${code}) is asked again with growing patience until Quo answers`, async () => {
        const { it, waits } = await askedUntilQuiet(code, 20);
        assert.match(String(it.task('AC1')?.['Description']), /Rappelez-moi/);
        assert.ok(Math.max(...waits) <= 6.01, 'at least every six hours');
        const sum = waits.reduce((total, wait) => total + wait, 0);
        assert.ok(sum > 48, `an outage of days is outlasted: ${sum} h`);
    });

test('what Quo refuses for good is asked for a few times only', async () => {
    const { asked } = await askedUntilQuiet('QUO-REQUEST', 1_000);
    assert.equal(asked, 6);
});
