import type { StoreParts } from '../application/fakes/store.ts';
import { activityRow, historyOf, QUIET } from '../application/fakes/watched.ts';

/** A text that breaks out wherever it is not escaped, and that no formatter may read as a pattern. */
export const HOSTILE = `"><script>alert('x')</script><img src=x onerror=alert(1)> {n} %s $& ’ 📞`;

const CANDIDATE = { id: '003000000000001AAA', object: 'Contact' as const, name: HOSTILE };
const ERROR = { code: 'SF-VALIDATION-RULE', seen: HOSTILE } as const;
const ROW = activityRow({
    ...{ title: HOSTILE, inbox: HOSTILE, outcome: HOSTILE, parked: true, error: ERROR, dismissedNote: HOSTILE },
    matchStatus: 'matched',
    match: {
        ...{ status: 'matched', whoId: CANDIDATE.id, whoName: HOSTILE, duplicates: [] },
        reason: { code: 'only-match', number: '+15145550142', who: CANDIDATE, field: HOSTILE },
        related: { object: 'Opportunity', code: 'only-open', name: HOSTILE, through: 'role' }
    }
});
const TASK = {
    ...{ object: 'Task' as const, key: 'call_AC1', salesforceId: '00T000000000001AAA' },
    fields: { Subject: HOSTILE },
    kept: { fields: [HOSTILE], parts: { Description: HOSTILE } },
    byHand: { deleted: true }
};

/** A store in which everything that people may have written is hostile. */
export const HOSTILE_STORE: StoreParts = {
    watch: {
        ...QUIET,
        flow: async () => [
            { hour: '2026-11-20T16:00:00.000Z', inbox: HOSTILE, received: 3, matched: 2, written: 1, parked: 1 }
        ],
        oldestWaiting: async () => [
            {
                ...{ activityKey: 'call_AC1', title: HOSTILE, inbox: HOSTILE, waitingForMs: 90_000, dueInMs: -90_000 },
                ...{ attempts: 1, error: ERROR }
            }
        ],
        parkedGroups: async () => [
            { code: ERROR.code, rule: HOSTILE, count: 1, seen: HOSTILE, oldestForMs: 60_000 },
            { code: null, rule: null, count: 1, seen: null, oldestForMs: 60_000 }
        ],
        parked: async () => [
            { activityKey: 'call_AC1', title: HOSTILE, inbox: HOSTILE, error: ERROR, parkedForMs: 60_000 }
        ],
        activities: async () => [ROW],
        history: async () =>
            historyOf(ROW, {
                deliveries: [
                    {
                        ...{ id: HOSTILE, type: HOSTILE, scheme: 'standard-webhooks', eventId: HOSTILE },
                        receivedAt: '2026-11-20T16:04:05.000Z'
                    }
                ],
                facts: [{ callId: 'AC1', at: '2026-11-20T16:04:05.000Z', kind: 'link', url: HOSTILE }],
                records: [TASK],
                writes: [
                    {
                        ...{ at: '2026-11-20T16:04:06.000Z', answer: 'refused', object: HOSTILE, key: HOSTILE },
                        ...{ salesforceId: HOSTILE, changed: [HOSTILE], error: ERROR }
                    }
                ]
            }),
        unread: async () => [{ reading: 'unknown', type: HOSTILE, why: HOSTILE, count: 1 }],
        countKept: async () => 1,
        ambiguousNumbers: async () => [
            { number: '+15145550142', candidates: [CANDIDATE], activities: 2, newestActivityKey: 'call_AC1' }
        ],
        duplicates: async () => [{ candidates: [CANDIDATE, CANDIDATE], activities: 2 }],
        unownedTasks: async () => [{ activityKey: 'call_AC1', title: HOSTILE, salesforceId: '00T000000000001AAA' }],
        unreadableNumbers: async () => [
            { id: CANDIDATE.id, object: 'Contact', name: HOSTILE, field: HOSTILE, text: HOSTILE }
        ],
        countUnreadable: async () => 1
    },
    activities: {
        counts: async () => ({ total: 1, byKind: {}, byMatch: {}, due: 1, waiting: 1, parked: 1 })
    },
    quoContacts: {
        counts: async () => ({ byState: { linked: 1 }, byError: { 'QUO-KEY': 1 }, due: 1 }),
        run: async () => ({
            ...{ state: 'paused', total: 3, after: '003', startedAt: '2026-11-20T16:00:00.000Z' },
            tally: { [HOSTILE]: 2 }
        }),
        people: async () => [],
        rows: async () => new Map()
    },
    directory: {
        highWater: async () => ({}),
        choices: async () => new Map(),
        knownUnknown: async () => new Set(),
        people: async () => new Map(),
        chosenRelated: async () => new Map(),
        relatedOf: async () => []
    }
};
