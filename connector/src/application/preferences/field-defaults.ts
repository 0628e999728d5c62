import type { FillableField, OrgFields } from '../../contracts/org-administration.ts';
import { CATALOGUE } from '../../domain/preferences/catalogue.ts';
import type { Preferences } from '../../domain/preferences/preferences.ts';
import type { FieldDefault } from '../../domain/records/field-defaults.ts';
import { fitField } from '../../domain/records/fit-field.ts';
import type { Fault } from './model.ts';

type Raw = Readonly<Record<string, unknown>>;

/** The preferences that give fields a value, each with the object whose fields they are. */
const KEYS = Object.entries(CATALOGUE).flatMap(([key, entry]) =>
    entry.kind === 'field-defaults' ? [{ key: key as 'leadFields', object: entry.object }] : []
);

/** Values that the org would refuse: of fields that it lacks, that are too long, or that its lists don't have. */
export function defaultFaults(preferences: Raw, fields: OrgFields | undefined): readonly Fault[] {
    return KEYS.flatMap(({ key, object }) => {
        const known = fields?.fillable[object] ?? [];
        const rows: readonly unknown[] = Array.isArray(preferences[key]) ? preferences[key] : [];
        // What could not be asked of the org cannot be checked.
        return known.length === 0 ? [] : rows.flatMap((row, n) => faultsOf(row as Raw, known, `${key}.${n}`));
    });
}

function faultsOf({ field, value }: Raw, known: readonly FillableField[], at: string): readonly Fault[] {
    if (typeof field !== 'string' || field === '' || !isValue(value) || value === '') return [];
    const there = known.find(({ name }) => name === field);
    if (there === undefined) return [{ at: `${at}.field`, why: 'no-field', seen: field }];
    return typed(value, there) === undefined ? [{ at: `${at}.value`, why: 'value', seen: String(value) }] : [];
}

/** A form knows texts only. While the org cannot say what a field holds, a value keeps the type that it had. */
export function withTypedDefaults(
    wanted: Preferences,
    before: Preferences,
    fields: OrgFields | undefined
): Preferences {
    const changed = KEYS.map(({ key, object }) => {
        const known = fields?.fillable[object] ?? [];
        return [key, wanted[key].map((row) => typedRow(row, before[key], known))] as const;
    });
    return { ...wanted, ...Object.fromEntries(changed) };
}

function typedRow(row: FieldDefault, before: readonly FieldDefault[], known: readonly FillableField[]): FieldDefault {
    const there = known.find(({ name }) => name === row.field);
    const same = before.find(({ field, value }) => field === row.field && String(value) === String(row.value));
    const value = there === undefined ? same?.value : typed(row.value, there);
    return { ...row, value: value ?? row.value };
}

/** The value as the field holds it, whole; `undefined`: it cannot. */
function typed(value: FieldDefault['value'], { shape }: FillableField): FieldDefault['value'] | undefined {
    const fitted = fitField(value, shape, { yes: 'true', no: 'false' });
    if ('misfit' in fitted || fitted.value === null) return undefined;
    const isCut = ['string', 'textarea', 'combobox'].includes(shape.type) && shape.length < String(value).trim().length;
    return (isCut && shape.length > 0) || !isListed(fitted.value, shape) ? undefined : fitted.value;
}

/** A list that is open takes anything, and then one value is written two ways. */
function isListed(value: FieldDefault['value'], { type, values = [] }: FillableField['shape']): boolean {
    if (!type.includes('picklist') || values.length === 0) return true;
    return String(value)
        .split(';')
        .every((one) => values.some((listed) => listed.value === one));
}

function isValue(value: unknown): value is FieldDefault['value'] {
    return ['string', 'number', 'boolean'].includes(typeof value);
}
