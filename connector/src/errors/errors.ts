import { CONFIGURATION_ERRORS } from './configuration.ts';
import { PIPELINE_ERRORS } from './pipeline.ts';
import { QUO_ERRORS } from './quo.ts';
import { SALESFORCE_ERRORS } from './salesforce.ts';
import { STORE_ERRORS } from './store.ts';
import { WEB_ERRORS } from './web.ts';
import { WEBHOOK_ERRORS } from './webhook.ts';
import type { CatalogueEntry, Language } from './entry.ts';

/** Every error that a person can meet, with what it means and what to do. Tests hold the README's list to it. */
export const ERRORS = {
    ...CONFIGURATION_ERRORS,
    ...WEBHOOK_ERRORS,
    ...STORE_ERRORS,
    ...PIPELINE_ERRORS,
    ...WEB_ERRORS,
    ...SALESFORCE_ERRORS,
    ...QUO_ERRORS
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof ERRORS;

/** An error as data: small enough to keep with a record, translated only when somebody looks at it. */
export interface ErrorNote {
    readonly code: ErrorCode;
    /** What was seen, in the words of whoever said it. Never a secret, a name, a number or a text. */
    readonly seen?: string | undefined;
}

/** An error that a person should read: code, sentence and action come from the catalogue. */
export class CodedError extends Error {
    readonly code: ErrorCode;
    readonly seen: string | undefined;

    constructor(code: ErrorCode, seen?: string, options?: ErrorOptions) {
        super(`${code}: ${sentence({ code, seen })}`, options);
        this.name = 'CodedError';
        this.code = code;
        this.seen = seen;
    }

    get note(): ErrorNote {
        return this.seen === undefined ? { code: this.code } : { code: this.code, seen: this.seen };
    }
}

/** The sentence of an error, with what was seen in it. */
export function sentence(note: ErrorNote, language: Language = 'en'): string {
    return fill(ERRORS[note.code][language].sentence, note.seen);
}

/** What to do about it. */
export function action(note: ErrorNote, language: Language = 'en'): string {
    return fill(ERRORS[note.code][language].action, note.seen);
}

function fill(text: string, seen: string | undefined): string {
    return text.replaceAll('{seen}', seen ?? '—');
}
