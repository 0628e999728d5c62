import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadPackage } from 'salesforce-metadata/package-model.ts';
import { checkRules } from '../../../scripts/metadata-check/rules.ts';
import type { SourceTree } from 'salesforce-metadata/source-tree.ts';
import { assertFound, corrupt, inPackage, newFaults, PACKAGE } from './corrupt.ts';

const check = (tree: SourceTree) => checkRules(loadPackage(tree));
const activity = (name: string) => `objects/Activity/fields/${name}__c.field-meta.xml`;
const sona = (name: string) => `objects/Sona_Call__c/fields/${name}__c.field-meta.xml`;
const CALL = 'objects/Sona_Call__c/Sona_Call__c.object-meta.xml';
const ANSWER = 'objects/Sona_Answer__c/Sona_Answer__c.object-meta.xml';
const COMPACT = 'objects/Sona_Call__c/compactLayouts/Sona_Call_Summary.compactLayout-meta.xml';
const KIND = activity('Quo_Kind');

const CORRUPTED: readonly [string, string, string | RegExp, string, RegExp][] = [
    ['a text that is too long for its type', activity('Quo_Inbox'), '>120<', '>256<', /<length> of a Text is 1 to 255/],
    ['a long text without a length', sona('Summary'), /<length>.*<\/length>/, '', /of a LongTextArea is 256 to 131072/],
    ['a long text of too many lines', sona('Summary'), '>6<', '>60<', /<visibleLines> of a LongTextArea is 2 to 50/],
    ['a number of too many digits', sona('Duration'), '>8<', '>19<', /<precision> of a Number is 1 to 18/],
    [
        'an external id of a type that cannot be one',
        activity('Quo_Recording_URL'),
        '<label>',
        '<externalId>true</externalId><label>',
        /a Url is no external id/
    ],
    [
        'a unique field of a type that cannot be',
        activity('Quo_Recording_URL'),
        '<label>',
        '<unique>true</unique><label>',
        /a Url cannot be unique/
    ],
    [
        'a unique text that leaves capitals open',
        activity('Quo_Key'),
        /<caseSensitive>.*<\/caseSensitive>/,
        '',
        /says whether it is case-sensitive/
    ],
    [
        'capitals that count where nothing is unique',
        activity('Quo_Inbox'),
        '<description>',
        '<caseSensitive>true</caseSensitive><description>',
        /only a unique text is case-sensitive/
    ],
    [
        'a field that everybody must fill',
        sona('Title'),
        '<required>false',
        '<required>true',
        /is required, which field permissions cannot cover/
    ],
    [
        'a long text on Activity',
        activity('Quo_Match_Reason'),
        '<type>TextArea',
        '<type>LongTextArea',
        /Activity takes no LongTextArea/
    ],
    ['a history on Activity', KIND, '<type>', '<trackHistory>true</trackHistory><type>', /Activity keeps no history/],
    [
        'a picklist that refuses what a later version writes',
        KIND,
        '<restricted>false',
        '<restricted>true',
        /refuses values of later versions/
    ],
    ['a picklist without values', KIND, /<valueSetDefinition>[^]*<\/valueSetDefinition>/, '', /without values/],
    ['a value that stands twice', KIND, '<fullName>Messages', '<fullName>CALL', /has a value twice/],
    ['a value that is too long', KIND, '<fullName>Messages', `<fullName>${'x'.repeat(256)}`, /has the long value x+/],
    [
        'a formula of a field that is not there',
        sona('Is_Mine'),
        '<formula>Follow_Up_Owner__c',
        '<formula>Owner__c',
        /calculates with Owner__c, which Sona_Call__c does not have/
    ],
    ['a checkbox that begins nowhere', sona('Is_Mine'), /<formula>.*<\/formula>/, '', /has no <defaultValue>/],
    [
        'two fields with one label',
        sona('Title'),
        '<label>Title',
        '<label>Summary',
        /has the label Summary, as Summary__c has|has the label Summary, as Title__c has/
    ],
    [
        'two relationships with one name',
        sona('Answered_By'),
        'Sona_Calls_Answered',
        'Sona_Calls_To_Follow_Up',
        /has the relationship Sona_Calls_To_Follow_Up, as/
    ],
    ['a key that is no external id', activity('Quo_Key'), '<externalId>true', '<externalId>false', /must be true/],
    ['a key in any capitals', sona('Quo_Call_Id'), '<caseSensitive>true', '<caseSensitive>false', /must be true/],
    [
        'a phone key with capitals',
        'objects/Lead/fields/Quo_Phone__c.field-meta.xml',
        '<caseSensitive>false',
        '<caseSensitive>true',
        /<caseSensitive> must be false/
    ],
    ['a Sona call that hangs on a contact', sona('Contact'), '<type>Lookup', '<type>MasterDetail', /must be a lookup/],
    [
        'a Sona call that does not point to opportunities',
        sona('Opportunity'),
        '<referenceTo>Opportunity',
        '<referenceTo>Account',
        /does not point to Opportunity/
    ],
    ['an object for bulk loads only', CALL, '<enableSharing>true', '<enableSharing>false', /are on or off together/],
    [
        'a detail with sharing of its own',
        ANSWER,
        '<sharingModel>ControlledByParent',
        '<sharingModel>ReadWrite',
        /controlled by its parent exactly when it has one/
    ],
    [
        'an object wider open outside than inside',
        CALL,
        /(<externalSharingModel>)Private([^]*<sharingModel>)ReadWrite/,
        '$1ReadWrite$2Private',
        /is wider open outside than inside/
    ],
    [
        'an object without activities',
        CALL,
        '<enableActivities>true',
        '<enableActivities>false',
        /<enableActivities> must/
    ],
    [
        'an object without reports',
        ANSWER,
        '<enableReports>true',
        '<enableReports>false',
        /<enableReports> must be true/
    ],
    ['an object in development', CALL, '>Deployed<', '>InDevelopment<', /is not deployed/],
    [
        'a search by a long text',
        CALL,
        '<searchFilterFields>Inbox__c',
        '<searchFilterFields>Summary__c',
        /searches Summary__c, which is a long text/
    ],
    [
        'a long text on a compact layout',
        COMPACT,
        '>Account__c<',
        '>Summary__c<',
        /shows Summary__c, which is a long text/
    ],
    ['a compact layout that repeats itself', COMPACT, '>Account__c<', '>Outcome__c<', /shows a field twice/]
];

