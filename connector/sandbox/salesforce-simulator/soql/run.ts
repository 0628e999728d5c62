import type { Query, Subquery } from '@jetstreamapp/soql-parser-js';
import { canSee } from '../access/sharing.ts';
import type { Caller, OrgState } from '../org-state.ts';
import { isDeleted, type Row, type Value } from '../records/row.ts';
import type { Field, SObject } from '../schema/types.ts';
import { runAggregate, isAggregate } from './aggregate.ts';
import { compileChildren } from './children.ts';
import { compileWhere } from './conditions.ts';
import { malformed, noSuchObject } from './errors.ts';
import { expandFields } from './fields-function.ts';
import { byId, compileOrder, sortBy } from './order.ts';
import { parseSoql } from './parse.ts';
import type { Json } from './render.ts';
import type { Scope } from './scope.ts';
import { compileSelection } from './selection.ts';
import { compileSemiJoin } from './semi-join.ts';
import { ENTITY_DEFINITION, entityDefinitionRows } from '../access/entity-definitions.ts';
import { USER_RECORD_ACCESS, userRecordAccessRows } from '../access/user-record-access.ts';

/** What a query found; records are put into JSON page by page. */
export interface QueryResult {
    readonly totalSize: number;
    readonly count: number;
    /** The records from `from` up to but not including `to`. */
    readonly page: (from: number, to: number) => Json[];
    readonly query: Query;
    readonly object: SObject;
}

/**
 * Runs a query.
 *
 * @param all whether deleted and archived rows are seen, as `queryAll` does
 * @param base the version's path, for record addresses
 * @throws {OrgError} MALFORMED_QUERY, INVALID_FIELD, INVALID_TYPE… as an org answers
 */
export function runQuery(state: OrgState, caller: Caller, text: string, all: boolean, base: string): QueryResult {
    const query = parseSoql(text);
    const object = queryable(state, caller, text, query.sObject as string);
    const selfNames = [query.sObject as string, query.sObjectAlias ?? ''].map((name) => name.toLowerCase());
    const scope: Scope = { state, caller, object, text, selfNames: selfNames.filter(Boolean), all, base };
    const rows = rowsOf(scope, query);
    if (isCount(query)) {
        if (query.orderBy !== undefined) throw malformed("unexpected token: 'ORDER'");
        const count = limited(rows, query).length;
        return { totalSize: count, count: 0, page: () => [], query, object };
    }
    if (isAggregate(query)) {
        const records = runAggregate(scope, query, rows);
        return {
            totalSize: records.length,
            count: records.length,
            page: (from, to) => records.slice(from, to),
            query,
            object
        };
    }
    const render = compileSelection(
        scope,
        expandFields(scope, query.fields ?? [], query.limit),
        compileChildren(limitedRows, query.limit)
    );
    const order = compileOrder(scope, query.orderBy);
    const found = limited(sortBy(rows, order), query);
    return {
        totalSize: found.length,
        count: found.length,
        page: (from, to) => found.slice(from, to).map(render),
        query,
        object
    };
}

function rowsOf(scope: Scope, query: Query): Row[] {
    if (scope.object.name === USER_RECORD_ACCESS) return userRecordAccessRows(scope, query);
    const among = scope.object.name === ENTITY_DEFINITION ? entityDefinitionRows(scope.state) : undefined;
    return matchingRows(scope, query, among);
}

function queryable(state: OrgState, caller: Caller, text: string, name: string): SObject {
    const object = state.schema.object(name);
    if (!object || object.flags.queryable !== true || !caller.access.object(object).read)
        throw noSuchObject(text, name);
    return object;
}

function isCount(query: Query): boolean {
    const [only, ...others] = query.fields ?? [];
    const counts = only?.type === 'FieldFunctionExpression' && only.functionName.toUpperCase() === 'COUNT';
    return counts && only.parameters.length === 0 && others.length === 0 && !query.groupBy;
}

/** The rows of a query without its selection, sorted and cut: for those who render them in their own way. */
export function findRows(state: OrgState, caller: Caller, text: string): Row[] {
    const query = parseSoql(text);
    const object = queryable(state, caller, text, query.sObject as string);
    const scope: Scope = { state, caller, object, text, selfNames: [object.name.toLowerCase()], all: false, base: '' };
    return limited(sortBy(matchingRows(scope, query), compileOrder(scope, query.orderBy)), query);
}

/** The rows that a query's WHERE and scope leave, in the order of their ids. */
export function matchingRows(scope: Scope, query: Query | Subquery, among?: readonly Row[]): Row[] {
    const mine = query.usingScope === undefined ? undefined : scopeTest(scope, query.usingScope);
    const where = query.where
        ? compileWhere(scope, query.where, (inner, outer) => semiJoin(scope, inner, outer))
        : undefined;
    const candidates = among ?? where?.candidates();
    const found: Row[] = [];
    for (const row of candidates ?? scope.state.tables.of(scope.object).all()) {
        if (!scope.all && (isDeleted(row) || row.IsArchived === true)) continue;
        if (!canSee(scope.state, scope.caller, row)) continue;
        if ((!mine || mine(row)) && (!where || where.test(row))) found.push(row);
    }
    // The table itself is in the order of its ids already.
    return candidates ? byId(found) : found;
}

/** A subquery's rows of one parent: filtered, sorted and cut. */
function limitedRows(scope: Scope, query: Subquery, among: readonly Row[]): Row[] {
    return limited(sortBy(matchingRows(scope, query, among), compileOrder(scope, query.orderBy)), query);
}

function scopeTest(scope: Scope, name: string): (row: Row) => boolean {
    const known = scope.object.supportedScopes.find((supported) => supported.name.toLowerCase() === name.toLowerCase());
    if (!known || (known.name !== 'everything' && known.name !== 'mine')) {
        throw malformed(`Using scope '${name}' is not supported on entity '${scope.object.name}'`);
    }
    return known.name === 'mine' ? (row) => row.OwnerId === scope.caller.userId : () => true;
}

function limited(rows: Row[], query: Query | Subquery): Row[] {
    const start = query.offset ?? 0;
    return start === 0 && query.limit === undefined ? rows : rows.slice(start, start + (query.limit ?? rows.length));
}

function semiJoin(scope: Scope, query: Query, outer: Field): ReadonlySet<Value> {
    const object = queryable(scope.state, scope.caller, scope.text, query.sObject ?? '');
    const { inner, column } = compileSemiJoin(scope, query, outer, object);
    return new Set(
        matchingRows(inner, query)
            .map((row) => column.get(row))
            .filter(Boolean)
    );
}
