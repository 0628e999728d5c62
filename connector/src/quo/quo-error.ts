import { storableText } from '../domain/storable-text.ts';
import { redact } from '../redact.ts';
import { CodedError, type ErrorCode } from '../errors/errors.ts';

/** Quo answered, but not with what was asked. */
export class QuoError extends CodedError {
    readonly status: number;
    /** Quo's own code on the older surface: `0800409`. */
    readonly quoCode: string | undefined;

    constructor(endpoint: string, status: number, told: { readonly message: string; readonly code?: string }) {
        const code = told.code === undefined ? '' : ` ${told.code}`;
        super(codeOf(status), `${endpoint} → ${status}${code} ${redacted(told.message)}`.trim());
        this.name = 'QuoError';
        this.status = status;
        this.quoCode = told.code;
    }
}

const CODES: Readonly<Record<number, ErrorCode>> = {
    401: 'QUO-KEY',
    402: 'QUO-PLAN',
    403: 'QUO-FORBIDDEN',
    404: 'QUO-NOT-FOUND',
    409: 'QUO-CONFLICT',
    429: 'QUO-RATE'
};

function codeOf(status: number): ErrorCode {
    return CODES[status] ?? (status >= 500 ? 'QUO-SERVER' : 'QUO-REQUEST');
}

/** Both envelopes: `{ message, … }` as documented, `{ error: { message, … } }` as seen live in 2026. */
export function toldError(body: unknown): { readonly message: string; readonly code?: string } {
    const outer = asRecord(body);
    const inner = outer['error'] === undefined ? outer : asRecord(outer['error']);
    const paths = Array.isArray(inner['errors'])
        ? inner['errors']
              .map((error: unknown) => asRecord(error)['path'] ?? asRecord(error)['reason'])
              .filter((path) => typeof path === 'string')
        : [];
    const words = [inner['title'], inner['message'] ?? inner['key'], ...paths].filter(
        (word) => typeof word === 'string'
    );
    const code = inner['code'];
    return { message: words.join(' '), ...(typeof code === 'string' ? { code } : {}) };
}

const LONGEST_MESSAGE = 200;

/** Quo quotes what it refuses; numbers and addresses of people do not belong in an error. */
function redacted(message: string): string {
    return storableText(redact(message).slice(0, LONGEST_MESSAGE));
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
