import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { releaseChangelog } from './changelog.ts';
import { isLater, lockVersion, packageVersion, partsOf, projectVersion } from './versions.ts';

const BRANCH = 'main';
const CHANGELOG = 'connector/CHANGELOG.md';

interface Manifest {
    readonly name: string;
    readonly version: string;
    readonly workspaces?: readonly string[];
}

/**
 * Makes a release of what is committed: changelog, versions, one commit, one tag. Pushes nothing.
 *
 * @param root the repository
 * @param date `YYYY-MM-DD`
 * @returns the files that were changed
 * @throws {Error} with what stands in the way; nothing was changed then
 */
export function release(root: string, version: string, date: string): readonly string[] {
    const git = (...args: readonly string[]): string =>
        execFileSync('git', [...args], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
    const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
    partsOf(version);
    const branch = git('branch', '--show-current');
    if (branch !== BRANCH) throw new Error(`A release is made on ${BRANCH}, not on "${branch}".`);
    const dirty = git('status', '--porcelain');
    if (dirty !== '') throw new Error(`Not committed yet:\n${dirty}`);
    // Refused by git when it does not know whose commit that would be.
    git('var', 'GIT_COMMITTER_IDENT');
    const tag = `v${version}`;
    if (git('tag', '--list', tag) !== '') throw new Error(`There is ${tag} already.`);
    const { version: before, workspaces = [] } = JSON.parse(read('package.json')) as Manifest;
    if (version !== before && !isLater(version, before)) throw new Error(`${version} is not later than ${before}.`);
    const manifests = globSync(['package.json', ...workspaces.map((each) => `${each}/package.json`)], {
        cwd: root
    }).toSorted();
    const ours = manifests.map((file) => (JSON.parse(read(file)) as Manifest).name);
    const changed: readonly (readonly [string, string])[] = [
        [CHANGELOG, releaseChangelog(read(CHANGELOG), version, date)],
        ['package-lock.json', lockVersion(read('package-lock.json'), version, ours)],
        ['sfdx-project.json', projectVersion(read('sfdx-project.json'), version)],
        ...manifests.map((file) => [file, packageVersion(read(file), version, ours)] as const)
    ];
    const files = changed.map(([file]) => file);
    for (const [file, text] of changed) writeFileSync(path.join(root, file), text);
    git('add', '--', ...files);
    git('commit', '--quiet', '--message', `chore(release): ${version}`);
    git('tag', '--annotate', tag, '--message', version);
    return files;
}
