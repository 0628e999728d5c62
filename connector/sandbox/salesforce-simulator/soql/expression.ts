import type { Condition, ConditionWithValueQuery, WhereClause, HavingClause } from '@jetstreamapp/soql-parser-js';
import { malformed } from './errors.ts';

/** A condition tree, rebuilt from the parser's flat list with its counts of parentheses. */
export type Expression<Leaf> =
    | { readonly kind: 'and' | 'or'; readonly parts: readonly Expression<Leaf>[] }
    | { readonly kind: 'not'; readonly part: Expression<Leaf> }
    | { readonly kind: 'leaf'; readonly leaf: Leaf };

type Token<Leaf> = '(' | ')' | 'AND' | 'OR' | 'NOT' | { readonly leaf: Leaf };

/**
 * Rebuilds the tree of a WHERE or HAVING clause.
 *
 * @throws {OrgError} MALFORMED_QUERY when AND and OR are mixed without parentheses, as SOQL demands them
 */
export function toExpression<Leaf extends ConditionWithValueQuery | Condition>(
    clause: WhereClause | HavingClause
): Expression<Leaf> {
    const tokens: Token<Leaf>[] = [];
    flatten(clause, tokens);
    const state = { tokens, at: 0 };
    const tree = readSequence(state);
    if (state.at < tokens.length) throw malformed("unexpected token: ')'");
    return tree;
}

function flatten<Leaf>(clause: WhereClause, tokens: Token<Leaf>[]): void {
    const { left } = clause;
    const parens = left as { openParen?: number; closeParen?: number } | null;
    for (let open = 0; open < (parens?.openParen ?? 0); open += 1) tokens.push('(');
    if (left && 'operator' in left) tokens.push({ leaf: left as Leaf });
    for (let close = 0; close < (parens?.closeParen ?? 0); close += 1) tokens.push(')');
    if ('operator' in clause) {
        tokens.push(clause.operator);
        flatten(clause.right, tokens);
    }
}

interface Reader<Leaf> {
    readonly tokens: readonly Token<Leaf>[];
    at: number;
}

function readSequence<Leaf>(reader: Reader<Leaf>): Expression<Leaf> {
    const parts = [readOperand(reader)];
    let joint: 'AND' | 'OR' | undefined;
    for (;;) {
        const token = reader.tokens[reader.at];
        if (token !== 'AND' && token !== 'OR') break;
        if (joint !== undefined && token !== joint) throw malformed(`unexpected token: ${token}`);
        joint = token;
        reader.at += 1;
        parts.push(readOperand(reader));
    }
    if (parts.length === 1) return parts[0] as Expression<Leaf>;
    return { kind: joint === 'OR' ? 'or' : 'and', parts };
}

function readOperand<Leaf>(reader: Reader<Leaf>): Expression<Leaf> {
    const token = reader.tokens[reader.at];
    reader.at += 1;
    if (token === 'NOT') return { kind: 'not', part: readOperand(reader) };
    if (token === '(') {
        const inner = readSequence(reader);
        if (reader.tokens[reader.at] !== ')') throw malformed("expecting a right parentheses, found '<EOF>'");
        reader.at += 1;
        return inner;
    }
    if (token === undefined || typeof token === 'string') throw malformed(`unexpected token: '${token ?? '<EOF>'}'`);
    return { kind: 'leaf', leaf: token.leaf };
}

/** Turns a tree into one function, given what each leaf does. */
export function toPredicate<Leaf, Item>(
    tree: Expression<Leaf>,
    test: (leaf: Leaf) => (item: Item) => boolean
): (item: Item) => boolean {
    switch (tree.kind) {
        case 'leaf':
            return test(tree.leaf);
        case 'not': {
            const part = toPredicate(tree.part, test);
            return (item) => !part(item);
        }
        case 'and': {
            const parts = tree.parts.map((part) => toPredicate(part, test));
            return (item) => parts.every((part) => part(item));
        }
        case 'or': {
            const parts = tree.parts.map((part) => toPredicate(part, test));
            return (item) => parts.some((part) => part(item));
        }
    }
}
