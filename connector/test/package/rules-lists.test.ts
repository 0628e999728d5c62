import { test } from 'node:test';
import { loadPackage } from 'salesforce-metadata/package-model.ts';
import { checkRules } from '../../../scripts/metadata-check/rules.ts';
import type { SourceTree } from 'salesforce-metadata/source-tree.ts';
import { assertFound, corrupt, newFaults } from './corrupt.ts';

const check = (tree: SourceTree) => checkRules(loadPackage(tree));
const SONA_LAYOUT = 'layouts/Sona_Call__c-Handled by Sona Layout.layout-meta.xml';
const ANSWER_LAYOUT = 'layouts/Sona_Answer__c-Sona Answer Layout.layout-meta.xml';
const TASK_LAYOUT = 'layouts/Task-Quo Task Layout.layout-meta.xml';
const SONA = 'objects/Sona_Call__c/Sona_Call__c.object-meta.xml';
const ALL = 'objects/Sona_Call__c/listViews/All.listView-meta.xml';
const MINE = 'objects/Sona_Call__c/listViews/Mine.listView-meta.xml';
const TODAY = 'objects/Task/listViews/Quo_Calls_Today.listView-meta.xml';
const report = (name: string) => `reports/Quo_Reports/${name}.report-meta.xml`;
const TYPE = 'reportTypes/Accounts_With_Sona_Calls.reportType-meta.xml';
const BY_REP = report('Calls_By_Rep');
const LENGTH = report('Average_Duration_By_Direction');
const VOLUME = report('Sona_Volume');
const BOARD = 'dashboards/Quo_Dashboards/Team_Activity.dashboard-meta.xml';

const grouping = (field: string) =>
    `<groupingsDown><dateGranularity>Day</dateGranularity><field>${field}</field><sortOrder>Asc</sortOrder></groupingsDown>`;
const across = (field: string) => grouping(field).replaceAll('groupingsDown', 'groupingsAcross');

