import type { Verdict, Verify } from '../../contracts/quo/quo.ts';
import { verifyOpenphone } from './openphone.ts';
import { verifyStandardWebhook } from './standard-webhook.ts';

const SIGNATURE_HEADERS = ['webhook-id', 'webhook-timestamp', 'webhook-signature', 'openphone-signature'] as const;

/** The signature headers of one delivery, each present once or not at all. */
export type SignatureHeaders = Readonly<Partial<Record<(typeof SIGNATURE_HEADERS)[number], string>>>;

const STANDARD_KEY_PREFIX = 'whsec_';

/**
 * Chooses the scheme by the headers: `webhook-signature` is Standard Webhooks, `openphone-signature` the older one. A
 * delivery that carries both is judged by the scheme that we hold a key for, Standard Webhooks first.
 *
 * @returns never throws: a key that cannot be used counts as one that does not fit
 */
export const verify: Verify = (headers, body, keys, nowMs): Verdict => {
    const single = singleHeaders(headers);
    if (single === undefined) return { ok: false, why: 'malformed' };
    const standardKeys = keys.filter((key) => key.startsWith(STANDARD_KEY_PREFIX));
    const openphoneKeys = keys.filter((key) => !key.startsWith(STANDARD_KEY_PREFIX));
    const both = single['webhook-signature'] !== undefined && single['openphone-signature'] !== undefined;
    if (single['webhook-signature'] !== undefined && !(both && standardKeys.length === 0)) {
        return verifyStandardWebhook(single, body, standardKeys, nowMs);
    }
    if (single['openphone-signature'] !== undefined) return verifyOpenphone(single, body, openphoneKeys, nowMs);
    return { ok: false, why: 'unsigned' };
};

/** @returns undefined when one of them was sent twice: which of the two was signed is not ours to guess */
function singleHeaders(headers: Parameters<Verify>[0]): SignatureHeaders | undefined {
    const single: Partial<Record<(typeof SIGNATURE_HEADERS)[number], string>> = {};
    for (const name of SIGNATURE_HEADERS) {
        const value = headers[name];
        if (value === undefined || value === '') continue;
        if (typeof value !== 'string') return undefined;
        single[name] = value;
    }
    return single;
}
