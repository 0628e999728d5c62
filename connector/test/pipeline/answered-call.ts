import type { CallFact } from '../../src/domain/facts.ts';

export const MARIE = '+15145550142';
export const INBOX = { id: 'PN1', name: 'Ventes', number: '+15145550100' };

/** The facts of an incoming call that Marie answered. */
export function answeredCall(callId: string, number = MARIE): readonly CallFact[] {
    const at = '2026-11-20T16:04:05.000Z';
    return [
        {
            callId,
            at,
            kind: 'ended',
            direction: 'incoming',
            status: 'answered',
            startedAt: '2026-11-20T16:00:00.000Z',
            answeredAt: '2026-11-20T16:00:05.000Z',
            completedAt: at,
            duration: 240,
            hasVoicemail: false,
            answeredBy: 'US1'
        },
        {
            callId,
            at,
            kind: 'parties',
            phoneNumberId: 'PN1',
            conversationId: 'CN1',
            userId: 'US1',
            external: [number],
            workspace: [INBOX.number],
            sidesKnown: true
        },
        { callId, at, kind: 'link', url: `https://my.quo.com/inbox/PN1/c/CN1?at=${callId}` }
    ];
}
