import type { FieldType, HavingClause, OrderByClause, Query, Condition } from '@jetstreamapp/soql-parser-js';
import { badRequest } from '../org-error.ts';
import type { Row, Value } from '../records/row.ts';
import type { Field } from '../schema/types.ts';
import { compileAggregate } from './aggregate-functions.ts';
import { compileComparison } from './comparison.ts';
import { malformed } from './errors.ts';
import { toExpression, toPredicate } from './expression.ts';
import { isDateFunction } from './functions.ts';
import { compileGrouping, groupRows, keyValue, sameText, type Group, type GroupKey } from './grouping.ts';
import { directionOf, sortBy } from './order.ts';
import { renderValue, type Json } from './render.ts';
import type { Scope } from './scope.ts';

/** Groups that one answer may hold: an aggregate query has no next page. */
const GROUP_LIMIT = 2_000;

/** Whether a query answers with `AggregateResult` rows. */
export function isAggregate(query: Query): boolean {
    return query.groupBy !== undefined || (query.fields ?? []).some(isAggregateField);
}

function isAggregateField(item: FieldType): boolean {
    return (
        item.type === 'FieldFunctionExpression' && /^(COUNT|COUNT_DISTINCT|SUM|AVG|MIN|MAX)$/i.test(item.functionName)
    );
}

/** Runs an aggregate query over the rows that its WHERE left. @throws {OrgError} MALFORMED_QUERY, EXCEEDED_ID_LIMIT */
export function runAggregate(scope: Scope, query: Query, rows: readonly Row[]): Json[] {
    const { keys, sets } = compileGrouping(scope, query.groupBy);
    const names = createNames();
    const parts = (query.fields ?? []).map((item) => compilePart(scope, keys, item, names));
    const having = query.having ? compileHaving(scope, keys, query.having) : undefined;
    const order = compileAggregateOrder(scope, keys, query.orderBy);
    // Without GROUP BY there is one group, even of no rows.
    const all = query.groupBy === undefined ? [{ rows, counted: new Set<GroupKey>() }] : groupRows(rows, sets);
    const groups = sortBy(having ? all.filter(having) : all, order);
    const start = query.offset ?? 0;
    const shown = groups.slice(start, start + (query.limit ?? groups.length));
    if (shown.length > GROUP_LIMIT) {
        throw badRequest(
            'EXCEEDED_ID_LIMIT',
            'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch'
        );
    }
    return shown.map((group) => {
        const record: Json = { attributes: { type: 'AggregateResult' } };
        for (const part of parts) record[part.name] = part.render(group);
        return record;
    });
}

/** Results without an alias are called expr0, expr1… */
function createNames(): (alias: string | undefined) => string {
    let next = 0;
    return (alias) => alias ?? `expr${next++}`;
}

function compilePart(
    scope: Scope,
    keys: readonly GroupKey[],
    item: FieldType,
    names: (alias: string | undefined) => string
): { name: string; render: (group: Group) => unknown } {
    if (item.type === 'FieldFunctionExpression' && !isDateFunction(item.functionName)) {
        if (item.functionName.toUpperCase() === 'GROUPING')
            return grouping(keys, item.parameters[0], names(item.alias));
        const aggregate = compileAggregate(scope, item);
        return { name: names(item.alias), render: (group) => aggregate.render(group.rows) };
    }
    if (item.type === 'FieldSubquery' || item.type === 'FieldTypeof')
        throw malformed('Grouped query cannot have child relationships');
    const text = 'rawValue' in item && item.rawValue ? item.rawValue : 'field' in item ? item.field : '';
    const key = findKey(keys, text);
    const alias = 'alias' in item ? item.alias : undefined;
    const plain = item.type === 'FieldFunctionExpression' ? names(alias) : (alias ?? text.split('.').at(-1) ?? text);
    return { name: plain, render: (group) => renderKey(key, group) };
}

function grouping(
    keys: readonly GroupKey[],
    field: unknown,
    name: string
): { name: string; render: (group: Group) => number } {
    const key = findKey(keys, String(field));
    return { name, render: (group) => (group.counted.has(key) ? 0 : 1) };
}

function renderKey(key: GroupKey, group: Group): unknown {
    const value = keyValue(key, group);
    return value === null && !group.counted.has(key) ? null : renderValue(key.column.field, value);
}

function findKey(keys: readonly GroupKey[], text: string): GroupKey {
    const key = keys.find((known) => known.text === sameText(text));
    if (!key) throw malformed(`Field must be grouped or aggregated: ${text}`);
    return key;
}

/** What HAVING and ORDER BY may name: a grouped field, a grouped function or an aggregate. */
function operand(
    scope: Scope,
    keys: readonly GroupKey[],
    item: object
): { field: Field; get: (group: Group) => Value } {
    const call = 'field' in item ? undefined : (item as { fn: Parameters<typeof compileAggregate>[1] }).fn;
    if (call === undefined || isDateFunction(call.functionName)) {
        const key = findKey(keys, call ? (call.rawValue ?? '') : String((item as { field: unknown }).field));
        return { field: key.column.field, get: (group) => keyValue(key, group) };
    }
    const aggregate = compileAggregate(scope, call);
    return { field: aggregate.field, get: (group) => aggregate.value(group.rows) };
}

function compileAggregateOrder(
    scope: Scope,
    keys: readonly GroupKey[],
    clause: OrderByClause | OrderByClause[] | undefined
) {
    const list = clause === undefined ? [] : Array.isArray(clause) ? clause : [clause];
    return list.map((item) => ({ ...operand(scope, keys, item), ...directionOf(item) }));
}

function compileHaving(scope: Scope, keys: readonly GroupKey[], clause: HavingClause): (group: Group) => boolean {
    return toPredicate(toExpression<Condition>(clause), (leaf) => {
        if (!('operator' in leaf)) throw malformed("unexpected token: ')'");
        const { field, get } = operand(scope, keys, leaf);
        const { holds } = compileComparison(scope, field, leaf);
        return (group) => holds(get(group));
    });
}
