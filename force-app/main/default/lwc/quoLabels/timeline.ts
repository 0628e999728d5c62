import title from '@salesforce/label/c.Quo_Timeline_Title';
import today from '@salesforce/label/c.Quo_Timeline_Today';
import yesterday from '@salesforce/label/c.Quo_Timeline_Yesterday';
import undated from '@salesforce/label/c.Quo_Timeline_Undated';
import refresh from '@salesforce/label/c.Quo_Timeline_Refresh';
import expandAll from '@salesforce/label/c.Quo_Timeline_Expand_All';
import collapseAll from '@salesforce/label/c.Quo_Timeline_Collapse_All';
import filter from '@salesforce/label/c.Quo_Timeline_Filter';
import filterCount from '@salesforce/label/c.Quo_Timeline_Filter_Count';
import search from '@salesforce/label/c.Quo_Timeline_Search';
import searchPlaceholder from '@salesforce/label/c.Quo_Timeline_Search_Placeholder';
import showMore from '@salesforce/label/c.Quo_Timeline_Show_More';
import moreFailed from '@salesforce/label/c.Quo_Timeline_More_Failed';
import loading from '@salesforce/label/c.Quo_Timeline_Loading';
import shownOne from '@salesforce/label/c.Quo_Timeline_Shown_One';
import shownMany from '@salesforce/label/c.Quo_Timeline_Shown_Many';
import shownOther from '@salesforce/label/c.Quo_Timeline_Shown';
import clearFilters from '@salesforce/label/c.Quo_Timeline_Clear_Filters';
import emptyTitle from '@salesforce/label/c.Quo_Timeline_Empty_Title';
import emptyRemedy from '@salesforce/label/c.Quo_Timeline_Empty_Remedy';
import emptyPageRemedy from '@salesforce/label/c.Quo_Timeline_Empty_Page_Remedy';
import emptyFiltered from '@salesforce/label/c.Quo_Timeline_Empty_Filtered';
import emptyFilteredRemedy from '@salesforce/label/c.Quo_Timeline_Empty_Filtered_Remedy';
import emptySearch from '@salesforce/label/c.Quo_Timeline_Empty_Search';
import emptySearchRemedy from '@salesforce/label/c.Quo_Timeline_Empty_Search_Remedy';
import noPermission from '@salesforce/label/c.Quo_Timeline_No_Permission';
import noPermissionRemedy from '@salesforce/label/c.Quo_Timeline_No_Permission_Remedy';
import tasksMissing from '@salesforce/label/c.Quo_Timeline_Tasks_Missing';
import sonaMissing from '@salesforce/label/c.Quo_Timeline_Sona_Missing';
import openActivities from '@salesforce/label/c.Quo_Timeline_Open_Activities';
import toggle from '@salesforce/label/c.Quo_Timeline_Toggle';
import withPerson from '@salesforce/label/c.Quo_Timeline_With_Person';
import durationHours from '@salesforce/label/c.Quo_Timeline_Duration_Hours';
import durationMinutes from '@salesforce/label/c.Quo_Timeline_Duration_Minutes';
import durationSeconds from '@salesforce/label/c.Quo_Timeline_Duration_Seconds';
import answeredBy from '@salesforce/label/c.Quo_Timeline_Answered_By';
import initiatedBy from '@salesforce/label/c.Quo_Timeline_Initiated_By';
import handedTo from '@salesforce/label/c.Quo_Timeline_Handed_To';
import menu from '@salesforce/label/c.Quo_Timeline_Menu';
import messageCountOne from '@salesforce/label/c.Quo_Timeline_Message_Count_One';
import messageCountMany from '@salesforce/label/c.Quo_Timeline_Message_Count_Many';
import messageCountOther from '@salesforce/label/c.Quo_Timeline_Message_Count';
import chipSona from '@salesforce/label/c.Quo_Timeline_Chip_Sona';
import chipAmbiguous from '@salesforce/label/c.Quo_Timeline_Chip_Ambiguous';
import chipUnmatched from '@salesforce/label/c.Quo_Timeline_Chip_Unmatched';
import chipFollowUp from '@salesforce/label/c.Quo_Timeline_Chip_Follow_Up';
import unknownCaller from '@salesforce/label/c.Quo_Timeline_Unknown_Caller';
import summary from '@salesforce/label/c.Quo_Timeline_Summary';
import nextSteps from '@salesforce/label/c.Quo_Timeline_Next_Steps';
import transcript from '@salesforce/label/c.Quo_Timeline_Transcript';
import person from '@salesforce/label/c.Quo_Timeline_Person';
import messages from '@salesforce/label/c.Quo_Timeline_Messages';
import notes from '@salesforce/label/c.Quo_Timeline_Notes';
import why from '@salesforce/label/c.Quo_Timeline_Why';
import number from '@salesforce/label/c.Quo_Timeline_Number';
import relatedTo from '@salesforce/label/c.Quo_Timeline_Related_To';
import inbox from '@salesforce/label/c.Quo_Timeline_Inbox';
import openInQuo from '@salesforce/label/c.Quo_Timeline_Open_In_Quo';
import openSona from '@salesforce/label/c.Quo_Timeline_Open_Sona';
import openTask from '@salesforce/label/c.Quo_Timeline_Open_Task';
import noSummary from '@salesforce/label/c.Quo_Timeline_No_Summary';
import part from '@salesforce/label/c.Quo_Timeline_Part';
import voicemail from '@salesforce/label/c.Quo_Timeline_Voicemail';
import undelivered from '@salesforce/label/c.Quo_Timeline_Undelivered';
import failed from '@salesforce/label/c.Quo_Timeline_Failed';
import attachment from '@salesforce/label/c.Quo_Timeline_Attachment';
import media from '@salesforce/label/c.Quo_Timeline_Media';

export const timeline = {
    title,
    today,
    yesterday,
    undated,
    refresh,
    expandAll,
    collapseAll,
    filter,
    filterCount,
    search,
    searchPlaceholder,
    showMore,
    moreFailed,
    loading,
    shown: { one: shownOne, many: shownMany, other: shownOther },
    clearFilters,
    emptyTitle,
    emptyRemedy,
    emptyPageRemedy,
    emptyFiltered,
    emptyFilteredRemedy,
    emptySearch,
    emptySearchRemedy,
    noPermission,
    noPermissionRemedy,
    tasksMissing,
    sonaMissing,
    openActivities,
    toggle,
    withPerson,
    durationHours,
    durationMinutes,
    durationSeconds,
    answeredBy,
    initiatedBy,
    handedTo,
    menu,
    messageCount: { one: messageCountOne, many: messageCountMany, other: messageCountOther },
    chipSona,
    chipAmbiguous,
    chipUnmatched,
    chipFollowUp,
    unknownCaller,
    summary,
    nextSteps,
    transcript,
    person,
    messages,
    notes,
    why,
    number,
    relatedTo,
    inbox,
    openInQuo,
    openSona,
    openTask,
    noSummary,
    media,
    attachment,
    part,
    voicemail,
    undelivered,
    failed
} as const;
