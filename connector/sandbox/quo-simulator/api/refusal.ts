export interface Fault {
    /** `/query/limit`, `/body/firstName`, `/headers/quo-api-version`. */
    readonly path: string;
    readonly message: string;
    readonly value?: unknown;
    readonly schema?: { readonly type: string };
}

/** The API says no. `code` is v1's seven digits, and the dated webhook endpoints'. */
export class Refusal extends Error {
    readonly status: number;
    readonly faults: readonly Fault[];
    readonly code: string | undefined;

    constructor(status: number, message: string, faults: readonly Fault[] = [], code?: string) {
        super(message);
        this.name = 'Refusal';
        this.status = status;
        this.faults = faults;
        this.code = code;
    }
}

export function notFound(what: string): Refusal {
    return new Refusal(404, `${what} not found`);
}

/** One wrong parameter or key. */
export function badRequest(fault: Fault): Refusal {
    return new Refusal(400, 'Invalid request', [fault]);
}
