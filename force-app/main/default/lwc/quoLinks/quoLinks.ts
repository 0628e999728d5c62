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
export function nameOfLink(address: string): string {
    const { pathname, hostname } = new URL(address);
    const last = decodeURIComponent(pathname.split('/').filter(Boolean).pop() ?? '');
    return last || hostname;
}

/** Digits with a leading `+` kept: what a dialler understands. Empty when nothing can be dialled. */
export function dialable(number: string | null | undefined): string {
    const text = (number ?? '').normalize('NFKC').replace(/(?:ext|x|poste|#).*$/i, '');
    const digits = text.replace(/\D/g, '');
    return digits.length < 3 ? '' : (text.trim().startsWith('+') ? '+' : '') + digits;
}

/** Quo's deep links; its apps keep the scheme of their former name. https://support.openphone.com/core-concepts/integrations/deep-linking */
export function quoCallLink(number: string): string {
    return `openphone://dial?number=${encodeURIComponent(number)}&action=call`;
}

export function quoTextLink(number: string): string {
    return `openphone://message?number=${encodeURIComponent(number)}`;
}

/**
 * `+15145550123` → `(514) 555-0123`; numbers of other countries stay as they are. Several, separated by commas, stay
 * several. What holds no digit (Quo's `anonymous`) is no number.
 */
export function showNumber(numbers: string | null | undefined): string {
    return (numbers ?? '')
        .split(',')
        .map((number) => number.trim().replace(/^(?:\+?1)?([2-9]\d{2})([2-9]\d{2})(\d{4})$/, '($1) $2-$3'))
        .filter((number) => /\d/.test(number))
        .join(', ');
}
