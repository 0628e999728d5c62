import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The connector's folder: the groups name folders below it. */
const CONNECTOR = join(import.meta.dirname, '../..');

/**
 * Folders whose test files share a process: of what a process of its own costs a file, most is reading the same
 * libraries. A group takes about as long as another; the console's files each wait for a whole connector and stay alone.
 * The longest come first by their names, so that none is left at the end.
 */
export const GROUPS = {
    contacts: ['test/edges/quo-contacts'],
    database: ['test/edges/store'],
    pages: ['test/pages'],
    domain: [
        'test/domain',
        'test/application',
        'test/preferences',
        'test/config',
        'test/laws',
        'test/web',
        'test/pipeline'
    ],
    salesforce: ['test/edges/salesforce'],
    quo: ['test/edges/quo', 'test/edges/quo-budget'],
    security: ['test/security'],
    simulators: ['sandbox/salesforce-simulator'],
    sandbox: ['sandbox/quo-simulator', 'sandbox/stage', 'sandbox/play'],
    package: ['test/package'],
    hosting: ['test/hosting', 'test/release']
} as const;

/** Whether a file is run in a group, for which the slow ones are too slow. */
export function isTest(file: string): boolean {
    return file.endsWith('.test.ts') && !file.endsWith('.slow.test.ts') && !file.includes('node_modules');
}

/** The test files of a folder below `connector`, and of the folders in it. */
export async function testFiles(folder: string): Promise<readonly string[]> {
    const files = await readdir(join(CONNECTOR, folder), { recursive: true });
    return files
        .filter(isTest)
        .sort()
        .map((file) => join(CONNECTOR, folder, file));
}

/** Runs the test files of a group in this process, one after the other. */
export async function together(group: keyof typeof GROUPS): Promise<void> {
    for (const folder of GROUPS[group]) for (const file of await testFiles(folder)) await import(file);
}