const CORRUPTED: readonly [string, string, string | RegExp, string, RegExp][] = [
    [
        'a layout that does not ask for the parent',
        ANSWER_LAYOUT,
        '<behavior>Required',
        '<behavior>Edit',
        /Sona_Call__c must be Required/
    ],
    [
        'a layout that lets a number of its own be changed',
        ANSWER_LAYOUT,
        /Readonly(<\/behavior>\s*<field>Name<)/,
        'Required$1',
        /Name must be Readonly/
    ],
    [
        'a layout that does not ask for the name',
        SONA_LAYOUT,
        /Required(<\/behavior>\s*<field>Name<)/,
        'Edit$1',
        /Name must be Required/
    ],
    [
        'a task layout that does not ask for the subject',
        TASK_LAYOUT,
        /Required(<\/behavior>\s*<field>Subject<)/,
        'Edit$1',
        /Subject must be Required/
    ],
    [
        'a section with other columns than its style',
        TASK_LAYOUT,
        '<style>OneColumn',
        '<style>TwoColumnsTopToBottom',
        /does not have the columns of its style/
    ],
    [
        'a list of activities of an object without any',
        SONA,
        '<enableActivities>true',
        '<enableActivities>false',
        /lists RelatedHistoryList, and Sona_Call__c has no enableActivities/
    ],
    [
        'a list of histories that nobody keeps',
        SONA,
        '<enableHistory>true',
        '<enableHistory>false',
        /lists RelatedEntityHistoryList/
    ],
    ['a list view of a long text', ALL, '>Inbox__c<', '>Summary__c<', /names Summary__c, which is a long text/],
    ['a list view without columns', ALL, /<columns>.*<\/columns>\s*/g, '', /shows no column/],
    ['a list view that repeats itself', ALL, '>Inbox__c<', '>Outcome__c<', /shows a column twice/],
    [
        'a list view of too many columns',
        ALL,
        '<filterScope>',
        `${'<columns>Title__c</columns>'.repeat(6)}<filterScope>`,
        /shows 16 columns; at most 15/
    ],
    [
        'a list view of too many filters',
        ALL,
        '<label>',
        `${'<filters><field>NAME</field><operation>equals</operation><value>x</value></filters>'.repeat(11)}<label>`,
        /has 11 filters; at most 10/
    ],
    [
        'a filter of a checkbox by a word',
        MINE,
        '<value>1<',
        '<value>true<',
        /filters Is_Mine__c by "true", which is neither 0 nor 1/
    ],
    ['a list of nobody’s records', MINE, 'Everything', 'Mine', /by their owner, which is the connector/],
    ['a filter by no day', TODAY, '>TODAY<', '>NOW<', /filters DUE_DATE by "NOW", which is no day/],
    [
        'a filter of a picklist as if it were text',
        TODAY,
        /equals(<\/operation>\s*<value>Call)/,
        'contains$1',
        /filters Quo_Kind__c by contains/
    ],
    ['a report type that shows a field twice', TYPE, '<field>Industry', '<field>Name', /shows Account\.Name twice/],
    [
        'a report type with one name for two fields',
        'reportTypes/Sona_Calls_With_Answers.reportType-meta.xml',
        '<field>Job__c',
        '<field>Title__c',
        /shows Title__c of two objects/
    ],
    ['a report type without columns', TYPE, /<sections>[^]*<\/sections>/, '', /shows no column/],
    [
        'a report type of too many objects',
        TYPE,
        '</relationship>',
        `</relationship>${'<join><relationship>Contacts</relationship></join>'.repeat(3)}`,
        /joins more than 4 objects/
    ],
    ['a report type that nobody sees', TYPE, '<deployed>true', '<deployed>false', /is not deployed/],
    [
        'a report of four groupings',
        BY_REP,
        '<groupingsDown>',
        `${grouping('Activity$Who')}${grouping('Activity$What')}<groupingsDown>`,
        /groups more than 3 times down/
    ],
    [
        'a report of three groupings across',
        report('Missed_Calls_By_Day_And_Hour'),
        '<groupingsAcross>',
        `${across('Activity$Who')}${across('Activity$What')}<groupingsAcross>`,
        /groups more than 2 times across/
    ],
    [
        'a report that groups by a long text',
        VOLUME,
        /(<groupingsDown>\s*<dateGranularity>Day<\/dateGranularity>\s*<field>)Sona_Call__c\$Outcome__c/,
        '$1Sona_Call__c$$Summary__c',
        /by Sona_Call__c\$Summary__c, which is a long text/
    ],
    [
        'a period of what is no date',
        VOLUME,
        '<dateColumn>Sona_Call__c$Started_At__c',
        '<dateColumn>Sona_Call__c$$Title__c',
        /takes its period from Sona_Call__c\$Title__c/
    ],
    [
        'a sum of words',
        LENGTH,
        '<field>Activity$Subject',
        '<aggregateTypes>Sum</aggregateTypes><field>Activity$$Subject',
        /sums up Activity\$Subject, which is no number/
    ],
    [
        'a chart of a sum that the report lacks',
        LENGTH,
        '<aggregateTypes>Average',
        '<aggregateTypes>Sum',
        /charts the Average of Activity\$CallDurationInSeconds/
    ],
    [
        'a chart of the average of a count',
        BY_REP,
        '<axisBinding>',
        '<aggregate>Average</aggregate><axisBinding>',
        /takes the average of a count/
    ],
    ['a report that repeats a column', LENGTH, 'Activity$ActivityDate<', 'Activity$$Subject<', /shows a column twice/],
    [
        'a report sorted by what it does not show',
        report('Sona_Follow_Ups_Waiting'),
        '<sortColumn>Sona_Call__c$Started_At__c',
        '<sortColumn>Sona_Call__c$$Inbox__c',
        /sorts by Sona_Call__c\$Inbox__c, which it does not show/
    ],
    [
        'a stacked chart of one grouping',
        BOARD,
        /<groupingColumn>Activity\$Quo_Outcome__c<\/groupingColumn>\s*/,
        '',
        /as BarStacked by 1 groupings instead of 2/
    ],
    [
        'a chart that sorts more than it groups',
        BOARD,
        /<groupingColumn>Activity\$Quo_Outcome__c<\/groupingColumn>\s*/,
        '',
        /sorts Quo_Reports\/Calls_By_Rep by more than it groups by/
    ],
    [
        'a dashboard sum that the report lacks',
        BOARD,
        '<aggregate>Average',
        '<aggregate>Sum',
        /charts the Sum of Activity\$CallDurationInSeconds/
    ],
    [
        'a dashboard of too many components',
        BOARD,
        '</dashboardGridLayout>',
        `${'<dashboardGridComponents><dashboardComponent /></dashboardGridComponents>'.repeat(14)}</dashboardGridLayout>`,
        /has 21 components; at most 20/
    ]
];

for (const [what, file, from, to, message] of CORRUPTED) {
    test(`finds ${what}`, () => assertFound(newFaults(check, corrupt(file, from, to)), message));
}
