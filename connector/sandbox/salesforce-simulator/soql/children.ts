import type { Subquery } from '@jetstreamapp/soql-parser-js';
import type { Row } from '../records/row.ts';
import { malformed, noSuchRelationship } from './errors.ts';
import { expandFields } from './fields-function.ts';
import type { Scope } from './scope.ts';
import { compileSelection, type Children } from './selection.ts';

type Rows = (scope: Scope, query: Subquery, among: readonly Row[]) => Row[];

/** Compiles `(SELECT … FROM Tasks)`: the children of each parent, through the index on their reference. */
export function compileChildren(rowsOf: Rows, parentLimit: number | undefined): Children {
    return (scope, subquery) => {
        const { state } = scope;
        const child = state.schema.childRelationship(scope.object, subquery.relationshipName);
        if (
            !child ||
            !scope.caller.access.object(child.child).read ||
            !scope.caller.access.field(child.child, child.field).read
        ) {
            throw noSuchRelationship(scope.text, subquery.relationshipName);
        }
        if (subquery.offset !== undefined && parentLimit !== 1)
            throw malformed('OFFSET can be used in a subquery only when the parent query has LIMIT 1');
        const selfNames = [subquery.relationshipName, subquery.sObjectAlias ?? subquery.relationshipName];
        const inner: Scope = { ...scope, object: child.child, selfNames: selfNames.map((name) => name.toLowerCase()) };
        const fields = expandFields(inner, subquery.fields ?? [], subquery.limit);
        const render = compileSelection(inner, fields, () => {
            throw malformed('Nesting of semi join sub-selects is not supported');
        });
        // An unknown name in the subquery must fail even when no parent is found.
        rowsOf(inner, subquery, []);
        const table = state.tables.of(child.child);
        const name = child.name as string;
        return {
            name,
            of: (parent) => {
                const rows = rowsOf(inner, subquery, table.find(child.field.name, parent.Id) ?? []);
                return rows.length === 0 ? null : { totalSize: rows.length, done: true, records: rows.map(render) };
            }
        };
    };
}
