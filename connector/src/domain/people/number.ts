/** What Quo's text for a party is. Short codes have 3 to 8 digits and no plus; they are nobody's. */
export type NumberKind = 'number' | 'short-code' | 'hidden' | 'unreadable';

/**
 * What stands in the place of a withheld number, in any case: Quo writes `anonymous`, `Restricted` and `blocked`, carriers
 * the others; `Anonymous` is SIP's (RFC 3323, 4.1.1.3).
 */
const HIDDEN_WORDS = ['anonymous', 'restricted', 'blocked', 'private', 'unknown', 'unavailable', 'withheld'];
/** The letters on the keys of a telephone (ITU-T E.161). */
const KEYPAD = ['', '', 'abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];
/**
 * Where only digits may stand, networks spell the word on the keypad: `+266696687` is ANONYMOUS, `+7378742833` RESTRICTED,
 * `+2562533` BLOCKED, `+8656696` UNKNOWN, `+86282452253` UNAVAILABLE (Twilio Help, "Why am I getting calls from these
 * strange numbers?"). None is a valid number of the country that it begins with.
 */
const HIDDEN = new Set(HIDDEN_WORDS.flatMap((word) => [word, `+${onKeypad(word)}`]));

export function kindOfNumber(text: string): NumberKind {
    if (isHiddenNumber(text)) return 'hidden';
    if (/^\+[1-9]\d{6,14}$/.test(text)) return 'number';
    return /^\d{3,8}$/.test(text) ? 'short-code' : 'unreadable';
}

/** Whether the caller withheld the number. */
export function isHiddenNumber(text: string): boolean {
    const typed = text.trim().toLowerCase();
    return typed === '' || HIDDEN.has(typed) || /^(?:sips?:)?anonymous@anonymous\.invalid$/.test(typed);
}

function onKeypad(word: string): string {
    return Array.from(word, (letter) => KEYPAD.findIndex((letters) => letters.includes(letter))).join('');
}
