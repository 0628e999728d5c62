import type { OrgState } from '../org-state.ts';
import type { Row, Value } from '../records/row.ts';
import type { Field } from '../schema/types.ts';
import { malformed } from './errors.ts';
import { columnOf, type Column, type Scope } from './scope.ts';
import { toWallClock } from './time-zone.ts';

/** A function call as the parser gives it. */
export interface Call {
    readonly functionName?: string;
    readonly rawValue?: string;
    readonly parameters?: readonly (string | Call)[];
}

type Part = (wall: Date) => number | string;

const DATE_PARTS: Readonly<Record<string, Part>> = {
    CALENDAR_MONTH: (wall) => wall.getUTCMonth() + 1,
    CALENDAR_QUARTER: (wall) => Math.floor(wall.getUTCMonth() / 3) + 1,
    CALENDAR_YEAR: (wall) => wall.getUTCFullYear(),
    DAY_IN_MONTH: (wall) => wall.getUTCDate(),
    DAY_IN_WEEK: (wall) => wall.getUTCDay() + 1,
    DAY_IN_YEAR: (wall) => Math.floor((wall.getTime() - Date.UTC(wall.getUTCFullYear(), 0, 1)) / 86_400_000) + 1,
    DAY_ONLY: (wall) => wall.toISOString().slice(0, 10),
    FISCAL_MONTH: (wall) => wall.getUTCMonth() + 1,
    FISCAL_QUARTER: (wall) => Math.floor(wall.getUTCMonth() / 3) + 1,
    FISCAL_YEAR: (wall) => wall.getUTCFullYear(),
    HOUR_IN_DAY: (wall) => wall.getUTCHours(),
    WEEK_IN_MONTH: (wall) => Math.floor((wall.getUTCDate() - 1) / 7) + 1,
    WEEK_IN_YEAR: (wall) => Math.floor((wall.getTime() - Date.UTC(wall.getUTCFullYear(), 0, 1)) / 604_800_000) + 1
};

/** Whether a function reads a part of a date: such calls can stand in WHERE, GROUP BY and, when grouped, SELECT. */
export function isDateFunction(name: string | undefined): boolean {
    return (name ?? '').toUpperCase() in DATE_PARTS;
}

/**
 * The column that a date function makes of a date or date-time. Date-times are cut by UTC, unless `convertTimezone`
 * asks for the user's zone.
 */
export function dateColumn(scope: Scope, call: Call): Column {
    const name = (call.functionName ?? '').toUpperCase();
    const part = DATE_PARTS[name];
    const [argument] = call.parameters ?? [];
    if (!part || argument === undefined) throw malformed(`unexpected token: '${call.functionName}'`);
    const converts = typeof argument !== 'string';
    if (converts && argument.functionName?.toLowerCase() !== 'converttimezone') {
        throw malformed(`unexpected token: '${argument.functionName}'`);
    }
    const path = converts ? argument.parameters?.[0] : argument;
    if (typeof path !== 'string') throw malformed(`unexpected token: '${call.functionName}'`);
    const column = columnOf(scope, path);
    const needsTime = name === 'DAY_ONLY' || name === 'HOUR_IN_DAY';
    if (column.field.type !== 'datetime' && (needsTime || column.field.type !== 'date')) {
        throw malformed(`${name} function only works on ${needsTime ? 'datetime' : 'date and datetime'} fields`);
    }
    const read = (value: Value): Value => {
        if (value === undefined || value === null) return undefined;
        const wall =
            typeof value === 'string' ? Date.parse(value) : converts ? localTime(scope.state, value) : Number(value);
        return part(new Date(wall));
    };
    const field: Field = { ...column.field, type: name === 'DAY_ONLY' ? 'date' : 'int' };
    return { field, get: (row: Row) => read(column.get(row)), depth: column.depth };
}

function localTime(state: OrgState, value: Value): number {
    return toWallClock(Number(value), state.settings.timeZone);
}
