import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadPackage } from 'salesforce-metadata/package-model.ts';
import type { SourceTree } from 'salesforce-metadata/source-tree.ts';
import { checkTranslations } from '../../../scripts/metadata-check/translations.ts';
import { frenchFaults } from '../../../scripts/metadata-check/translations/french.ts';
import { checkPair } from '../../../scripts/metadata-check/translations/pair.ts';
import { assertFound, corrupt, inPackage, newFaults, PACKAGE, withFile, without } from './corrupt.ts';

const check = (tree: SourceTree) => checkTranslations(loadPackage(tree));
const FRENCH = 'translations/fr.translation-meta.xml';
const KIND = 'objects/Activity/fields/Quo_Kind__c.field-meta.xml';
const KIND_FR = 'objectTranslations/Activity-fr/Quo_Kind__c.fieldTranslation-meta.xml';
const SONA_FR = 'objectTranslations/Sona_Call__c-fr/Sona_Call__c-fr.objectTranslation-meta.xml';
const MATCH_FR = 'objectTranslations/Sona_Call__c-fr/Match__c.fieldTranslation-meta.xml';
const CONTACT_FR = 'objectTranslations/Sona_Call__c-fr/Contact__c.fieldTranslation-meta.xml';

const CORRUPTED: readonly [string, string, string | RegExp, string, RegExp][] = [
    [
        'an empty French label',
        KIND_FR,
        '<label>Type d’activité Quo<',
        '<label><',
        /label of Quo_Kind__c has no French text/
    ],
    [
        'a label left in English',
        KIND_FR,
        '<label>Type d’activité Quo<',
        '<label>Quo Activity Type<',
        /label of Quo_Kind__c is the same in both languages/
    ],
    ['a French help that is missing', KIND_FR, /<help>.*<\/help>\s*/, '', /help of Quo_Kind__c has no French text/],
    [
        'a picklist value without French',
        KIND_FR,
        '<translation>Textos<',
        '<translation><',
        /value Messages of Quo_Kind__c has no French text/
    ],
    [
        'a picklist value that was renamed',
        KIND,
        '<label>Messages<',
        '<label>Texts<',
        /translates the value Messages, which Quo_Kind__c does not have/
    ],
    [
        'a related list without French',
        CONTACT_FR,
        /<relationshipLabel>.*<\/relationshipLabel>\s*/,
        '',
        /related list of Contact__c has no French text/
    ],
    ['a plural that is missing', SONA_FR, 'Gérés par Sona', '', /the plural has no French text/],
    ['a singular that is missing', SONA_FR, 'Géré par Sona', '', /the singular has no French text/],
    [
        'a name that is missing',
        SONA_FR,
        '<nameFieldLabel>Appel',
        '<nameFieldLabel>',
        /the name field has no French text/
    ],
    ['a gender that is missing', SONA_FR, /<gender>.*<\/gender>\s*/, '', /does not say the gender/],
    [
        'a layout section without French',
        SONA_FR,
        '<section>Follow-Up',
        '<section>Follow Up',
        /section Follow-Up has no French text/
    ],
    [
        'a section that is not there',
        SONA_FR,
        '<section>Follow-Up',
        '<section>Follow Up',
        /translates the section Follow Up/
    ],
    ['a straight apostrophe', MATCH_FR, '</help>', " d'accord</help>", /straight apostrophe/],
    ['quotes without their spaces', MATCH_FR, '«\u00a0', '« ', /« without a no-break space/],
    [
        'a tab without French',
        FRENCH,
        '<label>Numéros non associés<',
        '<label><',
        /label of Quo_Unmatched has no French text/
    ],
    [
        'a report type without French',
        FRENCH,
        '<name>Sona_Calls<',
        '<name>Sona_Call<',
        /lacks <reportTypes> for Sona_Calls/
    ],
    [
        'a section of a report type without French',
        FRENCH,
        '<name>Sona Answers<',
        '<name>Answers<',
        /lacks <sections> for Sona Answers/
    ],
    [
        'a label that is not there',
        FRENCH,
        '<name>Quo_Calling_Call<',
        '<name>Quo_Calling_Cal<',
        /translates Quo_Calling_Cal, which is not there/
    ],
    [
        'a label that loses what it was to say',
        FRENCH,
        'Appeler {0} avec Quo',
        'Appeler avec Quo',
        /label of Quo_Calling_Call_Number puts in nothing instead of \{0\}/
    ],
    [
        'a label that is translated twice',
        FRENCH,
        '<name>Quo_Calling_Call<',
        '<name>Quo_Calling_Account<',
        /translates Quo_Calling_Account twice/
    ],
    [
        'a translation of a layout that is not there',
        SONA_FR,
        '<layout>Handled by Sona Layout',
        '<layout>Sona Layout',
        /translates the layout Sona Layout, which is not there/
    ],
    [
        'a report named in one language',
        'reports/Quo_Reports/Texts_By_Rep.report-meta.xml',
        / · Textos par personne/,
        '',
        /<name> has no French text/
    ],
    [
        'a list view named in one language',
        'objects/Sona_Call__c/listViews/All.listView-meta.xml',
        ' · Tous',
        ' · All',
        /<label> is the same in both/
    ],
    [
        'a list view named in three languages',
        'objects/Sona_Call__c/listViews/All.listView-meta.xml',
        ' · Tous',
        ' · Tous · Todos',
        /<label> holds more than two languages/
    ],
    [
        'a dashboard heading in one language',
        'dashboards/Quo_Dashboards/Sona.dashboard-meta.xml',
        ' · Sona par jour',
        '',
        /<header> has no French text/
    ]
];

