/** Markup that is safe to send: made by `html` alone. */
export class Markup {
    readonly text: string;

    constructor(text: string) {
        this.text = text;
    }

    toString(): string {
        return this.text;
    }
}

export type Part = string | number | Markup | readonly Markup[] | false | undefined | null;

const ESCAPES: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
    '`': '&#96;'
};

/**
 * Markup from a template. Whatever is put in is escaped for text and for quoted attributes, unless it is markup itself;
 * `false`, `undefined` and `null` are left out. Never put values into tag names, unquoted attributes, scripts or styles.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
    return new Markup(String.raw({ raw: strings }, ...parts.map(written)));
}

function written(part: Part): string {
    if (part === undefined || part === null || part === false) return '';
    if (part instanceof Markup) return part.text;
    if (typeof part === 'object') return part.map(({ text }) => text).join('');
    return String(part).replace(/[&<>"'`]/g, (sign) => ESCAPES[sign] ?? sign);
}
