/** A time, an address of a machine, or the id of a record (15 or 18 characters with a letter) says nothing of a person. */
const HARMLESS = /^(?:\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?|\d{1,3}(?:\.\d{1,3}){3}|(?=\d*[A-Za-z])\w{15}(?:\w{3})?)$/;
/** Ids of Quo's and of our activities: `AC…`, `call_AC…`. */
const ID = /^(?:[a-z]+_)?[A-Z]{2,3}[0-9a-f]{8,32}$/;

/**
 * A message without what libraries and platforms like to repeat of what they were given: quoted values, phone numbers,
 * emails, tokens, passwords and queries in addresses. Codes, ids, hosts and times stay.
 */
export function withoutPrivate(message: string): string {
    return message
        .replace(/:\/\/[^\s/@]*@/g, '://…@')
        .replace(/(https?:\/\/[^\s?#]+)[?#]\S*/g, '$1?…')
        .replace(/\b(Bearer|Basic) \S+/gi, '$1 …')
        .replace(/[^\s…/]+@\S+/g, '…')
        .replace(/"[^"]*"|“[^”]*”|«[^»]*»|(?<![A-Za-z0-9])'[^']*'/g, '…')
        .replace(/(?<![\w-])[\w-]{32,}(?![\w-])/g, (word) => (ID.test(word) ? word : '…'))
        .replace(/(?<![A-Za-z0-9])[+(]*\d[\d\s().\-/]{5,}\d(?:T[\d:.]+)?\w*/g, (digits) =>
            HARMLESS.test(digits) ? digits : '…'
        );
}
