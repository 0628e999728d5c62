import { XMLParser } from 'fast-xml-parser';

/** An element of a metadata file: a text, or its children by name (repeated ones as a list). */
export type Xml = string | { readonly [child: string]: Xml | readonly Xml[] };

const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false, trimValues: true });

/** Parses a metadata file and returns its root element, whatever its name. */
export function parseMetadata(text: string): Xml {
    const document = parser.parse(text) as Record<string, Xml>;
    return Object.entries(document).find(([name]) => !name.startsWith('?'))?.[1] ?? '';
}

/** The text of a child element, or `undefined` when it is absent or empty. */
export function textOf(element: Xml | undefined, child: string): string | undefined {
    const [found] = allOf(element, child);
    return typeof found === 'string' && found !== '' ? found : undefined;
}

/** Whether a child element says `true`. */
export function isTrue(element: Xml | undefined, child: string): boolean {
    return textOf(element, child) === 'true';
}

/** The number in a child element, or `implied` when it is absent. */
export function numberOf(element: Xml | undefined, child: string, implied: number): number {
    const text = textOf(element, child);
    return text === undefined ? implied : Number(text);
}

/** The first child element of a name, when it has children of its own. */
export function childOf(element: Xml | undefined, child: string): Xml | undefined {
    return allOf(element, child)[0];
}

/** Every child element of a name. */
export function allOf(element: Xml | undefined, child: string): readonly Xml[] {
    if (element === undefined || typeof element === 'string') return [];
    const found = element[child];
    if (found === undefined) return [];
    return Array.isArray(found) ? (found as Xml[]) : [found as Xml];
}
