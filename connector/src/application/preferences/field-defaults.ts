import type { FillableField, OrgAdministration, OrgFields } from '../../contracts/org-administration.ts';
import { CATALOGUE } from '../../domain/preferences/catalogue.ts';
import type { Preferences } from '../../domain/preferences/preferences.ts';
import type { FieldDefault } from '../../domain/records/field-defaults.ts';
import { isRecordId } from '../../domain/record-id.ts';
import { fitField } from '../../domain/records/fit-field.ts';
import { asRelativeDay } from '../../domain/records/relative-day.ts';
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
    const { field, on } = row;
    const held = there === undefined ? same : typed(row.value, there);
    const { value, relative } = held ?? row;
    return { field, value, ...(on !== undefined && { on }), ...(relative !== undefined && { relative }) };
}

type Held = Pick<FieldDefault, 'value' | 'relative'>;

/** The value as the field holds it, whole; `undefined`: it cannot. */
function typed(value: FieldDefault['value'], { shape }: FillableField): Held | undefined {
    const { type } = shape;
    if (type === 'date' || type === 'datetime') {
        const day = asRelativeDay(String(value));
        if (day !== undefined) return { value: day, relative: type };
    }
    if (type === 'reference') return isRecordId(String(value)) ? { value: String(value).trim() } : undefined;
    const fitted = fitField(value, shape, { yes: 'true', no: 'false' });
    if ('misfit' in fitted || fitted.value === null) return undefined;
    const isCut = ['string', 'textarea', 'combobox'].includes(type) && shape.length < String(value).trim().length;
    return (isCut && shape.length > 0) || !isListed(fitted.value, shape) ? undefined : { value: fitted.value };
}

/**
 * Records that the org does not have, or does not show: asked of it, for rows that were not saved before. An org that
 * cannot be asked now says it with the first record.
 */
export async function referenceFaults(
    preferences: Raw,
    before: Preferences,
    fields: OrgFields | undefined,
    org: Pick<OrgAdministration, 'missingRecords'> | undefined
): Promise<readonly Fault[]> {
    const asked = KEYS.flatMap(({ key, object }) => {
        const rows = Array.isArray(preferences[key]) ? (preferences[key] as readonly Raw[]) : [];
        return rows.flatMap(({ field, value }, n) => {
            const shape = fields?.fillable[object].find(({ name }) => name === field)?.shape;
            const isKept = before[key].some((row) => row.field === field && row.value === value);
            if (shape?.type !== 'reference' || isKept || !isRecordId(String(value))) return [];
            return [{ at: `${key}.${n}.value`, id: String(value).trim(), objects: shape.referenceTo ?? [] }];
        });
    });
    if (asked.length === 0 || org === undefined) return [];
    const missing = await org.missingRecords(asked).catch((): readonly string[] => []);
    return asked.flatMap(({ at, id }): readonly Fault[] =>
        missing.includes(id) ? [{ at, why: 'no-record', seen: id }] : []
    );
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
