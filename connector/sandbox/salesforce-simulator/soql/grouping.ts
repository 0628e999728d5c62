import type { GroupByClause } from '@jetstreamapp/soql-parser-js';
import type { Row, Value } from '../records/row.ts';
import { keyOf } from './compare.ts';
import { at, malformed } from './errors.ts';
import { dateColumn, isDateFunction, type Call } from './functions.ts';
import { columnOf, type Column, type Scope } from './scope.ts';

/** One thing to group by, under the text that SELECT, HAVING and ORDER BY repeat it with. */
export interface GroupKey {
    readonly text: string;
    readonly column: Column;
}

/** Rows with the same values, and which keys count in it (the others are sub-totals of a ROLLUP or CUBE). */
export interface Group {
    readonly rows: readonly Row[];
    readonly counted: ReadonlySet<GroupKey>;
}

/** The text of a field or function as it is compared: without blanks and in lower case. */
export function sameText(text: string): string {
    return text.replaceAll(/\s/g, '').toLowerCase();
}

/** Compiles GROUP BY into its keys and the sets of keys that it asks totals for. */
export function compileGrouping(
    scope: Scope,
    clause: GroupByClause | GroupByClause[] | undefined
): { keys: GroupKey[]; sets: GroupKey[][] } {
    const list = clause === undefined ? [] : Array.isArray(clause) ? clause : [clause];
    const [only] = list;
    const name = only && 'fn' in only ? (only.fn.functionName ?? '').toUpperCase() : '';
    if (list.length === 1 && only && 'fn' in only && (name === 'ROLLUP' || name === 'CUBE')) {
        const keys = (only.fn.parameters ?? []).map((parameter) => keyFor(scope, parameter));
        return { keys, sets: name === 'ROLLUP' ? rollup(keys) : cube(keys) };
    }
    const keys = list.map((item) => keyFor(scope, 'field' in item ? item.field : item.fn));
    return { keys, sets: [keys] };
}

function keyFor(scope: Scope, item: string | Call): GroupKey {
    if (typeof item !== 'string') {
        if (!isDateFunction(item.functionName)) throw malformed(`unexpected token: '${item.functionName}'`);
        return { text: sameText(item.rawValue ?? ''), column: dateColumn(scope, item) };
    }
    const column = columnOf(scope, item);
    if (!column.field.groupable) {
        throw at(
            scope.text,
            item,
            'MALFORMED_QUERY',
            `field '${column.field.name}' can not be grouped in a query call`
        );
    }
    return { text: sameText(item), column };
}

function rollup(keys: readonly GroupKey[]): GroupKey[][] {
    return [...keys.map((_, index) => keys.slice(0, keys.length - index)), []];
}

function cube(keys: readonly GroupKey[]): GroupKey[][] {
    const all = Array.from({ length: 2 ** keys.length }, (_, bits) =>
        keys.filter((_key, index) => (bits >> index) % 2 === 0)
    );
    return all.sort((a, b) => b.length - a.length);
}

/** Splits rows into groups, for every set of keys, each set's groups in the order in which they appear. */
export function groupRows(rows: readonly Row[], sets: readonly (readonly GroupKey[])[]): Group[] {
    return sets.flatMap((keys) => {
        const groups = new Map<string, Row[]>();
        for (const row of rows) {
            const key = JSON.stringify(keys.map(({ column }) => keyOf(column.field, column.get(row))));
            const group = groups.get(key);
            if (group) group.push(row);
            else groups.set(key, [row]);
        }
        const counted = new Set(keys);
        return [...groups.values()].map((members) => ({ rows: members, counted }));
    });
}

/** A key's value in a group; empty in a sub-total that does not count it. */
export function keyValue(key: GroupKey, group: Group): Value {
    const [first] = group.rows;
    return first && group.counted.has(key) ? key.column.get(first) : null;
}