for (const [what, file, from, to, message] of CORRUPTED) {
    test(`finds ${what}`, () => assertFound(newFaults(check, corrupt(file, from, to)), message));
}

const REMOVED: readonly [string, RegExp][] = [
    [KIND_FR, /Quo_Kind__c.field-meta.xml: has no French translation/],
    [KIND, /translates a field that is not there/],
    [SONA_FR, /Sona_Call__c.object-meta.xml: has no French translation/],
    [FRENCH, /fr.translation-meta.xml is missing/]
];

for (const [file, message] of REMOVED) {
    test(`finds that ${file} is gone`, () => assertFound(newFaults(check, without(file)), message));
}

test('finds a translation of an object that is not there', () => {
    const file = 'objectTranslations/Sona__c-fr/Sona__c-fr.objectTranslation-meta.xml';
    const text = PACKAGE.get(inPackage('objectTranslations/Lead-fr/Lead-fr.objectTranslation-meta.xml')) ?? '';
    assertFound(newFaults(check, withFile(file, text)), /translates Sona__c, which is not there/);
});

test('French typography is that of Québec: no-break space before a colon, none before ; ? !', () => {
    for (const good of [
        'Qui a appelé?',
        'Ceci\u00a0: cela; «\u00a0oui\u00a0»',
        '14:30',
        'Reste {0} h',
        'L’appel…',
        '50\u00a0%'
    ]) {
        assert.deepEqual(frenchFaults(good), [], good);
    }
    for (const bad of ["L'appel", '"oui"', 'Quoi ?', 'Ceci : cela', 'Ceci: cela', '« oui »', 'Fin...', 'Deux  mots']) {
        assert.notDeepEqual(frenchFaults(bad), [], bad);
    }
});

test('whatever the text, what is the same in both languages is reported unless it is known to be', () => {
    fc.assert(
        fc.property(fc.stringMatching(/^[A-Za-z]{4,12} [A-Za-z]{4,12}$/), (text) => {
            assert.equal(checkPair('f', 'it', text, text).length, 1);
            assert.equal(checkPair('f', 'it', text, `${text} fr`).length, 0);
        })
    );
    assert.deepEqual(checkPair('f', 'it', 'Contact', 'Contact'), []);
    assert.deepEqual(checkPair('f', 'it', '{0} / {1}', '{0} / {1}'), []);
});
