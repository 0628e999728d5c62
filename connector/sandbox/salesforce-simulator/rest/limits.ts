import { OrgError } from '../org-error.ts';
import type { Handle } from '../api/exchange.ts';

/** Limits that do not move in this org, by their names in the answer. */
const STILL: Readonly<Record<string, number>> = {
    ConcurrentAsyncGetReportInstances: 200,
    DailyAsyncApexExecutions: 250_000,
    DailyBulkApiBatches: 15_000,
    DailyBulkV2QueryFileStorageMB: 976_562,
    DailyBulkV2QueryJobs: 10_000,
    DailyDurableStreamingApiEvents: 10_000,
    DailyStreamingApiEvents: 10_000,
    DailyWorkflowEmails: 1_000,
    DataStorageMB: 1_024,
    FileStorageMB: 1_024,
    HourlyAsyncReportRuns: 1_200,
    HourlyDashboardRefreshes: 200,
    HourlySyncReportRuns: 500,
    MassEmail: 10,
    SingleEmail: 15
};

/** `GET /limits`. */
export const limits: Handle = (org, exchange) => {
    // "View Setup and Configuration" is needed.
    if (!exchange.caller.access.may('ViewSetup'))
        throw new OrgError(403, 'INSUFFICIENT_ACCESS', 'insufficient access rights on cross-reference id');
    const still = Object.entries(STILL).map(([name, max]) => [name, { Max: max, Remaining: max }]);
    const { max } = org.usage;
    return {
        status: 200,
        body: {
            ...Object.fromEntries(still),
            DailyApiRequests: { Max: max, Remaining: Math.max(0, max - org.usage.used()) }
        }
    };
};
