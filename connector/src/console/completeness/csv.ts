import { stringify } from 'csv-stringify/sync';

/**
 * A file for spreadsheets: the mark at its beginning tells them that it is UTF-8. What people named may begin as a formula
 * does, which a spreadsheet would work out: it is escaped.
 */
export function csv(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
    return stringify([heads, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
}
