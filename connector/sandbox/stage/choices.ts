import type { Language } from './labels.ts';

type Theme = '1' | '2';

/** What the visitor of a page chose in its bar; it travels in the address. */
export interface Choices {
    readonly language: Language;
    /** SLDS 1 (Lightning classic look) or SLDS 2 (Cosmos). */
    readonly theme: Theme;
    /** Permission sets of the signed-in user; `admin` is a user who may do everything. */
    readonly rights: string;
}

const DEFAULT_RIGHTS = 'Quo_User,Quo_Recording_Listener';

/** Reads the choices from an address; what is missing or unknown is the default. */
export function choicesIn(query: URLSearchParams): Choices {
    return {
        language: query.get('lang') === 'en' ? 'en' : 'fr',
        theme: query.get('theme') === '1' ? '1' : '2',
        rights: query.get('rights') ?? DEFAULT_RIGHTS
    };
}

/** `?lang=fr&theme=2&rights=…`, for the links of a page. */
export function queryOf({ language, theme, rights }: Choices): string {
    return `?${new URLSearchParams({ lang: language, theme, rights }).toString()}`;
}
