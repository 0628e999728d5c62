/** Words before an extension, or before the key to press at a menu, in English and in French. */
const WORDS = [
    'extension',
    'extn?',
    'ext',
    'poste',
    'post',
    'p',
    'bureau',
    'bur',
    'int[ée]rieur',
    'int',
    'local',
    'loc',
    'option',
    'opt',
    'choix',
    'touche',
    'faites(?: le)?',
    'faire(?: le)?',
    'appuye[zr](?: sur)?(?: le)?',
    'puis(?: le)?',
    'press',
    'then',
    'dial',
    'x'
].join('|');
const EXTENSION = new RegExp(String.raw`(?<=\d[\s,;)(–-]*)(?:(?:${WORDS})\b[\s.:#-]*|[*#]\s*)(?=\d{1,7}\b\D*$)`, 'iu');

/** A text as people type it, with the oddities of keyboards, pasting and telephone systems made plain. */
export function plain(text: string): string {
    return (
        text
            // Full-width digits and signs, no-break and other odd spaces become plain ones.
            .normalize('NFKC')
            // Marks that give a direction or join, which pasted numbers carry.
            .replace(/\p{Cf}/gu, '')
            .replace(/[^\S\n]+/gu, ' ')
            .replace(/[‐-―−]/g, '-')
            .trim()
    );
}

/** No number with its extension is longer; the expression looks ahead to the end, and would take the square of a long text. */
const LONGEST_WITH_EXTENSION = 250;

/** One number with its extension as the library knows it: `ext.`; a `#` at the end is only what a menu waits for. */
export function withExtension(text: string): string {
    const typed = text.replace(/\s+/gu, ' ');
    let end = typed.length;
    while (end > 0 && ' #*'.includes(typed.charAt(end - 1))) end -= 1;
    const start = Math.max(0, end - LONGEST_WITH_EXTENSION);
    return typed.slice(0, start) + typed.slice(start, end).replace(EXTENSION, ' ext. ');
}
