import { createHmac } from 'node:crypto';

/** Twelve bytes: two callers of one org do not share a mark. */
const LENGTH = 16;

/**
 * Stands for a caller's address where it is kept: plays from one place carry the same mark, and nobody without the key
 * can try addresses until one fits.
 */
export function addressMark(key: string): (address: string) => string {
    return (address) => createHmac('sha256', key).update(`address ${address}`).digest('base64url').slice(0, LENGTH);
}
