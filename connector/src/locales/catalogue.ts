import { bindMessages, type Bound } from './bind.ts';
import { EN } from './en/messages.ts';
import { FR } from './fr/messages.ts';
import type { Translation } from './translation.ts';

/** One line a language; English says which messages there are, and what each is told. */
export const MESSAGES = { en: EN, fr: FR } as const satisfies Record<string, Translation<typeof EN>>;

export type Language = keyof typeof MESSAGES;

/** Everything that the console and the errors say in one language. */
export type Words = Bound<typeof EN> & { readonly language: Language };

const WORDS = new Map<Language, Words>();

export function wordsOf(language: Language): Words {
    const known = WORDS.get(language);
    if (known !== undefined) return known;
    const words: Words = { ...bindMessages<typeof EN>(MESSAGES[language] as typeof EN, `${language}-CA`), language };
    WORDS.set(language, words);
    return words;
}
