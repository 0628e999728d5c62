import type { Call } from '../../calls/call.ts';
import type { Instant } from '../../facts.ts';
import { startOf } from '../call-task.ts';

const DAY = 86_400_000;

/** Whether a call's transcript is older than an admin has them kept in Salesforce. @param days absent: for good */
export function isOutdated(call: Call, days: number | undefined, now: Instant): boolean {
    return days !== undefined && Date.parse(now) - Date.parse(startOf(call)) >= days * DAY;
}
