import type { Value } from '../../records/row.ts';
import { refused, type OrgError } from '../../org-error.ts';
import type { Field } from '../../schema/types.ts';
import { parseDate, parseDateTime } from './dates.ts';
import { coerceNumber } from './numbers.ts';
import { coerceIdList } from '../objects/shared-activities.ts';
import { coerceText } from './texts.ts';
import { wrongKind } from './wrong-kind.ts';

/**
 * Turns a value of a request's JSON into what the field holds; `null` and the empty text clear it.
 * Whether a referenced record exists is decided later.
 *
 * @throws {OrgError} JSON_PARSER_ERROR for a value of the wrong kind, or the code that says why the value is refused
 */
export function coerce(field: Field, value: unknown): Value {
    if (value === null || value === undefined) return field.type === 'boolean' ? booleanNull(field) : null;
    switch (field.type) {
        case 'boolean':
            if (typeof value !== 'boolean') throw wrongKind('boolean', value);
            return value;
        case 'int':
        case 'double':
        case 'currency':
        case 'percent':
            return coerceNumber(field, value);
        case 'date':
            return isBlank(value) ? null : (parseDate(value) ?? fail(wrongKind('date', value)));
        case 'datetime':
            return isBlank(value) ? null : (parseDateTime(value) ?? fail(wrongKind('datetime', value)));
        case 'address':
        case 'location':
        case 'base64':
        case 'anyType':
            throw refused('INVALID_FIELD_FOR_INSERT_UPDATE', `Unable to create/update fields: ${field.name}.`, [
                field.name
            ]);
        case 'JunctionIdList':
            return coerceIdList(field, value);
        default:
            if (typeof value !== 'string') throw wrongKind(field.type === 'reference' ? 'reference' : 'string', value);
            return coerceText(field, value);
    }
}

function isBlank(value: unknown): boolean {
    return value === '';
}

function fail(error: OrgError): never {
    throw error;
}

function booleanNull(field: Field): never {
    throw refused('INVALID_TYPE_ON_FIELD_IN_RECORD', `${field.label}: value not of required type: null`, [field.name]);
}
