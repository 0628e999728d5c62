import { createHmac } from 'node:crypto';

/**
 * `webhook-signature` of the Standard Webhooks scheme: one `v1,<base64>` entry per key, separated by spaces.
 *
 * @param keys `whsec_…`; several while a rotation is under way
 * @param seconds unix time of this attempt
 */
export function signStandard(keys: readonly string[], id: string, seconds: number, body: Uint8Array): string {
    return keys
        .map((key) => {
            const bytes = Buffer.from(key.replace(/^whsec_/, ''), 'base64');
            const hmac = createHmac('sha256', bytes).update(`${id}.${seconds}.`).update(body);
            return `v1,${hmac.digest('base64')}`;
        })
        .join(' ');
}

/**
 * `openphone-signature` of the legacy scheme: `hmac;1;<milliseconds>;<base64>`, one for each key, separated by commas.
 *
 * @param keys base64, used as bytes
 */
export function signOpenphone(keys: readonly string[], milliseconds: number, body: Uint8Array): string {
    return keys
        .map((key) => {
            const hmac = createHmac('sha256', Buffer.from(key, 'base64')).update(`${milliseconds}.`).update(body);
            return `hmac;1;${milliseconds};${hmac.digest('base64')}`;
        })
        .join(',');
}
