import { CodedError } from '../../errors/errors.ts';

const PRODUCTION = 'https://login.salesforce.com';
const SANDBOX = 'https://test.salesforce.com';
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const LABELS = String.raw`[a-z0-9](?:[a-z0-9-]*[a-z0-9])?`;
const SALESFORCE_HOST = new RegExp(String.raw`^(?:${LABELS}\.)+salesforce\.com$`);
const BARE_DOMAIN = new RegExp(`^${LABELS}$`);

/**
 * The address at which an org is signed in to, from what a person typed or pasted: `production`, `sandbox`, a My Domain
 * name (`acme`), a My Domain address, or the address of a Lightning page of the org.
 *
 * @returns an origin without trailing slash
 * @throws {CodedError} `SF-LOGIN-URL`: anything but https on a host of Salesforce's, or a loopback address
 */
export function readLoginUrl(text: string): string {
    const typed = text.trim().toLowerCase();
    if (typed === 'production') return PRODUCTION;
    if (typed === 'sandbox') return SANDBOX;
    if (typed !== 'localhost' && BARE_DOMAIN.test(typed)) return `https://${typed}${myDomain(typed)}`;
    const url = URL.parse(typed.includes('://') ? typed : `https://${typed}`);
    if (url === null || url.username !== '' || url.password !== '') throw refused(text);
    if (LOOPBACK.has(url.hostname)) {
        if (url.protocol === 'http:' || url.protocol === 'https:') return url.origin;
        throw refused(text);
    }
    // A Lightning or Setup page is what admins have open; its sign-in host differs only in the suffix.
    const host = url.hostname.replace(/\.(?:lightning\.force|my\.salesforce-setup)\.com$/, '.my.salesforce.com');
    if (url.protocol !== 'https:' || url.port !== '' || !SALESFORCE_HOST.test(host)) throw refused(text);
    return `https://${host}`;
}

/** Tokens travel only over TLS, or inside this machine. */
export function isSafeOrigin(address: string): boolean {
    const url = URL.parse(address);
    return url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname)));
}

/** Sandboxes are named `acme--uat` and live one label deeper. */
function myDomain(name: string): string {
    return name.includes('--') ? '.sandbox.my.salesforce.com' : '.my.salesforce.com';
}

function refused(seen: string): CodedError {
    return new CodedError('SF-LOGIN-URL', seen.trim().slice(0, 100));
}
