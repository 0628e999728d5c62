import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ROOT } from 'salesforce-metadata/source-tree.ts';
import { argumentsFor, testFiles } from '../../../scripts/test-one/runner.ts';

const LINKS = 'force-app/main/default/lwc/quoLinks/__tests__/quoLinks.test.ts';
const HERE = 'connector/test/package/test-runners.test.ts';
/** Without the mark that this is a test: a runner that sees it runs nothing. */
const env = { ...process.env, NODE_TEST_CONTEXT: undefined };

/** Runs Node in a folder of the project, as somebody who types it there. */
function run(args: readonly string[], cwd = ROOT): Promise<{ readonly status: number; readonly output: string }> {
    return new Promise((resolve) => {
        execFile(process.execPath, args, { cwd, env: { ...env, INIT_CWD: cwd } }, (error, stdout, stderr) => {
            resolve({ status: error ? Number(error.code) : 0, output: stdout + stderr });
        });
    });
}

const listed = async (program: string): Promise<readonly string[]> => {
    const { status, output } = await run([program, '--', '--listTests']);
    assert.equal(status, 0, output);
    const files = output.split('\n').filter((line) => line.endsWith('.ts'));
    return [...new Set(files.map((file) => path.relative(ROOT, file)))].sort();
};

test('sfdx-lwc-jest runs the tests of the Lightning bundles, all of them and no others', async () => {
    const files = await listed('node_modules/@salesforce/sfdx-lwc-jest/bin/sfdx-lwc-jest');
    assert.deepEqual(
        files,
        testFiles(ROOT).filter((file) => file.startsWith('force-app/'))
    );
    assert.ok(files.includes(LINKS));
});

test('npm run test:lwc takes the same configuration', async () => {
    const { scripts } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
        scripts: Record<string, string>;
    };
    assert.equal(scripts['test:lwc'], 'jest');
    assert.ok(fs.existsSync(path.join(ROOT, 'jest.config.cjs')));
});

test('every test file has a runner, and further arguments reach it before the file', () => {
    for (const file of testFiles(ROOT)) {
        const args = argumentsFor(file, ['--given'], ROOT, ROOT);
        assert.equal(args.at(-1), file);
        assert.equal(args.includes('node_modules/jest/bin/jest.js'), file.startsWith('force-app/'), file);
        assert.equal(args.includes('--test'), !file.startsWith('force-app/'), file);
        assert.ok(args.indexOf('--given') > 0, file);
    }
});

test('a file is found from the folder in which the command is typed, too', () => {
    const folder = path.join(ROOT, 'connector/test/package');
    assert.equal(argumentsFor('test-runners.test.ts', [], ROOT, folder).at(-1), HERE);
});

test('one file of each runner runs, and what fails is told by the status', async () => {
    const jest = await run(['scripts/test-one/main.ts', LINKS, '--selectProjects', 'en', '-t', 'encoded']);
    assert.equal(jest.status, 0, jest.output);
    assert.match(jest.output, /1 passed/);
    const node = await run(['scripts/test-one/main.ts', HERE, '--test-name-pattern=not a test file']);
    assert.equal(node.status, 0, node.output);
    assert.match(node.output, /pass 1/);
    assert.notEqual((await run(['scripts/test-one/main.ts', HERE, '--no-such-argument'])).status, 0);
});

test('a file that is no test file is refused, with what a test file is', async () => {
    const { status, output } = await run(['scripts/test-one/main.ts', 'package.json']);
    assert.equal(status, 1);
    assert.match(output, /package\.json is not a test file\..*\.test\.ts/);
});

test('an unknown file is answered with the files that come near', async () => {
    const { status, output } = await run(['scripts/test-one/main.ts', 'connector/test/quoLinks.test.ts']);
    assert.equal(status, 1);
    assert.match(output, /There is no file connector\/test\/quoLinks\.test\.ts\. Did you mean/);
    assert.ok(output.includes(LINKS), output);
});

test('without a file, it says how it is used', async () => {
    const { status, output } = await run(['scripts/test-one/main.ts']);
    assert.equal(status, 1);
    assert.match(output, /npm run test:one -- FILE/);
});
