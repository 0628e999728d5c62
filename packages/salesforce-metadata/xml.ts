import { XMLParser, XMLValidator } from 'fast-xml-parser';

export interface Element {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly children: readonly Element[];
    /** What stands between the tags, exactly; empty for an element that holds elements. */
    readonly text: string;
    /** Text beside elements, which no metadata file has. */
    readonly stray: string;
}

type Node = Record<string, unknown>;

const PARSER = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    trimValues: false
});

function toElement(node: Node): Element {
    const name = Object.keys(node).find((key) => key !== ':@') ?? '';
    const nodes = node[name] as Node[];
    const text = nodes.flatMap((child) => ('#text' in child ? [child['#text'] as string] : [])).join('');
    const children = nodes.filter((child) => !('#text' in child)).map(toElement);
    return {
        name,
        attributes: (node[':@'] as Record<string, string> | undefined) ?? {},
        children,
        text: children.length > 0 ? '' : text,
        stray: children.length > 0 ? text.trim() : ''
    };
}

/** Texts whose elements are kept: parsing takes time, and copies of a package differ in one file. */
const MOST = 1_000;
const kept = new Map<string, Element | { readonly fault: string }>();

/** @returns the root element, or the fault with its line when the text is no XML */
export function parseXml(text: string): Element | { readonly fault: string } {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const parsed = parse(text);
    if (kept.size >= MOST) kept.clear();
    kept.set(text, parsed);
    return parsed;
}

function parse(text: string): Element | { readonly fault: string } {
    // Its successor, fast-xml-validator, is a second parser with other rules: what one takes, the other may not.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const valid = XMLValidator.validate(text);
    if (valid !== true) return { fault: `not well-formed: ${valid.err.msg} (line ${valid.err.line})` };
    const nodes = (PARSER.parse(text) as Node[]).map(toElement);
    // The validator wants one.
    return nodes.find((node) => !node.name.startsWith('?')) as Element;
}

/** Children of that name; none when there is no element. */
export function all(element: Element | undefined, name: string): readonly Element[] {
    return element?.children.filter((child) => child.name === name) ?? [];
}

/** The first child of that name. */
export function first(element: Element | undefined, name: string): Element | undefined {
    return all(element, name)[0];
}

/** Texts of the children of that name. */
export function texts(element: Element, name: string): readonly string[] {
    return all(element, name).map((child) => child.text);
}

export function text(element: Element, name: string): string | undefined {
    return first(element, name)?.text;
}

/** The text of a child without blanks around it; `undefined` when there is none. */
export function trimmed(element: Element | undefined, name: string): string | undefined {
    const found = first(element, name)?.text.trim();
    return found === '' ? undefined : found;
}

/** Whether a child says `true`. */
export function isTrue(element: Element | undefined, name: string): boolean {
    return trimmed(element, name) === 'true';
}

/** Every element of that name at any depth. */
export function deep(element: Element, name: string): readonly Element[] {
    return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...deep(child, name)]);
}
