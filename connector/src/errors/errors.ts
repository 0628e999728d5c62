import { say } from '../locales/bind.ts';
import { MESSAGES, wordsOf, type Language } from '../locales/catalogue.ts';

/** Every error that a person can meet; its sentence and its action are among the words of each language. */
export type ErrorCode = keyof typeof MESSAGES.en.errors;

export const ERROR_CODES = Object.keys(MESSAGES.en.errors) as readonly ErrorCode[];

export function isErrorCode(text: string): text is ErrorCode {
    return Object.hasOwn(MESSAGES.en.errors, text);
}

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
export function sentence({ code, seen = '—' }: ErrorNote, language: Language = 'en'): string {
    return say(wordsOf(language).errors[code].sentence, { seen });
}

/** What to do about it. */
export function action({ code, seen = '—' }: ErrorNote, language: Language = 'en'): string {
    return say(wordsOf(language).errors[code].action, { seen });
}
