import { insideName, REPLACED } from './platform-functions.ts';

/** A part of a compiled formula, in the shape of an ECMAScript syntax tree. */
export type Node = { readonly type: string } & Readonly<Record<string, unknown>>;

/**
 * Puts our own functions in place: `TODAY()` asks the org's clock, and what `PRIORVALUE` and `ISCHANGED` look at is the
 * record before the save, which stands under `$Prior`.
 *
 * @throws {Error} when one of these two is given anything but a field of the record
 */
export function rewriteCalls(node: Node): Node {
    const name = calleeOf(node);
    const parts = node.arguments as readonly Node[] | undefined;
    const [first] = parts ?? [];
    if (name === 'PRIORVALUE' && first) return priorOf(first);
    if (name === 'ISCHANGED' && first) return call('$CHANGED', [rewriteCalls(first), priorOf(first)]);
    if (name !== undefined && parts) {
        return call(REPLACED.has(name) ? insideName(name) : name, parts.map(rewriteCalls));
    }
    return mapChildren(node, rewriteCalls);
}

function priorOf(node: Node): Node {
    if (node.type === 'Identifier') {
        return { type: 'MemberExpression', object: identifier('$Prior'), property: node, computed: false };
    }
    const name = calleeOf(node);
    // What the library itself puts around a field.
    const isWrapper = name === 'NULLVALUE' || name === '$$CASEUNSAFEID$$' || name === '$$SHIFT_DECIMAL$$';
    if (!isWrapper && node.type !== 'Literal') {
        throw new Error('PRIORVALUE() and ISCHANGED() take a field of the record itself');
    }
    return name === undefined ? node : call(name, (node.arguments as readonly Node[]).map(priorOf));
}

function calleeOf(node: Node): string | undefined {
    const callee = node.callee as Node | undefined;
    return node.type === 'CallExpression' && callee?.type === 'Identifier' ? (callee.name as string) : undefined;
}

function mapChildren(node: Node, map: (child: Node) => Node): Node {
    const entries = Object.entries(node).map(([key, value]): [string, unknown] => {
        if (Array.isArray(value)) return [key, value.map((item: unknown) => (isNode(item) ? map(item) : item))];
        return [key, isNode(value) ? map(value) : value];
    });
    return Object.fromEntries(entries) as Node;
}

function isNode(value: unknown): value is Node {
    return value !== null && typeof value === 'object' && 'type' in value;
}

function identifier(name: string): Node {
    return { type: 'Identifier', name };
}

function call(name: string, parts: readonly Node[]): Node {
    return { type: 'CallExpression', callee: identifier(name), arguments: parts, optional: false };
}
