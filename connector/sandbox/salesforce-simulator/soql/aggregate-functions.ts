import type { Row, Value } from '../records/row.ts';
import type { Field } from '../schema/types.ts';
import { compareValues, keyOf } from './compare.ts';
import { at, malformed } from './errors.ts';
import { dateColumn, type Call } from './functions.ts';
import { renderValue } from './render.ts';
import { columnOf, type Column, type Scope } from './scope.ts';

/** An aggregate over the rows of one group. */
export interface Aggregate {
    /** What the result is compared like. */
    readonly field: Field;
    readonly value: (rows: readonly Row[]) => Value;
    readonly render: (rows: readonly Row[]) => unknown;
}

const NUMERIC = new Set(['int', 'double', 'currency', 'percent']);

/** Compiles `COUNT(Id)`, `MAX(CloseDate)`… @throws {OrgError} for a field that cannot be aggregated */
export function compileAggregate(scope: Scope, call: Call): Aggregate {
    const name = (call.functionName ?? '').toUpperCase();
    const [argument] = call.parameters ?? [];
    // COUNT() asks for a number of rows instead of for rows: it stands alone.
    if (argument === undefined) throw malformed(`unexpected token: '${call.functionName ?? ''}'`);
    const column = typeof argument === 'string' ? columnOf(scope, argument) : dateColumn(scope, argument);
    const plain = (type: 'int' | 'double', value: (rows: readonly Row[]) => Value): Aggregate => ({
        field: { ...column.field, type },
        value,
        render: value
    });
    const values = (rows: readonly Row[]): Value[] =>
        rows.map(column.get).filter((value) => value !== undefined && value !== null);
    if (name !== 'COUNT') requireAggregatable(scope, column, name);
    switch (name) {
        case 'COUNT':
            return plain('int', (rows) => values(rows).length);
        case 'COUNT_DISTINCT':
            return plain('int', (rows) => new Set(values(rows).map((value) => keyOf(column.field, value))).size);
        case 'SUM':
            return plain('double', (rows) => sum(values(rows)));
        case 'AVG':
            return plain('double', (rows) => {
                const all = values(rows);
                return all.length === 0 ? null : (sum(all) as number) / all.length;
            });
        case 'MIN':
        case 'MAX': {
            const sign = name === 'MIN' ? 1 : -1;
            const value = (rows: readonly Row[]): Value =>
                values(rows).reduce<Value>(
                    (best, next) => (best === null || sign * compareValues(column.field, next, best) < 0 ? next : best),
                    null
                );
            return { field: column.field, value, render: (rows) => renderValue(column.field, value(rows)) };
        }
        default:
            throw malformed(`unexpected token: '${call.functionName}'`);
    }
}

function sum(values: readonly Value[]): Value {
    return values.length === 0 ? null : values.reduce<number>((total, value) => total + Number(value), 0);
}

function requireAggregatable(scope: Scope, column: Column, name: string): void {
    const { field } = column;
    const needsNumber = name === 'SUM' || name === 'AVG';
    if (!field.aggregatable || (needsNumber && !NUMERIC.has(field.type))) {
        throw at(
            scope.text,
            field.name,
            'MALFORMED_QUERY',
            `field ${field.name} does not support aggregate operator ${name}`
        );
    }
}
