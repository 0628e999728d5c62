import type { Request } from 'express';
import { isLanguage, LANGUAGES, type Language } from '../locales/catalogue.ts';

/** Whoever asks for no language that we have is spoken to in this one. */
const UNASKED: Language = 'fr';

/** What a browser asks for, among the languages that there are. */
export function browserLanguage(request: Pick<Request, 'acceptsLanguages'>): Language {
    const asked = request.acceptsLanguages(UNASKED, ...LANGUAGES);
    return asked !== false && isLanguage(asked) ? asked : UNASKED;
}
