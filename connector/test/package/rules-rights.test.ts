import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadPackage } from 'salesforce-metadata/package-model.ts';
import { checkRules } from '../../../scripts/metadata-check/rules.ts';
import type { SourceTree } from 'salesforce-metadata/source-tree.ts';
import { checkUnpackaged } from '../../../scripts/metadata-check/unpackaged.ts';
import { assertFound, catalogue, corrupt, newFaults } from './corrupt.ts';

const check = (tree: SourceTree) => checkRules(loadPackage(tree));
const beside = (tree: SourceTree) => checkUnpackaged(tree, catalogue());
const USER = 'permissionsets/Quo_User.permissionset-meta.xml';
const MANAGER = 'permissionsets/Quo_Manager.permissionset-meta.xml';
const ADMIN = 'permissionsets/Quo_Admin.permissionset-meta.xml';
const STANDARD = 'unpackaged/integration-user/permissionsets/Quo_Integration_Standard.permissionset-meta.xml';
const TIMELINE = 'lwc/quoTimeline/quoTimeline.js-meta.xml';
const NUMBERS = 'lwc/quoUnmatched/quoUnmatched.js-meta.xml';
const SITE = 'unpackaged/trusted-site/cspTrustedSites/Quo_Recordings.cspTrustedSite-meta.xml';

const right = (name: string, object: string) =>
    new RegExp(`(<${name}>)true(</${name}>(?:(?!</objectPermissions>)[^])*<object>${object}<)`);
const field = (name: string) =>
    `<fieldPermissions><editable>true</editable><field>${name}</field><readable>true</readable></fieldPermissions>`;

