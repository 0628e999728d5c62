import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import ts from 'typescript';
import {
    checkDeployment,
    checkResolved,
    deployedFiles,
    resolvedFiles
} from '../../../scripts/metadata-check/deployment.ts';
import { readSourceTree, ROOT } from 'salesforce-metadata/source-tree.ts';
import { zipNames } from '../../../scripts/metadata-check/zip-names.ts';

const run = promisify(execFile);
let copy = '';

/** Writes the `.js` beside every `.ts` of the components, types stripped: what the build leaves there. */
function build(root: string): void {
    for (const entry of fs.readdirSync(path.join(root, 'force-app'), { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !entry.name.endsWith('.ts') || entry.parentPath.includes('__tests__')) continue;
        const file = path.join(entry.parentPath, entry.name);
        const { outputText } = ts.transpileModule(fs.readFileSync(file, 'utf8'), {
            compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext }
        });
        fs.writeFileSync(file.replace(/\.ts$/, '.js'), outputText);
    }
}

before(() => {
    copy = fs.mkdtempSync(path.join(os.tmpdir(), 'quo-package-'));
    for (const name of ['force-app', 'sfdx-project.json', '.forceignore']) {
        fs.cpSync(path.join(ROOT, name), path.join(copy, name), { recursive: true });
    }
    build(copy);
});
after(() => fs.rmSync(copy, { recursive: true, force: true }));

test('a deployment holds every component’s built script and every translation, and no TypeScript', async () => {
    const names = await deployedFiles(copy);
    assert.deepEqual(checkDeployment(names, readSourceTree(copy)), []);
    assert.ok(names.includes('translations/fr.translation'));
    assert.ok(names.some((name) => /^lwc\/\w+\/\w+\.js$/.test(name)));
});

test('Salesforce’s own library knows every file of the package, and of what is deployed beside it', () => {
    const tree = readSourceTree();
    assert.deepEqual(checkResolved(resolvedFiles(ROOT), tree), []);
    const kinds = new Set([...tree.keys()].map((file) => file.split('/')[0]));
    assert.deepEqual([...kinds].toSorted(), ['force-app', 'unpackaged']);
});

test('finds a file that a deployment would leave out', () => {
    const lost = 'force-app/main/default/objects/Sona_Call__c/validation/Rule.rule-meta.xml';
    const found = checkResolved(resolvedFiles(ROOT), new Map([[lost, '']]));
    assert.match(found[0]?.message ?? '', /belongs to no component/);
});

test('finds a component that is not built, a translation left out, TypeScript and tests that are sent', () => {
    const tree = new Map([
        ['force-app/main/default/lwc/a/a.ts', ''],
        ['force-app/main/default/translations/fr.translation-meta.xml', ''],
        ['force-app/main/default/objectTranslations/Lead-fr/Lead-fr.objectTranslation-meta.xml', '']
    ]);
    const found = checkDeployment(['package.xml', 'lwc/a/a.ts', 'lwc/a/__tests__/a.test.js'], tree);
    const messages = found.map(({ file, message }) => `${file} ${message}`).join('\n');
    assert.match(messages, /a\.ts is not built/);
    assert.match(messages, /fr\.translation-meta\.xml is left out/);
    assert.match(messages, /Lead-fr\.objectTranslation-meta\.xml is left out/);
    assert.match(messages, /lwc\/a\/a\.ts is TypeScript/);
    assert.match(messages, /__tests__\/a\.test\.js is a test/);
});

test('sf converts the source', async () => {
    const home = path.join(copy, 'home');
    fs.mkdirSync(home);
    const env = {
        PATH: process.env.PATH,
        HOME: home,
        SF_AUTOUPDATE_DISABLE: 'true',
        SF_DISABLE_AUTOUPDATE: 'true',
        SF_DISABLE_TELEMETRY: 'true',
        SF_SKIP_NEW_VERSION_CHECK: 'true'
    };
    const sf = path.join(ROOT, 'node_modules/@salesforce/cli/bin/run.js');
    const args = [sf, 'project', 'convert', 'source', '--root-dir', 'force-app/main', '--output-dir', 'out', '--json'];
    const { stdout } = await run(process.execPath, args, { cwd: copy, env });
    assert.equal((JSON.parse(stdout) as { status: number }).status, 0);
    const out = fs.readdirSync(path.join(copy, 'out'), { recursive: true, encoding: 'utf8' });
    assert.ok(out.includes('package.xml'));
    assert.deepEqual(
        out.filter((name) => name.endsWith('.ts')),
        []
    );
});

test('bytes that are no zip are called so', () => {
    assert.throws(() => zipNames(Buffer.from('no zip at all, only a sentence')), /These bytes are no zip/);
});
