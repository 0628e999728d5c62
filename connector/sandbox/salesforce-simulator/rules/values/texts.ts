import { refused } from '../../org-error.ts';
import { normalizeId } from '../../records/ids.ts';
import type { Value } from '../../records/row.ts';
import type { Field } from '../../schema/types.ts';
import { wrongKind } from './wrong-kind.ts';

/** What a mailbox is called before the @, without dots at its ends or beside each other; then names of the DNS. */
const EMAIL =
    /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/;
const TIME = /^\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z?$/;

/** A text for a text-like field: cut of blanks at its ends, within its length, and of the form that its type asks. */
export function coerceText(field: Field, sent: string): Value {
    const value = field.type === 'textarea' ? sent.toWellFormed() : sent.toWellFormed().trim();
    if (value === '') return null;
    switch (field.type) {
        case 'reference':
        case 'id':
            return reference(field, value);
        case 'picklist':
            return restricted(field, value, value);
        case 'multipicklist':
            for (const part of value.split(';')) restricted(field, part, value);
            return value;
        case 'email':
            if (!EMAIL.test(value)) {
                throw refused('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${value}`, [field.name]);
            }
            return withinLength(field, value);
        case 'time':
            if (!TIME.test(value)) throw wrongKind('time', value);
            return `${value.slice(0, 8)}.000Z`;
        default:
            return withinLength(field, value);
    }
}

function withinLength(field: Field, value: string): string {
    if (field.length > 0 && value.length > field.length) {
        throw refused(
            'STRING_TOO_LONG',
            `${field.label}: data value too large: ${value} (max length=${field.length})`,
            [field.name]
        );
    }
    return value;
}

/** Picklist values match whatever their case, and are stored as they are defined. */
function restricted(field: Field, value: string, whole: string): string {
    const known = field.picklistValues.find((choice) => choice.value.toLowerCase() === value.toLowerCase());
    if (known?.active === true) return known.value;
    if (!field.restrictedPicklist) return withinLength(field, value);
    throw refused(
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
        `${field.label}: bad value for restricted picklist field: ${whole}`,
        [field.name]
    );
}

function reference(field: Field, value: string): string {
    const id = normalizeId(value);
    if (id === undefined) {
        throw refused('MALFORMED_ID', `${field.label}: id value of incorrect type: ${value}`, [field.name]);
    }
    return id;
}
