import type { Row } from '../records/row.ts';
import type { Field, SObject } from '../schema/types.ts';
import { malformed } from './errors.ts';
import { parentPart } from './parents.ts';
import { attributesOf, renderAddress, renderValue, type Json } from './render.ts';
import { fieldOf, relationshipOf, type Scope } from './scope.ts';
import { USER_RECORD_ACCESS, userRecordAccessPart } from '../access/user-record-access.ts';

/** Puts one selected thing of a row into the answer's record. */
export type Part = (row: Row, record: Json) => void;

/** One record of an answer: its attributes and what was selected of it. */
export function renderRecord(scope: Scope, object: SObject, row: Row, parts: readonly Part[]): Json {
    const record: Json = { attributes: attributesOf(object, row, scope.base) };
    for (const part of parts) part(row, record);
    return record;
}

/** What was selected, in order: plain parts, fields, and one entry for all paths through one parent. */
export type Entry =
    | { readonly kind: 'part'; readonly part: Part }
    | { readonly kind: 'field'; readonly name: string }
    | { readonly kind: 'parent'; readonly name: string; readonly paths: string[][] };

/** Gathers selected paths, refusing one that is selected twice. */
export function createPaths(): {
    entries: Entry[];
    add: (path: readonly string[]) => void;
    part: (part: Part) => void;
} {
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

export function compileEntries(scope: Scope, object: SObject, entries: readonly Entry[]): Part[] {
    return entries.map((entry) => {
        switch (entry.kind) {
            case 'part':
                return entry.part;
            case 'field':
                return fieldPart(object, fieldOf(scope, object, entry.name));
            case 'parent':
                if (entry.name.toLowerCase() === USER_RECORD_ACCESS.toLowerCase())
                    return userRecordAccessPart(scope, entry.paths);
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
