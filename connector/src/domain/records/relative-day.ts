import type { Instant } from '../facts.ts';
import { localTime } from './local-time.ts';

/** Types of fields that hold a day. */
export type DayType = 'date' | 'datetime';

/** When an activity began, and in which IANA zone its day is counted. */
export interface Moment {
    readonly startedAt: Instant;
    readonly timeZone: string;
}

const DAY_MS = 86_400_000;
const RELATIVE = /^TODAY(?:\s*([+-])\s*(\d{1,3}))?$/i;

/** `TODAY`, `TODAY+3` or `TODAY-1`, as it is kept; `undefined`: the text says something else. */
export function asRelativeDay(text: string): string | undefined {
    const found = RELATIVE.exec(text.trim());
    if (!found) return undefined;
    const [, sign = '', days = ''] = found;
    return Number(days) === 0 ? 'TODAY' : `TODAY${sign}${Number(days)}`;
}

/**
 * The day that many days from that of the activity: never from that of the writing, so that the same activity has the
 * same day whenever it is written. Of a `datetime`: at the time of day at which the activity began.
 */
export function relativeDay(text: string, type: DayType, { startedAt, timeZone }: Moment): string {
    const days = Number(/[+-]\d+$/.exec(text)?.[0] ?? 0);
    if (type === 'datetime') return new Date(Date.parse(startedAt) + days * DAY_MS).toISOString();
    const day = Date.parse(`${localTime(startedAt, timeZone).date}T00:00:00.000Z`);
    return new Date(day + days * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);
}
