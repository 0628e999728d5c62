import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadPackage } from 'salesforce-metadata/package-model.ts';
import { checkShape } from 'salesforce-metadata/shape.ts';
import type { SourceTree } from 'salesforce-metadata/source-tree.ts';
import { assertFound, catalogue, corrupt, inPackage, newFaults, PACKAGE, withFile } from './corrupt.ts';

const check = (tree: SourceTree) => checkShape(loadPackage(tree), catalogue());
const KEY = 'objects/Activity/fields/Quo_Key__c.field-meta.xml';
const KIND = 'objects/Activity/fields/Quo_Kind__c.field-meta.xml';
const SONA = 'objects/Sona_Call__c/Sona_Call__c.object-meta.xml';
const LISTENER = 'permissionsets/Quo_Recording_Listener.permissionset-meta.xml';
const REPORT = 'reports/Quo_Reports/Calls_By_Rep.report-meta.xml';

const CASES: readonly [string, string, string | RegExp, string, RegExp][] = [
    [
        'an element that is no element of its type',
        SONA,
        /deploymentStatus>/g,
        'deployementStatus>',
        /<deployementStatus> is no element of CustomObject \(did you mean <deploymentStatus>\?\)/
    ],
    ['an element in other capitals', KIND, /restricted>/g, 'Restricted>', /did you mean <restricted>\?/],
    [
        'a word that is not in the list',
        KIND,
        '<type>Picklist</type>',
        '<type>PickList</type>',
        /"PickList" is not a value of FieldType \(did you mean Picklist\?\)/
    ],
    [
        'a boolean that is none',
        KIND,
        '<required>false</required>',
        '<required>no</required>',
        /"no" is not true or false/
    ],
    ['a number that is none', KEY, '<length>120</length>', '<length>lots</length>', /"lots" is not a number/],
    [
        'a required element that is missing',
        LISTENER,
        /<allowRead>true<\/allowRead>\s*/,
        '',
        /<allowRead> is required in PermissionSetObjectPermissions/
    ],
    [
        'an element that the platform wants although the types do not',
        KEY,
        /<type>Text<\/type>\s*/,
        '',
        /<type> is required in CustomField by the platform/
    ],
    [
        'an element that stands twice',
        LISTENER,
        '<label>',
        '<label>Twice</label>\n    <label>',
        /<label> may appear once/
    ],
    [
        'elements of one kind that are apart',
        REPORT,
        '<description>',
        '<columns>\n        <field>Activity$Status</field>\n    </columns>\n    <groupingsDown />\n    <columns>\n        <field>Activity$Who</field>\n    </columns>\n    <description>',
        /the <columns> elements are not together/
    ],
    ['text between elements', SONA, '<searchLayouts>', 'oops <searchLayouts>', /stray text "oops"/],
    [
        'a label with a space at its end',
        KEY,
        '<label>Quo Key</label>',
        '<label>Quo Key </label>',
        /starts or ends with a space/
    ],
    ['a namespace that is missing', KEY, ' xmlns="http://soap.sforce.com/2006/04/metadata"', '', /lacks the namespace/],
    [
        'a name that differs from the file',
        KEY,
        '<fullName>Quo_Key__c<',
        '<fullName>Quo_Keys__c<',
        /says Quo_Keys__c, the file's name says Quo_Key__c/
    ],
    [
        'an element where text belongs',
        KEY,
        '<length>120',
        '<length><value>120</value>',
        /CustomField\/length: expected text/
    ],
    ['a file that is no XML', KEY, '</label>', '</lable>', /not well-formed: .*\(line \d+\)/]
];

for (const [what, file, from, to, message] of CASES) {
    test(`finds ${what}`, () => assertFound(newFaults(check, corrupt(file, from, to)), message));
}

test('finds a root element of another type than the file name announces', () => {
    assertFound(
        newFaults(check, corrupt(LISTENER, /PermissionSet( xmlns|>)/g, 'Profile$1')),
        /<Profile> stands where .* announces PermissionSet/
    );
});

test('finds a type that Salesforce does not have', () => {
    const faults = newFaults(check, corrupt(LISTENER, /PermissionSet( xmlns|>)/g, 'PermissionBox$1'));
    assertFound(faults, /PermissionBox is no metadata type/);
});

test('finds a file in the folder of another kind', () => {
    const text = PACKAGE.get(inPackage(LISTENER)) ?? '';
    const faults = newFaults(check, withFile('profiles/Quo_Listener.permissionset-meta.xml', text));
    assertFound(faults, /belongs in a folder named permissionsets/);
});

test('finds a kind of file that the package does not hold', () => {
    assertFound(
        newFaults(check, withFile('duplicateRules/Lead.Quo.duplicateRule-meta.xml', '<DuplicateRule />')),
        /of a kind that this package does not hold/
    );
});

test('reads two thousand types from Salesforce, with their words', () => {
    assert.ok(catalogue().size > 2_000);
    assert.ok(catalogue().get('FieldType')?.values?.includes('LongTextArea'));
    assert.equal(catalogue().get('CustomField')?.properties.get('fullName')?.optional, true);
});
