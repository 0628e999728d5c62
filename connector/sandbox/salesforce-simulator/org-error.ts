/** An answer that an org gives instead of doing what was asked. */
export class OrgError extends Error {
    readonly status: number;
    readonly errorCode: string;
    /** `undefined` where the real answer has no `fields` key. */
    readonly fields: readonly string[] | undefined;
    /** Keys that stand beside the message: a duplicate rule's `duplicateResult`. */
    readonly extra: Readonly<Record<string, unknown>>;

    constructor(
        status: number,
        errorCode: string,
        message: string,
        fields?: readonly string[],
        extra: Readonly<Record<string, unknown>> = {}
    ) {
        super(message);
        this.status = status;
        this.errorCode = errorCode;
        this.fields = fields;
        this.extra = extra;
    }
}

/** A record that was refused: 400, with the fields at fault. */
export function refused(errorCode: string, message: string, fields: readonly string[] = []): OrgError {
    return new OrgError(400, errorCode, message, fields);
}

/** A request that could not be understood: 400, without `fields`. */
export function badRequest(errorCode: string, message: string): OrgError {
    return new OrgError(400, errorCode, message);
}

export function notFound(message = 'The requested resource does not exist'): OrgError {
    return new OrgError(404, 'NOT_FOUND', message);
}
