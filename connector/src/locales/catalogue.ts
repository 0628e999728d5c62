import type { CATALOGUE } from '../domain/preferences/catalogue.ts';
import type { ValueOf } from '../domain/preferences/kinds.ts';
import { bindMessages, type Bound } from './bind.ts';
import { EN } from './en/messages.ts';
import { FR } from './fr/messages.ts';
import type { Translation } from './translation.ts';

/** The languages that somebody may choose for what is written: those, and no others, have messages. */
type Offered = ValueOf<(typeof CATALOGUE)['language']>;

/** One line a language; English says which messages there are, and what each is told. */
export const MESSAGES = { en: EN, fr: FR } as const satisfies Record<Offered, Translation<typeof EN>>;

export type Language = keyof typeof MESSAGES;

export const LANGUAGES = Object.keys(MESSAGES) as readonly Language[];

export function isLanguage(text: string): text is Language {
    return Object.hasOwn(MESSAGES, text);
}

/** The rules for plurals, numbers and dates, BCP 47: a language as it is written in Canada. */
export function localeOf(language: Language): string {
    return `${language}-CA`;
}

/** Everything that is said in one language. */
export type Words = Bound<typeof EN> & { readonly language: Language };

const WORDS = new Map<Language, Words>();

export function wordsOf(language: Language): Words {
    const known = WORDS.get(language);
    if (known !== undefined) return known;
    const words: Words = {
        ...bindMessages<typeof EN>(MESSAGES[language] as typeof EN, localeOf(language)),
        language
    };
    WORDS.set(language, words);
    return words;
}
