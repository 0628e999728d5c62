import { readFileSync, writeFileSync } from 'node:fs';
import { CATALOGUE } from '../../connector/src/domain/preferences/catalogue.ts';
import type { Catalogue, Entry } from '../../connector/src/domain/preferences/kinds.ts';
import { wordsOf, type Words } from '../../connector/src/locales/catalogue.ts';
import { wordsOfPreference } from '../../connector/src/locales/preference-words.ts';

/** Documents that hold the table of preferences, between two comments. */
export const DOCUMENTS = [
    { file: new URL('../../connector/README.md', import.meta.url), language: 'en' },
    { file: new URL('../../docs/admin-guide.en.md', import.meta.url), language: 'en' },
    { file: new URL('../../docs/admin-guide.fr.md', import.meta.url), language: 'fr' }
] as const;

const BEGIN = '<!-- preferences: written by `npm run docs:preferences` -->';
const END = '<!-- /preferences -->';

/** A row a preference: key, what it does, values, default. */
export function preferencesTable(words: Words['preferences'], catalogue: Catalogue = CATALOGUE): string {
    const { key, does, example, default: byDefault } = words.table;
    const rows = Object.entries(catalogue).map(([name, entry]) => {
        const { guide, otherwise = '' } = wordsOfPreference(words, name);
        return [code(name), guide, valuesOf(entry), entry.default === undefined ? otherwise : code(entry.default)];
    });
    return aligned([[key, does, example, byDefault], ...rows]);
}

/** @throws {Error} when the document has no place for the table */
export function withTable(document: string, table: string): string {
    const [before, rest] = document.split(BEGIN);
    const [, after] = rest?.split(END) ?? [];
    if (before === undefined || after === undefined) throw new Error(`The document has no ${BEGIN} … ${END}`);
    return `${before}${BEGIN}\n\n${table}\n${END}${after}`;
}

function valuesOf(entry: Entry): string {
    switch (entry.kind) {
        case 'switch':
            return [true, false].map(code).join(', ');
        case 'choice':
            return entry.options.map(code).join(', ');
        case 'number':
            return entry.max === undefined ? `≥ ${entry.min}` : `${entry.min}–${entry.max}`;
        default:
            return code(entry.example ?? entry.default);
    }
}

/** As in the file, with the quotes of a bare text left out. */
function code(value: unknown): string {
    const json = JSON.stringify(value, null, 1).replaceAll(/\n\s*/g, ' ');
    return `\`${typeof value === 'string' ? value : json.replaceAll('[ ', '[').replaceAll(' ]', ']')}\``;
}

/** Columns as wide as their widest cell, as prettier leaves them. */
function aligned(rows: readonly (readonly string[])[]): string {
    const widths = (rows[0] ?? []).map((_, n) => Math.max(...rows.map((row) => row[n]?.length ?? 0)));
    const line = (row: readonly string[]): string =>
        `| ${row.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join(' | ')} |`;
    const [head = [], ...body] = rows;
    return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)]
        .map((one) => `${one}\n`)
        .join('');
}

if (import.meta.main)
    for (const { file, language } of DOCUMENTS)
        writeFileSync(file, withTable(readFileSync(file, 'utf8'), preferencesTable(wordsOf(language).preferences)));
