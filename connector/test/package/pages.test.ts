import { test } from 'node:test';
import { loadPackage } from 'salesforce-metadata/package-model.ts';
import { checkReferences } from '../../../scripts/metadata-check/references.ts';
import type { SourceTree } from 'salesforce-metadata/source-tree.ts';
import { assertFound, corrupt, newFaults } from './corrupt.ts';

const check = (tree: SourceTree) => checkReferences(loadPackage(tree));
const PAGE = 'flexipages/Quo_Contact_Record_Page.flexipage-meta.xml';
const BOARD = 'dashboards/Quo_Dashboards/Team_Activity.dashboard-meta.xml';
const TIMELINE = 'lwc/quoTimeline/quoTimeline.js-meta.xml';

const CORRUPTED: readonly [string, string, string | RegExp, string, RegExp][] = [
    [
        'a page with a hidden component',
        TIMELINE,
        '<isExposed>true',
        '<isExposed>false',
        /quoTimeline, which is not exposed/
    ],
    [
        'a page with a component that is for other pages',
        TIMELINE,
        /<target>lightning__RecordPage<\/target>\s*/,
        '',
        /quoTimeline, which does not list the target lightning__RecordPage/
    ],
    [
        'a page with a component that is for other objects',
        TIMELINE,
        /<object>Contact<\/object>\s*/,
        '',
        /shows quoTimeline, which is not for Contact/
    ],
    ['a page of an unknown template', PAGE, 'flexipage:recordHomeTemplate', 'flexipage:recordTemplate', /do not know/],
    [
        'a page with the template of another kind',
        PAGE,
        '>RecordPage<',
        '>AppPage<',
        /is a AppPage, its template is for/
    ],
    [
        'a component that cannot be told from another',
        PAGE,
        /<identifier>c_quoTimeline<\/identifier>/,
        '',
        /holds a component without an identifier/
    ],
    ['a record page of no object', PAGE, /<sobjectType>.*<\/sobjectType>\s*/, '', /is a record page of no object/],
    [
        'a facet that nothing opens',
        PAGE,
        '<value>quoTabContent',
        '<value>detailTabContent',
        /quoTabContent, which nothing/
    ],
    ['a dashboard that is too wide', BOARD, '<colSpan>6', '<colSpan>13', /is wider than 12 columns/],
    [
        'a dashboard of several folders',
        BOARD,
        'Quo_Reports/Texts_By_Rep',
        'Other/Texts_By_Rep',
        /takes its reports from several folders/
    ],
    [
        'a list view filtered by what is not there',
        'objects/Task/listViews/Quo_Unmatched.listView-meta.xml',
        '<field>Quo_Match__c',
        '<field>Quo_Matched__c',
        /filters by Quo_Matched__c, which Task does not have/
    ],
    [
        'a label that nothing uses',
        'labels/CustomLabels.labels-meta.xml',
        '<fullName>Quo_Calling_Call<',
        '<fullName>Quo_Calling_Ring<',
        /defines the label Quo_Calling_Ring, which nothing uses/
    ],
    [
        'a component that imports what is not there',
        'lwc/quoSchema/quoSchema.ts',
        '@salesforce/schema/Task.Quo_Key__c',
        '@salesforce/schema/Task.Quo_Kee__c',
        /names Task.Quo_Kee__c, which is not there/
    ]
];

for (const [what, file, from, to, message] of CORRUPTED) {
    test(`finds ${what}`, () => assertFound(newFaults(check, corrupt(file, from, to)), message));
}
