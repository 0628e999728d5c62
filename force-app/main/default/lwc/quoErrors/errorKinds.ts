import { errors as labels } from 'c/quoLabels';
import type { Failure, PlatformError } from './platformErrors';

/** A kind of failure, and what the user is told about it. */
export interface ErrorKind {
    readonly codes: readonly string[];
    readonly statuses?: readonly number[];
    /** For errors without a code: GraphQL's, the network's. */
    readonly message?: RegExp;
    readonly sentence: string;
    readonly remedy: string;
}

/** What an admin wrote for people to read: validation rules and the filters of lookups. */
const WRITTEN_BY_ADMIN = ['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'FIELD_FILTER_VALIDATION_EXCEPTION'];

const KINDS: readonly ErrorKind[] = [
    {
        codes: [
            'INSUFFICIENT_ACCESS',
            'INSUFFICIENT_ACCESS_OR_READONLY',
            'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
            'INSUFFICIENT_PRIVILEGES',
            'INVALID_FIELD_FOR_INSERT_UPDATE',
            'FORBIDDEN'
        ],
        message: /insufficient (?:access|permission|privilege)|do(?:es)?n.t have (?:access|permission)|not permitted/i,
        sentence: labels.noAccess,
        remedy: labels.noAccessRemedy
    },
    {
        codes: ['INVALID_FIELD', 'INVALID_TYPE'],
        message:
            /FieldUndefined|UnknownType|Validation error|Cannot query field|Unknown type|No such column|is not supported in this org/i,
        sentence: labels.notInstalled,
        remedy: labels.notInstalledRemedy
    },
    {
        codes: ['NOT_FOUND', 'ENTITY_IS_DELETED', 'INVALID_CROSS_REFERENCE_KEY'],
        message: /does not exist|is deleted/i,
        sentence: labels.gone,
        remedy: labels.goneRemedy
    },
    {
        codes: ['DUPLICATES_DETECTED', 'DUPLICATE_VALUE'],
        sentence: labels.duplicate,
        remedy: labels.duplicateRemedy
    },
    {
        codes: ['UNABLE_TO_LOCK_ROW'],
        message: /exclusive access/i,
        sentence: labels.busy,
        remedy: labels.busyRemedy
    },
    {
        codes: ['REQUEST_LIMIT_EXCEEDED'],
        message: /limit exceeded|too many requests/i,
        statuses: [429],
        sentence: labels.limit,
        remedy: labels.limitRemedy
    },
    {
        codes: [],
        message: /network|fetch|timed? ?out|offline|unreachable/i,
        sentence: labels.offline,
        remedy: labels.offlineRemedy
    }
];
const REFUSED: ErrorKind = { codes: [], sentence: labels.refused, remedy: labels.refusedRemedy };
const DUPLICATE = KINDS.find(({ codes }) => codes.includes('DUPLICATES_DETECTED'));
const BY_STATUS: Readonly<Record<number, string>> = { 403: 'INSUFFICIENT_ACCESS', 404: 'NOT_FOUND' };

function withCode(code: string | undefined): ErrorKind | undefined {
    return code === undefined ? undefined : KINDS.find(({ codes }) => codes.includes(code));
}

/** True for a sentence that an admin of the org wrote for the user. */
export function isWrittenByAdmin({ code }: PlatformError): boolean {
    return code !== undefined && WRITTEN_BY_ADMIN.includes(code);
}

/** A code says what it is; only an error without one is told by its words. */
function kindOfError(error: PlatformError): ErrorKind | undefined {
    if (isWrittenByAdmin(error)) return REFUSED;
    if (error.hasDuplicates) return DUPLICATE;
    const known = withCode(error.code);
    if (known) return known;
    if (error.isRefusal) return REFUSED;
    if (error.code !== undefined) return undefined;
    const names = ({ codes }: ErrorKind) => codes.some((code) => error.message.includes(code));
    return KINDS.find((kind) => names(kind) || kind.message?.test(error.message));
}

/** @returns the kind of the first error that is of a known one, else what the status says; undefined when neither does */
export function kindOf({ status, errors }: Failure): ErrorKind | undefined {
    const [kind] = errors.map(kindOfError).filter((found) => found !== undefined);
    if (kind || status === undefined) return kind;
    return KINDS.find(({ statuses }) => statuses?.includes(status)) ?? withCode(BY_STATUS[status]);
}
