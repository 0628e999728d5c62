import { QUALITY_ROWS, type MonitoringStore } from '../../contracts/monitoring.ts';
import type { Database } from '../database/sql.ts';
import { flow, oldestWaiting } from './flow.ts';
import { countKept, historyOf, recentActivities } from './history.ts';
import { parkedGroups, parkedList } from './parked.ts';
import { ambiguousNumbers, countUnreadable, duplicates, unownedTasks, unreadableNumbers } from './quality.ts';
import { usageByHour } from './usage.ts';
import { rawDelivery, unreadGroups, type RawDelivery } from './unread.ts';

export interface Monitoring extends MonitoringStore {
    delivery(connection: string, id: string): Promise<RawDelivery | undefined>;
}

export function monitoringOf(db: Database): Monitoring {
    return {
        flow: (connection, hours = 24) => flow(db, connection, hours),
        oldestWaiting: (connection, limit = 20) => oldestWaiting(db, connection, limit),
        parkedGroups: (connection) => parkedGroups(db, connection),
        parked: (connection, which = {}) => parkedList(db, connection, which),
        activities: (connection, filter = {}) => recentActivities(db, connection, filter),
        history: (connection, activityKey) => historyOf(db, connection, activityKey),
        countKept: (connection) => countKept(db, connection),
        unread: (connection) => unreadGroups(db, connection),
        delivery: (connection, id) => rawDelivery(db, connection, id),
        ambiguousNumbers: (connection, limit = QUALITY_ROWS) => ambiguousNumbers(db, connection, limit),
        duplicates: (connection, limit = QUALITY_ROWS) => duplicates(db, connection, limit),
        unownedTasks: (connection, limit = QUALITY_ROWS) => unownedTasks(db, connection, limit),
        countUnreadable: (connection) => countUnreadable(db, connection),
        unreadableNumbers: (connection, limit = QUALITY_ROWS) => unreadableNumbers(db, connection, limit),
        usageByHour: (connection) => usageByHour(db, connection)
    };
}
