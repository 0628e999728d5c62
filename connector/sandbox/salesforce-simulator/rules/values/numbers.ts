import { refused } from '../../org-error.ts';
import type { Value } from '../../records/row.ts';
import type { Field } from '../../schema/types.ts';
import { wrongKind } from './wrong-kind.ts';

/** Digits of a whole number whose describe says none. */
const INT_DIGITS = 9;

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** A number for a number field: an int must be whole, a decimal is rounded to the field's scale. */
export function coerceNumber(field: Field, value: unknown): Value {
    if (value === '') return null;
    // A number in quotes is read as the number, as the platform's JSON parser does.
    const number = typeof value === 'string' && NUMBER.test(value) ? Number(value) : value;
    if (typeof number !== 'number') throw wrongKind(field.type === 'int' ? 'int' : 'double', value);
    return withinBounds(field, number);
}

function withinBounds(field: Field, value: number): Value {
    if (field.type === 'int') {
        if (!Number.isInteger(value)) throw wrongKind('int', value);
        if (Math.abs(value) >= 10 ** (field.digits || INT_DIGITS)) throw outside(field, value);
        return value;
    }
    if (!Number.isFinite(value)) throw outside(field, value);
    const bound = boundOf(field);
    if (bound && (value < bound[0] || value > bound[1])) throw outside(field, value);
    const whole = Math.trunc(Math.abs(value)).toString().length;
    if (whole > field.precision - field.scale) throw outside(field, value);
    // Standard decimals are described with the scale that the page shows; the value keeps what was sent.
    return field.custom ? Number(value.toFixed(field.scale)) : value;
}

/** Places on earth, and the chance of an opportunity. */
function boundOf({ name, custom }: Field): readonly [number, number] | undefined {
    if (custom) return undefined;
    if (name.endsWith('Latitude')) return [-90, 90];
    if (name.endsWith('Longitude')) return [-180, 180];
    return name === 'Probability' ? [0, 100] : undefined;
}

function outside(field: Field, value: number): Error {
    return refused(
        'NUMBER_OUTSIDE_VALID_RANGE',
        `${field.label}: value outside of valid range on numeric field: ${value}`,
        [field.name]
    );
}
