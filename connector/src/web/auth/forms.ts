import { storableText } from '../../domain/storable-text.ts';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { CodedError, type ErrorCode } from '../../errors/errors.ts';
import { isSameText } from './constant-time.ts';
import type { RequestSessions } from './request-session.ts';

/** Preferences of a large workspace are a few kilobytes; an imported file a few dozen. */
const LARGEST_FORM = '256kb';
const MOST_FIELDS = 5_000;

/** Reads a form; a compressed one is refused before it can grow. */
export const readForm: RequestHandler = express.urlencoded({
    extended: false,
    limit: LARGEST_FORM,
    parameterLimit: MOST_FIELDS,
    inflate: false
});

/** The fields of a form. */
export interface Form {
    /** The first value, trimmed; empty when there is none. */
    text(name: string): string;
    all(name: string): readonly string[];
    has(name: string): boolean;
}

export function formOf(request: Request): Form {
    const body: unknown = request.body;
    const fields = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
    const all = (name: string): readonly string[] => {
        const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
        const values: readonly unknown[] = Array.isArray(value) ? value : [value];
        return values.filter((one) => typeof one === 'string').map(typed);
    };
    return { all, text: (name) => (all(name)[0] ?? '').trim(), has: (name) => all(name).length > 0 };
}

/**
 * One of the values that our page offers: what nobody can have chosen there does nothing.
 *
 * @throws {CodedError} `WEB-VALUE`
 */
export function offered<const T extends string>(form: Pick<Form, 'text'>, name: string, values: readonly T[]): T {
    const known = values.find((one) => one === form.text(name));
    if (known === undefined) throw new CodedError('WEB-VALUE', name);
    return known;
}

/** Nobody types NUL or half a character, and no database takes them. */
function typed(text: string): string {
    return storableText(text.replaceAll('\0', ''));
}

/**
 * Lets a change pass only when it comes from a page that we made for this browser.
 *
 * @param refuse says why not
 */
export function onlyOurForms(
    sessions: RequestSessions,
    refuse: (request: Request, response: Response, code: ErrorCode) => Promise<void>
): RequestHandler {
    return async (request, response, next) => {
        const session = await sessions.of(request, response);
        const site = request.headers['sec-fetch-site'];
        const isForeign = site !== undefined && site !== 'same-origin' && site !== 'none';
        if (!isForeign && isSameText(formOf(request).text('form-token'), session.formToken)) next();
        else await refuse(request, response, 'WEB-FORM-TOKEN');
    };
}
