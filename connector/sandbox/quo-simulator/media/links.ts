import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export interface Links {
    recordingUrl(id: string, seconds: number): string;
    mediaUrl(name: string, type: string): string;
    /** Whether a recording's address was made by us and hasn't expired. */
    check(path: string, expires: string, signature: string): 'good' | 'expired' | 'forged';
}

/**
 * Addresses of audio and pictures on this server. Recordings are signed and expire, as Quo's do; nobody knows after how
 * long there, so the time is a setting.
 */
export function createLinks(baseUrl: () => string, now: () => number, lifetimeSeconds: () => number): Links {
    const secret = randomBytes(32);
    const sign = (path: string, expires: string): string =>
        createHmac('sha256', secret).update(`${path}?${expires}`).digest('hex');
    return {
        recordingUrl(id, seconds) {
            const path = `/media/recordings/${id}-${Math.max(1, Math.round(seconds))}.wav`;
            const expires = String(Math.floor(now() / 1_000) + lifetimeSeconds());
            return `${baseUrl()}${path}?expires=${expires}&signature=${sign(path, expires)}`;
        },
        mediaUrl: (name, type) => `${baseUrl()}/media/messages/${name}.${type === 'image/png' ? 'png' : 'bin'}`,
        check(path, expires, signature) {
            const expected = Buffer.from(sign(path, expires));
            const given = Buffer.from(signature);
            if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'forged';
            return Number(expires) * 1_000 < now() ? 'expired' : 'good';
        }
    };
}
