import type { Row } from '../records/row.ts';
import type { OrgState } from '../org-state.ts';
import type { Field } from '../schema/types.ts';
import { renderValue } from '../soql/render.ts';

/** A field as its value type shows it. */
export interface FieldValue {
    readonly value: unknown;
    readonly displayValue: string | null;
    readonly label: string | null;
}

/** A field's value with what a page would show for it, in the org's time zone; `null` inside for an empty field. */
export function fieldValue(state: OrgState, field: Field, row: Row): FieldValue {
    const value = iso(field, renderValue(field, row[field.name]));
    if (value === null) return { value: null, displayValue: null, label: null };
    const displayValue = display(state, field, value);
    return { value, displayValue, label: field.type === 'picklist' ? displayValue : null };
}

/** The UI API writes date-times with a Z where REST writes an offset. */
function iso(field: Field, value: unknown): unknown {
    return field.type === 'datetime' && typeof value === 'string' ? value.replace('+0000', 'Z') : value;
}

const LOCALE = 'en-CA';

/** What a page shows where that differs from the value; `null` where it doesn't. */
function display(state: OrgState, field: Field, value: unknown): string | null {
    const { timeZone } = state.settings;
    switch (field.type) {
        case 'picklist':
            return field.picklistValues.find((known) => known.value === value)?.label ?? (value as string);
        case 'date':
            return new Date(`${value as string}T00:00:00Z`).toLocaleDateString(LOCALE, { timeZone: 'UTC' });
        case 'datetime':
            return new Date(value as string).toLocaleString(LOCALE, {
                timeZone,
                dateStyle: 'short',
                timeStyle: 'short'
            });
        case 'int':
        case 'double':
            return (value as number).toLocaleString(LOCALE);
        case 'currency':
            return (value as number).toLocaleString(LOCALE, { style: 'currency', currency: 'CAD' });
        case 'percent':
            return `${(value as number).toLocaleString(LOCALE)}%`;
        default:
            return null;
    }
}
