import type { Answer } from '../facts.ts';
import { comparable } from '../people/duplicates.ts';
import type { FieldValue } from './draft.ts';
import type { FieldShape } from './field-shape.ts';
import { cut, lines, oneLine } from './fields.ts';
import { asDate, asInstant, asNumber } from './read-answer.ts';

/** An answer as a field takes it, or that the field cannot take it. `null`: nothing was said. */
export type FittedValue = { readonly value: FieldValue } | { readonly misfit: true };

export interface YesAndNo {
    readonly yes: string;
    readonly no: string;
}

/** Characters of one value of a picklist. */
const MOST_PICKED = 255;
const MISFIT: FittedValue = { misfit: true };
const YES = ['yes', 'y', 'true', '1', 'oui', 'o', 'vrai'];
const NO = ['no', 'n', 'false', '0', 'non', 'faux'];
const EMAIL = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]{2,}$/;

/**
 * Puts what a caller answered into a field of the org's own. Texts are cut to the field's length; everything else fits
 * as it was meant or not at all: half a number, or a value that a list does not have, would have Salesforce refuse the
 * whole record.
 */
export function fitField(answer: Answer['value'], shape: FieldShape, words: YesAndNo): FittedValue {
    if (!shape.isWritable) return MISFIT;
    const text = lines(typeof answer === 'boolean' ? (answer ? words.yes : words.no) : String(answer));
    // A checkbox cannot be empty.
    if (text === '') return { value: shape.type === 'boolean' ? false : null };
    switch (shape.type) {
        case 'string':
        case 'combobox':
        case 'encryptedstring':
            return { value: cut(oneLine(text), lengthOf(shape)) };
        case 'textarea':
            return { value: shape.isHtml === true ? html(text, lengthOf(shape)) : cut(text, lengthOf(shape)) };
        case 'phone':
        case 'url':
            return whole(oneLine(text), shape);
        case 'email':
            return EMAIL.test(text) ? whole(text, shape) : MISFIT;
        case 'picklist':
            return picked([text], shape);
        case 'multipicklist':
            return picked(text.split(/\s*[;,\n]\s*/).filter(Boolean), shape);
        case 'boolean':
            return typeof answer === 'boolean' ? { value: answer } : yesOrNo(text);
        case 'double':
        case 'currency':
        case 'percent':
        case 'int':
            return number(typeof answer === 'number' ? answer : asNumber(text), shape);
        case 'date':
            return orMisfit(asDate(text));
        case 'datetime':
            return orMisfit(asInstant(text));
        default:
            return MISFIT;
    }
}

function lengthOf({ length }: FieldShape): number {
    return length > 0 ? length : 255;
}

/** A part of an address or a number leads nowhere. */
function whole(text: string, shape: FieldShape): FittedValue {
    return text.length <= lengthOf(shape) ? { value: text } : MISFIT;
}

function orMisfit(value: string | undefined): FittedValue {
    return value === undefined ? MISFIT : { value };
}

function yesOrNo(text: string): FittedValue {
    const said = comparable(text);
    if (YES.includes(said)) return { value: true };
    return NO.includes(said) ? { value: false } : MISFIT;
}

/** The list's own spelling wins; what it does not have is added only where the list is open. */
function picked(texts: readonly string[], shape: FieldShape): FittedValue {
    const values = texts.map(
        (text) => listed(text, shape) ?? (shape.isRestricted === true ? undefined : oneLine(text))
    );
    if (values.some((value) => value === undefined || value.length > MOST_PICKED)) return MISFIT;
    return { value: [...new Set(values)].join(';') };
}

function listed(text: string, { values = [] }: FieldShape): string | undefined {
    const exact = values.find(({ value }) => value === text);
    const alike = values.filter((one) => [one.value, one.label].some((name) => comparable(name) === comparable(text)));
    return (exact ?? (alike.length === 1 ? alike[0] : undefined))?.value;
}

function number(value: number | undefined, { type, precision = 18, scale = 0, digits }: FieldShape): FittedValue {
    if (value === undefined || !Number.isFinite(value)) return MISFIT;
    if (type === 'int') {
        const most = digits === undefined || digits === 0 ? 2_147_483_647 : 10 ** digits - 1;
        return Number.isInteger(value) && Math.abs(value) <= most ? { value } : MISFIT;
    }
    return Math.abs(value) < 10 ** (precision - scale) ? { value } : MISFIT;
}

/** Escaped, and cut so that what is stored still fits. */
function html(text: string, most: number): string {
    for (let room = most; ; room = Math.floor(room * 0.9)) {
        const shown = cut(text, room)
            .replaceAll('&', '&amp;')
            .replaceAll('<', '&lt;')
            .replaceAll('>', '&gt;')
            .replaceAll('\n', '<br>');
        if (shown.length <= most) return shown;
    }
}
