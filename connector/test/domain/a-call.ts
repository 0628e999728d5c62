import type { CallFact } from '../../src/domain/facts.ts';
import type { Call } from '../../src/domain/calls/call.ts';
import { wordingOf } from '../../src/locales/records-wording.ts';
import type { RenderContext } from '../../src/domain/records/context.ts';
import type { Match } from '../../src/domain/people/match.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../src/domain/preferences/preferences.ts';

export const SALES = { id: 'PN1', name: 'Ventes', number: '+13105550199' };

type WithoutHead<F> = F extends unknown ? Omit<F, 'callId' | 'at'> : never;

/** A fact about `AC1`, told so many minutes after four. */
export function fact(minute: number, body: WithoutHead<CallFact>): CallFact {
    return { callId: 'AC1', at: `2026-11-20T16:${String(minute).padStart(2, '0')}:00.000Z`, ...body };
}

/** An incoming call that Marie answered, without late facts. */
export function aCall(changes: Partial<Call> = {}): Call {
    return {
        id: 'AC1',
        ended: true,
        direction: 'incoming',
        status: 'answered',
        startedAt: '2026-11-20T16:00:00.000Z',
        answeredAt: '2026-11-20T16:00:05.000Z',
        completedAt: '2026-11-20T16:02:10.000Z',
        duration: 125,
        answeredBy: 'US1',
        phoneNumberId: 'PN1',
        external: ['+14155550100'],
        toldAt: '2026-11-20T16:02:10.000Z',
        ...changes
    };
}

export const JANE: Match = {
    status: 'matched',
    whoId: '003000000000001AAA',
    whoObject: 'Contact',
    whoName: 'Jane Doe',
    accountId: '001000000000001AAA',
    reason: {
        code: 'only-match',
        number: '+14155550100',
        who: { id: '003000000000001AAA', object: 'Contact', name: 'Jane Doe' },
        field: 'MobilePhone'
    },
    duplicates: []
};

/** Rendering for Jane, in French, with every name known. */
export function aContext(changes: Partial<RenderContext> = {}, preferences: Partial<Preferences> = {}): RenderContext {
    const users: Record<string, string> = { US1: 'Marie Tremblay', US2: 'Luc Gagnon', SYUsona1: 'Sona' };
    const chosen = { ...DEFAULT_PREFERENCES, ...preferences };
    return {
        preferences: chosen,
        wording: wordingOf(chosen.language),
        timeZone: chosen.timeZone,
        inbox: SALES,
        match: JANE,
        ownerId: '005000000000001AAA',
        vocabulary: { closedStatus: 'Completed', priority: 'Normal', statuses: ['Completed'] },
        userName: (id) => users[id],
        orgUserId: (id) => (id === 'US1' ? '005000000000001AAA' : undefined),
        personName: (number) => (number === '+14155550100' ? 'Jane Doe' : undefined),
        formatNumber: (number) => number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3'),
        recordingUrl: (callId, n) => `https://quo.example.com/recordings/${callId}/${n}`,
        attachmentUrl: ({ messageId, n }) => `https://quo.example.com/attachments/${messageId}/${n}`,
        recordId: () => undefined,
        now: '2026-11-20T16:03:00.000Z',
        ...changes
    };
}
