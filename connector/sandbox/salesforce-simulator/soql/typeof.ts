import type { FieldTypeOf } from '@jetstreamapp/soql-parser-js';
import type { SObject } from '../schema/types.ts';
import { malformed, noSuchObject } from './errors.ts';
import type { Json } from './render.ts';
import { isPolymorphic, parentSeen, relationshipOf, targetsOf, type Scope } from './scope.ts';
import { compilePaths, renderRecord, type Part } from './paths.ts';

/** `TYPEOF What WHEN Account THEN Phone ELSE Name END`: other fields for other objects behind one reference. */
export function compileTypeof(scope: Scope, item: FieldTypeOf): Part {
    const lookup = relationshipOf(scope, scope.object, item.field);
    if (!isPolymorphic(lookup)) {
        throw malformed(`TYPEOF is only allowed for polymorphic relationships: ${item.field}`);
    }
    const { state } = scope;
    const branches = new Map<string, Part[]>();
    for (const { type, objectType, fieldList } of item.conditions) {
        if (type === 'ELSE') continue;
        const object = state.schema.object(objectType ?? '');
        if (!object || !lookup.referenceTo.includes(object.name) || !scope.caller.access.object(object).read)
            throw noSuchObject(scope.text, objectType ?? '');
        branches.set(
            object.name,
            compilePaths(
                scope,
                object,
                fieldList.map((path) => path.split('.'))
            )
        );
    }
    const otherwise = item.conditions.find(({ type }) => type === 'ELSE')?.fieldList;
    for (const object of otherwise ? targetsOf(state, lookup) : []) {
        if (!branches.has(object.name)) branches.set(object.name, elseParts(scope, object, otherwise as string[]));
    }
    return (row, record) => {
        const parent = parentSeen(scope, row[lookup.name]);
        const object = parent && state.schema.ofId(String(parent.Id));
        const parts = object && (branches.get(object.name) ?? []);
        const shown: Json | null = parent && object && parts ? renderRecord(scope, object, parent, parts) : null;
        record[lookup.relationshipName as string] = shown;
    };
}

/** The fields of ELSE are those of the object Name; an object that calls its name otherwise answers with that one. */
function elseParts(scope: Scope, object: SObject, fields: readonly string[]): Part[] {
    return fields.flatMap((field) => {
        const known = field === 'Name' ? object.nameField : scope.state.schema.field(object, field);
        const { access } = scope.caller;
        return known && access.object(object).read && access.field(object, known).read
            ? compilePaths(scope, object, [[known.name]])
            : [];
    });
}
