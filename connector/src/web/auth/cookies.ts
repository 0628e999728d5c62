import { parseCookie } from 'cookie';
import type { CookieOptions, Request, Response } from 'express';

/** Behind TLS the browser itself holds the cookie to this host, this path and TLS. */
export interface Cookies {
    readonly session: string;
    readonly language: string;
    readonly options: CookieOptions;
}

export function cookies(isSecure: boolean): Cookies {
    const prefix = isSecure ? '__Host-' : '';
    return {
        session: `${prefix}quo`,
        language: `${prefix}quo-language`,
        // Lax, not strict: the way back from Salesforce is a navigation from another site.
        options: { httpOnly: true, secure: isSecure, sameSite: 'lax', path: '/' }
    };
}

/** The first cookie of this name; tokens and languages are plain letters. */
export function cookieOf(request: Request, name: string): string | undefined {
    const value = parseCookie(request.headers.cookie ?? '', { decode: (text) => text })[name];
    return value !== undefined && /^[\w-]{1,200}$/.test(value) ? value : undefined;
}

export function setCookie(response: Response, name: string, value: string, options: CookieOptions): void {
    response.cookie(name, value, options);
}
