import assert from 'node:assert/strict';
import type { Problem } from 'salesforce-metadata/problem.ts';
import { readSourceTree, type SourceTree } from 'salesforce-metadata/source-tree.ts';
import { loadCatalogue, type Catalogue } from 'salesforce-metadata/wsdl-types.ts';

/** The package as it is, read once for a test file. */
export const PACKAGE: SourceTree = readSourceTree();
let types: Catalogue | undefined;

/** Salesforce's own types, read when a test first asks for them. */
export function catalogue(): Catalogue {
    types ??= loadCatalogue();
    return types;
}

const BASE = 'force-app/main/default/';

/** Path of a file of the package: `objects/Activity/fields/Quo_Key__c.field-meta.xml`; of one beside it, its own. */
export function inPackage(file: string): string {
    return /^(?:unpackaged|force-app)\//.test(file) ? file : BASE + file;
}

/** A copy of the package in which one file reads differently. Fails when the text to replace is not there. */
export function corrupt(file: string, from: string | RegExp, to: string): SourceTree {
    const before = PACKAGE.get(inPackage(file));
    assert.ok(before !== undefined, `${file} is not in the package`);
    const after = before.replace(from, to);
    assert.ok(after !== before, `${file} does not hold ${String(from)}`);
    return new Map(PACKAGE).set(inPackage(file), after);
}

/** A copy of the package with one more file. */
export function withFile(file: string, text: string): SourceTree {
    return new Map(PACKAGE).set(inPackage(file), text);
}

/** A copy of the package without the files whose path starts so. */
export function without(file: string): SourceTree {
    assert.ok(
        [...PACKAGE.keys()].some((path) => path.startsWith(inPackage(file))),
        `${file} is not in the package`
    );
    return new Map([...PACKAGE].filter(([path]) => !path.startsWith(inPackage(file))));
}

/** What each check finds in the package itself. */
const FAULTS = new Map<unknown, ReadonlySet<string>>();

/** What a check finds in a corrupted copy and did not find in the package itself. */
export function newFaults(check: (tree: SourceTree) => readonly Problem[], tree: SourceTree): readonly string[] {
    const before = FAULTS.get(check) ?? new Set(check(PACKAGE).map((found) => `${found.file}: ${found.message}`));
    FAULTS.set(check, before);
    return check(tree)
        .map((found) => `${found.file}: ${found.message}`)
        .filter((line) => !before.has(line));
}

/** Asserts that one of the new faults says so, and that there is at least one. */
export function assertFound(faults: readonly string[], expected: RegExp): void {
    assert.ok(
        faults.some((line) => expected.test(line)),
        `expected a fault like ${String(expected)}, got:\n${faults.join('\n') || '(none)'}`
    );
}
