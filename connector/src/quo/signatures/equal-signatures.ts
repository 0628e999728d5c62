import { timingSafeEqual } from 'node:crypto';

/** Compares two base64 signatures in a time that says nothing about where they differ. */
export function equalSignatures(given: string, expected: string): boolean {
    const a = Buffer.from(given, 'utf8');
    const b = Buffer.from(expected, 'utf8');
    return a.length === b.length && timingSafeEqual(a, b);
}
