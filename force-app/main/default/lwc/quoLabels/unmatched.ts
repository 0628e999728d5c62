import title from '@salesforce/label/c.Quo_Unmatched_Title';
import intro from '@salesforce/label/c.Quo_Unmatched_Intro';
import loading from '@salesforce/label/c.Quo_Unmatched_Loading';
import activitiesOne from '@salesforce/label/c.Quo_Unmatched_Activities_One';
import activitiesMany from '@salesforce/label/c.Quo_Unmatched_Activities_Many';
import activitiesOther from '@salesforce/label/c.Quo_Unmatched_Activities';
import last from '@salesforce/label/c.Quo_Unmatched_Last';
import ambiguous from '@salesforce/label/c.Quo_Unmatched_Ambiguous';
import nobody from '@salesforce/label/c.Quo_Unmatched_Nobody';
import callerSaid from '@salesforce/label/c.Quo_Unmatched_Caller_Said';
import link from '@salesforce/label/c.Quo_Unmatched_Link';
import linkTitle from '@salesforce/label/c.Quo_Unmatched_Link_Title';
import linkHelp from '@salesforce/label/c.Quo_Unmatched_Link_Help';
import createLead from '@salesforce/label/c.Quo_Unmatched_Create_Lead';
import createLeadTitle from '@salesforce/label/c.Quo_Unmatched_Create_Lead_Title';
import firstName from '@salesforce/label/c.Quo_Unmatched_First_Name';
import lastName from '@salesforce/label/c.Quo_Unmatched_Last_Name';
import company from '@salesforce/label/c.Quo_Unmatched_Company';
import unknownCompany from '@salesforce/label/c.Quo_Unmatched_Unknown_Company';
import required from '@salesforce/label/c.Quo_Unmatched_Required';
import create from '@salesforce/label/c.Quo_Unmatched_Create';
import ignore from '@salesforce/label/c.Quo_Unmatched_Ignore';
import ignoreTitle from '@salesforce/label/c.Quo_Unmatched_Ignore_Title';
import ignoreHelp from '@salesforce/label/c.Quo_Unmatched_Ignore_Help';
import ignoreConfirm from '@salesforce/label/c.Quo_Unmatched_Ignore_Confirm';
import cancel from '@salesforce/label/c.Quo_Unmatched_Cancel';
import actionsFor from '@salesforce/label/c.Quo_Unmatched_Actions_For';
import saving from '@salesforce/label/c.Quo_Unmatched_Saving';
import linked from '@salesforce/label/c.Quo_Unmatched_Linked';
import ignored from '@salesforce/label/c.Quo_Unmatched_Ignored';
import partialOne from '@salesforce/label/c.Quo_Unmatched_Partial_One';
import partialMany from '@salesforce/label/c.Quo_Unmatched_Partial_Many';
import partialOther from '@salesforce/label/c.Quo_Unmatched_Partial';
import emptyTitle from '@salesforce/label/c.Quo_Unmatched_Empty_Title';
import emptyRemedy from '@salesforce/label/c.Quo_Unmatched_Empty_Remedy';
import showMore from '@salesforce/label/c.Quo_Unmatched_Show_More';
import onlyLoaded from '@salesforce/label/c.Quo_Unmatched_Only_Loaded';

export const unmatched = {
    title,
    intro,
    loading,
    activities: { one: activitiesOne, many: activitiesMany, other: activitiesOther },
    last,
    ambiguous,
    nobody,
    callerSaid,
    link,
    linkTitle,
    linkHelp,
    createLead,
    createLeadTitle,
    firstName,
    lastName,
    company,
    unknownCompany,
    required,
    create,
    ignore,
    ignoreTitle,
    ignoreHelp,
    ignoreConfirm,
    cancel,
    actionsFor,
    saving,
    linked,
    ignored,
    partial: { one: partialOne, many: partialMany, other: partialOther },
    emptyTitle,
    emptyRemedy,
    showMore,
    onlyLoaded
} as const;
