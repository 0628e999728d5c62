import fs from 'node:fs';
import path from 'node:path';
import { LWC_DIR } from './bundles.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** The grammar of Descriptions: the connector writes by it, the bundle reads by it. An org's bundle imports only from itself. */
const SOURCE = path.join(ROOT, 'connector/src/domain/records/description/grammar');
const BUNDLE = path.join(LWC_DIR, 'quoTaskDescription');

/** A file as the bundle holds it: bundles name their files without an ending. */
function copyOf(file: string): string {
    const source = fs.readFileSync(path.join(SOURCE, file), 'utf8');
    const from = path.relative(ROOT, path.join(SOURCE, file)).replaceAll(path.sep, '/');
    return `// A copy of ${from}, made by scripts/lwc-build: change it there.\n${source.replaceAll(/(from '\.\/[^']+)\.ts';/g, "$1';")}`;
}

/** Writes the bundle's copies anew. */
export function copyGrammar(): void {
    for (const file of fs.readdirSync(SOURCE)) fs.writeFileSync(path.join(BUNDLE, file), copyOf(file));
}

/** @returns what is wrong with the bundle's copies, a line each; empty when all is well */
export function checkGrammar(): string {
    return fs
        .readdirSync(SOURCE)
        .filter((file) => {
            const copy = path.join(BUNDLE, file);
            return !fs.existsSync(copy) || fs.readFileSync(copy, 'utf8') !== copyOf(file);
        })
        .map((file) => `quoTaskDescription/${file} is not the connector's grammar: run npm run build:lwc`)
        .join('\n');
}
