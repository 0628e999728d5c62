import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../../../scripts/metadata-check/source-tree.ts';

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
    readonly settings: { readonly languageSettings?: { readonly enableTranslationWorkbench?: boolean } };
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

test('scratch orgs come as Enterprise and as Developer, in the base language, with translations on', () => {
    const orgs = ['config/project-scratch-def.json', 'config/project-scratch-def-developer.json'].map(
        (file) => JSON.parse(read(file)) as ScratchOrg
    );
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
