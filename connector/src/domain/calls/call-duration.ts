import type { Call } from './call.ts';

const SECOND = 1_000;

/**
 * How long people spoke, in whole seconds: as Quo tells it, else, and where it tells 0, from the answer to the end.
 * Webhooks that were made in the Quo app tell no duration.
 *
 * @returns `undefined` when the call was not answered, or the times contradict each other
 */
export function callDuration(call: Pick<Call, 'duration' | 'answeredAt' | 'completedAt'>): number | undefined {
    const { duration, answeredAt, completedAt } = call;
    // The API's duration is always a number (REST reference): what it is of a call without one is not documented.
    if (duration !== undefined && duration > 0) return duration;
    if (answeredAt === undefined || completedAt === undefined) return duration;
    const ms = Date.parse(completedAt) - Date.parse(answeredAt);
    return ms < 0 ? duration : Math.round(ms / SECOND);
}
