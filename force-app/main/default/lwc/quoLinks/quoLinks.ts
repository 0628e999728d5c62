export { shownInPlace, viewedBy } from './inPlace';

/** Addresses: only those that a browser may follow safely, and Quo's own for a number. */

/**
 * @returns the address when it is an `https` one (or `http` on this very machine) without a user name, else undefined.
 * Text of a record is never trusted as a link, and `https://my-bank.example@evil.example` leads to the second host.
 */
export function safeUrl(text: string | null | undefined): string | undefined {
    const address = text?.trim() ?? '';
    try {
        const { protocol, hostname, username, password } = new URL(address);
        if (username || password) return undefined;
        const isLocal = hostname === 'localhost' || hostname === '127.0.0.1';
        return protocol === 'https:' || (protocol === 'http:' && isLocal) ? address : undefined;
    } catch {
        return undefined;
    }
}

const LONGEST_NAME = 60;
/** What a file's name is made of. Anything else stays encoded, so that no name looks like another host or turns the text around. */
const PLAIN_NAME = /^[\p{L}\p{M}\p{N} ._()+,'&-]*$/u;

function decodedName(segment: string): string {
    try {
        const name = decodeURIComponent(segment);
        return PLAIN_NAME.test(name) ? name : segment;
    } catch {
        return segment;
    }
}

/**
 * How a link is shown: `https://x.test/a/b/photo.jpg?sig=1` → `x.test/…/photo.jpg`. The host comes first, always.
 *
 * @param address one that `safeUrl` let through
 */
export function linkText(address: string): string {
    const { host, pathname } = new URL(address);
    const segments = pathname.split('/').filter(Boolean);
    const name = decodedName(segments[segments.length - 1] ?? '');
    const shown = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
    return [host, ...(segments.length > 1 ? ['…'] : []), ...(shown ? [shown] : [])].join('/');
}

/** Quo's deep links; its apps keep the scheme of their former name. https://support.openphone.com/core-concepts/integrations/deep-linking */
export function quoCallLink(number: string): string {
    return `openphone://dial?number=${encodeURIComponent(number)}&action=call`;
}

export function quoTextLink(number: string): string {
    return `openphone://message?number=${encodeURIComponent(number)}`;
}
