import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, test } from 'node:test';
import { ComponentSet, MetadataConverter } from '@salesforce/source-deploy-retrieve';
import { unzip } from 'salesforce-simulator/deploy/unzip.ts';
import { ROOT } from 'salesforce-metadata/source-tree.ts';
import { SOURCE } from '../../../scripts/org/steps/deploy.ts';
import {
    copyProject,
    keepAliases,
    PACKAGES,
    readProject,
    type PackageType
} from '../../../scripts/org/version-project.ts';

/** Other test files of the process read the same environment. */
const FILLED = ['QUO_CONTACT_EMAIL', 'QUO_OAUTH_LINK', 'QUO_ORG_SCOPED_APP'] as const;
const before = FILLED.map((name) => [name, process.env[name]] as const);
afterEach(() => {
    for (const [name, value] of before)
        if (value === undefined) Reflect.deleteProperty(process.env, name);
        else process.env[name] = value;
});

/** What would be sent to an org of a folder: text by name. */
async function sent(folder: string): Promise<ReadonlyMap<string, string>> {
    const components = ComponentSet.fromSource({ fsPaths: [path.resolve(ROOT, folder)] });
    const { zipBuffer } = await new MetadataConverter().convert(components, 'metadata', { type: 'zip' });
    return new Map(unzip(zipBuffer ?? Buffer.alloc(0)).map(({ path: name, content }) => [name, content.toString()]));
}

const ending = (files: ReadonlyMap<string, string>, end: string): string =>
    [...files].find(([name]) => name.endsWith(end))?.[1] ?? '';

/** The project that a version is made from, as a map of what an org would be sent of it. */
async function version(type: PackageType, hasApp: boolean): Promise<ReadonlyMap<string, string>> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'quo-version-'));
    copyProject(ROOT, folder, type, hasApp);
    return sent(path.join(folder, 'force-app')).finally(() => fs.rmSync(folder, { recursive: true }));
}
const apps = (files: ReadonlyMap<string, string>): readonly string[] =>
    [...files.keys()].filter((name) => /eca/i.test(path.extname(name)));

test('a version with the client app links it to the Dev Hub’s, in both of its files', async () => {
    const link = { QUO_OAUTH_LINK: '<oauthLink>a:b</oauthLink>', QUO_ORG_SCOPED_APP: '<orgScopedExternalApp>a:Quo<' };
    Object.assign(process.env, { QUO_CONTACT_EMAIL: 'marie@acme.com', ...link });
    const files = await sent('force-app/client-app');
    assert.match(ending(files, '.eca'), /<distributionState>Packaged</);
    assert.match(ending(files, '.eca'), /<contactEmail>marie@acme\.com</);
    assert.match(ending(files, '.eca'), /<orgScopedExternalApp>a:Quo</);
    assert.match(ending(files, '.ecaOauth'), /<oauthLink>a:b<\/oauthLink>/);
});

test('the CLI on its own makes no version with an app that is linked to nothing', async () => {
    for (const name of FILLED) Reflect.deleteProperty(process.env, name);
    process.env.QUO_CONTACT_EMAIL = 'marie@acme.com';
    await assert.rejects(sent('force-app/client-app'), /"QUO_(?:OAUTH_LINK|ORG_SCOPED_APP)" is in sfdx-project\.json/);
});

test('a version without the link has no client app at all, and everything else', async () => {
    const [managed, unlocked] = await Promise.all([version('managed', false), version('unlocked', false)]);
    for (const files of [managed, unlocked]) {
        assert.deepEqual(apps(files), []);
        assert.ok([...files.keys()].filter((name) => name.startsWith('objects/')).length > 3);
    }
    assert.deepEqual([...managed.keys()].toSorted(), [...unlocked.keys()].toSorted());
    assert.deepEqual(
        [...managed.keys()].filter((name) => name.endsWith('.ts')),
        [],
        'what is ignored is ignored in the copy'
    );
});

test('an unlocked version has no namespace and no ancestor; both are packages of their own', () => {
    for (const type of ['managed', 'unlocked'] as const) {
        const root = fs.mkdtempSync(path.join(os.tmpdir(), 'quo-root-'));
        const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'quo-version-'));
        for (const part of ['force-app', 'config', '.forceignore']) fs.writeFileSync(path.join(root, part), '');
        const directory = { path: 'force-app', package: PACKAGES.managed, ancestorVersion: 'HIGHEST' };
        const before = { namespace: 'acme', packageDirectories: [directory], packageAliases: { old: '0Ho1' } };
        fs.writeFileSync(path.join(root, 'sfdx-project.json'), JSON.stringify(before));
        copyProject(root, folder, type, true);
        const copied = readProject(folder);
        assert.equal(copied['namespace'], type === 'managed' ? 'acme' : '');
        assert.equal('ancestorVersion' in (copied.packageDirectories[0] ?? {}), type === 'managed');
        assert.equal(copied.packageDirectories[0]?.['package'], PACKAGES[type]);
        fs.writeFileSync(
            path.join(folder, 'sfdx-project.json'),
            JSON.stringify({ ...copied, packageAliases: { ...copied.packageAliases, new: '04t1' } })
        );
        keepAliases(root, folder);
        assert.deepEqual(readProject(root), { ...before, packageAliases: { old: '0Ho1', new: '04t1' } });
        for (const one of [root, folder]) fs.rmSync(one, { recursive: true });
    }
});

test('source that is deployed brings no client app: an org makes its own', async () => {
    const files = await sent(SOURCE);
    assert.ok([...files.keys()].some((name) => name.startsWith('objects/')));
    assert.deepEqual(apps(files), []);
});
