import { searchPhoneNumbersInText, type CountryCode } from 'libphonenumber-js/max';
import type { NumberReading } from '../domain/people/person.ts';
import { plain } from './plain.ts';
import { LONGEST, readNumber, type NumberRead } from './read.ts';

interface TypedNumber extends NumberRead {
    /** Absent: the only number of the text, and the only way to read it. */
    readonly reading?: NumberReading;
}

export interface TypedNumbers {
    readonly numbers: readonly TypedNumber[];
    /** False: something in the text looks like a number and could not be read. */
    readonly isWhole: boolean;
}

/** Between two numbers; some of them stand within one as well: `+49 30/1234567`, `514-555-0123, poste 12`. */
const SEPARATOR = /\n|;(?!\s*ext=)|[|&/,]|\s-\s|\s(?:ou|or|et|and)\s/giu;
/** Fewer digits beside a number are a label, a floor, an hour. */
const LOOKS_LIKE_NUMBER = /(?:\d\D{0,2}){3}/;

/**
 * Reads every number of a text as people type it. A part is read as the longest stretch that is one number.
 *
 * @param regions of numbers without a country code, ISO 3166: the likeliest first. What reads in several of them as
 *     different numbers is kept as each, the later ones as `other-country`
 */
export function readNumbers(text: string, regions: readonly string[]): TypedNumbers {
    if (text.length > LONGEST) return { numbers: [], isWhole: false };
    const typed = plain(text);
    const parts = partsOf(typed);
    const found: TypedNumber[] = [];
    let isWhole = true;
    for (let from = 0; from < parts.length;) {
        const { numbers, to } = longestFrom(parts, from, typed, regions);
        const here = numbers.length > 0 ? numbers : readPart(parts[from]?.text ?? '', found, regions);
        found.push(...here);
        if (here.length === 0 && LOOKS_LIKE_NUMBER.test(parts[from]?.text ?? '')) isWhole = false;
        from = to;
    }
    return { numbers: withReadings(found), isWhole };
}

interface Part {
    readonly start: number;
    readonly end: number;
    readonly text: string;
}

function partsOf(typed: string): readonly Part[] {
    const parts: Part[] = [];
    let start = 0;
    for (const { index, 0: separator } of typed.matchAll(SEPARATOR)) {
        parts.push({ start, end: index, text: typed.slice(start, index) });
        start = index + separator.length;
    }
    return [...parts, { start, end: typed.length, text: typed.slice(start) }];
}

function longestFrom(
    parts: readonly Part[],
    from: number,
    typed: string,
    regions: readonly string[]
): { readonly numbers: readonly TypedNumber[]; readonly to: number } {
    for (let to = parts.length; to > from; to -= 1) {
        const numbers = inRegions(typed.slice(parts[from]?.start, parts[to - 1]?.end), regions);
        if (numbers.length > 0) return { numbers, to };
    }
    return { numbers: [], to: from + 1 };
}

function inRegions(text: string, regions: readonly string[]): readonly TypedNumber[] {
    const read = regions.flatMap((region) => readNumber(text, region) ?? []);
    const [first, ...others] = new Map(read.map((number) => [number.e164, number])).values();
    if (first === undefined) return [];
    return [first, ...others.map((other) => ({ ...other, reading: 'other-country' as const }))];
}

/** Several numbers with nothing but spaces between, or the end of one that differs from the number before it. */
function readPart(text: string, before: readonly TypedNumber[], regions: readonly string[]): readonly TypedNumber[] {
    for (const region of regions) {
        const found = searchPhoneNumbersInText(text, region as CountryCode);
        const numbers = [...found].map(({ number }) => ({
            e164: number.number,
            ...(number.ext !== undefined && { extension: number.ext })
        }));
        if (numbers.length > 0) return numbers;
    }
    return shortened(
        text,
        before.findLast(({ reading }) => reading === undefined)
    );
}

/** `514-555-0311 / 0312`, `514-555-0311 / 555-0312`. */
function shortened(text: string, before: NumberRead | undefined): readonly TypedNumber[] {
    const digits = text.replace(/\D/g, '');
    const isEnd = /^\s*(?:\d{4}|\d{3}[\s.-]?\d{4})\s*$/.test(text);
    if (!isEnd || before === undefined || before.extension !== undefined) return [];
    const number = readNumber(before.e164.slice(0, -digits.length) + digits, 'ZZ');
    return number === undefined ? [] : [{ ...number, reading: 'shortened' }];
}

/** Each number once, under the surest reading; those written out in full say that they are several. */
function withReadings(found: readonly TypedNumber[]): readonly TypedNumber[] {
    const sure = found.filter(({ reading }) => reading === undefined);
    const several = new Set(sure.map(({ e164 }) => e164)).size > 1;
    const named = sure.map((number) => (several ? { ...number, reading: 'one-of-several' as const } : number));
    const known = new Set(sure.map(({ e164 }) => e164));
    const unsure = found.filter(({ e164, reading }) => reading !== undefined && !known.has(e164));
    const all = [...named, ...unsure];
    return all.filter(
        (number, n) => n === all.findIndex((one) => one.e164 === number.e164 && one.extension === number.extension)
    );
}
