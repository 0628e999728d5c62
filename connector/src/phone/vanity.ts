const KEYS = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];

/** Digits, then letters, and nothing else: everything else is words. */
const VANITY = /^(?<digits>\+?[\d\s().-]*\d[\s().-]*)(?<letters>[a-z][a-z\d\s.-]*)$/i;
/** North America's freephone numbers (NANP, "toll-free NPAs"). */
const FREEPHONE = /^1?8(?:00|22|33|44|55|66|77|88)$/;
/** In North America, without the `1` before it. */
const LENGTH = 10;

/**
 * Letters of a vanity number as the digits of their keys (ITU-T E.161): `1-800-FLOWERS`. A word may be longer than the
 * number: what is dialled beyond its end is not heard, so `1-800-CONTACTS` is `1-800-266-8228`.
 *
 * Capitals are meant as keys. Small letters are words (`514 bureaux`; `1 800 clients` counts clients), except in a
 * freephone number that is written as one: `1-800-contacts`.
 *
 * @param isNorthAmerican whether numbers without a country code are North America's
 * @returns `undefined` for what is no vanity number
 */
export function vanityDigits(text: string, isNorthAmerican: boolean): string | undefined {
    const { digits = '', letters = '' } = VANITY.exec(text)?.groups ?? {};
    if (letters === '' || (/[a-z]/.test(letters) && !isFreephoneWord(digits, letters))) return undefined;
    const dialled = letters.replaceAll(/[a-z]/gi, onKey);
    return digits + withoutUnheard(digits, letters, dialled, isNorthAmerican);
}

function isFreephoneWord(digits: string, letters: string): boolean {
    return /^\+?1/.test(digits) && isFreephone(digits) && /[.()-]/.test(digits) && /^[a-z]{7,}$/i.test(letters);
}

/** One word is cut to the length of the number; several words are no number. */
function withoutUnheard(digits: string, letters: string, dialled: string, isNorthAmerican: boolean): string {
    const national = digits.replaceAll(/\D/g, '').replace(/^1/, '');
    const isMeant = (isFreephone(digits) && /^\D*1|[.()-]/.test(digits)) || national.length >= LENGTH - 4;
    if (!isMeant || !/^[a-z]+$/i.test(letters)) return dialled;
    return isNorthAmerican || digits.startsWith('+1') ? dialled.slice(0, LENGTH - national.length) : dialled;
}

function isFreephone(digits: string): boolean {
    return FREEPHONE.test(digits.replaceAll(/\D/g, ''));
}

function onKey(letter: string): string {
    return String(KEYS.findIndex((keys) => keys.includes(letter.toLowerCase())) + 2);
}
