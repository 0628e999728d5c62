import type { Returning, SearchGroup } from './find.ts';
import { malformedSearch } from './search-query.ts';

/** A SOSL statement. */
export interface Sosl {
    readonly search: string;
    readonly group: SearchGroup;
    readonly returning: readonly Returning[];
    readonly limit: number | undefined;
}

const STATEMENT_LIMIT = 100_000;
const STATEMENT =
    /^\s*FIND\s*\{((?:\\.|[^}\\])*)\}\s*(?:IN\s+(ALL|NAME|EMAIL|PHONE|SIDEBAR)\s+FIELDS\s*)?(?:RETURNING\s+([\s\S]*?))?\s*(?:LIMIT\s+(\d+))?\s*$/i;

/** Parses `FIND {…} IN PHONE FIELDS RETURNING Contact(Id, Name WHERE … LIMIT 5), Lead LIMIT 20`. @throws {OrgError} */
export function parseSosl(text: string): Sosl {
    if (text.length > STATEMENT_LIMIT)
        throw malformedSearch('SOSL statements cannot be longer than 100,000 characters.');
    const found = STATEMENT.exec(text);
    if (!found) throw malformedSearch(`No search term found. The search term must be enclosed in braces.`);
    const [, search = '', group = 'ALL', returning, limit] = found;
    return {
        search: search.replaceAll(/\\([{}])/g, '$1'),
        group: group.toUpperCase() as SearchGroup,
        returning: returning === undefined ? [] : splitObjects(returning).map(readObject),
        limit: limit === undefined ? undefined : Number(limit)
    };
}

/** Splits at the commas that stand outside of parentheses and quotes. */
function splitObjects(text: string): string[] {
    const parts: string[] = [];
    let depth = 0;
    let part = '';
    for (const piece of text.match(/'(?:\\.|[^'\\])*'|[\s\S]/g) ?? []) {
        if (piece === '(') depth += 1;
        if (piece === ')') depth -= 1;
        if (piece === ',' && depth === 0) {
            parts.push(part);
            part = '';
        } else part += piece;
    }
    if (depth !== 0) throw malformedSearch("expecting a right parentheses, found '<EOF>'");
    return [...parts, part];
}

const OBJECT = /^\s*(\w+)\s*(?:\(([\s\S]*)\))?\s*$/;
const INNER = /^\s*([\s\S]*?)\s*((?:WHERE|ORDER\s+BY)\s[\s\S]*?)?\s*(?:LIMIT\s+(\d+))?\s*$/i;

function readObject(text: string): Returning {
    const [, object, inner] = OBJECT.exec(text) ?? [];
    if (object === undefined) throw malformedSearch(`unexpected token: '${text.trim()}'`);
    const [, fields = '', rest = '', limit] = INNER.exec(inner ?? '') ?? [];
    return {
        object,
        fields: fields
            .split(',')
            .map((field) => field.trim())
            .filter((field) => field !== ''),
        rest,
        limit: limit === undefined ? undefined : Number(limit)
    };
}