const PACKAGED: readonly [string, string, string | RegExp, string, RegExp][] = [
    [
        'a right to change what nobody may read',
        USER,
        right('allowRead', 'Sona_Call__c'),
        '$1false$2',
        /grants rights on Sona_Call__c that rest on allowRead/
    ],
    [
        'a right over all records that rests on another',
        ADMIN,
        right('allowDelete', 'Sona_Call__c'),
        '$1false$2',
        /grants rights on Sona_Call__c that rest on allowDelete/
    ],
    [
        'a right on answers without the same on calls',
        ADMIN,
        right('modifyAllRecords', 'Sona_Call__c'),
        '$1false$2',
        /grants modifyAllRecords on Sona_Answer__c, which rests on that of Sona_Call__c/
    ],
    [
        'a field that may be changed and not seen',
        USER,
        /(<field>Sona_Call__c\.Match__c<\/field>\s*<readable>)true/,
        '$1false',
        /lets people change Sona_Call__c\.Match__c and not see it/
    ],
    [
        'a calculated field that may be changed',
        ADMIN,
        /false(<\/editable>\s*<field>Sona_Call__c\.Is_Mine__c)/,
        'true$1',
        /lets people change Sona_Call__c\.Is_Mine__c, which is calculated/
    ],
    [
        'a permission for the parent of a detail',
        USER,
        '<fieldPermissions>',
        `${field('Sona_Answer__c.Sona_Call__c')}<fieldPermissions>`,
        /covers Sona_Answer__c\.Sona_Call__c, which has no field security/
    ],
    [
        'fields of an object that nobody may read',
        USER,
        /<objectPermissions>(?:(?!<\/objectPermissions>)[^])*<object>Sona_Answer__c<[^]*?<\/objectPermissions>/,
        '',
        /covers Sona_Answer__c\.Answer__c without reading Sona_Answer__c/
    ],
    [
        'a field that is named twice',
        MANAGER,
        '<fieldPermissions>',
        `${field('Task.Quo_Match__c')}<fieldPermissions>`,
        /names task\.quo_match__c twice in fieldPermissions/
    ],
    [
        'a component for small screens on a home page, which has none',
        NUMBERS,
        /(lightning__HomePage">[^]*?)(<\/supportedFormFactors>)/,
        '$1<supportedFormFactor type="Small" />$2',
        /supports Small screens on lightning__HomePage/
    ],
    ['a component for an object that is not there', TIMELINE, '<object>Lead<', '<object>Leads<', /is for Leads, which/],
    ['a setting of no type', TIMELINE, 'type="String"', 'type="Text"', /has the setting scope of no type/],
    [
        'a setting that the component does not take',
        TIMELINE,
        'name="scope"',
        'name="whose"',
        /has the setting whose, which the component does not take/
    ],
    [
        'a place that Salesforce does not know',
        NUMBERS,
        '<target>lightning__AppPage',
        '<target>lightning__Page',
        /is for lightning__Page, which is unknown/
    ],
    [
        'settings of a place that the component is not for',
        NUMBERS,
        /<target>lightning__AppPage<\/target>\s*/,
        '',
        /configures lightning__AppPage, which it is not for/
    ],
    [
        'settings of one place twice',
        NUMBERS,
        'targets="lightning__AppPage"',
        'targets="lightning__HomePage"',
        /configures lightning__HomePage twice/
    ],
    [
        'a component with a place and hidden',
        NUMBERS,
        '<isExposed>true',
        '<isExposed>false',
        /is exposed exactly when it has a place/
    ],
    [
        'a component without a name for the page editor',
        NUMBERS,
        /<masterLabel>.*<\/masterLabel>\s*/,
        '',
        /is exposed without a name/
    ],
    [
        'a label that others could refer to',
        'labels/CustomLabels.labels-meta.xml',
        '<protected>true',
        '<protected>false',
        /Quo_\w+ is not protected: others could refer to it/
    ],
    ['a component of another API version', NUMBERS, '>68.0<', '>61.0<', /is of another API version than the others/]
];

for (const [what, file, from, to, message] of PACKAGED) {
    test(`finds ${what}`, () => assertFound(newFaults(check, corrupt(file, from, to)), message));
}

const BESIDE: readonly [string, string, string | RegExp, string, RegExp][] = [
    [
        'a permission for a field that everybody sees',
        STANDARD,
        '<fieldPermissions>',
        `${field('Task.Subject')}<fieldPermissions>`,
        /covers Task\.Subject, which is no standard field with field security/
    ],
    [
        'a permission for a part of an address, which goes by the name of the whole',
        STANDARD,
        '<fieldPermissions>',
        `${field('Lead.City')}<fieldPermissions>`,
        /covers Lead\.City, which is no standard field with field security/
    ],
    [
        'a queue with members, which would put others out',
        'unpackaged/queue/queues/Quo_Unmatched.queue-meta.xml',
        '<queueSobject>',
        '<queueMembers><users><user>marie@example.com</user></users></queueMembers><queueSobject>',
        /names members, who are the org’s to name/
    ],
    [
        'a packaged object beside the package',
        STANDARD,
        '<object>Lead<',
        '<object>Sona_Call__c<',
        /grants Sona_Call__c, which is the package's to grant/
    ],
    [
        'contacts without accounts',
        STANDARD,
        /(<object>Account<[^]*?<viewAllRecords>)true/,
        '$1false',
        /grants viewAllRecords on Contact, which rests on that of Account/
    ],
    [
        'tasks without activities',
        STANDARD,
        /<userPermissions>\s*<enabled>true<\/enabled>\s*<name>ActivitiesAccess<\/name>\s*<\/userPermissions>/,
        '',
        /grants EditTask, which rests on ActivitiesAccess/
    ],
    [
        'a description that is too long',
        STANDARD,
        '<description>',
        `<description>${'x'.repeat(255)}`,
        /<description> has \d+ characters; at most 255/
    ],
    [
        'a page that is another object’s',
        'unpackaged/page-activation/objects/Lead/Lead.object-meta.xml',
        'Quo_Lead_Record_Page',
        'Quo_Contact_Record_Page',
        /activates Quo_Contact_Record_Page, which is a page of another object/
    ],
    ['a trusted site without TLS', SITE, 'https://', 'http://', /trusts something else than one host over HTTPS/],
    ['a trusted site of every host', SITE, 'connector.example', '*.example', /trusts something else than one host/],
    ['a trusted site for scripts', SITE, 'ConnectSrc>false', 'ConnectSrc>true', /opens something else than media/]
];

for (const [what, file, from, to, message] of BESIDE) {
    test(`finds ${what}, in what is deployed beside the package`, () =>
        assertFound(newFaults(beside, corrupt(file, from, to)), message));
}

test('lets through every standard field of a task that has field security, in what is deployed beside the package', () => {
    const names = ['Task.IsVisibleInSelfService', 'Lead.Fax', 'Contact.OtherAddress', 'Opportunity.Amount'];
    const granting = corrupt(STANDARD, '<fieldPermissions>', `${names.map(field).join('')}<fieldPermissions>`);
    assert.deepEqual(newFaults(beside, granting), []);
});
