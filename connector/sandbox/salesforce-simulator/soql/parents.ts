import type { Row } from '../records/row.ts';
import type { Field, SObject } from '../schema/types.ts';
import { noSuchColumn, noSuchRelationship } from './errors.ts';
import { renderValue, type Json } from './render.ts';
import { isPolymorphic, NAME_FIELDS, nameObjectField, parentSeen, readName, targetsOf, type Scope } from './scope.ts';
import type { Part } from './paths.ts';

type Paths = readonly (readonly string[])[];
type CompilePaths = (scope: Scope, object: SObject, paths: Paths) => Part[];

/** What a query selects of one parent; `null` when the row has none. */
export function parentPart(scope: Scope, lookup: Field, paths: Paths, compile: CompilePaths): Part {
    const name = lookup.relationshipName as string;
    const { state } = scope;
    const polymorphic = isPolymorphic(lookup);
    const parts = polymorphic
        ? nameParts(scope, paths, compile)
        : compile(scope, targetsOf(state, lookup)[0] as SObject, paths);
    return (row, record) => {
        const parent = parentSeen(scope, row[lookup.name]);
        record[name] = parent ? renderParent(scope, parent, parts, polymorphic) : null;
    };
}

function renderParent(scope: Scope, parent: Row, parts: readonly Part[], polymorphic: boolean): Json {
    const object = scope.state.schema.ofId(String(parent.Id)) as SObject;
    const url = `${scope.base}/sobjects/${object.name}/${String(parent.Id)}`;
    // A parent that may be of several objects is seen as the object Name; its address says what it is.
    const record: Json = { attributes: { type: polymorphic ? 'Name' : object.name, url } };
    for (const part of parts) part(parent, record);
    return record;
}

function nameParts(scope: Scope, paths: Paths, compile: CompilePaths): Part[] {
    return paths.map(([name = '', ...rest]) => {
        if (rest.length > 0) {
            const user = scope.state.schema.object('User');
            const lookup =
                user && /^(profile|userrole)$/i.test(name) ? scope.state.schema.relationship(user, name) : undefined;
            if (!lookup) throw noSuchRelationship(scope.text, name);
            return parentPart(scope, lookup, [rest], compile);
        }
        const known = NAME_FIELDS.find((field) => field.toLowerCase() === name.toLowerCase());
        if (known === undefined) throw noSuchColumn(scope.text, name, 'Name');
        const field = nameObjectField(scope, known);
        return (row, record) => void (record[known] = renderValue(field, readName(scope, row, known)));
    });
}
