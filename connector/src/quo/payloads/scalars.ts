import { storableText } from '../../domain/storable-text.ts';
import { z } from 'zod';

/**
 * What single values look like in Quo's JSON. `null` and a missing key both mean "not told". Numbers in the place of
 * text and digits in the place of numbers are read; anything else is a shape that we do not know.
 */

const words = z.union([z.string(), z.number().transform(String)]).transform(storableText);

/** Text that may be empty. */
export const text = words.nullish().transform((value) => value ?? undefined);

/** An id, a number, a name: an empty one is none. */
export const name = words
    .nullish()
    .transform((value) => (value === undefined || value === null || value.trim() === '' ? undefined : value));

/** An id that names something of ours (a record's key, a row): short, and of letters, digits, `-` and `_`. */
export const key = z.string().regex(/^[A-Za-z0-9_-]{1,80}$/, 'not an id that can name a record');

export const flag = z
    .boolean()
    .nullish()
    .transform((value) => value ?? undefined);

const amount = z.union([
    z.number(),
    z
        .string()
        .regex(/^\d+(\.\d+)?$/)
        .transform(Number)
]);

/** Whole seconds; negative ones are not told. */
export const seconds = amount
    .nullish()
    .transform((value) => (typeof value === 'number' && value >= 0 ? Math.round(value) : undefined));

/** Seconds with fractions. */
export const offset = amount.nullish().transform((value) => value ?? 0);

const TIME = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?$/i;

/**
 * Any form in which Quo writes a time (with milliseconds or without, `Z` or an offset), as UTC with milliseconds. One
 * without a zone is UTC, whatever zone this machine is in.
 *
 * @returns undefined when it is no time
 */
export function instantOf(value: string): string | undefined {
    const [, day, clock, zone = 'Z'] = TIME.exec(value) ?? [];
    const milliseconds = Date.parse(`${day}T${clock}${zone.toUpperCase()}`);
    if (Number.isNaN(milliseconds)) return undefined;
    const utc = new Date(milliseconds).toISOString();
    return utc.length === 'YYYY-MM-DDTHH:mm:ss.sssZ'.length ? utc : undefined;
}

const requiredInstant = z.string().transform((value, context) => {
    const instant = instantOf(value);
    if (instant !== undefined) return instant;
    context.addIssue({ code: 'custom', message: 'not a time' });
    return z.NEVER;
});

export const instant = requiredInstant.nullish().transform((value) => value ?? undefined);

export const direction = z
    .enum(['incoming', 'outgoing'])
    .nullish()
    .transform((value) => value ?? undefined);

/** `[…]`, one value, or several joined by commas, as the older families write lists of numbers. */
export const list = z
    .union([z.array(words), words.transform((value) => value.split(','))])
    .nullish()
    .transform((values) => values?.map((value) => value.trim()).filter((value) => value !== ''));

/** Who takes part. An empty number among others is somebody who hides theirs, and not nobody. */
export const parties = z
    .union([z.array(words), words.transform((value) => (value.trim() === '' ? [] : value.split(',')))])
    .nullish()
    .transform((values) => values?.map((value) => value.trim()));

/** Lines of text. */
export const lines = z
    .union([z.array(words), words.transform((value) => [value])])
    .nullish()
    .transform((values) => values ?? undefined);

/** The same object without the keys that were not told, so that "absent" is the only way to say it. */
export function told<T extends object>(values: T): T {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
