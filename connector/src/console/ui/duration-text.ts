import type { Words } from '../../locales/catalogue.ts';

/** `2 h 5 min`, or `3 days` from two days on. */
export function durationText({ frame: { duration } }: Words, ms: number): string {
    const minutes = Math.round(ms / 60_000);
    if (minutes < 1) return duration.brief;
    if (minutes < 60) return duration.minutes({ minutes });
    if (minutes < 48 * 60) return duration.hours({ hours: Math.floor(minutes / 60), minutes: minutes % 60 });
    return duration.days({ days: Math.round(minutes / 1_440) });
}
