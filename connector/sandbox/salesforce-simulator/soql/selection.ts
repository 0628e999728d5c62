import type { FieldType as Selected, Subquery } from '@jetstreamapp/soql-parser-js';
import type { Row } from '../records/row.ts';
import { malformed } from './errors.ts';
import { compileEntries, createPaths, renderRecord, type Entry } from './paths.ts';
import type { Json } from './render.ts';
import { pathOf, type Scope } from './scope.ts';
import { functionPart } from './select-functions.ts';
import { compileTypeof } from './typeof.ts';

/** Runs a subquery for one parent and gives what stands under its name. */
export type Children = (scope: Scope, subquery: Subquery) => { name: string; of: (parent: Row) => Json | null };

/** Compiles a SELECT list into a function from rows to the answer's records. @throws {OrgError} for unknown names */
export function compileSelection(scope: Scope, selected: readonly Selected[], children: Children): (row: Row) => Json {
    const parts = compileEntries(scope, scope.object, collect(scope, selected, children));
    return (row) => renderRecord(scope, scope.object, row, parts);
}

function collect(scope: Scope, selected: readonly Selected[], children: Children): Entry[] {
    const paths = createPaths();
    for (const item of selected) {
        switch (item.type) {
            case 'Field':
                if (item.alias) throw malformed('only aggregate expressions use field aliasing');
                paths.add(pathOf(scope, item.field));
                break;
            case 'FieldRelationship':
                paths.add(pathOf(scope, [...item.relationships, item.field].join('.')));
                break;
            case 'FieldSubquery': {
                const child = children(scope, item.subquery);
                paths.part((row, record) => void (record[child.name] = child.of(row)));
                break;
            }
            case 'FieldTypeof':
                paths.part(compileTypeof(scope, item));
                break;
            case 'FieldFunctionExpression':
                paths.part(functionPart(scope, item));
                break;
        }
    }
    return paths.entries;
}
