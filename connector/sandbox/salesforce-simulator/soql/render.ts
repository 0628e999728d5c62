import type { Row, Value } from '../records/row.ts';
import { formatDateTime } from '../rules/values/dates.ts';
import type { Field, SObject } from '../schema/types.ts';

export type Json = Record<string, unknown>;

/** A field's value as JSON answers write it. */
export function renderValue(field: Field, value: Value): unknown {
    if (field.type === 'boolean') return value === true;
    if (value === undefined || value === null) return null;
    if (field.type === 'JunctionIdList') return (value as string).split(';');
    return field.type === 'datetime' ? formatDateTime(value as number) : value;
}

/** A compound address put together from its parts; `null` when none is filled. */
export function renderAddress(object: SObject, compound: Field, row: Row): Json | null {
    const parts = object.fields.filter((field) => field.compoundFieldName === compound.name);
    if (parts.every((part) => row[part.name] === undefined || row[part.name] === null)) return null;
    const entries = parts.map((part): [string, unknown] => [partName(part.name), row[part.name] ?? null]);
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const PARTS = ['street', 'city', 'state', 'postalCode', 'country', 'latitude', 'longitude', 'geocodeAccuracy'];

function partName(name: string): string {
    return PARTS.find((part) => name.toLowerCase().endsWith(part.toLowerCase())) ?? name;
}

/** The head that every record in an answer has. */
export function attributesOf(object: SObject, row: Row, base: string): Json {
    return { type: object.name, url: `${base}/sobjects/${object.name}/${String(row.Id)}` };
}
