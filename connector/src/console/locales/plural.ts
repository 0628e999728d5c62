import type { Language } from '../../errors/entry.ts';

/** Puts a number into words: `#` in the form that the language takes for it stands for the number itself. */
export type Count = (n: number, one: string, other: string) => string;

/** English says “0 calls”, French « 0 appel »: the rule is the language's own. */
export function countIn(language: Language): Count {
    const rules = new Intl.PluralRules(`${language}-CA`);
    const number = new Intl.NumberFormat(`${language}-CA`);
    return (n, one, other) => (rules.select(n) === 'one' ? one : other).replaceAll('#', number.format(n));
}
