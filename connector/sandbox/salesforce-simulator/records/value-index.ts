import type { Row, Value } from './row.ts';

/** Rows by the value of one field. A value with one row holds it bare: a million sets would cost too much. */
export interface ValueIndex {
    find(value: Value): readonly Row[];
    add(row: Row): void;
    remove(row: Row): void;
}

type Entry = Row | Set<Row>;

/** @param caseSensitive whether texts that differ only in case are two values */
export function createValueIndex(field: string, caseSensitive: boolean): ValueIndex {
    const entries = new Map<Value, Entry>();
    const keyOf = (value: Value): Value => (typeof value === 'string' && !caseSensitive ? value.toLowerCase() : value);

    return {
        find: (value) => {
            const entry = entries.get(keyOf(value));
            if (entry === undefined) return [];
            return entry instanceof Set ? [...entry] : [entry];
        },
        add: (row) => {
            const value = row[field];
            if (value === undefined || value === null) return;
            const key = keyOf(value);
            const entry = entries.get(key);
            if (entry === undefined) entries.set(key, row);
            else if (entry instanceof Set) entry.add(row);
            else if (entry !== row) entries.set(key, new Set([entry, row]));
        },
        remove: (row) => {
            const value = row[field];
            if (value === undefined || value === null) return;
            const key = keyOf(value);
            const entry = entries.get(key);
            if (entry === row) entries.delete(key);
            else if (entry instanceof Set) {
                entry.delete(row);
                if (entry.size === 0) entries.delete(key);
            }
        }
    };
}
