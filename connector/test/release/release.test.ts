import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { release } from '../../../scripts/release/release.ts';
import { isLater } from '../../../scripts/release/versions.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const DATE = '2027-02-03';
const FILES = globSync(
    [
        'package.json',
        'package-lock.json',
        'sfdx-project.json',
        'connector/CHANGELOG.md',
        '{packages,connector/sandbox}/*/package.json'
    ],
    { cwd: ROOT }
);

interface Repository {
    readonly root: string;
    readonly git: (...args: readonly string[]) => string;
    readonly read: (file: string) => string;
    readonly write: (file: string, text: string) => void;
}

/** A repository of its own with the files of this one that a release changes. */
function scratch(t: TestContext, changelog = '# Changes\n\n## Unreleased\n\n- A thing.\n'): Repository {
    const root = mkdtempSync(path.join(tmpdir(), 'quo-release-'));
    t.after(() => rmSync(root, { recursive: true, force: true }));
    for (const file of FILES) cpSync(path.join(ROOT, file), path.join(root, file));
    const git = (...args: readonly string[]): string =>
        execFileSync('git', [...args], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
    const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
    const write = (file: string, text: string): void => writeFileSync(path.join(root, file), text);
    write('connector/CHANGELOG.md', changelog);
    git('init', '--quiet', '--initial-branch', 'main');
    git('config', 'user.name', 'Somebody');
    git('config', 'user.email', 'somebody@example.com');
    git('config', 'commit.gpgsign', 'false');
    git('config', 'tag.gpgsign', 'false');
    git('add', '.');
    git('commit', '--quiet', '--message', 'feat: a thing');
    return { root, git, read, write };
}

/** Nothing was committed, tagged or written. */
function untouched({ git }: Repository): void {
    assert.equal(git('log', '--format=%s'), 'feat: a thing');
    assert.equal(git('tag'), '');
    assert.equal(git('diff', '--name-only'), '');
}

test('a release is one commit and one tag, and leaves nothing uncommitted', (t) => {
    const { root, git } = scratch(t);
    release(root, '1.2.0', DATE);
    assert.equal(git('log', '--format=%s'), 'chore(release): 1.2.0\nfeat: a thing');
    assert.equal(git('rev-list', '-n', '1', 'v1.2.0'), git('rev-parse', 'HEAD'));
    assert.equal(git('status', '--porcelain'), '');
});

test('a release moves what was unreleased to the version, and leaves room for what comes next', (t) => {
    const { root, read } = scratch(t, '# Changes\n\n## Unreleased\n\n- A thing.\n\n## 1.0.0, 2026-12-01\n\n- Older.\n');
    release(root, '1.2.0', DATE);
    const after =
        '# Changes\n\n## Unreleased\n\n## 1.2.0, 2027-02-03\n\n- A thing.\n\n## 1.0.0, 2026-12-01\n\n- Older.\n';
    assert.equal(read('connector/CHANGELOG.md'), after);
});

test('a release gives one version to every package, to the lock file and to the Salesforce package', (t) => {
    const { root, read } = scratch(t);
    release(root, '1.2.0', DATE);
    const manifests = FILES.filter((file) => file.endsWith('package.json'));
    assert.ok(manifests.length > 5);
    const parsed = manifests.map((file) => JSON.parse(read(file)) as Record<'name' | 'version', string>);
    for (const { name, version } of parsed) assert.equal(version, '1.2.0', name);
    const lock = JSON.parse(read('package-lock.json')) as {
        readonly version: string;
        readonly packages: Readonly<Record<string, { readonly version?: string }>>;
    };
    assert.equal(lock.version, '1.2.0');
    for (const file of manifests) assert.equal(lock.packages[path.dirname(file).replace(/^\.$/, '')]?.version, '1.2.0');
    assert.match(read('sfdx-project.json'), /"versionName": "1\.2",\s+"versionNumber": "1\.2\.0\.NEXT"/);
});

test('packages that depend on each other ask for the version that they get, in the lock file too', (t) => {
    const { root, read } = scratch(t);
    release(root, '1.2.0', DATE);
    const own = new Set(FILES.filter((file) => file.endsWith('package.json')).map((file) => nameIn(read(file))));
    const texts = FILES.filter((file) => file.endsWith('.json')).map((file) => read(file));
    let asked = 0;
    for (const [, name = '', version] of texts.join('\n').matchAll(/"([\w-]+)": "(\d+\.\d+\.\d+)"/g))
        if (own.has(name)) {
            assert.equal(version, '1.2.0', name);
            asked += 1;
        }
    assert.ok(asked > 5);
});

const nameIn = (text: string): string => (JSON.parse(text) as { readonly name: string }).name;

test('a release changes nothing but versions in what it writes', (t) => {
    const { root, git } = scratch(t);
    release(root, '1.2.0', DATE);
    const changed = git('diff', 'HEAD~1', '--unified=0', '--', '*.json').split('\n');
    for (const line of changed.filter((each) => /^\+[^+]/.test(each))) assert.match(line, /"1\.2(\.0(\.NEXT)?)?",?$/);
});

test('the first release may have the version that stands there already', (t) => {
    const { root, git, read } = scratch(t);
    const { version } = JSON.parse(read('package.json')) as { readonly version: string };
    release(root, version, DATE);
    assert.equal(git('tag'), `v${version}`);
    assert.throws(() => release(root, version, DATE), /already/);
});

test('a release of what is not committed is refused', (t) => {
    const repository = scratch(t);
    repository.write('new.txt', '');
    assert.throws(() => release(repository.root, '1.2.0', DATE), /Not committed yet:\n\?\? new\.txt/);
    untouched(repository);
});

test('a release on another branch is refused', (t) => {
    const repository = scratch(t);
    repository.git('switch', '--quiet', '--create', 'feature');
    assert.throws(() => release(repository.root, '1.2.0', DATE), /on main, not on "feature"/);
    untouched(repository);
});

test('a release that says nothing to whoever runs it is refused', (t) => {
    const repository = scratch(t, '# Changes\n\n## Unreleased\n\n## 1.0.0, 2026-12-01\n\n- Older.\n');
    assert.throws(() => release(repository.root, '1.2.0', DATE), /Nothing stands below/);
    untouched(repository);
});

test('a version that is none, or is not later, is refused', (t) => {
    const repository = scratch(t);
    for (const version of ['1.2', 'v1.2.0', '1.2.0-beta', '', '0.0.9'])
        assert.throws(() => release(repository.root, version, DATE), /three numbers|not later/, version);
    untouched(repository);
});

test('versions are compared as numbers', () => {
    assert.ok(isLater('0.10.0', '0.9.9'));
    assert.ok(isLater('1.0.0', '0.99.99'));
    assert.ok(!isLater('1.2.0', '1.2.0'));
    assert.ok(!isLater('1.2.9', '1.10.0'));
});

test('this repository’s changelog has a place for what is unreleased', () => {
    assert.match(readFileSync(path.join(ROOT, 'connector/CHANGELOG.md'), 'utf8'), /^## Unreleased$/m);
});
