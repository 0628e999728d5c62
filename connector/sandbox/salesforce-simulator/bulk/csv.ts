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
 * Reads CSV: quoted fields may hold separators, line ends and doubled quotes.
 *
 * @throws {Error} when a quote is never closed
 */
export function parseCsv(text: string, delimiter: string): string[][] {
    const rows: string[][] = [];
    let row: string[] = [];
    let field = '';
    let quoted = false;
    const body = text.replace(/^\uFEFF/, '');
    for (let at = 0; at < body.length; at += 1) {
        const character = body.charAt(at);
        if (quoted) {
            if (character !== '"') field += character;
            else if (body.charAt(at + 1) === '"') {
                field += '"';
                at += 1;
            } else quoted = false;
        } else if (character === '"' && field === '') quoted = true;
        else if (character === delimiter) {
            row.push(field);
            field = '';
        } else if (character === '\n') {
            row.push(field.endsWith('\r') ? field.slice(0, -1) : field);
            rows.push(row);
            row = [];
            field = '';
        } else field += character;
    }
    if (quoted) throw new Error('A quoted field is not closed.');
    if (field !== '' || row.length > 0) rows.push([...row, field]);
    return rows.filter((cells) => cells.some((cell) => cell !== ''));
}

/** Writes CSV as an org does: every field in quotes. */
export function writeCsv(rows: readonly (readonly string[])[], delimiter = ',', lineEnd = '\n'): string {
    const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
    return rows.map((row) => row.map(quote).join(delimiter) + lineEnd).join('');
}
