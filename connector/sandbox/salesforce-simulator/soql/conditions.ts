import type { ConditionWithValueQuery, Query, WhereClause } from '@jetstreamapp/soql-parser-js';
import type { Row, Value } from '../records/row.ts';
import type { Field } from '../schema/types.ts';
import { compileComparison } from './comparison.ts';
import { at, malformed } from './errors.ts';
import { toExpression, toPredicate, type Expression } from './expression.ts';
import { dateColumn, isDateFunction } from './functions.ts';
import { columnOf, type Column, type Scope } from './scope.ts';

type Leaf = ConditionWithValueQuery;
type Test = (row: Row) => boolean;

/** `IN (SELECT …)` in one WHERE clause. */
const SEMI_JOINS = 2;

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
    checkSemiJoins(tree);
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

/** @throws {OrgError} MALFORMED_QUERY for semi-joins beside OR, and for more of them than a WHERE clause may hold */
function checkSemiJoins(tree: Expression<Leaf>): void {
    if (semiJoinsOf(tree, true) > 0) {
        throw malformed(
            tree.kind === 'or'
                ? "Semi join sub-selects are not allowed with the 'OR' operator"
                : 'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.'
        );
    }
    if (semiJoinsOf(tree, false) > SEMI_JOINS)
        throw malformed(`Maximum ${SEMI_JOINS} semi join sub-selects are allowed`);
}

function semiJoinsOf(tree: Expression<Leaf>, onlyBesideOr: boolean): number {
    if (tree.kind === 'leaf') return !onlyBesideOr && 'valueQuery' in tree.leaf ? 1 : 0;
    if (tree.kind === 'not') return semiJoinsOf(tree.part, onlyBesideOr);
    return tree.parts.reduce((sum, part) => sum + semiJoinsOf(part, onlyBesideOr && tree.kind !== 'or'), 0);
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
        if (column.depth > 0) throw malformed('The left operand cannot have more than one level of relationships');
        const wanted = semiJoin(leaf.valueQuery, column.field);
        const positive = leaf.operator === 'IN';
        return { test: (row) => wanted.has(column.get(row) ?? null) === positive };
    }
    const { holds, equals, from } = compileComparison(scope, column.field, leaf);
    const test: Test = (row) => holds(column.get(row));
    if (column.depth > 0) return { test };
    if (equals) return { test, candidates: () => rowsWith(scope, column, equals) };
    if (column.field.name !== 'SystemModstamp' || typeof from !== 'number') return { test };
    return { test, candidates: () => scope.state.tables.of(scope.object).changedSince(from) };
}

function rowsWith(scope: Scope, column: Column, wanted: readonly Value[]): readonly Row[] | undefined {
    const table = scope.state.tables.of(scope.object);
    if (column.field.type === 'id') {
        return wanted.map((id) => table.get(String(id))).filter((row) => row !== undefined);
    }
    const found = wanted.map((value) => table.find(column.field.name, value));
    return found.some((rows) => rows === undefined) ? undefined : [...new Set(found.flatMap((rows) => rows ?? []))];
}

function columnOfLeaf(scope: Scope, leaf: Leaf): Column {
    if ('fn' in leaf) {
        const { fn } = leaf;
        if (isDateFunction(fn.functionName)) return dateColumn(scope, fn);
        throw malformed(`unexpected token: '${fn.functionName ?? ''}'`);
    }
    if (!('field' in leaf)) throw malformed("unexpected token: ')'");
    const column = columnOf(scope, leaf.field);
    if (!column.field.filterable || column.field.type === 'address') {
        throw at(
            scope.text,
            leaf.field,
            'INVALID_FIELD',
            `field '${column.field.name}' can not be filtered in a query call`
        );
    }
    return column;
}
