/** Addresses: only those that a browser may follow safely, and Quo's own for a number. */

/** @returns the address when it is an `https` one (or `http` on this very machine), else undefined: text of a record is never trusted as a link. */
export function safeUrl(text: string | null | undefined): string | undefined {
    const address = text?.trim() ?? '';
    try {
        const { protocol, hostname } = new URL(address);
        const local = hostname === 'localhost' || hostname === '127.0.0.1';
        return protocol === 'https:' || (protocol === 'http:' && local) ? address : undefined;
    } catch {
        return undefined;
    }
}

/** `https://x.test/a/photo.jpg?sig=1` → `photo.jpg`; the host when the path names nothing. */
export function linkName(address: string): string {
    const { pathname, hostname } = new URL(address);
    const last = decodeURIComponent(pathname.split('/').filter(Boolean).pop() ?? '');
    return last || hostname;
}

/** Quo's deep links; its apps keep the scheme of their former name. https://support.openphone.com/core-concepts/integrations/deep-linking */
export function quoCallLink(number: string): string {
    return `openphone://dial?number=${encodeURIComponent(number)}&action=call`;
}

export function quoTextLink(number: string): string {
    return `openphone://message?number=${encodeURIComponent(number)}`;
}
