import { parsePhoneNumberFromString, type CountryCode, type PhoneNumber } from 'libphonenumber-js/max';

/** Longer texts are notes, not numbers. Salesforce's own phone fields hold 40 characters. */
const LONGEST = 100;

/**
 * Reads a number as people type it: extensions in English and French, full-width digits, no-break spaces, bidi marks,
 * `tel:` links, `(0)`, `00` in front.
 *
 * @param region ISO 3166 region of numbers without a country code
 * @returns `undefined` for what cannot be read with certainty, short codes among it: it must never match anybody
 */
export function readNumber(
    text: string,
    region: string
): { readonly e164: string; readonly extension?: string } | undefined {
    if (text.length > LONGEST) return undefined;
    const typed = plain(text);
    const country = region as CountryCode;
    const number = readable(parse(typed, country), typed) ?? readable(parse(withPlus(typed), country), withPlus(typed));
    if (!number) return undefined;
    return number.ext === undefined ? { e164: number.number } : { e164: number.number, extension: number.ext };
}

function parse(text: string, region: CountryCode): PhoneNumber | undefined {
    return parsePhoneNumberFromString(text, region);
}

/**
 * With a country code the length is enough: new area codes are in use before the library knows them. Without one, the
 * number has to be valid in the region, or any ten digits would be somebody.
 */
function readable(number: PhoneNumber | undefined, typed: string): PhoneNumber | undefined {
    if (!number) return undefined;
    return number.isValid() || (/^\D*\+/.test(typed) && number.isPossible()) ? number : undefined;
}

function plain(text: string): string {
    return (
        text
            // Full-width digits and signs, no-break and other odd spaces become plain ones.
            .normalize('NFKC')
            // Marks that give a direction or join, which pasted numbers carry.
            .replace(/\p{Cf}/gu, '')
            .replace(/\s+/gu, ' ')
            .replace(/[‐-―−]/g, '-')
            // The library knows `ext`, `x` and `#`; Québec writes `poste`.
            .replace(/(?<=\d[\s,;-]*)(?:poste|post|p\.?|bureau|int\.?|extn?\.?)\s*[:.]?\s*(?=\d{1,7}\s*$)/i, ' ext. ')
            .trim()
    );
}

/** `00` is dialled for abroad in most of the world; in North America it is only ever typed for that. */
function withPlus(text: string): string {
    return text.replace(/^\D*00(?=[\s\d])/, '+');
}
