import { malformed } from './errors.ts';

/** The days that a date literal stands for: from the first, up to but not including `end` (both `yyyy-mm-dd`). */
export interface DayRange {
    readonly start: string;
    readonly end: string;
}

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

const DAY = 86_400_000;
const FIXED: Readonly<Record<string, readonly [Unit, number]>> = {
    YESTERDAY: ['DAY', -1],
    TODAY: ['DAY', 0],
    TOMORROW: ['DAY', 1]
};

/**
 * The days of a date literal. Weeks begin on Sunday and fiscal years are calendar years, as in a new org.
 *
 * @param today the day it is for the user
 * @throws {OrgError} MALFORMED_QUERY when the literal is none
 */
export function rangeOf(literal: string, today: string): DayRange {
    const [name = '', count = ''] = literal.toUpperCase().replace('FISCAL_', '').split(':');
    const fixed = FIXED[name];
    if (fixed) return period(fixed[0], fixed[1], 1, today);
    if (name === 'LAST_90_DAYS') return { start: shift('DAY', today, -89), end: shift('DAY', today, 1) };
    if (name === 'NEXT_90_DAYS') return { start: shift('DAY', today, 1), end: shift('DAY', today, 91) };
    const single = /^(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR)$/.exec(name);
    if (single) {
        const offset = { LAST: -1, THIS: 0, NEXT: 1 }[single[1] as 'LAST' | 'THIS' | 'NEXT'];
        return period(single[2] as Unit, offset, 1, today);
    }
    const several = /^(?:(LAST|NEXT)_N_(DAY|WEEK|MONTH|QUARTER|YEAR)S|N_(DAY|WEEK|MONTH|QUARTER|YEAR)S_AGO)$/.exec(
        name
    );
    const n = Number(count);
    if (!several || count === '' || !Number.isInteger(n) || n < 0) throw malformed(`unexpected token: '${literal}'`);
    if (several[3]) return period(several[3] as Unit, -n, 1, today);
    const unit = several[2] as Unit;
    // "Last n days" counts today; the longer periods leave out the one under way.
    if (unit === 'DAY' && several[1] === 'LAST') return { start: shift('DAY', today, -n), end: shift('DAY', today, 1) };
    return several[1] === 'LAST' ? period(unit, -n, n, today) : period(unit, 1, n, today);
}

function period(unit: Unit, offset: number, count: number, today: string): DayRange {
    const start = shift(unit, firstDay(unit, today), offset);
    return { start, end: shift(unit, start, count) };
}

function firstDay(unit: Unit, day: string): string {
    const date = new Date(`${day}T00:00:00Z`);
    switch (unit) {
        case 'DAY':
            return day;
        case 'WEEK':
            return toDay(date.getTime() - date.getUTCDay() * DAY);
        case 'MONTH':
            return toDay(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1));
        case 'QUARTER':
            return toDay(Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / 3) * 3, 1));
        case 'YEAR':
            return toDay(Date.UTC(date.getUTCFullYear(), 0, 1));
    }
}

function shift(unit: Unit, day: string, by: number): string {
    const date = new Date(`${day}T00:00:00Z`);
    const months = new Map<Unit, number>([
        ['MONTH', 1],
        ['QUARTER', 3],
        ['YEAR', 12]
    ]).get(unit);
    if (months !== undefined) {
        return toDay(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months * by, date.getUTCDate()));
    }
    return toDay(date.getTime() + by * (unit === 'WEEK' ? 7 : 1) * DAY);
}

function toDay(at: number): string {
    return new Date(at).toISOString().slice(0, 10);
}
