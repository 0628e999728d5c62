import fs from 'node:fs';
import { parseXml, type Element } from 'salesforce-metadata/xml.ts';

/** The root element of a metadata file. @throws {Error} with the place of the fault, when it is no XML */
export function readMetadata(file: string): Element {
    const root = parseXml(fs.readFileSync(file, 'utf8'));
    if ('fault' in root) throw new Error(`${file}: ${root.fault}`);
    return root;
}
