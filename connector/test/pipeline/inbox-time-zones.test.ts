import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CallFact } from '../../src/domain/facts.ts';
import { answeredCall, bench, MARIE } from './pipeline-harness.ts';

/** 2026-11-20 at 23:30 in Los Angeles, 2026-11-21 at 2:30 in Montréal. */
const LATE = '2026-11-21T07:30:00.000Z';

function callAt(callId: string, startedAt: string, phoneNumberId: string): readonly CallFact[] {
    return answeredCall(callId).map((fact) => {
        if (fact.kind === 'ended') return { ...fact, startedAt };
        return fact.kind === 'parties' ? { ...fact, phoneNumberId } : fact;
    });
}

test('dates and times are those of the inbox where the admin gave it a zone, else of the connection', async () => {
    const it = await bench();
    it.preferences = { ...it.preferences, inboxTimeZones: { PN1: 'America/Los_Angeles' } };
    await it.tell(...callAt('AC1', LATE, 'PN1'), ...callAt('AC2', LATE, 'PN2'));
    await it.tell({
        kind: 'message',
        messageId: 'm1',
        conversation: 'CN2',
        at: LATE,
        createdAt: LATE,
        direction: 'incoming',
        from: MARIE,
        to: ['+15145550100'],
        text: 'Bonsoir',
        phoneNumberId: 'PN1'
    });
    await it.flush();
    const fields = (callId: string) => [it.task(callId)?.['ActivityDate'], it.task(callId)?.['Quo_Hour__c']];
    assert.deepEqual(fields('AC1'), ['2026-11-20', 23]);
    assert.deepEqual(fields('AC2'), ['2026-11-21', 2]);
    const [, text] = [...it.org.records].find(([key]) => key.startsWith('Task/sms_')) ?? [];
    assert.equal(text?.['ActivityDate'], '2026-11-20');
    assert.match(String(text?.['Description']), /23:30/);
});
