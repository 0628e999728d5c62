import type { FieldType as Selected, Subquery } from '@jetstreamapp/soql-parser-js';
import type { Row } from '../records/row.ts';
import type { Field, SObject } from '../schema/types.ts';
import { malformed } from './errors.ts';
import { functionPart } from './select-functions.ts';
import { parentPart } from './parents.ts';
import { attributesOf, renderAddress, renderValue, type Json } from './render.ts';
import { fieldOf, pathOf, relationshipOf, type Scope } from './scope.ts';
import { compileTypeof } from './typeof.ts';

/** Puts one selected thing of a row into the answer's record. */
export type Part = (row: Row, record: Json) => void;

/** Runs a subquery for one parent and gives what stands under its name. */
export type Children = (scope: Scope, subquery: Subquery) => { name: string; of: (parent: Row) => Json | null };

/** Compiles a SELECT list into a function from rows to the answer's records. @throws {OrgError} for unknown names */
export function compileSelection(scope: Scope, selected: readonly Selected[], children: Children): (row: Row) => Json {
    const parts = compileEntries(scope, scope.object, collect(scope, selected, children));
    return (row) => renderRecord(scope, scope.object, row, parts);
}

/** One record of an answer: its attributes and what was selected of it. */
export function renderRecord(scope: Scope, object: SObject, row: Row, parts: readonly Part[]): Json {
    const record: Json = { attributes: attributesOf(object, row, scope.base) };
    for (const part of parts) part(row, record);
    return record;
}

/** What was selected, in order: plain parts, fields, and one entry for all paths through one parent. */
type Entry =
    | { readonly kind: 'part'; readonly part: Part }
    | { readonly kind: 'field'; readonly name: string }
    | { readonly kind: 'parent'; readonly name: string; readonly paths: string[][] };

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

/** Gathers selected paths, refusing one that is selected twice. */
function createPaths(): { entries: Entry[]; add: (path: readonly string[]) => void; part: (part: Part) => void } {
    const entries: Entry[] = [];
    const parents = new Map<string, string[][]>();
    const seen = new Set<string>();
    const add = (path: readonly string[]): void => {
        const key = path.join('.').toLowerCase();
        if (seen.has(key)) throw malformed(`duplicate field selected: ${path.join('.')}`);
        seen.add(key);
        const [name = '', ...rest] = path;
        const known = parents.get(name.toLowerCase());
        if (rest.length === 0) entries.push({ kind: 'field', name });
        else if (known) known.push(rest);
        else {
            const paths = [rest];
            parents.set(name.toLowerCase(), paths);
            entries.push({ kind: 'parent', name, paths });
        }
    };
    return { entries, add, part: (part) => void entries.push({ kind: 'part', part }) };
}

function compileEntries(scope: Scope, object: SObject, entries: readonly Entry[]): Part[] {
    return entries.map((entry) => {
        switch (entry.kind) {
            case 'part':
                return entry.part;
            case 'field':
                return fieldPart(object, fieldOf(scope, object, entry.name));
            case 'parent':
                return parentPart(scope, relationshipOf(scope, object, entry.name), entry.paths, compilePaths);
        }
    });
}

/** Compiles paths from any object: what stands behind a parent, or in a TYPEOF branch. */
export function compilePaths(scope: Scope, object: SObject, paths: readonly (readonly string[])[]): Part[] {
    const gathered = createPaths();
    for (const path of paths) gathered.add(path);
    return compileEntries(scope, object, gathered.entries);
}

function fieldPart(object: SObject, field: Field): Part {
    const { name } = field;
    if (field.type === 'address') return (row, record) => void (record[name] = renderAddress(object, field, row));
    return (row, record) => void (record[name] = renderValue(field, row[name]));
}
