import { test } from 'node:test';
import { loadPackage } from 'salesforce-metadata/package-model.ts';
import { checkReferences } from '../../../scripts/metadata-check/references.ts';
import type { SourceTree } from 'salesforce-metadata/source-tree.ts';
import { assertFound, corrupt, newFaults } from './corrupt.ts';

const check = (tree: SourceTree) => checkReferences(loadPackage(tree));
const REPORT = 'reports/Quo_Reports/Missed_Calls_By_Day_And_Hour.report-meta.xml';
const BOARD = 'dashboards/Quo_Dashboards/Team_Activity.dashboard-meta.xml';
const PAGE = 'flexipages/Quo_Contact_Record_Page.flexipage-meta.xml';
const HOME = 'flexipages/Quo_Home.flexipage-meta.xml';
const VIEW = 'objects/Task/listViews/Quo_Unmatched.listView-meta.xml';
const ECA = 'force-app/client-app/externalClientApps/Quo.eca-meta.xml';
const TYPE = 'reportTypes/Accounts_With_Sona_Calls.reportType-meta.xml';

const CORRUPTED: readonly [string, string, string | RegExp, string, RegExp][] = [
    [
        'a report column that its type lacks',
        REPORT,
        '<field>Activity$Quo_Inbox__c',
        '<field>Activity$Inbox__c',
        /uses the column Activity\$Inbox__c/
    ],
    [
        'a report filter by no value',
        REPORT,
        'missed,voicemail',
        'Missed call,voicemail',
        /filters Activity\$Quo_Outcome__c by "Missed call"/
    ],
    ['a report of no type', REPORT, 'Quo_Activities__c', 'Quo_Activity__c', /report type Quo_Activity__c/],
    [
        'a report that is no matrix',
        REPORT,
        '<format>Matrix',
        '<format>Summary',
        /is Summary, its groupings make it Matrix/
    ],
    [
        'a chart by what is not grouped',
        REPORT,
        '<groupingColumn>Activity$Quo_Hour__c',
        '<groupingColumn>Activity$Owner',
        /charts by Activity\$Owner/
    ],
    [
        'a column that is a grouping too',
        REPORT,
        '<field>Activity$Owner',
        '<field>Activity$Quo_Hour__c',
        /both as a column and as a grouping/
    ],
    [
        'a report folder that is private',
        'reports/Quo_Reports.reportFolder-meta.xml',
        'Organization',
        'User',
        /is no public folder/
    ],
    [
        'a dashboard folder that is private',
        'dashboards/Quo_Dashboards.dashboardFolder-meta.xml',
        'Organization',
        'User',
        /is no public folder/
    ],
    [
        'a dashboard of a report that is not there',
        BOARD,
        'Quo_Reports/Calls_By_Rep',
        'Quo_Reports/Calls',
        /shows the report Quo_Reports\/Calls,/
    ],
    [
        'a dashboard chart by no grouping',
        BOARD,
        '<groupingColumn>Activity$CallType',
        '<groupingColumn>Activity$Who',
        /by Activity\$Who, which it does not group by/
    ],
    ['dashboard components that overlap', BOARD, '<columnIndex>6', '<columnIndex>4', /overlap/],
    [
        'a dashboard that runs as somebody',
        BOARD,
        '<textColor>',
        '<runningUser>me@example.com</runningUser><textColor>',
        /names a running user/
    ],
    [
        'a dashboard that shows everybody what its owner sees',
        BOARD,
        'LoggedInUser',
        'SpecifiedUser',
        /shows everybody what somebody else may see/
    ],
    ['a page with an unknown component', PAGE, 'force:detailPanel', 'force:detailsPanel', /shows force:detailsPanel/],
    ['a page with our component misspelt', PAGE, '>quoTimeline<', '>quoTimelines<', /shows the component quoTimelines/],
    [
        'a page of an object that it is not for',
        PAGE,
        '<sobjectType>Contact',
        '<sobjectType>Contract',
        /is a page of Contract/
    ],
    [
        'a page with a setting that is not there',
        PAGE,
        '<name>rowsToDisplay',
        '<name>rows',
        /sets rows of force:relatedListContainer/
    ],
    ['a page with a region that its template lacks', PAGE, '<name>sidebar<', '<name>aside<', /fills the region aside/],
    ['a page that opens no facet', PAGE, '<value>quoTabContent', '<value>quoTab', /opens the facet quoTab,/],
    [
        'a page with one identifier twice',
        PAGE,
        '<identifier>quoTab<',
        '<identifier>activityTab<',
        /identifier activityTab twice/
    ],
    ['a list on a page that is not there', HOME, '<value>Transferred', '<value>Moved', /list view Sona_Call__c.Moved/],
    [
        'a list view column that is not there',
        VIEW,
        '<columns>Quo_Inbox__c',
        '<columns>Quo_Box__c',
        /shows the column Quo_Box__c/
    ],
    ['a list view filter by no value', VIEW, '<value>unmatched', '<value>Not matched', /by "Not matched"/],
    [
        'a report type that joins nothing',
        TYPE,
        '<relationship>Sona_Calls__r',
        '<relationship>SonaCalls__r',
        /joins Account.SonaCalls__r/
    ],
    [
        'a report type with a field that is not there',
        TYPE,
        '<field>Outcome__c',
        '<field>Result__c',
        /shows Account.Sona_Calls__r.Result__c/
    ],
    [
        'an app with a tab that is not there',
        'applications/Quo.app-meta.xml',
        '<tabs>Quo_Unmatched',
        '<tabs>Quo_Unknown',
        /shows the tab Quo_Unknown/
    ],
    [
        'a tab of a page that is not there',
        'tabs/Quo_Unmatched.tab-meta.xml',
        '<flexiPage>Quo_Unmatched',
        '<flexiPage>Quo_Page',
        /opens the page Quo_Page/
    ],
    [
        'an app whose home page is not there',
        'applications/Quo.app-meta.xml',
        '<content>Quo_Home',
        '<content>Quo_Start',
        /names the page Quo_Start/
    ],
    ['a tab without a name', 'tabs/Quo_Unmatched.tab-meta.xml', /<label>.*<\/label>\s*/, '', /has no label/],
    [
        'a tab without an icon',
        'tabs/Quo_Unmatched.tab-meta.xml',
        'Custom15: People',
        'People',
        /has no icon that Salesforce knows/
    ],
    ['a client app of one org', ECA, 'Packaged', 'Local', /is not Packaged/],
    [
        'a client app that names the org it was made in',
        ECA,
        '<label>',
        '<orgScopedExternalApp>00D:Quo</orgScopedExternalApp><label>',
        /names the org that it was made in/
    ],
    [
        'a scope that opens everything',
        'force-app/client-app/extlClntAppOauthSettings/Quo_OAuth.ecaOauth-meta.xml',
        'Api, ',
        'Full, ',
        /asks for the scope Full/
    ],
    [
        'OAuth settings of no app',
        'force-app/client-app/extlClntAppOauthSettings/Quo_OAuth.ecaOauth-meta.xml',
        '>Quo<',
        '>Quote<',
        /belongs to Quote/
    ]
];

for (const [what, file, from, to, message] of CORRUPTED) {
    test(`finds ${what}`, () => assertFound(newFaults(check, corrupt(file, from, to)), message));
}
