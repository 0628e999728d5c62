import fs from 'node:fs';
import path from 'node:path';

/** Copies the page assignments, naming the pages as they are called once the package is installed: `ns__Page`. */
export function namespacedPages(source: string, target: string, namespace: string): void {
    for (const entry of fs.readdirSync(source, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const file = path.join(entry.parentPath, entry.name);
        const copy = path.join(target, path.relative(source, file));
        fs.mkdirSync(path.dirname(copy), { recursive: true });
        const text = fs
            .readFileSync(file, 'utf8')
            .replaceAll(/<content>(\w+)<\/content>/g, `<content>${namespace}__$1</content>`);
        fs.writeFileSync(copy, text);
    }
}
