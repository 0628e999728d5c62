import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { findField } from '../../../scripts/metadata-check/fields.ts';
import { loadPackage } from 'salesforce-metadata/package-model.ts';
import { ROOT } from 'salesforce-metadata/source-tree.ts';
import { text } from 'salesforce-metadata/xml.ts';
import { PACKAGE } from './corrupt.ts';
import { apiNames, apiNamesOf, namesIn, namesOf, saidByConsole, type Language } from './guide-names.ts';
import { unknownWords } from './sf-manifests.ts';

const GUIDES = (['en', 'fr'] as const).map((language): { language: Language; guide: string } => ({
    language,
    guide: fs.readFileSync(path.join(ROOT, `docs/admin-guide.${language}.md`), 'utf8')
}));
const TEXTS = [...GUIDES.map(({ guide }) => guide), fs.readFileSync(path.join(ROOT, 'README.md'), 'utf8')];

/** Command lines of a document that begin so, without comments and without the words around them. */
function commands(beginning: RegExp): readonly string[] {
    const code = TEXTS.flatMap((one) => [
        ...[...one.matchAll(/^ *```sh\n([^]*?)^ *```/gm)].flatMap(([, block]) => block?.split('\n') ?? []),
        ...[...one.matchAll(/`([^`\n]+)`/g)].map(([, inline]) => inline ?? '')
    ]);
    return code.map((line) => line.replace(/ #.*$/, '').trim()).filter((line) => beginning.test(line));
}

const unknownNames = (guide: string, language: Language): readonly string[] =>
    namesOf(guide)
        .map((name) => name.replaceAll('\u00a0', ' '))
        .filter((name) => !namesIn(language).has(name) && !saidByConsole(name, language));

for (const { language, guide } of GUIDES) {
    test(`the admin guide names what the product shows (${language})`, () => {
        assert.ok(namesOf(guide).length > 10);
        assert.deepEqual(unknownNames(guide, language), []);
        assert.ok(apiNamesOf(guide).length > 10);
        assert.deepEqual(
            apiNamesOf(guide).filter((name) => !apiNames().has(name)),
            []
        );
    });

    test(`the admin guide names the field that says why (${language})`, () => {
        const model = loadPackage(PACKAGE);
        const label =
            language === 'en'
                ? findField(model, 'Task', 'Quo_Match_Reason__c')?.label
                : text(model.find('fieldTranslation', 'Activity-fr.Quo_Match_Reason__c')?.root ?? NONE, 'label');
        assert.ok(label && guide.includes(`**${label}**`), label);
    });

    test(`the admin guide names the components that are put on pages, and a page to activate (${language})`, () => {
        for (const name of ['Quo Timeline', 'Quo Call Button', 'Quo Contact Page'])
            assert.ok(guide.includes(name), name);
    });
}

const NONE = { name: '', attributes: {}, children: [], text: '', stray: '' };

test('finds a name in a guide that the product does not show', () => {
    assert.deepEqual(unknownNames('Open the tab _Unmatched Numbers_ of the app _Quo_.', 'en'), []);
    assert.deepEqual(unknownNames('Open the tab _Unknown Numbers_.', 'en'), ['Unknown Numbers']);
    assert.deepEqual(unknownNames('Voyez _Quo Match Reason_.', 'fr'), ['Quo Match Reason']);
    assert.deepEqual(namesOf('**URLs**: _Quo_Recordings_ is `_Not_` _a name_.'), ['Quo_Recordings']);
});

test('every script that a document shows knows the options that it is given', () => {
    const shown = commands(/^npx node scripts\/org\//);
    assert.ok(shown.length > 6);
    for (const line of new Set(shown)) {
        const [, , script = '', ...words] = line.split(' ');
        const help = execFileSync(process.execPath, [script, '--help'], { cwd: ROOT, encoding: 'utf8' });
        for (const option of words.filter((word) => word.startsWith('--')))
            assert.match(help, new RegExp(`^ {2}${option}\\b`, 'm'), line);
    }
});

test('every Salesforce command that a document shows is one of the pinned CLI’s', () => {
    const shown = [...new Set(commands(/^npx sf /))];
    assert.ok(shown.length >= 3);
    // Prose names a command without all that it wants.
    const faults = shown
        .flatMap((line) => unknownWords(line.split(' ').slice(2)))
        .filter((one) => !/ wants /.test(one));
    assert.deepEqual(faults, []);
});
