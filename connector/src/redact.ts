/** A time, an address of a machine, or the id of a record (15 or 18 characters with a letter) says nothing of a person. */
const HARMLESS = /^(?:\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?|\d{1,3}(?:\.\d{1,3}){3}|(?=\d*[A-Za-z])\w{15}(?:\w{3})?)$/;
/** Ids of Quo's and of our activities: `AC…`, `call_AC…`. */
const ID = /^(?:[a-z]+_)?[A-Z]{2,3}[0-9a-f]{8,32}$/;
/** What Salesforce says before the name of a column or an object. */
const NAME_AHEAD = /(?<=(?:column|field|fields|sobject|relationship|entity|object|type) )$/i;
const ID_AHEAD = ' id: '.length;
const LONGEST_AHEAD = 'relationship '.length;
/** After these Salesforce repeats a value to the end of its message. */
const VALUE_FOLLOWS = /(invalid email address: |VALUE_STRING value |bad value for restricted picklist field: ).*/gs;

/**
 * A message without what libraries and platforms like to repeat of what they were given: quoted values, phone numbers,
 * emails, tokens, passwords and queries in addresses. Codes, ids, hosts, times and names of columns stay.
 *
 * Takes time in proportion to the message's length, whatever stands in it: each expression begins where no other
 * beginning of its own lies before, so that no part is scanned again and again.
 */
export function redact(message: string): string {
    return withoutQuoted(
        withoutTooLarge(message)
            .replace(VALUE_FOLLOWS, '$1…')
            .replace(/:\/\/[^\s/@]*@/g, '://…@')
            .replace(/https?:\/\/\S+/g, withoutQuery)
            .replace(/\b(Bearer|Basic) \S+/gi, '$1 …')
            .replace(/\S+/g, withoutEmail)
    )
        .replace(/(?<![\w-])[\w-]{32,}(?![\w-])/g, (word) => (ID.test(word) ? word : '…'))
        .replace(
            /(?<![A-Za-z0-9])(?:(?<![+(])[+(]+)?\d[\d\s().\-/]{5,}\d(?:T[\d:.]+)?\w*/g,
            (digits, at: number, whole: string) =>
                HARMLESS.test(digits) || isNamedId(digits, whole.slice(Math.max(0, at - ID_AHEAD), at)) ? digits : '…'
        );
}

/** `data value too large: <the value> (max length=40)`, of Salesforce. */
function withoutTooLarge(message: string): string {
    const [before, ...rest] = message.split('data value too large: ');
    const told = rest.map((text) => {
        const end = text.indexOf(' (max length');
        return `data value too large: …${end === -1 ? '' : text.slice(end)}`;
    });
    return (before ?? '') + told.join('');
}

function withoutQuery(address: string): string {
    const end = address.search(/[?#]/);
    return end === -1 ? address : `${address.slice(0, end)}?…`;
}

/** In a URL, what stands before the part with the email stays. */
function withoutEmail(word: string): string {
    if (!word.includes('://')) return word.includes('@', 1) ? '…' : word;
    let start = 0;
    for (let at = 0; at < word.length; at += 1) {
        const character = word.charAt(at);
        if (character === '/' || character === '…') start = at + 1;
        else if (character === '@' && at > start) return `${word.slice(0, start)}…`;
    }
    return word;
}

const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”', '«': '»', "'": "'" };

function withoutQuoted(text: string): string {
    const unclosed = new Set<string>();
    let kept = '';
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
        const closing = CLOSING[text.charAt(at)];
        if (closing === undefined || unclosed.has(closing) || isApostrophe(text, at)) continue;
        const end = text.indexOf(closing, at + 1);
        if (end === -1) {
            unclosed.add(closing);
            continue;
        }
        const quoted = text.slice(at, end + 1);
        kept += text.slice(from, at) + (isName(quoted, text.slice(Math.max(0, at - LONGEST_AHEAD), at)) ? quoted : '…');
        from = end + 1;
        at = end;
    }
    return kept + text.slice(from);
}

function isApostrophe(text: string, at: number): boolean {
    return text.charAt(at) === "'" && /[A-Za-z0-9]/.test(text.charAt(at - 1));
}

/** An id without a letter looks like a number with `00` in front: only where it is called one does it stay. */
function isNamedId(digits: string, ahead: string): boolean {
    return /^\d{15}(?:\d{3})?$/.test(digits) && /\bid:? $/i.test(ahead);
}

function isName(quoted: string, ahead: string): boolean {
    return /^'[A-Za-z][\w.]*'$/.test(quoted) && NAME_AHEAD.test(ahead);
}
