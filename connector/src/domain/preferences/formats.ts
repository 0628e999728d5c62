import type { Format } from './kinds.ts';

const like = (pattern: RegExp, rule: string): Format => ({ matches: (text) => pattern.test(text), rule });

/** ISO 3166. */
export const REGION: Format = { matches: isRegion, rule: 'must be the two capital letters of a country' };
export const INBOX_ID = like(/^PN/, 'must be an id that begins with PN');
export const QUO_USER_ID = like(/^US/, 'must be an id that begins with US');
export const ORG_USER_ID = like(/^005\w{12}(\w{3})?$/, "must be a user's id");
/** Spaces, dots and brackets do not count. */
export const E164: Format = {
    ...like(/^\+[1-9]\d{1,14}$/, 'must be a number like +15145550123'),
    tidy: (text) => text.replaceAll(/[\s().-]/g, '')
};
/** Whoever may own a record: a user, or a queue. */
export const OWNER = like(/^((005|00G)\w{12}(\w{3})?|[^\s@]+@[^\s@]+)$/, "must be a Salesforce user's id or email");
export const FIELD_NAME = like(/^[A-Za-z]\w*$/, "must be a field's API name");
export const TIME_ZONE: Format = { matches: isTimeZone, rule: 'must be an IANA time zone' };

function isTimeZone(name: string): boolean {
    try {
        new Intl.DateTimeFormat('en', { timeZone: name });
        return true;
    } catch {
        return false;
    }
}

/** What Unicode's list has beside countries: unions, private use, nothing known. */
const NO_COUNTRIES: ReadonlySet<string> = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);

/** `UK` is another name of `GB`, and numbers are read by neither it nor one that is nobody's. */
function isRegion(code: string): boolean {
    if (!/^[A-Z]{2}$/.test(code) || NO_COUNTRIES.has(code)) return false;
    const isCanonical = Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
    return isCanonical && new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code) !== undefined;
}
