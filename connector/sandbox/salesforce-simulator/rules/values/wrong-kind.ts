import { badRequest, type OrgError } from '../../org-error.ts';

/** The request itself is at fault: the parser stops at the first such value and nothing of the request is done. */
export function wrongKind(expected: string, value: unknown): OrgError {
    const token = tokenOf(value);
    const shown =
        value !== null && typeof value === 'object' ? '' : ` value ${JSON.stringify(value).replaceAll('"', '')}`;
    return badRequest(
        'JSON_PARSER_ERROR',
        `Cannot deserialize instance of ${expected} from ${token}${shown} or request may be missing a required field`
    );
}

function tokenOf(value: unknown): string {
    if (Array.isArray(value)) return 'START_ARRAY';
    switch (typeof value) {
        case 'boolean':
            return value ? 'VALUE_TRUE' : 'VALUE_FALSE';
        case 'number':
            return Number.isInteger(value) ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT';
        case 'object':
            return 'START_OBJECT';
        default:
            return 'VALUE_STRING';
    }
}
