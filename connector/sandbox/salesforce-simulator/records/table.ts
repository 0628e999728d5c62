import type { Field, SObject } from '../schema/types.ts';
import type { Journal } from './journal.ts';
import { idOf, type Row, type Value } from './row.ts';
import { createTouchedLog } from './touched-log.ts';
import { createValueIndex, type ValueIndex } from './value-index.ts';

/** The records of one object, deleted ones included, with the indexes that lookups need. */
export interface Table {
    readonly size: number;
    /** By 18-character id. */
    get(id: string): Row | undefined;
    all(): Iterable<Row>;
    insert(row: Row): void;
    /** Changes a row in place: `undefined` removes a value. */
    change(row: Row, values: Row): void;
    /** Takes a row out for good (emptied recycle bin). */
    erase(row: Row): void;
    /** Rows by the value of an indexed field, deleted ones included; `undefined` when the field has no index. */
    find(field: string, value: Value): readonly Row[] | undefined;
    changedSince(from: number): Row[];
    /** Takes over the fields that a deploy added. */
    redefine(object: SObject): void;
}

/** Users, profiles and groups are pointed at by everything: an index on them would be as large as the data. */
const UNINDEXED_PARENTS = new Set(['User', 'Group', 'Profile', 'RecordType', 'Organization', 'UserRole']);

export function createTable(definition: SObject, journal: Journal): Table {
    const rows = new Map<string, Row>();
    let indexes = indexesOf(definition);
    const touched = createTouchedLog(
        () => rows.size,
        (row) => rows.get(idOf(row)) === row
    );
    const apply = (row: Row, values: Row): Row => {
        const before = assign(row, values, indexes);
        if ('SystemModstamp' in values) touched.touch(row);
        return before;
    };
    const drop = (row: Row): void => {
        for (const index of indexes.values()) index.remove(row);
        rows.delete(idOf(row));
    };
    const put = (row: Row): void => {
        rows.set(idOf(row), row);
        for (const index of indexes.values()) index.add(row);
        touched.touch(row);
    };

    return {
        get size() {
            return rows.size;
        },
        get: (id) => rows.get(id),
        all: () => rows.values(),
        insert: (row) => {
            put(row);
            journal.record(() => drop(row));
        },
        change: (row, values) => {
            const before = apply(row, values);
            journal.record(() => void apply(row, before));
        },
        erase: (row) => {
            drop(row);
            journal.record(() => put(row));
        },
        find: (field, value) => indexes.get(field)?.find(value),
        changedSince: (from) => touched.since(from),
        redefine: (object) => {
            indexes = indexesOf(object);
            for (const row of rows.values()) for (const index of indexes.values()) index.add(row);
        }
    };
}

/** Writes values into a row and its indexes. @returns what they replaced */
function assign(row: Row, values: Row, indexes: ReadonlyMap<string, ValueIndex>): Row {
    const before: Row = {};
    for (const name in values) {
        const value = values[name] ?? undefined;
        if (row[name] === value) continue;
        before[name] = row[name];
        const index = indexes.get(name);
        index?.remove(row);
        row[name] = value;
        index?.add(row);
    }
    return before;
}

function indexesOf(object: SObject): Map<string, ValueIndex> {
    return new Map(
        object.fields.filter(isIndexed).map((field) => [field.name, createValueIndex(field.name, field.caseSensitive)])
    );
}

function isIndexed(field: Field): boolean {
    if (field.type === 'id') return false;
    if (field.type === 'reference') return field.referenceTo.some((parent) => !UNINDEXED_PARENTS.has(parent));
    return field.unique || field.externalId || (field.idLookup && !field.nameField);
}
