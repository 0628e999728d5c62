import type { FieldFunctionExpression } from '@jetstreamapp/soql-parser-js';
import { malformed } from './errors.ts';
import { renderValue } from './render.ts';
import { columnOf, type Scope } from './scope.ts';
import type { Part } from './paths.ts';
import { toWallClock } from './time-zone.ts';

/** Functions that stand in a SELECT without grouping: `toLabel`, `FORMAT`, `convertTimezone`. */
export function functionPart(scope: Scope, call: FieldFunctionExpression): Part {
    const [argument] = call.parameters;
    const name = call.functionName.toLowerCase();
    if (typeof argument !== 'string' || !['tolabel', 'format', 'converttimezone'].includes(name)) {
        throw malformed(`unexpected token: '${call.functionName}'`);
    }
    const column = columnOf(scope, argument);
    const key = call.alias ?? argument.split('.').at(-1) ?? argument;
    const { field } = column;
    if (name === 'tolabel') {
        const labels = new Map(field.picklistValues.map((value) => [value.value, value.label]));
        return (row, record) => {
            const value = column.get(row);
            record[key] = value === undefined || value === null ? null : (labels.get(value as string) ?? value);
        };
    }
    if (name === 'format') {
        return (row, record) => {
            const value = renderValue(field, column.get(row));
            record[key] = value === null ? null : `${value as string | number | boolean}`;
        };
    }
    if (field.type !== 'datetime') throw malformed('convertTimezone function only works on datetime fields');
    return (row, record) => {
        const value = column.get(row);
        record[key] =
            typeof value === 'number' ? renderValue(field, toWallClock(value, scope.state.settings.timeZone)) : null;
    };
}
