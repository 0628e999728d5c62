import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ROOT } from 'salesforce-metadata/source-tree.ts';
import { catalogue, PACKAGE } from './corrupt.ts';

interface Project {
    readonly sourceApiVersion: string;
    readonly packageDirectories: readonly {
        readonly path: string;
        readonly definitionFile: string;
        readonly versionNumber: string;
    }[];
    readonly replacements: readonly {
        readonly filename: string;
        readonly stringToReplace: string;
        readonly replaceWithEnv: string;
    }[];
}

interface ScratchOrg {
    readonly edition: string;
    readonly language: string;
    readonly features: readonly string[];
    readonly settings: Readonly<Record<string, Readonly<Record<string, boolean>>>>;
}

const read = (file: string) => fs.readFileSync(path.join(ROOT, file), 'utf8');
const project = JSON.parse(read('sfdx-project.json')) as Project;

test('a package version is made from force-app with a scratch org definition that is there', () => {
    const [directory] = project.packageDirectories;
    assert.equal(directory?.path, 'force-app');
    assert.match(directory.versionNumber, /^\d+\.\d+\.\d+\.NEXT$/);
    assert.ok(fs.existsSync(path.join(ROOT, directory.definitionFile)));
});

test('what is put in on deployment stands in the file that it is put into', () => {
    assert.ok(project.replacements.length > 0);
    for (const { filename, stringToReplace } of project.replacements)
        assert.ok(read(filename).includes(stringToReplace), filename);
});

const orgs = ['config/project-scratch-def.json', 'config/project-scratch-def-developer.json'].map(
    (file) => JSON.parse(read(file)) as ScratchOrg
);

/** Settings of a scratch org that Salesforce's types do not have; it would refuse to make the org. */
function unknownSettings({ settings }: ScratchOrg): readonly string[] {
    return Object.entries(settings).flatMap(([name, values]) => {
        const type = catalogue().get(name.charAt(0).toUpperCase() + name.slice(1));
        return Object.keys(values)
            .filter((value) => !type?.properties.has(value))
            .map((value) => `${name}.${value}`);
    });
}

test('a scratch org is asked for settings that Salesforce has', () => {
    assert.deepEqual(orgs.flatMap(unknownSettings), []);
    const retired = { ...orgs[0], settings: { externalClientAppSettings: { enableExternalClientApps: true } } };
    assert.deepEqual(unknownSettings(retired as ScratchOrg), ['externalClientAppSettings.enableExternalClientApps']);
    for (const { features } of orgs) assert.ok(features.includes('ExternalClientApps'));
});

test('every component is of the API version of the project', () => {
    const files = [...PACKAGE].filter(([file]) => file.endsWith('.js-meta.xml'));
    assert.ok(files.length > 20);
    for (const [file, text] of files) assert.ok(text.includes(`<apiVersion>${project.sourceApiVersion}<`), file);
});

test('scratch orgs come as Enterprise and as Developer, in the base language, with translations on', () => {
    assert.deepEqual(
        orgs.map((org) => org.edition),
        ['Enterprise', 'Developer']
    );
    for (const org of orgs) {
        assert.equal(org.language, 'en_US');
        assert.equal(org.settings.languageSettings?.enableTranslationWorkbench, true);
    }
});

test('what is ignored on deployment is never a translation', () => {
    const patterns = read('.forceignore')
        .split('\n')
        .filter((line) => line && !line.startsWith('#'));
    assert.deepEqual(
        patterns.filter((line) => /ranslation|labels/.test(line)),
        []
    );
});
