import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkConnectorNames } from '../../../scripts/metadata-check/connector-names.ts';
import { checkContents } from '../../../scripts/metadata-check/contents.ts';
import { checkNames } from '../../../scripts/metadata-check/names.ts';
import { loadPackage } from 'salesforce-metadata/package-model.ts';
import type { SourceTree } from 'salesforce-metadata/source-tree.ts';
import { checkUnpackaged } from '../../../scripts/metadata-check/unpackaged.ts';
import { assertFound, catalogue, corrupt, inPackage, newFaults, PACKAGE, withFile, without } from './corrupt.ts';

const names = (tree: SourceTree) => checkNames(loadPackage(tree));
const connector = (tree: SourceTree) => checkConnectorNames(loadPackage(tree));
const unpackaged = (tree: SourceTree) => checkUnpackaged(tree, catalogue());
const KEY = 'objects/Activity/fields/Quo_Key__c.field-meta.xml';
const CSP = 'unpackaged/trusted-site/cspTrustedSites/Quo_Recordings.cspTrustedSite-meta.xml';

test('finds a label that is longer than the platform holds', () => {
    const long = 'A label that goes on and on and on and on';
    assertFound(
        newFaults(names, corrupt(KEY, 'Quo Key</label>', `${long}</label>`)),
        /<label> has 41 characters; at most 40/
    );
    assertFound(
        newFaults(names, corrupt('reports/Quo_Reports/Texts_By_Rep.report-meta.xml', '<name>Texts', `<name>${long}`)),
        /<name> has \d+ characters; at most 40/
    );
});

test('finds a help text that is longer than the platform holds', () => {
    const faults = newFaults(names, corrupt(KEY, '<inlineHelpText>', `<inlineHelpText>${'x'.repeat(255)}`));
    assertFound(faults, /<inlineHelpText> has \d+ characters; at most 255/);
});

test('finds a text inside an element that is longer than the platform holds', () => {
    const long = 'x'.repeat(80);
    const inside: readonly [string, RegExp, RegExp][] = [
        [
            'labels/CustomLabels.labels-meta.xml',
            /<shortDescription>/,
            /<shortDescription> has \d+ characters; at most 80/
        ],
        ['dashboards/Quo_Dashboards/Sona.dashboard-meta.xml', /<header>/, /<header> has \d+ characters; at most 80/],
        ['layouts/Task-Quo Task Layout.layout-meta.xml', /<label>/, /<label> has \d+ characters; at most 80/],
        [
            'objects/Sona_Call__c/Sona_Call__c.object-meta.xml',
            /<nameField>\s*<label>/,
            /<label> has 84 characters; at most 40/
        ],
        ['translations/fr.translation-meta.xml', /<reportTypes>[^]*?<label>/, /<label> has \d+ characters; at most 50/]
    ];
    for (const [file, from, message] of inside) {
        assertFound(newFaults(names, corrupt(file, from, `$&${long}`)), message);
    }
});

test('finds a queue in the package, where its members would be everybody’s', () => {
    const queue = PACKAGE.get('unpackaged/queue/queues/Quo_Unmatched.queue-meta.xml') ?? '';
    const faults = newFaults(checkContents, withFile('queues/Quo_Unmatched.queue-meta.xml', queue));
    assertFound(faults, /is a queue, which is made beside the package/);
});

test('finds one name twice, whatever its capitals', () => {
    const text = PACKAGE.get(inPackage('customPermissions/Quo_Use.customPermission-meta.xml')) ?? '';
    assertFound(
        newFaults(names, withFile('customPermissions/quo_use.customPermission-meta.xml', text)),
        /Quo_Use is there twice|quo_use is there twice/
    );
    assertFound(
        newFaults(names, corrupt('labels/CustomLabels.labels-meta.xml', '>Quo_Calling_Call<', '>Quo_Calling_Home<')),
        /Quo_Calling_Home is there twice/
    );
});

test('finds an API name that the platform refuses', () => {
    for (const name of ['Quo__Use', '9Quo', 'Quo_Use_', 'Q'.repeat(41)]) {
        const file = `customPermissions/${name}.customPermission-meta.xml`;
        const text = PACKAGE.get('force-app/main/default/customPermissions/Quo_Use.customPermission-meta.xml') ?? '';
        assert.equal(newFaults(names, withFile(file, text)).length, 1, name);
    }
});

