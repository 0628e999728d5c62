import type { ConditionWithValueQuery, Query, WhereClause } from '@jetstreamapp/soql-parser-js';
import type { Row, Value } from '../records/row.ts';
import type { Field } from '../schema/types.ts';
import { compareValues, keyOf, likePattern } from './compare.ts';
import { rangeOf, type DayRange } from './date-literals.ts';
import { at, malformed } from './errors.ts';
import { toExpression, toPredicate, type Expression } from './expression.ts';
import { dateColumn, isDateFunction } from './functions.ts';
import { literalValue, unquote } from './literals.ts';
import { columnOf, type Column, type Scope } from './scope.ts';
import { dayOf, startOfDay } from './time-zone.ts';

type Leaf = ConditionWithValueQuery;
type Test = (row: Row) => boolean;

/** What a WHERE clause asks, and the rows that an index offers for it. */
export interface Filter {
    readonly test: Test;
    /** Rows among which all matching ones are; `undefined` when only a scan finds them. */
    readonly candidates: () => readonly Row[] | undefined;
}

/** Runs a semi-join's inner query and gives the values that it selects. */
export type SemiJoin = (query: Query, outer: Field) => ReadonlySet<Value>;

/** Compiles a WHERE clause. @throws {OrgError} as an org answers what it cannot filter by */
export function compileWhere(scope: Scope, clause: WhereClause, semiJoin: SemiJoin): Filter {
    const tree = toExpression<Leaf>(clause);
    if (hasSubqueryBesideOr(tree)) throw malformed("Semi join sub-selects are not allowed with the 'OR' operator");
    const compiled = new Map<Leaf, Compiled>();
    const compile = (leaf: Leaf): Compiled => {
        let found = compiled.get(leaf);
        if (!found) {
            found = compileLeaf(scope, leaf, semiJoin);
            compiled.set(leaf, found);
        }
        return found;
    };
    return { test: toPredicate(tree, (leaf) => compile(leaf).test), candidates: () => candidatesOf(tree, compile) };
}

interface Compiled {
    readonly test: Test;
    readonly candidates?: (() => readonly Row[] | undefined) | undefined;
}

function hasSubqueryBesideOr(tree: Expression<Leaf>, inOr = false): boolean {
    if (tree.kind === 'leaf') return inOr && 'valueQuery' in tree.leaf;
    if (tree.kind === 'not') return hasSubqueryBesideOr(tree.part, inOr);
    return tree.parts.some((part) => hasSubqueryBesideOr(part, inOr || tree.kind === 'or'));
}

/** The fewest rows that one AND-ed condition's index offers; for OR, the rows of every branch together. */
function candidatesOf(tree: Expression<Leaf>, compile: (leaf: Leaf) => Compiled): readonly Row[] | undefined {
    if (tree.kind === 'leaf') return compile(tree.leaf).candidates?.();
    if (tree.kind === 'not') return undefined;
    const parts = tree.parts.map((part) => candidatesOf(part, compile));
    if (tree.kind === 'and') {
        return parts.filter((part) => part !== undefined).sort((a, b) => a.length - b.length)[0];
    }
    if (parts.some((part) => part === undefined)) return undefined;
    return [...new Set(parts.flatMap((part) => part ?? []))];
}

function compileLeaf(scope: Scope, leaf: Leaf, semiJoin: SemiJoin): Compiled {
    const column = columnOfLeaf(scope, leaf);
    if ('valueQuery' in leaf) {
        const wanted = semiJoin(leaf.valueQuery, column.field);
        const positive = leaf.operator === 'IN';
        return { test: (row) => wanted.has(column.get(row) ?? null) === positive };
    }
    if (!('operator' in leaf)) throw malformed("unexpected token: ')'");
    const { operator } = leaf;
    const values = Array.isArray(leaf.value) ? leaf.value : [leaf.value];
    const types = Array.isArray(leaf.literalType) ? leaf.literalType : values.map(() => leaf.literalType as string);
    if (types.some((type) => type === 'APEX_BIND_VARIABLE')) throw malformed("unexpected token: ':'");
    if (operator === 'LIKE') return { test: like(scope, column, values[0] as string, types[0] as string) };
    if (operator === 'INCLUDES' || operator === 'EXCLUDES') {
        return { test: includes(scope, column, values, operator === 'INCLUDES') };
    }
    if (types.some((type) => type === 'DATE_LITERAL' || type === 'DATE_N_LITERAL')) {
        return { test: inRange(scope, column, operator, values[0] as string) };
    }
    const wanted = values.map((value, index) => literalValue(scope.text, column.field, value, types[index] as string));
    if (operator === 'IN' || operator === 'NOT IN' || operator === '=' || operator === '!=') {
        return equality(scope, column, wanted, operator === 'IN' || operator === '=');
    }
    return ordering(scope, column, wanted[0], operator);
}

