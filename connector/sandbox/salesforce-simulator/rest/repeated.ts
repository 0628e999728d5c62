import { refused, type OrgError } from '../org-error.ts';
import { normalizeId } from '../records/ids.ts';
import { coerce } from '../rules/values/coerce.ts';
import type { Field } from '../schema/types.ts';

type RecordJson = Readonly<Record<string, unknown>>;

/** Names of fields count in any case. */
export function keyName(field: Field, record: RecordJson): string {
    if (field.name in record) return field.name;
    return Object.keys(record).find((name) => name.toLowerCase() === field.name.toLowerCase()) ?? field.name;
}

export function keyText(field: Field, value: unknown): string {
    const text = String(coerce(field, value));
    return field.caseSensitive ? text : text.toLowerCase();
}

/** Keys that one request names twice: none of those rows is written. */
export function repeatedKeys(field: Field, records: readonly RecordJson[]): ReadonlySet<string> {
    const seen = new Set<string>();
    const repeated = new Set<string>();
    for (const record of records) {
        const value = record[keyName(field, record)];
        if (value === undefined || value === null || value === '') continue;
        const key = keyText(field, value);
        if (seen.has(key)) repeated.add(key);
        seen.add(key);
    }
    return repeated;
}

/** Record ids that one request names twice, in whatever form: none of those rows is written. */
export function repeatedIds(sent: readonly unknown[]): ReadonlySet<string> {
    const ids = sent.flatMap((text) => (typeof text === 'string' ? (normalizeId(text) ?? []) : []));
    const seen = new Set<string>();
    const repeated = new Set<string>();
    for (const id of ids) (seen.has(id) ? repeated : seen).add(id);
    return repeated;
}

export function duplicateId(sent: string): OrgError {
    return refused('DUPLICATE_VALUE', `duplicate id specified: ${normalizeId(sent)}`, ['Id']);
}
