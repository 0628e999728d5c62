import type { OrderByClause } from '@jetstreamapp/soql-parser-js';
import { idOf, type Row, type Value } from '../records/row.ts';
import type { Field } from '../schema/types.ts';
import { compareValues } from './compare.ts';
import { at, malformed } from './errors.ts';
import { columnOf, type Scope } from './scope.ts';

/** One thing to sort by. */
export interface SortKey<Item> {
    readonly field: Field;
    readonly get: (item: Item) => Value;
    readonly descending: boolean;
    readonly nullsLast: boolean;
}

/** Most fields that an ORDER BY may name. */
const ORDER_LIMIT = 32;

/** Compiles ORDER BY for rows. @throws {OrgError} for fields that cannot be sorted by */
export function compileOrder(scope: Scope, clause: OrderByClause | OrderByClause[] | undefined): SortKey<Row>[] {
    const list = clause === undefined ? [] : Array.isArray(clause) ? clause : [clause];
    if (list.length > ORDER_LIMIT) throw malformed(`Too many fields in ORDER BY: at most ${ORDER_LIMIT}`);
    return list.map((item) => {
        if (!('field' in item)) throw malformed(`unexpected token: '${item.fn.functionName ?? ''}'`);
        const column = columnOf(scope, item.field);
        if (!column.field.sortable) {
            throw at(
                scope.text,
                item.field,
                'INVALID_FIELD',
                `field '${column.field.name}' can not be sorted in a query call`
            );
        }
        return { field: column.field, get: column.get, ...directionOf(item) };
    });
}

export function directionOf(item: OrderByClause): { descending: boolean; nullsLast: boolean } {
    return { descending: item.order === 'DESC', nullsLast: item.nulls === 'LAST' };
}

/** Sorts in place; what is equal keeps its place. Empty values come first unless NULLS LAST is said. */
export function sortBy<Item>(items: Item[], keys: readonly SortKey<Item>[]): Item[] {
    if (keys.length === 0) return items;
    const sorted = items.map((item) => ({ item, values: keys.map((key) => key.get(item)) }));
    sorted.sort((a, b) => {
        for (const [index, key] of keys.entries()) {
            const order = compareWithNulls(a.values[index], b.values[index], key);
            if (order !== 0) return order;
        }
        return 0;
    });
    for (const [index, { item }] of sorted.entries()) items[index] = item;
    return items;
}

function compareWithNulls<Item>(a: Value, b: Value, key: SortKey<Item>): number {
    const emptyA = a === undefined || a === null;
    const emptyB = b === undefined || b === null;
    if (emptyA || emptyB) {
        if (emptyA && emptyB) return 0;
        return emptyA === key.nullsLast ? 1 : -1;
    }
    const order = compareValues(key.field, a, b);
    return key.descending ? -order : order;
}

/** Records come in the order of their ids when a query asks for none. */
export function byId(rows: Row[]): Row[] {
    return rows.sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
}
