/** Text that is markup already. */
export class Markup {
    readonly text: string;
    constructor(text: string) {
        this.text = text;
    }
}

type Part = string | number | Markup | readonly Markup[] | undefined | false;

const ESCAPES: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;'
};

function written(part: Part): string {
    if (part === undefined || part === false) return '';
    if (part instanceof Markup) return part.text;
    if (Array.isArray(part)) return (part as readonly Markup[]).map(({ text }) => text).join('');
    return `${part as string | number}`.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}

/** Markup with everything put into it escaped, unless it is markup itself. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
    return new Markup(String.raw({ raw: strings }, ...parts.map(written)));
}

/** JSON that is safe inside a script element. */
export function scriptJson(value: unknown): Markup {
    return new Markup(JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028'));
}
