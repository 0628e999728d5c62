import type { ErrorCode } from '../../errors/errors.ts';
import type { WriteResult } from '../../contracts/salesforce.ts';
import { duplicateNamed } from '../duplicates.ts';
import type { OrgError } from './refusal.ts';
import { redactMessage } from './redact-message.ts';

type Failed = Extract<WriteResult, { ok: false }>;
type Remedy = Failed['remedy'];

/** Not a code of Salesforce's: a refusal that came without any. */
export const UNREADABLE = 'UNREADABLE_ANSWER';

const FAILURES: Readonly<Record<string, readonly [Remedy, ErrorCode]>> = {
    UNABLE_TO_LOCK_ROW: ['retry', 'SF-ROW-LOCK'],
    UNKNOWN_EXCEPTION: ['retry', 'SF-RECORD-TROUBLE'],
    SERVER_UNAVAILABLE: ['retry', 'SF-RECORD-TROUBLE'],
    PROCESSING_HALTED: ['retry', 'SF-RECORD-TROUBLE'],
    ALL_OR_NONE_OPERATION_ROLLED_BACK: ['retry', 'SF-RECORD-TROUBLE'],
    TXN_SECURITY_METERING_ERROR: ['retry', 'SF-RECORD-TROUBLE'],
    REQUEST_LIMIT_EXCEEDED: ['retry', 'SF-LIMIT'],
    INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE: ['retry', 'SF-MAINTENANCE'],
    API_TEMPORARILY_UNAVAILABLE: ['retry', 'SF-RECORD-TROUBLE'],
    QUERY_TIMEOUT: ['retry', 'SF-RECORD-TROUBLE'],
    LIMIT_EXCEEDED: ['retry', 'SF-RECORD-TROUBLE'],
    APEX_CPU_LIMIT_EXCEEDED: ['retry', 'SF-AUTOMATION'],
    [UNREADABLE]: ['retry', 'SF-ANSWER'],
    CONCURRENT_REQUESTS_LIMIT_EXCEEDED: ['retry', 'SF-RECORD-TROUBLE'],

    ENTITY_IS_DELETED: ['resolve', 'SF-REFERENCE'],
    NOT_FOUND: ['resolve', 'SF-REFERENCE'],
    INVALID_CROSS_REFERENCE_KEY: ['resolve', 'SF-REFERENCE'],
    INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: ['resolve', 'SF-REFERENCE'],
    CANNOT_UPDATE_CONVERTED_LEAD: ['resolve', 'SF-REFERENCE'],
    MALFORMED_ID: ['resolve', 'SF-REFERENCE'],
    INACTIVE_OWNER_OR_USER: ['resolve', 'SF-OWNER-INACTIVE'],
    OPERATION_WITH_INACTIVE_USER_EXCEPTION: ['resolve', 'SF-OWNER-INACTIVE'],
    TRANSFER_REQUIRES_READ: ['resolve', 'SF-OWNER-INACTIVE'],

    DUPLICATES_DETECTED: ['park', 'SF-DUPLICATE-RULE'],
    DUPLICATE_VALUE: ['park', 'SF-DUPLICATE-VALUE'],
    DUPLICATE_EXTERNAL_ID: ['park', 'SF-SEVERAL'],
    MULTIPLE_CHOICES: ['park', 'SF-SEVERAL'],
    REQUIRED_FIELD_MISSING: ['park', 'SF-REQUIRED-FIELD'],
    FIELD_CUSTOM_VALIDATION_EXCEPTION: ['park', 'SF-VALIDATION-RULE'],
    CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: ['park', 'SF-AUTOMATION'],
    CANNOT_EXECUTE_FLOW_TRIGGER: ['park', 'SF-AUTOMATION'],
    STRING_TOO_LONG: ['park', 'SF-TOO-LONG'],
    INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: ['park', 'SF-PICKLIST'],
    FIELD_INTEGRITY_EXCEPTION: ['park', 'SF-BAD-VALUE'],
    INVALID_TYPE_ON_FIELD_IN_RECORD: ['park', 'SF-BAD-VALUE'],
    NUMBER_OUTSIDE_VALID_RANGE: ['park', 'SF-BAD-VALUE'],
    INVALID_EMAIL_ADDRESS: ['park', 'SF-BAD-VALUE'],
    JSON_PARSER_ERROR: ['park', 'SF-BAD-VALUE'],
    INSUFFICIENT_ACCESS_OR_READONLY: ['park', 'SF-RECORD-RIGHT'],
    INSUFFICIENT_ACCESS: ['park', 'SF-RECORD-RIGHT'],
    INVALID_FIELD: ['park', 'SF-FIELD-MISSING'],
    INVALID_FIELD_FOR_INSERT_UPDATE: ['park', 'SF-FIELD-RIGHT'],
    INVALID_TYPE: ['park', 'SF-OBJECT-MISSING'],
    STORAGE_LIMIT_EXCEEDED: ['park', 'SF-STORAGE']
};

