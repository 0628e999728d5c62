import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadPackage } from 'salesforce-metadata/package-model.ts';
import { checkRules } from '../../../scripts/metadata-check/rules.ts';
import type { SourceTree } from 'salesforce-metadata/source-tree.ts';
import { assertFound, corrupt, newFaults, PACKAGE, without } from './corrupt.ts';

const check = (tree: SourceTree) => checkRules(loadPackage(tree));
const GIVEN = 'flows/Quo_Follow_Up_Given.flow-meta.xml';
const MISSED = 'flows/Quo_Missed_Call.flow-meta.xml';
const PATH = 'pathAssistants/Sona_Follow_Up.pathAssistant-meta.xml';

const CORRUPTED: readonly [string, string, string | RegExp, string, RegExp][] = [
    ['a flow that is on when it is installed', GIVEN, '>Draft<', '>Active<', /is not off/],
    ['a flow that nobody can open', MISSED, '<isTemplate>true', '<isTemplate>false', /is no template/],
    ['a flow that leads nowhere', MISSED, '<targetReference>Is_Lead', '<targetReference>Is_Led', /leads to Is_Led/],
    ['a step that nothing leads to', MISSED, '<targetReference>Is_Lead', '<targetReference>Notify', /holds Is_Lead/],
    ['a value of nothing', MISSED, 'Get_Lead.OwnerId', 'Get_Led.OwnerId', /refers to Get_Led/],
    ['a field of Sona calls that is gone', GIVEN, '$Record.Follow_Up_Owner__c', '$Record.Owner__c', /Owner__c, which/],
    ['a field in an entry condition that is gone', MISSED, 'Quo_Started_At__c', 'Quo_Began_At__c', /Quo_Began_At__c/],
    ['an outcome that is none', MISSED, '"missed"', '"unanswered, too"', /Quo_Outcome__c "unanswered, too"/],
    ['an object that is gone', GIVEN, '<object>Sona_Call__c', '<object>Sona_Talk__c', /starts with Sona_Talk__c/],
    ['a step of a path for no value', PATH, '>to do<', '>to be done<', /step "to be done"/],
    ['a path without a step for a value', PATH, '>to do<', '>to be done<', /no step for "to do"/],
    ['a step of a path twice', PATH, '>done<', '>not needed<', /"not needed" twice/],
    ['a step that shows a field that is gone', PATH, '<fieldNames>Outcome__c', '<fieldNames>End__c', /shows End__c/],
    ['a path of a text', PATH, '<fieldName>Follow_Up_Status__c', '<fieldName>Title__c', /is no picklist/],
    [
        'a step with too much to show',
        PATH,
        '<fieldNames>Outcome__c</fieldNames>',
        ['Outcome', 'Title', 'Summary', 'Next_Steps', 'Inbox', 'Duration']
            .map((name) => `<fieldNames>${name}__c</fieldNames>`)
            .join(''),
        /more than 5 fields/
    ]
];

for (const [what, file, from, to, expected] of CORRUPTED)
    test(`the check finds ${what}`, () => {
        // A quote is written as an entity or as itself.
        const source = PACKAGE.get(`force-app/main/default/${file}`) ?? '';
        const written = typeof from === 'string' && !source.includes(from) ? from.replaceAll('"', '&quot;') : from;
        assertFound(newFaults(check, corrupt(file, written, to)), expected);
    });

test('the check finds a notification that the package does not hold', () => {
    assertFound(newFaults(check, without('notificationtypes/')), /sends the notification Quo, which is not there/);
});

test('both flows are in the package, and off', () => {
    const flows = loadPackage(PACKAGE).of('flow');
    assert.deepEqual(flows.map(({ name }) => name).sort(), ['Quo_Follow_Up_Given', 'Quo_Missed_Call']);
});
