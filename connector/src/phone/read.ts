import {
    getCountryCallingCode,
    isSupportedCountry,
    parsePhoneNumberFromString,
    type CountryCode,
    type PhoneNumber
} from 'libphonenumber-js/max';
import { spellingsOf } from '../domain/people/mobile-digits.ts';
import { plain, withExtension } from './plain.ts';
import { vanityDigits } from './vanity.ts';

/** Longer texts are notes, not numbers. Salesforce's own phone fields hold 40 characters. */
export const LONGEST = 100;

export interface NumberRead {
    readonly e164: string;
    readonly extension?: string;
}

/**
 * Reads a number as people type it: extensions in English and French, full-width digits, no-break spaces, bidi marks,
 * `tel:` links, `(0)`, `00` in front, vanity letters, mobile digits that a country dropped or added.
 *
 * @param region ISO 3166 region of numbers without a country code
 * @returns `undefined` for what cannot be read with certainty, short codes and several numbers among it: it must never
 *     match anybody
 */
export function readNumber(text: string, region: string): NumberRead | undefined {
    if (text.length > LONGEST) return undefined;
    const typed = withExtension(plain(text));
    const number = readTyped(typed, region) ?? readTyped(vanityDigits(typed, isNorthAmerican(region)), region);
    if (!number) return undefined;
    return number.ext === undefined ? { e164: number.number } : { e164: number.number, extension: number.ext };
}

function isNorthAmerican(region: string): boolean {
    return isSupportedCountry(region) && getCountryCallingCode(region) === '1';
}

function readTyped(typed: string | undefined, region: string): PhoneNumber | undefined {
    if (typed === undefined) return undefined;
    const country = region as CountryCode;
    for (const text of new Set([typed, withPlus(typed), withoutTrunk(typed, region)])) {
        const number = readable(parsePhoneNumberFromString(text, country), text);
        if (number !== undefined) return number;
    }
    return undefined;
}

/**
 * With a country code the length is enough: new area codes are in use before the library knows them. Without one, the
 * number has to be valid in the region, or any ten digits would be somebody. A spelling that is no longer valid is read
 * as the one that is.
 */
function readable(number: PhoneNumber | undefined, typed: string): PhoneNumber | undefined {
    if (!number || isMoreThan(number, typed)) return undefined;
    if (number.isValid()) return number;
    const valid = spellingsOf(number.number)
        .slice(1)
        .map((spelling) => parsePhoneNumberFromString(spelling))
        .find((other) => other?.isValid());
    if (valid !== undefined) {
        if (number.ext !== undefined) valid.setExt(number.ext);
        return valid;
    }
    return /^\D*\+/.test(typed) && number.isPossible() ? number : undefined;
}

/** The longest of what may stand before a national number: `011`, a country code of three digits, a trunk's `0`. */
const LONGEST_PREFIX = 7;

/** What the library takes for a longer extension is a second number. */
const LONGEST_EXTENSION = 7;

/** More digits than one number has: a second number follows, of which nothing may be lost. */
function isMoreThan(number: PhoneNumber, typed: string): boolean {
    if ((number.ext?.length ?? 0) > LONGEST_EXTENSION) return true;
    const used = number.nationalNumber.length + (number.ext?.length ?? 0);
    return typed.replace(/\D/g, '').length - used > LONGEST_PREFIX;
}

/** `00` is dialled for abroad in most of the world; in North America it is only ever typed for that. */
function withPlus(text: string): string {
    return text.replace(/^\D*00(?=[\s\d])/, '+');
}

/** Until 2019 mobile numbers of Mexico were dialled with 044 or 045 before them. */
function withoutTrunk(text: string, region: string): string {
    return region === 'MX' ? text.replace(/^\D*04[45](?=\D*\d)/, '') : text;
}
