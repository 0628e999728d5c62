import { test } from 'node:test';
import { loadPackage } from 'salesforce-metadata/package-model.ts';
import { checkReferences } from '../../../scripts/metadata-check/references.ts';
import type { SourceTree } from 'salesforce-metadata/source-tree.ts';
import { assertFound, corrupt, inPackage, newFaults, PACKAGE, withFile, without } from './corrupt.ts';

const check = (tree: SourceTree) => checkReferences(loadPackage(tree));
const SONA = 'objects/Sona_Call__c/Sona_Call__c.object-meta.xml';
const LAYOUT = 'layouts/Sona_Call__c-Handled by Sona Layout.layout-meta.xml';
const USER = 'permissionsets/Quo_User.permissionset-meta.xml';

const CORRUPTED: readonly [string, string, string | RegExp, string, RegExp][] = [
    [
        'a search field that the object lacks',
        SONA,
        'Caller_Number__c</searchFilterFields>',
        'Caller_Phone__c</searchFilterFields>',
        /names the field Caller_Phone__c/
    ],
    [
        'a compact layout that is not there',
        SONA,
        'Sona_Call_Summary',
        'Sona_Summary',
        /assigns the compact layout Sona_Summary/
    ],
    ['a record page that is not there', SONA, 'Quo_Sona_Call_Record_Page', 'Sona_Page', /names the page Sona_Page/],
    [
        'a field without help',
        'objects/Lead/fields/Quo_Phone__c.field-meta.xml',
        /<inlineHelpText>.*<\/inlineHelpText>\s*/,
        '',
        /has no <inlineHelpText>/
    ],
    [
        'a history that the object does not keep',
        SONA,
        '<enableHistory>true',
        '<enableHistory>false',
        /tracks its history, and its object does not/
    ],
    [
        'a lookup to nothing',
        'objects/Sona_Answer__c/fields/Sona_Call__c.field-meta.xml',
        '<referenceTo>Sona_Call__c',
        '<referenceTo>Sona__c',
        /refers to Sona__c/
    ],
    [
        'a layout without a field',
        LAYOUT,
        /<layoutItems>\s*<behavior>Edit<\/behavior>\s*<field>Transcript__c<\/field>\s*<\/layoutItems>/,
        '',
        /does not show the field Transcript__c/
    ],
    [
        'a layout with a field that is not there',
        LAYOUT,
        '<field>Title__c',
        '<field>Titel__c',
        /shows the field Titel__c/
    ],
    ['a layout that shows a field twice', LAYOUT, '<field>Title__c', '<field>Summary__c', /shows Summary__c twice/],
    [
        'a related list that is not there',
        LAYOUT,
        'Sona_Answer__c.Sona_Call__c',
        'Sona_Answer__c.Call__c',
        /related list Sona_Answer__c.Call__c/
    ],
    [
        'a related list with a column that is not there',
        LAYOUT,
        '<sortField>Position__c',
        '<sortField>Place__c',
        /shows Place__c in Sona_Answer__c.Sona_Call__c/
    ],
    [
        'a compact layout with a field that is not there',
        'objects/Task/compactLayouts/Quo_Activity.compactLayout-meta.xml',
        '<fields>Quo_Inbox__c',
        '<fields>Quo_Box__c',
        /names the field Quo_Box__c, which Task does not have/
    ],
    ['an object without a description', SONA, /<description>.*<\/description>\s*/, '', /has no description/],
    [
        'a permission set that forgets Event',
        USER,
        /<fieldPermissions>\s*<editable>false<\/editable>\s*<field>Event.Quo_Key__c<\/field>[^]*?<\/fieldPermissions>/,
        '',
        /does not cover the field Event.Quo_Key__c/
    ],
    [
        'Task and Event that differ',
        USER,
        /<editable>false(<\/editable>\s*<field>Task.Quo_Key__c)/,
        '<editable>true$1',
        /Task.Quo_Key__c and Event.Quo_Key__c differ/
    ],
    [
        'a field that people change and may not',
        USER,
        /<editable>true(<\/editable>\s*<field>Sona_Call__c.Follow_Up_Status__c)/,
        '<editable>false$1',
        /does not let people change Sona_Call__c.Follow_Up_Status__c/
    ],
    [
        'a permission for no field',
        USER,
        '<field>Task.Quo_Key__c',
        '<field>Task.Quo_Kee__c',
        /covers Task.Quo_Kee__c, which is no packaged field/
    ],
    [
        'a standard object in a packaged set',
        USER,
        '<object>Sona_Answer__c',
        '<object>Contact',
        /grants the standard object Contact/
    ],
    [
        'a user permission in a packaged set',
        USER,
        '</PermissionSet>',
        '<userPermissions><enabled>true</enabled><name>ApiEnabled</name></userPermissions></PermissionSet>',
        /grants user permissions/
    ],
    [
        'a custom permission that is not there',
        USER,
        '<name>Quo_Use<',
        '<name>Quo_Uses<',
        /names the custom permission Quo_Uses/
    ]
];

for (const [what, file, from, to, message] of CORRUPTED) {
    test(`finds ${what}`, () => assertFound(newFaults(check, corrupt(file, from, to)), message));
}

const REMOVED: readonly [string, RegExp][] = [
    ['objects/Activity/fields/Quo_Inbox__c', /covers Task.Quo_Inbox__c/],
    ['customPermissions/Quo_Listen', /custom permission Quo_Listen/],
    ['permissionsets/Quo_Manager', /the permission set Quo_Manager is missing/],
    ['tabs/Quo_Unmatched', /tab Quo_Unmatched/],
    ['layouts/Sona_Answer__c', /has no page layout/],
    ['reportTypes/Sona_Calls.', /report type Sona_Calls__c/],
    ['flexipages/Quo_Home', /names the page Quo_Home/],
    ['objects/Sona_Call__c/Sona_Call__c.object', /is the tab of Sona_Call__c, which is not there/],
    ['applications/Quo', /names the app Quo, which is not in the package/],
    ['force-app/client-app/externalClientApps/Quo', /belongs to Quo, which is not there/],
    ['lwc/quoTimeline/', /shows the component quoTimeline/],
    ['labels', /uses the label/]
];

for (const [file, message] of REMOVED) {
    test(`finds what still names ${file} when it is gone`, () => assertFound(newFaults(check, without(file)), message));
}

test('finds a custom permission that nobody gets', () => {
    const file = 'customPermissions/Quo_Delete.customPermission-meta.xml';
    const text = PACKAGE.get(inPackage('customPermissions/Quo_Use.customPermission-meta.xml')) ?? '';
    assertFound(newFaults(check, withFile(file, text)), /Quo_Delete.*is granted by no permission set/);
});

test('finds more Activity fields than a guest may take of the 100 that an org has', () => {
    const text = PACKAGE.get(inPackage('objects/Activity/fields/Quo_Inbox__c.field-meta.xml')) ?? '';
    const more = Array.from({ length: 1 }, (_, index): [string, string] => [
        inPackage(`objects/Activity/fields/More_${index}__c.field-meta.xml`),
        text.replace('Quo_Inbox__c', `More_${index}__c`)
    ]);
    assertFound(newFaults(check, new Map([...PACKAGE, ...more])), /Activity gets 16 fields; at most 15/);
});
