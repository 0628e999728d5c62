import { z } from 'zod';

/** One error as Salesforce words it; collections say `statusCode` where everything else says `errorCode`. */
export interface OrgError {
    readonly code: string;
    readonly message: string;
    readonly fields: readonly string[];
    /** Present on `DUPLICATES_DETECTED`, where Salesforce gives it. */
    readonly duplicateResult?: unknown;
}

const ErrorItem = z.looseObject({
    errorCode: z.string().optional(),
    statusCode: z.string().optional(),
    message: z.string().optional(),
    fields: z.array(z.string()).nullish()
});
const ErrorList = z.union([z.array(ErrorItem), ErrorItem.transform((one) => [one])]);

/** Salesforce answered, and said no: the request is wrong, or the record is. Nothing else of the org is in doubt. */
export class Refusal extends Error {
    readonly status: number;
    readonly errors: readonly OrgError[];

    constructor(status: number, errors: readonly OrgError[]) {
        super(`${status} ${errors[0]?.code ?? 'without a code'}`);
        this.name = 'Refusal';
        this.status = status;
        this.errors = errors;
    }

    get first(): OrgError {
        return this.errors[0] ?? { code: `HTTP_${this.status}`, message: '', fields: [] };
    }
}

/** Reads an error body, or the `errors` of one result of a collection. Never empty. */
export function readErrors(body: unknown, status: number): readonly OrgError[] {
    const list = ErrorList.safeParse(body);
    const errors = list.success ? list.data : [];
    if (errors.length === 0) return [{ code: `HTTP_${status}`, message: '', fields: [] }];
    return errors.map((error) => ({
        code: error.errorCode ?? error.statusCode ?? (status === 300 ? 'MULTIPLE_CHOICES' : `HTTP_${status}`),
        message: error.message ?? '',
        fields: error.fields ?? [],
        duplicateResult: error.duplicateResult
    }));
}
