import type { ErrorCode } from '../../errors/errors.ts';
import type {
    ActivityFilter,
    ActivityRow,
    FlowRow,
    History,
    ParkedGroup,
    ParkedRow,
    WaitingRow
} from '../../contracts/monitoring.ts';
import type { Database } from '../database/sql.ts';
import { flow, oldestWaiting } from './flow.ts';
import { historyOf, recentActivities } from './history.ts';
import { parkedGroups, parkedList } from './parked.ts';
import {
    ambiguousNumbers,
    duplicates,
    unownedTasks,
    unreadableNumbers,
    type AmbiguousNumber,
    type DuplicateGroup,
    type UnownedTask,
    type UnreadableNumber
} from './quality.ts';
import { usageByHour, type UsageHour } from './usage.ts';
import { rawDelivery, unreadGroups, type RawDelivery, type UnreadGroup } from './unread.ts';

/** What people look at. Reads, writes nothing; every question is of one connection. */
export interface Monitoring {
    flow(connection: string, hours?: number): Promise<readonly FlowRow[]>;
    oldestWaiting(connection: string, limit?: number): Promise<readonly WaitingRow[]>;
    parkedGroups(connection: string): Promise<readonly ParkedGroup[]>;
    parked(
        connection: string,
        which?: { readonly code?: ErrorCode; readonly limit?: number }
    ): Promise<readonly ParkedRow[]>;
    activities(connection: string, filter?: ActivityFilter): Promise<readonly ActivityRow[]>;
    history(connection: string, subject: string): Promise<History | undefined>;
    unread(connection: string): Promise<readonly UnreadGroup[]>;
    delivery(connection: string, id: string): Promise<RawDelivery | undefined>;
    ambiguousNumbers(connection: string, limit?: number): Promise<readonly AmbiguousNumber[]>;
    duplicates(connection: string, limit?: number): Promise<readonly DuplicateGroup[]>;
    unownedTasks(connection: string, limit?: number): Promise<readonly UnownedTask[]>;
    unreadableNumbers(connection: string, limit?: number): Promise<readonly UnreadableNumber[]>;
    usageByHour(connection: string): Promise<readonly UsageHour[]>;
}

export function monitoringOf(db: Database): Monitoring {
    return {
        flow: (connection, hours = 24) => flow(db, connection, hours),
        oldestWaiting: (connection, limit = 20) => oldestWaiting(db, connection, limit),
        parkedGroups: (connection) => parkedGroups(db, connection),
        parked: (connection, which = {}) => parkedList(db, connection, which),
        activities: (connection, filter = {}) => recentActivities(db, connection, filter),
        history: (connection, subject) => historyOf(db, connection, subject),
        unread: (connection) => unreadGroups(db, connection),
        delivery: (connection, id) => rawDelivery(db, connection, id),
        ambiguousNumbers: (connection, limit = 100) => ambiguousNumbers(db, connection, limit),
        duplicates: (connection, limit = 100) => duplicates(db, connection, limit),
        unownedTasks: (connection, limit = 100) => unownedTasks(db, connection, limit),
        unreadableNumbers: (connection, limit = 100) => unreadableNumbers(db, connection, limit),
        usageByHour: (connection) => usageByHour(db, connection)
    };
}
