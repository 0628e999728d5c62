import fs from 'node:fs';
import path from 'node:path';

/** Text of every source file by its path from the repository's root, with `/` between folders. */
export type SourceTree = ReadonlyMap<string, string>;

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** Reads the files under the given folders of `root`; those that are not there are left out. */
export function readSourceTree(
    root: string = ROOT,
    folders: readonly string[] = ['force-app', 'unpackaged']
): SourceTree {
    const tree = new Map<string, string>();
    for (const folder of folders) {
        const dir = path.join(root, folder);
        if (!fs.existsSync(dir)) continue;
        for (const entry of fs.readdirSync(dir, { recursive: true, withFileTypes: true })) {
            if (!entry.isFile()) continue;
            const file = path.join(entry.parentPath, entry.name);
            tree.set(path.relative(root, file).split(path.sep).join('/'), fs.readFileSync(file, 'utf8'));
        }
    }
    return tree;
}
