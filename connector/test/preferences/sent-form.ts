import type { Form } from '../../src/web/auth/forms.ts';

/** What a browser would send back of a page that nobody touched. */
export function sentBack(page: string): Form {
    return formOf(fieldsOf(page));
}

export type Field = readonly [name: string, value: string];

export function fieldsOf(page: string): readonly Field[] {
    const [, inner = ''] = /<form[^>]*class="choices"[^>]*>([\s\S]*?)<\/form>/.exec(page) ?? [];
    const values: [string, string][] = [];
    const attribute = (tag: string, name: string): string =>
        unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
    for (const [tag] of inner.matchAll(/<input[^>]*>/g)) {
        const isTick = attribute(tag, 'type') === 'checkbox';
        if (!isTick || /\schecked/.test(tag)) values.push([attribute(tag, 'name'), attribute(tag, 'value')]);
    }
    for (const [, tag = '', options = ''] of inner.matchAll(/(<select[^>]*>)([\s\S]*?)<\/select>/g)) {
        const all = [...options.matchAll(/<option[^>]*>/g)].map(([option]) => option);
        const chosen = all.find((option) => /\sselected/.test(option)) ?? all[0] ?? '';
        values.push([attribute(tag, 'name'), attribute(chosen, 'value')]);
    }
    for (const [, tag = '', text = ''] of inner.matchAll(/(<textarea[^>]*>)([\s\S]*?)<\/textarea/g))
        values.push([attribute(tag, 'name'), unescaped(text)]);
    return values;
}

export function formOf(values: readonly Field[]): Form {
    const all = (name: string): readonly string[] => values.filter(([one]) => one === name).map(([, value]) => value);
    return { all, text: (name) => (all(name)[0] ?? '').trim(), has: (name) => all(name).length > 0 };
}

function unescaped(text: string): string {
    const signs: Readonly<Record<string, string>> = { quot: '"', '#39': "'", '#96': '`', lt: '<', gt: '>', amp: '&' };
    return text.replaceAll(/&(quot|#39|#96|lt|gt|amp);/g, (_, name: string) => signs[name] ?? '');
}
