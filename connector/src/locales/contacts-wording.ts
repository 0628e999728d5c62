import type { ContactWording } from '../domain/quo-contacts/wording.ts';
import { wordsOf, type Language } from './catalogue.ts';

/** What drawing up a contact of Quo asks of a language, said with its messages. */
export function contactWordingOf(language: Language): ContactWording {
    const { phones, owner } = wordsOf(language).quoContacts;
    return { phones, owner: (name) => owner({ owner: name }) };
}