test('finds Apex, Visualforce and Aura', () => {
    for (const file of ['classes/Quo.cls', 'triggers/Quo.trigger', 'pages/Quo.page', 'aura/Quo/Quo.cmp']) {
        assertFound(newFaults(checkContents, withFile(file, '')), /is Apex, Visualforce or Aura/);
    }
});

test('finds a kind of file that a managed package does not carry', () => {
    for (const file of [
        'matchingRules/Lead.matchingRule-meta.xml',
        'settings/Activities.settings-meta.xml',
        'profiles/Admin.profile-meta.xml'
    ]) {
        assertFound(newFaults(checkContents, withFile(file, '')), /of a kind that this package does not hold/);
    }
});

test('finds the host of one org', () => {
    for (const host of [
        'acme.my.salesforce.com',
        'acme--uat.sandbox.my.salesforce.com',
        'acme.lightning.force.com',
        'na42.salesforce.com'
    ]) {
        assertFound(newFaults(checkContents, corrupt(CSP, 'connector.example.com', host)), /holds the host of one org/);
    }
});

test('finds a record id, and takes no word for one', () => {
    for (const id of ['00D5e000001AbCdEAK', '005Hs00000ABcDe', 'a0B5e000001AbCdEAK']) {
        assertFound(
            newFaults(checkContents, corrupt(CSP, '<description>', `<description>${id} `)),
            /holds the record id/
        );
    }
    assert.deepEqual(
        newFaults(checkContents, corrupt(CSP, '<description>', '<description>00 international internationalisation ')),
        []
    );
});

test('finds a trusted URL in the package, which would be one customer’s for everybody and for good', () => {
    const site = PACKAGE.get(CSP) ?? '';
    const inside = withFile('cspTrustedSites/Quo_Recordings.cspTrustedSite-meta.xml', site);
    assertFound(newFaults(checkContents, inside), /is a trusted URL, which is one customer’s/);
});

test('finds the address of a person', () => {
    assertFound(
        newFaults(checkContents, corrupt(CSP, '<description>', '<description>jean@acme.test ')),
        /holds the address jean@acme.test/
    );
});

test('the connector’s lengths are those of the fields', () => {
    assert.deepEqual(connector(PACKAGE), []);
    assertFound(
        newFaults(connector, corrupt(KEY, '<length>120', '<length>80')),
        /holds 80 characters, the connector counts on 120/
    );
    assertFound(
        newFaults(
            connector,
            corrupt('objects/Sona_Call__c/fields/Inbox__c.field-meta.xml', '<length>120', '<length>255')
        ),
        /holds 255 characters/
    );
});

test('finds a name that the connector writes longer than a name can be', () => {
    assert.match(
        checkConnectorNames(loadPackage(PACKAGE), { 'Sona_Call__c.Name': 81 })[0]?.message ?? '',
        /Sona_Call__c.Name holds 80 characters, the connector writes 81/
    );
});

test('finds a field that the connector writes and the package lacks', () => {
    assertFound(newFaults(connector, without(KEY)), /Task.Quo_Key__c is written by the connector and is not there/);
});

test('finds a picklist value that the connector writes and the package lacks', () => {
    const file = 'objects/Sona_Call__c/fields/Follow_Up_Status__c.field-meta.xml';
    assertFound(newFaults(connector, corrupt(file, '<fullName>to do', '<fullName>todo')), /lacks the value "to do"/);
});

test('what is deployed beside the package names no packaged field and only pages that exist', () => {
    const file = 'unpackaged/integration-user/permissionsets/Quo_Integration_Standard.permissionset-meta.xml';
    const text = PACKAGE.get(file) ?? '';
    const faults = newFaults(unpackaged, new Map(PACKAGE).set(file, text.replace('Contact.Phone', 'Task.Quo_Key__c')));
    assertFound(faults, /covers Task.Quo_Key__c, which is no standard field with field security/);
    assertFound(
        newFaults(unpackaged, without('flexipages/Quo_Lead')),
        /activates the page Quo_Lead_Record_Page, which is not there/
    );
});
