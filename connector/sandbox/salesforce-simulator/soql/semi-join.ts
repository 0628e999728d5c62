import type { Query, WhereClause } from '@jetstreamapp/soql-parser-js';
import type { Field, SObject } from '../schema/types.ts';
import { malformed } from './errors.ts';
import { columnOf, type Column, type Scope } from './scope.ts';

/** Objects that cannot stand in a semi-join. */
const NO_SEMI_JOIN = new Set(['Task', 'Event', 'ActivityHistory', 'OpenActivity']);

/**
 * Reads the inner query of `Id IN (SELECT AccountId FROM Contact)`.
 *
 * @param outer the field before IN
 * @param object what the inner query selects from
 * @throws {OrgError} MALFORMED_QUERY for what a semi-join cannot be
 */
export function compileSemiJoin(
    scope: Scope,
    query: Query,
    outer: Field,
    object: SObject
): { inner: Scope; column: Column } {
    if (NO_SEMI_JOIN.has(object.name)) {
        throw malformed(`Entity '${object.name}' is not supported for semi join inner selects`);
    }
    if (object === scope.object) throw malformed('The inner and outer selects should not be on the same object type');
    if (query.limit !== undefined) throw malformed("unexpected token: 'LIMIT'");
    if (query.orderBy !== undefined) throw malformed("unexpected token: 'ORDER'");
    if (query.where && holdsSubquery(query.where)) {
        throw malformed('Nesting of semi join sub-selects is not supported');
    }
    const names = [query.sObject ?? '', query.sObjectAlias ?? ''];
    const selfNames = names.filter(Boolean).map((name) => name.toLowerCase());
    const inner: Scope = { ...scope, object, selfNames };
    const column = innerColumn(inner, query);
    checkTypes(scope.object, outer, object, column.field);
    return { inner, column };
}

function holdsSubquery(clause: WhereClause): boolean {
    const { left } = clause;
    if (left && 'valueQuery' in left) return true;
    return 'right' in clause && holdsSubquery(clause.right);
}

function innerColumn(inner: Scope, query: Query): Column {
    const [selected, ...others] = query.fields ?? [];
    if (others.length > 0 || (selected?.type !== 'Field' && selected?.type !== 'FieldRelationship')) {
        throw malformed('Semi join sub-selects can only select one field');
    }
    const path = selected.type === 'Field' ? selected.field : [...selected.relationships, selected.field].join('.');
    const column = columnOf(inner, path);
    if (column.depth > 0) {
        throw malformed(`The inner select field '${path}' cannot have more than one level of relationships`);
    }
    return column;
}

/** Both sides of a semi-join are ids, and can be of the same object. */
function checkTypes(outerObject: SObject, outer: Field, innerObject: SObject, inner: Field): void {
    const outerTargets = targets(outerObject, outer);
    const innerTargets = targets(innerObject, inner);
    if (outerTargets.length === 0) {
        throw malformed(
            `The left operand field in the where expression for outer query should be an id field, cannot use: '${outer.name}'`
        );
    }
    if (innerTargets.length === 0) {
        throw malformed(`Semi join sub-selects can only query id fields, cannot use: '${inner.name}'`);
    }
    if (!innerTargets.some((target) => outerTargets.includes(target))) {
        throw malformed(
            `The selected field '${inner.name}' in the subquery and the left operand field in the where expression in ` +
                `the outer query '${outer.name}' should point to the same object type`
        );
    }
}

/** The objects whose ids a field holds; none when it holds no ids. */
function targets(object: SObject, field: Field): readonly string[] {
    if (field.type === 'id') return [object.name];
    return field.type === 'reference' ? field.referenceTo : [];
}
