/** Calls and conversations of a connection, by what became of them. */
export interface ActivityCounts {
    readonly total: number;
    readonly byKind: Readonly<Record<string, number>>;
    readonly byMatch: Readonly<Record<string, number>>;
    readonly due: number;
    readonly waiting: number;
    readonly parked: number;
    readonly oldestDueMs?: number;
    /** The newest write that Salesforce took, ISO 8601. */
    readonly lastWrittenAt?: string;
}
