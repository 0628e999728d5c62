/**
 * The shapes in which the platform tells that something failed, read as they are documented:
 *
 * - Lightning Data Service hands on a response `{ ok, status, statusText, body }`; `body` is a list of errors where
 *   something was read, an object where something was written, and anything where the network failed.
 *   https://developer.salesforce.com/docs/platform/lwc/guide/data-error.html
 * - A refused save has its errors in `body.output`: `errors` for the record, `fieldErrors` by field; `body.message` is
 *   the same sentence for all of them.
 *   https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_record_exception_error.htm
 * - The GraphQL wire emits a plain list of errors without codes.
 */
export interface PlatformError {
    /** `DUPLICATES_DETECTED`, for instance; GraphQL and the network give none. */
    readonly code?: string;
    readonly message: string;
    /** The label of the field that the error is about. */
    readonly fieldLabel?: string;
    /** True when the platform names records that this one duplicates. */
    readonly hasDuplicates: boolean;
    /** True for a save that the org refused. */
    readonly isRefusal: boolean;
}

export interface Failure {
    /** The HTTP status, where there was a response. */
    readonly status?: number;
    readonly errors: readonly PlatformError[];
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields | undefined {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

function listOf(value: unknown): readonly unknown[] {
    return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string | undefined {
    return typeof value === 'string' && value ? value : undefined;
}

function readOne(value: unknown, isRefusal: boolean): PlatformError[] {
    const entry = fieldsOf(value);
    const message = textOf(entry?.message);
    if (!entry || message === undefined) return [];
    const code = textOf(entry.errorCode);
    const fieldLabel = textOf(entry.fieldLabel);
    return [
        {
            message,
            isRefusal,
            hasDuplicates: fieldsOf(entry.duplicateRecordError) !== undefined,
            ...(code ? { code } : {}),
            ...(fieldLabel ? { fieldLabel } : {})
        }
    ];
}

function readOutput(body: Fields): PlatformError[] {
    const output = fieldsOf(body.output);
    const byField = Object.values(fieldsOf(output?.fieldErrors) ?? {}).flatMap(listOf);
    return [...listOf(output?.errors), ...byField].flatMap((entry) => readOne(entry, true));
}

function readBody(body: unknown): PlatformError[] {
    if (Array.isArray(body)) return body.flatMap((entry) => readOne(entry, false));
    const fields = fieldsOf(body);
    if (!fields) return [];
    const specific = readOutput(fields);
    return specific.length > 0 ? specific : readOne(fields, fields.enhancedErrorType === 'RecordError');
}

/** Reads what an adapter emitted as its error, or what a call of it threw. Unknown shapes give no errors. */
export function readFailure(thrown: unknown): Failure {
    if (typeof thrown === 'string') return { errors: readOne({ message: thrown }, false) };
    if (Array.isArray(thrown)) return { errors: readBody(thrown) };
    const response = fieldsOf(thrown);
    if (!response) return { errors: [] };
    const status = typeof response.status === 'number' ? response.status : undefined;
    const inBody = readBody(response.body);
    const errors = inBody.length > 0 ? inBody : readOne(response, false);
    return {
        ...(status === undefined ? {} : { status }),
        errors: errors.length > 0 ? errors : readOne({ message: response.statusText }, false)
    };
}