/** Refusals that say that the org is not set up, whatever the record: when all records meet one, the org is at fault. */
const SET_UP: ReadonlySet<ErrorCode> = new Set([
    'SF-FIELD-MISSING',
    'SF-STANDARD-FIELD',
    'SF-FIELD-RIGHT',
    'SF-OBJECT-MISSING',
    'SF-STORAGE'
]);

/**
 * What to do about a record that Salesforce refused.
 *
 * @param errors as `readErrors` gives them, first one first
 * @param keyField the external id's name in the org: losing a race for it is not a fault of the record
 */
export function recordFailure(errors: readonly OrgError[], keyField: string): Failed {
    const error = errors[0] ?? { code: 'UNKNOWN', message: '', fields: [] };
    const seen = describe(error);
    const failed = (remedy: Remedy, code: ErrorCode): Failed => ({
        ok: false,
        remedy,
        note: { code, seen },
        statusCode: error.code
    });
    if (error.code === 'DUPLICATE_VALUE' && error.message.includes(keyField))
        return {
            ...failed('retry', 'SF-KEY-RACE'),
            duplicateOf: /with id: ([a-zA-Z0-9]{15,18})/.exec(error.message)?.[1]
        };
    if (error.code === 'DUPLICATES_DETECTED') {
        const duplicateOf = duplicateNamed(error.duplicateResult);
        return duplicateOf === undefined
            ? failed('park', 'SF-DUPLICATE-RULE')
            : { ...failed('resolve', 'SF-DUPLICATE-RULE'), duplicateOf };
    }
    // A parent named by its external id that does not exist is reported as an invalid field.
    if (error.code === 'INVALID_FIELD' && /foreign key external id/i.test(error.message))
        return failed('retry', 'SF-PARENT');
    // A standard field is there in every org: what hides it is field-level security, whatever is installed.
    if (error.code === 'INVALID_FIELD' && isStandardField(error.message)) return failed('park', 'SF-STANDARD-FIELD');
    // The integration user does not have the record type, or no longer: the choice is wrong, not the record.
    if (error.fields.includes('RecordTypeId')) return failed('park', 'SF-RECORD-TYPE');
    if (/converted lead/i.test(error.message)) return failed('resolve', 'SF-REFERENCE');
    // A trigger that met a locked row reports its own code and quotes the other one.
    if (/UNABLE_TO_LOCK_ROW/.test(error.message)) return failed('retry', 'SF-ROW-LOCK');
    // How long automation computes depends on the org's load; what it counts (queries, rows) does not.
    if (/CPU time limit/i.test(error.message)) return failed('retry', 'SF-AUTOMATION');
    return failed(
        ...(FAILURES[error.code] ??
            (error.code.startsWith('HTTP_5') ? ['retry', 'SF-RECORD-TROUBLE'] : ['retry-then-park', 'SF-REFUSED']))
    );
}

/** Whether a refusal would meet every record alike. */
export function isSetUpFault(result: WriteResult): boolean {
    return !result.ok && SET_UP.has(result.note.code);
}

/** Standard fields of tasks and leads that Salesforce lets security hide are named without a suffix. */
function isStandardField(message: string): boolean {
    const column = /No such column '([^']+)'/.exec(message)?.[1];
    return column !== undefined && !/__[a-z]+$/i.test(column);
}

function describe({ code, message, fields }: OrgError): string {
    const named = fields.filter((field) => !message.includes(field));
    const text = message === '' ? code : `${code}: ${redactMessage(message)}`;
    return named.length === 0 ? text : `${text} [${named.join(', ')}]`;
}
