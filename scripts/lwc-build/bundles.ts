import fs from 'node:fs';
import path from 'node:path';

export const LWC_DIR = path.resolve(import.meta.dirname, '../../force-app/main/default/lwc');

/** Names of the bundles, in order; a bundle is a folder with a script of its own name. */
export function bundleNames(dir: string = LWC_DIR): string[] {
    return fs
        .readdirSync(dir, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && fs.existsSync(path.join(dir, entry.name, `${entry.name}.ts`)))
        .map((entry) => entry.name)
        .sort();
}

/** Every source file of a bundle, relative to it, tests left out. */
export function bundleFiles(name: string, dir: string = LWC_DIR): string[] {
    return fs
        .readdirSync(path.join(dir, name), { recursive: true, encoding: 'utf8' })
        .filter((file) => !file.startsWith('__tests__') && fs.statSync(path.join(dir, name, file)).isFile())
        .sort();
}
