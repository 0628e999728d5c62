import { refused } from '../org-error.ts';
import type { Value } from '../records/row.ts';
import type { Field } from '../schema/types.ts';
import { wrongKind } from './wrong-kind.ts';

const INT_LIMIT = 2_147_483_647;

/** A number for a number field: an int must be whole, a decimal is rounded to the field's scale. */
export function coerceNumber(field: Field, value: unknown): Value {
    if (value === '') return null;
    if (typeof value !== 'number') throw wrongKind(field.type === 'int' ? 'int' : 'double', value);
    if (field.type === 'int') {
        if (!Number.isInteger(value)) throw wrongKind('int', value);
        if (Math.abs(value) > INT_LIMIT) throw outside(field, value);
        return value;
    }
    const whole = Math.trunc(Math.abs(value)).toString().length;
    if (whole > field.precision - field.scale) throw outside(field, value);
    // Standard decimals are described with the scale that the page shows; the value keeps what was sent.
    return field.custom ? Number(value.toFixed(field.scale)) : value;
}

function outside(field: Field, value: number): Error {
    return refused(
        'NUMBER_OUTSIDE_VALID_RANGE',
        `${field.label}: value outside of valid range on numeric field: ${value}`,
        [field.name]
    );
}
