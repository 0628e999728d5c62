import { getCountries, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { comparable } from '../domain/people/duplicates.ts';

/** Languages in which people write a country's name in an address. */
const LANGUAGES = ['en', 'fr', 'es', 'pt', 'de', 'it', 'nl'];
/** What people write beside the names that the languages have (CLDR). */
const ALSO: Readonly<Record<string, string>> = {
    usa: 'US',
    'u s a': 'US',
    'u s': 'US',
    america: 'US',
    'united states of america': 'US',
    'etats unis d amerique': 'US',
    'e u': 'US',
    uk: 'GB',
    'u k': 'GB',
    'great britain': 'GB',
    'grande bretagne': 'GB',
    england: 'GB',
    angleterre: 'GB',
    scotland: 'GB',
    wales: 'GB',
    can: 'CA',
    mex: 'MX',
    fra: 'FR',
    'the netherlands': 'NL',
    holland: 'NL',
    hollande: 'NL'
};

let names: ReadonlyMap<string, string> | undefined;

/**
 * The ISO 3166 region that an address names, by its code or its name in several languages.
 *
 * @returns `undefined` for what is no country, or one whose numbers the library does not know
 */
export function regionOfCountry(country: string): string | undefined {
    const code = country.trim().toUpperCase();
    if (isSupportedCountry(code)) return code;
    names ??= countryNames();
    return names.get(comparable(country));
}

/** The region of a number that is typed with its country code: of a company's switchboard, for its people. */
export function regionOfNumber(text: string): string | undefined {
    return text.trim().startsWith('+') ? parsePhoneNumberFromString(text)?.country : undefined;
}

function countryNames(): ReadonlyMap<string, string> {
    const found = new Map(Object.entries(ALSO));
    for (const language of LANGUAGES) {
        const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
        for (const region of getCountries()) {
            const name = display.of(region);
            if (name !== undefined) found.set(comparable(name), region);
        }
    }
    return found;
}
