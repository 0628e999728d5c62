import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Compares two texts in a time that tells nothing of either, not even their lengths. */
export function isSameText(given: string, expected: string): boolean {
    const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
    return timingSafeEqual(hash(given), hash(expected));
}

/** Stands for the admin token that somebody came in with: whoever reads it learns nothing of the token. */
export function tokenMark(key: string, adminToken: string): string {
    return createHmac('sha256', key).update(`admin token ${adminToken}`).digest('base64url');
}

/** What a form must bring along: only pages that we made for this browser know it. */
export function formToken(key: string, sessionToken: string): string {
    return createHmac('sha256', key).update(`form ${sessionToken}`).digest('base64url');
}
