const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECK = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
/** The three characters after the prefix name the instance that made the record. */
const INSTANCE = 'Kd0';
const ID = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/;

/** The 18-character form of a 15-character id: three characters that say which letters are capitals. */
export function toId18(id15: string): string {
    let suffix = '';
    for (let part = 0; part < 3; part += 1) {
        let bits = 0;
        for (let at = 0; at < 5; at += 1) {
            const letter = id15.charCodeAt(part * 5 + at);
            if (letter >= 65 && letter <= 90) bits |= 1 << at;
        }
        suffix += CHECK.charAt(bits);
    }
    return id15 + suffix;
}

/**
 * The 18-character form of an id given in either form.
 *
 * @returns `undefined` when the text is no id, or when its last three characters contradict the others
 */
export function normalizeId(text: string): string | undefined {
    if (!ID.test(text)) return undefined;
    const id = toId18(text.slice(0, 15));
    // The suffix restores capitals that a case-insensitive tool lost; it is compared without case.
    return text.length === 15 || id.toUpperCase() === text.toUpperCase() ? id : undefined;
}

/** Ids in the order of creation, 18 characters, different for every object by their prefix. */
export function createIds(start = 1): (prefix: string) => string {
    let next = start;
    return (prefix) => {
        let rest = next;
        next += 1;
        let digits = '';
        for (let at = 0; at < 9; at += 1) {
            digits = ALPHABET.charAt(rest % 62) + digits;
            rest = Math.floor(rest / 62);
        }
        return toId18(prefix + INSTANCE + digits);
    };
}
