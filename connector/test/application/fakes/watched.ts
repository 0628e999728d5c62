import { WHOLE_SINCE } from '../../../src/contracts/directory.ts';
import type { ActivityRow, History } from '../../../src/contracts/monitoring.ts';
import type { KnownRecord } from '../../../src/contracts/records.ts';
import type { Fact } from '../../../src/domain/facts.ts';
import { answeredCall, MARIE } from '../../pipeline/answered-call.ts';
import type { StoreParts } from './store.ts';

/** A store in which nothing ever happened. */
export const QUIET: NonNullable<StoreParts['watch']> = {
    flow: async () => [],
    oldestWaiting: async () => [],
    parkedGroups: async () => [],
    parked: async () => [],
    activities: async () => [],
    history: async () => undefined,
    unread: async () => [],
    countKept: async () => 0,
    usageByHour: async () => [],
    ambiguousNumbers: async () => [],
    duplicates: async () => [],
    unownedTasks: async () => [],
    unreadableNumbers: async () => [],
    countUnreadable: async () => 0
};

/** A call of the list, as it came by webhook a while ago. */
export function activityRow(more: Partial<ActivityRow> = {}): ActivityRow {
    return {
        ...{ activityKey: 'call_AC1', kind: 'call', title: 'Appel entrant, Ventes', inbox: 'PN1', numbers: [MARIE] },
        ...{ matchStatus: null, match: null, outcome: null, startedAt: '2026-11-20T16:00:00.000Z' },
        ...{ firstFactAt: '2026-11-20T16:04:05.000Z', writtenAt: null, parked: false, due: false },
        ...{ attempts: 0, error: null, dismissedNote: null },
        ...more
    };
}

/** All that is known of one activity. */
export function historyOf(activity: ActivityRow, more: Partial<History> = {}): History {
    return { activity, deliveries: [], facts: [], records: [], writes: [], ...more };
}

export interface WatchedCall {
    readonly row?: Partial<ActivityRow>;
    readonly facts?: readonly Fact[];
    readonly records?: readonly KnownRecord[];
}

/** A store that has these calls, the newest first: `call_AC1`, `call_AC2` … of an unknown number. */
export function withCalls(...calls: readonly WatchedCall[]): StoreParts {
    const rows = calls.map(({ row }, n) => activityRow({ activityKey: `call_AC${n + 1}`, ...row }));
    return {
        watch: {
            ...QUIET,
            activities: async (_id, { limit = 100, kind } = {}) =>
                rows.filter((row) => kind === undefined || row.kind === kind).slice(0, limit),
            history: async (_id, activityKey) => {
                const n = rows.findIndex((row) => row.activityKey === activityKey);
                const [row, call] = [rows[n], calls[n]];
                if (row === undefined || call === undefined) return undefined;
                const { facts = answeredCall(activityKey.replace('call_', '')), records = [] } = call;
                return historyOf(row, { facts, records });
            }
        },
        directory: {
            highWater: async () => ({ [WHOLE_SINCE]: '2026-11-20T15:00:00.000Z' }),
            choices: async () => new Map(),
            knownUnknown: async () => new Set(),
            people: async () => new Map(),
            chosenRelated: async () => new Map(),
            relatedOf: async () => []
        }
    };
}
