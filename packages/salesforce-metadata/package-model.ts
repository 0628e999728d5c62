import { kindOf, type Kind } from './kinds.ts';
import { problem, type Problem } from './problem.ts';
import type { SourceTree } from './source-tree.ts';
import { parseXml, type Element } from './xml.ts';

export interface Component {
    readonly file: string;
    readonly kind: Kind;
    /** As others refer to it: `Task.Quo_Unmatched` for a list view, `Quo_Reports/Calls_By_Rep` for a report. */
    readonly name: string;
    readonly root: Element;
}

export interface PackageModel {
    readonly tree: SourceTree;
    readonly components: readonly Component[];
    /** Files that could not be read as metadata. */
    readonly faults: readonly Problem[];
    of(kind: Kind): readonly Component[];
    find(kind: Kind, name: string): Component | undefined;
}

/** Kinds whose name carries the folder above them, and how. */
const PARENT: Partial<Record<Kind, (folders: readonly string[], name: string) => string>> = {
    field: (folders, name) => `${folders.at(-2)}.${name}`,
    listView: (folders, name) => `${folders.at(-2)}.${name}`,
    compactLayout: (folders, name) => `${folders.at(-2)}.${name}`,
    fieldTranslation: (folders, name) => `${folders.at(-1)}.${name}`,
    report: (folders, name) => `${folders.at(-1)}/${name}`,
    dashboard: (folders, name) => `${folders.at(-1)}/${name}`
};

/** Reads every component of a tree whose path starts with `root`. */
export function loadPackage(tree: SourceTree, root = 'force-app/'): PackageModel {
    const components: Component[] = [];
    const faults: Problem[] = [];
    for (const [file, text] of tree) {
        if (!file.startsWith(root) || !file.endsWith('-meta.xml')) continue;
        const known = kindOf(file);
        if (!known) {
            faults.push(problem(file, 'is of a kind that this package does not hold'));
            continue;
        }
        const parsed = parseXml(text);
        if ('fault' in parsed) {
            faults.push(problem(file, parsed.fault));
            continue;
        }
        const name = PARENT[known.kind]?.(file.split('/').slice(0, -1), known.name) ?? known.name;
        components.push({ file, kind: known.kind, name, root: parsed });
    }
    return {
        tree,
        components,
        faults,
        of: (kind) => components.filter((component) => component.kind === kind),
        find: (kind, name) => components.find((component) => component.kind === kind && component.name === name)
    };
}
