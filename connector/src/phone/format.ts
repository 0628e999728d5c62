import { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/**
 * A number as people at home write it: national where the home region dials it without a country code, else
 * international. `(514) 555-0123`, `+33 6 12 34 56 78`. What is no E.164 number (a short code, `anonymous`) stays as
 * it is.
 */
export function formatNumber(number: string, homeRegion: string): string {
    const parsed = number.startsWith('+') ? parsePhoneNumberFromString(number) : undefined;
    if (!parsed) return number;
    const isHome = isSupportedCountry(homeRegion) && parsed.countryCallingCode === getCountryCallingCode(homeRegion);
    return isHome ? parsed.formatNational() : parsed.formatInternational();
}
