/** Phone numbers as a dialler wants them and as people read them. */

/** Digits with a leading `+` kept: what a dialler understands. Empty when nothing can be dialled. */
export function dialableNumber(number: string | null | undefined): string {
    const text = (number ?? '').normalize('NFKC').replace(/(?:ext|x|poste|#).*$/i, '');
    const digits = text.replace(/\D/g, '');
    return digits.length < 3 ? '' : (text.trim().startsWith('+') ? '+' : '') + digits;
}

/**
 * `+15145550123` → `(514) 555-0123`; numbers of other countries stay as they are. Several, separated by commas, stay
 * several. What holds no digit (Quo's `anonymous`) is no number.
 */
export function formatPhoneNumber(numbers: string | null | undefined): string {
    return (numbers ?? '')
        .split(',')
        .map((number) => number.trim().replace(/^(?:\+?1)?([2-9]\d{2})([2-9]\d{2})(\d{4})$/, '($1) $2-$3'))
        .filter((number) => /\d/.test(number))
        .join(', ');
}