function columnOfLeaf(scope: Scope, leaf: Leaf): Column {
    if ('fn' in leaf) {
        const { fn } = leaf;
        if (isDateFunction(fn.functionName)) return dateColumn(scope, fn);
        throw malformed(`unexpected token: '${fn.functionName ?? ''}'`);
    }
    if (!('field' in leaf)) throw malformed("unexpected token: ')'");
    const column = columnOf(scope, leaf.field);
    if (!column.field.filterable) {
        throw at(
            scope.text,
            leaf.field,
            'INVALID_FIELD',
            `field '${column.field.name}' can not be filtered in a query call`
        );
    }
    return column;
}

function equality(scope: Scope, column: Column, wanted: readonly Value[], positive: boolean): Compiled {
    const keys = new Set(wanted.map((value) => keyOf(column.field, value)));
    const test: Test = (row) => keys.has(keyOf(column.field, column.get(row))) === positive;
    if (!positive || column.depth > 0 || keys.has(null)) return { test };
    const table = scope.state.tables.of(scope.object);
    const candidates = (): readonly Row[] | undefined => {
        if (column.field.type === 'id')
            return wanted.map((id) => table.get(String(id))).filter((row) => row !== undefined);
        const found = wanted.map((value) => table.find(column.field.name, value));
        return found.some((rows) => rows === undefined) ? undefined : [...new Set(found.flatMap((rows) => rows ?? []))];
    };
    return { test, candidates };
}

function ordering(scope: Scope, column: Column, limit: Value, operator: string): Compiled {
    const accepts = (sign: number): boolean =>
        operator === '<' ? sign < 0 : operator === '>' ? sign > 0 : operator === '<=' ? sign <= 0 : sign >= 0;
    const test: Test = (row) => {
        const value = column.get(row);
        if (value === undefined || value === null || limit === null || limit === undefined) return false;
        return accepts(compareValues(value, limit));
    };
    const isStamp = column.field.name === 'SystemModstamp' && column.depth === 0 && operator.startsWith('>');
    if (!isStamp || typeof limit !== 'number') return { test };
    return { test, candidates: () => scope.state.tables.of(scope.object).changedSince(limit) };
}

function like(scope: Scope, column: Column, literal: string, type: string): Test {
    const { field } = column;
    const isText = !['id', 'reference', 'boolean', 'int', 'double', 'currency', 'percent', 'date', 'datetime'].includes(
        field.type
    );
    if (!isText)
        throw at(scope.text, field.name, 'INVALID_QUERY_FILTER_OPERATOR', `invalid operator on ${field.type} field`);
    if (type !== 'STRING') literalValue(scope.text, field, literal, type);
    const pattern = likePattern(unquote(literal, true), field.caseSensitive);
    return (row) => {
        const value = column.get(row);
        return typeof value === 'string' && pattern.test(value);
    };
}

function includes(scope: Scope, column: Column, literals: readonly string[], positive: boolean): Test {
    if (column.field.type !== 'multipicklist') {
        throw at(
            scope.text,
            column.field.name,
            'INVALID_QUERY_FILTER_OPERATOR',
            'includes and excludes operators are only valid on multipicklist fields'
        );
    }
    const wanted = literals.map((literal) => unquote(literal).toLowerCase().split(';'));
    return (row) => {
        const chosen = String(column.get(row) ?? '')
            .toLowerCase()
            .split(';');
        return wanted.some((all) => all.every((value) => chosen.includes(value))) === positive;
    };
}

function inRange(scope: Scope, column: Column, operator: string, literal: string): Test {
    const { timeZone } = scope.state.settings;
    const days = rangeOf(literal, dayOf(scope.state.now(), timeZone));
    if (column.field.type !== 'date' && column.field.type !== 'datetime') {
        throw at(
            scope.text,
            column.field.name,
            'INVALID_FIELD',
            `value of filter criterion for field '${column.field.name}' must be of type ${column.field.type} and should be enclosed in quotes`
        );
    }
    const { start, end } = column.field.type === 'date' ? days : instants(days, timeZone);
    return (row) => {
        const value = column.get(row) as string | number | null | undefined;
        if (value === undefined || value === null) return operator === '!=';
        switch (operator) {
            case '=':
                return value >= start && value < end;
            case '!=':
                return value < start || value >= end;
            case '<':
                return value < start;
            case '>':
                return value >= end;
            case '<=':
                return value < end;
            default:
                return value >= start;
        }
    };
}

function instants({ start, end }: DayRange, timeZone: string): { start: number; end: number } {
    return { start: startOfDay(start, timeZone), end: startOfDay(end, timeZone) };
}
