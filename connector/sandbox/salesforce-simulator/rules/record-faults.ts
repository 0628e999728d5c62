import { refused } from '../org-error.ts';
import type { Row } from '../records/row.ts';

/** A refusal that a script asked for: what a customer's trigger or flow would do to some records. */
export interface RecordFault {
    readonly object: string;
    readonly errorCode: string;
    readonly message: string;
    times: number;
    /** Fields and the values that they must have. */
    readonly where: Readonly<Record<string, unknown>>;
}

/** @throws {OrgError} the first fault that concerns the record */
export function checkRecordFaults(faults: readonly RecordFault[], object: string, row: Row): void {
    for (const fault of faults) {
        const concerns =
            fault.object === object && Object.entries(fault.where).every(([name, value]) => row[name] === value);
        if (!concerns || fault.times <= 0) continue;
        fault.times -= 1;
        throw refused(fault.errorCode, fault.message);
    }
}