for (const [what, file, from, to, message] of CORRUPTED) {
    test(`finds ${what}`, () => assertFound(newFaults(check, corrupt(file, from, to)), message));
}

const one = PACKAGE.get(inPackage(sona('Follow_Up_Status'))) ?? '';
const long = PACKAGE.get(inPackage(sona('Transcript'))) ?? '';
const many = (text: string, name: string, count: number): SourceTree =>
    new Map([
        ...PACKAGE,
        ...Array.from({ length: count }, (_, index): [string, string] => [
            inPackage(sona(`More_${index}`)),
            text.replace(name, `More_${index}__c`)
        ])
    ]);

test('finds more histories than an object keeps', () => {
    assertFound(newFaults(check, many(one, 'Follow_Up_Status__c', 19)), /keeps the history of 21 fields/);
    assert.ok(
        !newFaults(check, many(one, 'Follow_Up_Status__c', 18)).some((line) => /keeps the history/.test(line)),
        '20 are kept'
    );
});

test('finds more long text than an object holds', () => {
    assertFound(newFaults(check, many(long, 'Transcript__c', 12)), /long texts of Sona_Call__c hold \d+ characters/);
});

test('finds more fields than a compact layout shows', () => {
    const fields = '<fields>Inbox__c</fields>'.repeat(4);
    assertFound(newFaults(check, corrupt(COMPACT, '<label>', `${fields}<label>`)), /shows 11 fields; at most 10/);
});
