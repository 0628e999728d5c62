import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** One metadata file: its path inside the package, with forward slashes, and its text. */
export interface SourceFile {
    readonly path: string;
    readonly text: string;
}

const METADATA = /\.(xml|object|permissionset|globalValueSet)$/;

/**
 * Reads the metadata files under a folder, sorted by path.
 *
 * @returns an empty list when the folder does not exist
 */
export function readSourceFiles(folder: string): SourceFile[] {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => METADATA.test(path) && !path.includes('node_modules'))
        .map((path) => ({
            path: relative('.', path).split(sep).join('/'),
            text: readFileSync(join(folder, path), 'utf8')
        }))
        .sort((a, b) => (a.path < b.path ? -1 : 1));
}
