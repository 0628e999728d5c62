/** `npm run release -- X.Y.Z`: changelog, versions, one commit and one tag. */
import path from 'node:path';
import { release } from './release.ts';

const HELP = `Usage: npm run release -- X.Y.Z

On main, with everything committed: moves what the changelog calls unreleased to the version, sets the versions of each
package.json, of the lock file and of sfdx-project.json, commits, and tags vX.Y.Z. Pushes nothing.`;

const [version, ...more] = process.argv.slice(2);
if (version === undefined || version === '--help' || more.length > 0) {
    console.log(HELP);
    process.exitCode = version === '--help' ? 0 : 1;
} else {
    try {
        const date = new Date().toISOString().slice(0, 10);
        const files = release(path.resolve(import.meta.dirname, '../..'), version, date);
        console.log(`${version}: ${files.length} files changed, committed and tagged v${version}.`);
        console.log('Look at it (git show), then: git push --follow-tags');
    } catch (error) {
        console.error(error instanceof Error ? error.message : error);
        process.exitCode = 1;
    }
}
