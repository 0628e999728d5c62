import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import ts from 'typescript';

export interface Property {
    readonly optional: boolean;
    readonly repeated: boolean;
    /** A type of the catalogue, or `string`, `number`, `boolean`, `anything`. */
    readonly type: string;
}

interface MetadataType {
    readonly properties: ReadonlyMap<string, Property>;
    /** The allowed words of an enumeration. */
    readonly values?: readonly string[];
}

export type Catalogue = ReadonlyMap<string, MetadataType>;

interface Draft {
    properties: Map<string, Property>;
    bases: string[];
    values?: string[];
}

function scalar(node: ts.TypeNode): string {
    if (ts.isTypeReferenceNode(node)) return node.typeName.getText();
    if (node.kind === ts.SyntaxKind.BooleanKeyword) return 'boolean';
    return node.kind === ts.SyntaxKind.NumberKeyword ? 'number' : 'string';
}

function property(member: ts.PropertySignature): Property {
    const list = member.type && ts.isArrayTypeNode(member.type) ? member.type : undefined;
    const repeated = list !== undefined;
    const type = list?.elementType ?? member.type;
    return { optional: member.questionToken !== undefined, repeated, type: type ? scalar(type) : 'string' };
}

function word(node: ts.TypeNode): string[] {
    return ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal) ? [node.literal.text] : [];
}

function collect(node: ts.TypeNode, draft: Draft): void {
    if (ts.isIntersectionTypeNode(node)) node.types.forEach((part) => collect(part, draft));
    else if (ts.isTypeReferenceNode(node)) draft.bases.push(node.typeName.getText());
    else if (ts.isUnionTypeNode(node)) draft.values = node.types.flatMap(word);
    else if (ts.isLiteralTypeNode(node)) draft.values = word(node);
    else if (ts.isTypeLiteralNode(node)) {
        for (const member of node.members) {
            if (ts.isPropertySignature(member)) draft.properties.set(member.name.getText(), property(member));
        }
    }
}

/**
 * Reads the types that Salesforce generates from its Metadata WSDL (`@salesforce/types`).
 *
 * @returns every type by name, with the elements that it inherits
 */
export function loadCatalogue(): Catalogue {
    const entry = createRequire(import.meta.url).resolve('@salesforce/types/metadata');
    const file = path.join(path.dirname(entry), 'metadata.d.ts');
    const source = ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    const drafts = new Map<string, Draft>();
    source.forEachChild((node) => {
        if (!ts.isTypeAliasDeclaration(node)) return;
        const draft: Draft = { properties: new Map(), bases: [] };
        collect(node.type, draft);
        drafts.set(node.name.text, draft);
    });
    const inherited = (name: string): Map<string, Property> => {
        const draft = drafts.get(name);
        if (!draft) return new Map();
        return new Map([...draft.bases.flatMap((base) => [...inherited(base)]), ...draft.properties]);
    };
    const catalogue = new Map<string, MetadataType>();
    for (const [name, draft] of drafts) {
        catalogue.set(name, { properties: inherited(name), ...(draft.values && { values: draft.values }) });
    }
    return catalogue;
}
