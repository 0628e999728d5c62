import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const TESTS = join(import.meta.dirname, '..');

/**
 * Folders whose test files share a process: of what a process of its own costs a file, most is reading the same
 * libraries. A group takes about as long as another; the console's files each wait for a whole connector and stay alone.
 * The longest come first by their names, so that none is left at the end.
 */
export const GROUPS = {
    contacts: ['edges/quo-contacts'],
    database: ['edges/store'],
    domain: ['domain', 'configuration', 'laws', 'play', 'web', 'pipeline'],
    simulators: ['contract'],
    salesforce: ['edges/salesforce', 'package'],
    quo: ['edges/quo', 'edges/quo-budget'],
    security: ['security']
} as const;

/** Whether a file is run by `npm run test:connector`, for which the slow ones are too slow. */
export function isTest(file: string): boolean {
    return file.endsWith('.test.ts') && !file.endsWith('.slow.test.ts');
}

/** The test files of a folder below `connector/test`, and of the folders in it. */
export async function testFiles(folder: string): Promise<readonly string[]> {
    const files = await readdir(join(TESTS, folder), { recursive: true });
    return files
        .filter(isTest)
        .sort()
        .map((file) => join(TESTS, folder, file));
}

/** Runs the test files of a group in this process, one after the other. */
export async function together(group: keyof typeof GROUPS): Promise<void> {
    for (const folder of GROUPS[group]) for (const file of await testFiles(folder)) await import(file);
}
