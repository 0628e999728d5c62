import { badRequest } from '../org-error.ts';
import { tokensOf } from './tokens.ts';

/** Whether a record's searched fields, each as its tokens, answer a search query. */
export type Match = (fields: readonly (readonly string[])[]) => boolean;

type Token = '(' | ')' | 'AND' | 'OR' | 'NOT' | { readonly phrase: readonly RegExp[] };

/** The shortest search that an org runs. */
const SHORTEST = 2;

/**
 * Compiles the text between the braces of FIND: words (all of them), "phrases", AND, OR, AND NOT, parentheses, and the
 * wildcards `*` and `?` in the middle or at the end of a word.
 *
 * @throws {OrgError} MALFORMED_SEARCH
 */
export function compileSearch(text: string): Match {
    if (text.replaceAll(/[^\p{L}\p{N}]/gu, '').length < SHORTEST) {
        throw malformedSearch('search term must be longer than one character: ' + text);
    }
    const reader = { tokens: lex(text), at: 0 };
    const match = readOr(reader);
    if (reader.at < reader.tokens.length) throw malformedSearch('unexpected token in search term');
    return match;
}

/** A literal text as parameterized search takes it: nothing in it is an operator. */
export function compileLiteralSearch(text: string): Match {
    const words = tokensOf(text);
    if (words.join('').length < SHORTEST)
        throw malformedSearch('search term must be longer than one character: ' + text);
    return (fields) => words.every((word) => fields.some((tokens) => tokens.includes(word)));
}

export function malformedSearch(message: string): Error {
    return badRequest('MALFORMED_SEARCH', message);
}

const LEXER = /"((?:\\.|[^"\\])*)"|([()])|((?:\\.|[^\s()"\\])+)/g;

function lex(text: string): Token[] {
    return [...text.matchAll(LEXER)].flatMap(([, quoted, paren, word]): Token[] => {
        if (paren !== undefined) return [paren as '(' | ')'];
        if (quoted !== undefined) return [phraseOf(quoted)];
        if (word === 'AND' || word === 'OR' || word === 'NOT') return [word];
        return [phraseOf(word ?? '')];
    });
}

/** Punctuation in a word splits it, as it split the text when it was indexed: the parts follow each other. */
function phraseOf(text: string): Token {
    const plain = text.replaceAll(/\\([?&|!{}[\]()^~*:\\"'+-])/g, (_, reserved: string) =>
        reserved === '*' || reserved === '?' ? ' ' : reserved
    );
    const parts = plain.toLowerCase().match(/[\p{L}\p{N}*?]+/gu) ?? [];
    if (parts.some((part) => /^[*?]/.test(part)))
        throw malformedSearch('A wildcard cannot be at the beginning of a word.');
    return { phrase: parts.map((part) => new RegExp(`^${part.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'u')) };
}

interface Reader {
    readonly tokens: readonly Token[];
    at: number;
}

function readOr(reader: Reader): Match {
    const parts = [readAnd(reader)];
    while (reader.tokens[reader.at] === 'OR') {
        reader.at += 1;
        parts.push(readAnd(reader));
    }
    return (fields) => parts.some((part) => part(fields));
}

function readAnd(reader: Reader): Match {
    const parts = [readOne(reader)];
    for (;;) {
        const token = reader.tokens[reader.at];
        if (token === undefined || token === ')' || token === 'OR') break;
        if (token === 'AND') reader.at += 1;
        parts.push(readOne(reader));
    }
    return (fields) => parts.every((part) => part(fields));
}

function readOne(reader: Reader): Match {
    const token = reader.tokens[reader.at];
    reader.at += 1;
    if (token === 'NOT') {
        const part = readOne(reader);
        return (fields) => !part(fields);
    }
    if (token === '(') {
        const inner = readOr(reader);
        if (reader.tokens[reader.at] !== ')') throw malformedSearch("expecting a right parentheses, found '}'");
        reader.at += 1;
        return inner;
    }
    if (token === undefined || typeof token === 'string') throw malformedSearch(`unexpected token: '${token ?? '}'}'`);
    return (fields) => fields.some((tokens) => holdsPhrase(tokens, token.phrase));
}

function holdsPhrase(tokens: readonly string[], phrase: readonly RegExp[]): boolean {
    if (phrase.length === 0) return false;
    for (let start = 0; start + phrase.length <= tokens.length; start += 1) {
        if (phrase.every((part, index) => part.test(tokens[start + index] as string))) return true;
    }
    return false;
}
