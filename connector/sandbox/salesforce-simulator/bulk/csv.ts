import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** Separators by their name in a job. */
export const DELIMITERS: Readonly<Record<string, string>> = {
    BACKQUOTE: '`',
    CARET: '^',
    COMMA: ',',
    PIPE: '|',
    SEMICOLON: ';',
    TAB: '\t'
};

/**
 * Reads CSV: quoted fields may hold separators, line ends and doubled quotes. A line without a character is no row; one
 * of empty fields is.
 *
 * @throws {Error} when a quote is never closed, or closed inside a field
 */
export function parseCsv(text: string, delimiter: string): string[][] {
    return parse(text, {
        bom: true,
        delimiter,
        record_delimiter: ['\n', '\r\n'],
        relax_column_count: true,
        skip_empty_lines: true
    });
}

/** Writes CSV as an org does: every field in quotes. */
export function writeCsv(rows: readonly (readonly string[])[], delimiter = ',', lineEnd = '\n'): string {
    return stringify([...rows], { delimiter, quoted: true, quoted_empty: true, record_delimiter: lineEnd });
}
