import { canSee } from '../access/sharing.ts';
import type { Caller, OrgState } from '../org-state.ts';
import type { Row, Value } from '../records/row.ts';
import type { Field, SObject } from '../schema/types.ts';
import { noSuchColumn, noSuchRelationship } from './errors.ts';

/** Where a query's names are looked up. */
export interface Scope {
    readonly state: OrgState;
    readonly caller: Caller;
    readonly object: SObject;
    /** The query's own text, for errors that point at a place in it. */
    readonly text: string;
    /** Names that stand for the object itself: its alias and its own name, in lower case. */
    readonly selfNames: readonly string[];
    /** Whether deleted and archived rows are seen (`queryAll`). */
    readonly all: boolean;
    /** The API version's base path, for record addresses. */
    readonly base: string;
}

/** A named value of a row: a field of the object or of one of its parents. */
export interface Column {
    readonly field: Field;
    readonly get: (row: Row) => Value;
    /** Parents passed on the way. */
    readonly depth: number;
}

/** Child-to-parent relationships in one path. */
const PATH_LIMIT = 5;

/** Fields of the `Name` object: what a query can ask of a parent that may be of several objects. */
const NAME_FIELDS = [
    'Alias',
    'Email',
    'FirstName',
    'Id',
    'LastName',
    'Name',
    'Phone',
    'ProfileId',
    'Title',
    'Type',
    'Username',
    'UserRoleId'
];

/** The objects that a lookup can point at in this org. */
export function targetsOf(state: OrgState, lookup: Field): SObject[] {
    return lookup.referenceTo.map((name) => state.schema.object(name)).filter((object) => object !== undefined);
}

/** Whether a lookup's parents are seen through the `Name` object. */
export function isPolymorphic(lookup: Field): boolean {
    return lookup.referenceTo.length > 1;
}

/** A field of an object that this caller may see. @throws {OrgError} INVALID_FIELD */
export function fieldOf(scope: Scope, object: SObject, name: string): Field {
    const field = scope.state.schema.field(object, name);
    if (!field || !scope.caller.access.field(object, field).read) throw noSuchColumn(scope.text, name, object.name);
    return field;
}

/** The lookup behind a relationship name. @throws {OrgError} INVALID_FIELD */
export function relationshipOf(scope: Scope, object: SObject, name: string): Field {
    const lookup = scope.state.schema.relationship(object, name);
    const readable = lookup && scope.caller.access.field(object, lookup).read;
    if (!lookup || !readable || !isReached(scope, lookup)) throw noSuchRelationship(scope.text, name);
    return lookup;
}

/** Whether a lookup leads anywhere for this caller. A parent that may be of several objects is seen as a name. */
function isReached(scope: Scope, lookup: Field): boolean {
    const targets = targetsOf(scope.state, lookup);
    return targets.length > 0 && (isPolymorphic(lookup) || targets.some((one) => scope.caller.access.object(one).read));
}

/** Cuts the alias or the object's own name off a path. */
export function pathOf(scope: Scope, path: string): string[] {
    const parts = path.split('.');
    const [first, ...rest] = parts;
    return rest.length > 0 && scope.selfNames.includes((first as string).toLowerCase()) ? rest : parts;
}

/** Finds what a path like `Account.Owner.Name` reads. @throws {OrgError} INVALID_FIELD */
export function columnOf(scope: Scope, path: string): Column {
    const parts = pathOf(scope, path);
    const name = parts.at(-1) as string;
    const relationships = parts.slice(0, -1);
    if (relationships.length > PATH_LIMIT) throw noSuchRelationship(scope.text, relationships[PATH_LIMIT] as string);
    let object = scope.object;
    let parent: (row: Row) => Row | undefined = (row) => row;
    for (const [index, relationship] of relationships.entries()) {
        const lookup = relationshipOf(scope, object, relationship);
        parent = step(scope, parent, lookup);
        if (isPolymorphic(lookup)) {
            return nameColumn(scope, parent, relationships.slice(index + 1), name, relationships.length);
        }
        object = targetsOf(scope.state, lookup)[0] as SObject;
    }
    const field = fieldOf(scope, object, name);
    const key = field.name;
    if (relationships.length === 0) return { field, get: reader(field), depth: 0 };
    return { field, get: (row) => parent(row)?.[key], depth: relationships.length };
}

function reader(field: Field): (row: Row) => Value {
    const key = field.name;
    return field.type === 'boolean' ? (row) => row[key] === true : (row) => row[key];
}

function step(scope: Scope, from: (row: Row) => Row | undefined, lookup: Field): (row: Row) => Row | undefined {
    const key = lookup.name;
    return (row) => parentSeen(scope, from(row)?.[key]);
}

/** The record behind a reference, as far as this caller may see it. */
export function parentSeen({ state, caller }: Scope, id: unknown): Row | undefined {
    const parent = typeof id === 'string' ? state.tables.byId(state.schema, id) : undefined;
    return parent && canSee(state, caller, parent) ? parent : undefined;
}

function nameColumn(
    scope: Scope,
    parent: (row: Row) => Row | undefined,
    further: readonly string[],
    name: string,
    depth: number
): Column {
    const [next, ...others] = further;
    if (next !== undefined) {
        // The Name object has two relationships of its own, both of users.
        const user = scope.state.schema.object('User');
        const lookup =
            user && /^(profile|userrole)$/i.test(next) ? scope.state.schema.relationship(user, next) : undefined;
        const target = lookup && targetsOf(scope.state, lookup)[0];
        if (!lookup || !target || others.length > 0) throw noSuchRelationship(scope.text, next);
        const field = fieldOf(scope, target, name);
        const of = step(scope, parent, lookup);
        return { field, get: (row) => of(row)?.[field.name], depth };
    }
    const known = NAME_FIELDS.find((field) => field.toLowerCase() === name.toLowerCase());
    if (known === undefined) throw noSuchColumn(scope.text, name, 'Name');
    return { field: nameObjectField(scope, known), get: (row) => readName(scope, parent(row), known), depth };
}

/** Reads a field of the `Name` object from whatever record stands behind it. */
export function readName({ state, caller }: Scope, row: Row | undefined, name: string): Value {
    const object = row && state.schema.ofId(String(row.Id));
    if (!object) return undefined;
    if (name === 'Type') return object.name;
    const field = name === 'Name' ? object.nameField : state.schema.field(object, name);
    const isShown = field && caller.access.object(object).read && caller.access.field(object, field).read;
    return isShown ? row[field.name] : undefined;
}

/** The `Name` object's fields are described like the user's, which has all of them but `Type`. */
export function nameObjectField(scope: Scope, name: string): Field {
    const user = scope.state.schema.object('User') as SObject;
    const like = scope.state.schema.field(user, name === 'Type' ? 'Username' : name) as Field;
    return { ...like, name, type: name === 'Id' ? 'id' : like.type };
}

export { NAME_FIELDS };
