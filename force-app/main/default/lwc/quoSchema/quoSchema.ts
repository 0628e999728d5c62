/**
 * The org's names for what the connector writes. The platform resolves schema imports, so in the managed package each
 * name carries the namespace, in queries and in record updates alike.
 */
import SONA_CALL from '@salesforce/schema/Sona_Call__c';
import SONA_ANSWER from '@salesforce/schema/Sona_Answer__c';
import QUO_TRANSCRIPT from '@salesforce/schema/Quo_Transcript__c';
import QUO_CONNECTION from '@salesforce/schema/Quo_Connection__c';
import KEY from '@salesforce/schema/Task.Quo_Key__c';
import KIND from '@salesforce/schema/Task.Quo_Kind__c';
import STARTED_AT from '@salesforce/schema/Task.Quo_Started_At__c';
import OUTCOME from '@salesforce/schema/Task.Quo_Outcome__c';
import INBOX from '@salesforce/schema/Task.Quo_Inbox__c';
import EXTERNAL_NUMBER from '@salesforce/schema/Task.Quo_External_Number__c';
import RECORDING_URL from '@salesforce/schema/Task.Quo_Recording_URL__c';
import CONVERSATION_URL from '@salesforce/schema/Task.Quo_Conversation_URL__c';
import HANDLED_BY from '@salesforce/schema/Task.Quo_Handled_By__c';
import TRANSFERRED_TO from '@salesforce/schema/Task.Quo_Transferred_To__c';
import MENU_CHOICE from '@salesforce/schema/Task.Quo_Menu_Choice__c';
import VOICEMAIL_DURATION from '@salesforce/schema/Task.Quo_Voicemail_Duration__c';
import MATCH from '@salesforce/schema/Task.Quo_Match__c';
import MATCH_REASON from '@salesforce/schema/Task.Quo_Match_Reason__c';
import SONA_CONTACT from '@salesforce/schema/Sona_Call__c.Contact__c';
import SONA_LEAD from '@salesforce/schema/Sona_Call__c.Lead__c';
import SONA_ACCOUNT from '@salesforce/schema/Sona_Call__c.Account__c';
import SONA_OPPORTUNITY from '@salesforce/schema/Sona_Call__c.Opportunity__c';
import SONA_CALLER_NUMBER from '@salesforce/schema/Sona_Call__c.Caller_Number__c';
import SONA_CALLER_NAME from '@salesforce/schema/Sona_Call__c.Caller_Name__c';
import SONA_INBOX from '@salesforce/schema/Sona_Call__c.Inbox__c';
import SONA_STARTED_AT from '@salesforce/schema/Sona_Call__c.Started_At__c';
import SONA_DURATION from '@salesforce/schema/Sona_Call__c.Duration__c';
import SONA_OUTCOME from '@salesforce/schema/Sona_Call__c.Outcome__c';
import SONA_TITLE from '@salesforce/schema/Sona_Call__c.Title__c';
import SONA_SUMMARY from '@salesforce/schema/Sona_Call__c.Summary__c';
import SONA_NEXT_STEPS from '@salesforce/schema/Sona_Call__c.Next_Steps__c';
import SONA_HAND_OFF_TO from '@salesforce/schema/Sona_Call__c.Hand_Off_To__c';
import SONA_ANSWERED_BY from '@salesforce/schema/Sona_Call__c.Answered_By__c';
import SONA_FOLLOW_UP_STATUS from '@salesforce/schema/Sona_Call__c.Follow_Up_Status__c';
import SONA_FOLLOW_UP_OWNER from '@salesforce/schema/Sona_Call__c.Follow_Up_Owner__c';
import SONA_RECORDING_URL from '@salesforce/schema/Sona_Call__c.Recording_URL__c';
import SONA_TRANSCRIPT from '@salesforce/schema/Sona_Call__c.Transcript__c';
import SONA_CONVERSATION_URL from '@salesforce/schema/Sona_Call__c.Conversation_URL__c';
import SONA_MATCH from '@salesforce/schema/Sona_Call__c.Match__c';
import SONA_MATCH_REASON from '@salesforce/schema/Sona_Call__c.Match_Reason__c';
import SONA_TASK_ID from '@salesforce/schema/Sona_Call__c.Task_Id__c';
import ANSWER_CALL from '@salesforce/schema/Sona_Answer__c.Sona_Call__c';
import ANSWER_JOB from '@salesforce/schema/Sona_Answer__c.Job__c';
import ANSWER_QUESTION from '@salesforce/schema/Sona_Answer__c.Question__c';
import ANSWER_ANSWER from '@salesforce/schema/Sona_Answer__c.Answer__c';
import ANSWER_FULL from '@salesforce/schema/Sona_Answer__c.Full_Answer__c';
import ANSWER_POSITION from '@salesforce/schema/Sona_Answer__c.Position__c';
import TRANSCRIPT_TASK_ID from '@salesforce/schema/Quo_Transcript__c.Task_Id__c';
import TRANSCRIPT_PART from '@salesforce/schema/Quo_Transcript__c.Part__c';
import TRANSCRIPT_LINES from '@salesforce/schema/Quo_Transcript__c.Lines__c';
import CONNECTION_CONSOLE_URL from '@salesforce/schema/Quo_Connection__c.Console_URL__c';
import CONNECTION_REPORTED_AT from '@salesforce/schema/Quo_Connection__c.Reported_At__c';
import CONNECTION_NEXT_REPORT_BY from '@salesforce/schema/Quo_Connection__c.Next_Report_By__c';
import CONNECTION_LAST_WRITTEN_AT from '@salesforce/schema/Quo_Connection__c.Last_Written_At__c';
import CONNECTION_WAITING from '@salesforce/schema/Quo_Connection__c.Waiting__c';
import CONNECTION_PARKED from '@salesforce/schema/Quo_Connection__c.Parked__c';
import CONNECTION_INBOXES from '@salesforce/schema/Quo_Connection__c.Inboxes__c';
import CONNECTION_CHECKS_FAILED from '@salesforce/schema/Quo_Connection__c.Checks_Failed__c';
import CONNECTION_CHECKS_WARNED from '@salesforce/schema/Quo_Connection__c.Checks_Warned__c';
import LEAD_PHONE from '@salesforce/schema/Lead.Quo_Phone__c';

export const OBJECTS = {
    sonaCall: SONA_CALL.objectApiName,
    sonaAnswer: SONA_ANSWER.objectApiName,
    transcript: QUO_TRANSCRIPT.objectApiName,
    connection: QUO_CONNECTION.objectApiName
} as const;

export const TASK = {
    key: KEY.fieldApiName,
    kind: KIND.fieldApiName,
    startedAt: STARTED_AT.fieldApiName,
    outcome: OUTCOME.fieldApiName,
    inbox: INBOX.fieldApiName,
    externalNumber: EXTERNAL_NUMBER.fieldApiName,
    recordingUrl: RECORDING_URL.fieldApiName,
    conversationUrl: CONVERSATION_URL.fieldApiName,
    handledBy: HANDLED_BY.fieldApiName,
    transferredTo: TRANSFERRED_TO.fieldApiName,
    menuChoice: MENU_CHOICE.fieldApiName,
    voicemailDuration: VOICEMAIL_DURATION.fieldApiName,
    match: MATCH.fieldApiName,
    matchReason: MATCH_REASON.fieldApiName
} as const;

export const SONA = {
    contact: SONA_CONTACT.fieldApiName,
    lead: SONA_LEAD.fieldApiName,
    account: SONA_ACCOUNT.fieldApiName,
    opportunity: SONA_OPPORTUNITY.fieldApiName,
    callerNumber: SONA_CALLER_NUMBER.fieldApiName,
    callerName: SONA_CALLER_NAME.fieldApiName,
    inbox: SONA_INBOX.fieldApiName,
    startedAt: SONA_STARTED_AT.fieldApiName,
    duration: SONA_DURATION.fieldApiName,
    outcome: SONA_OUTCOME.fieldApiName,
    title: SONA_TITLE.fieldApiName,
    summary: SONA_SUMMARY.fieldApiName,
    nextSteps: SONA_NEXT_STEPS.fieldApiName,
    handOffTo: SONA_HAND_OFF_TO.fieldApiName,
    answeredBy: SONA_ANSWERED_BY.fieldApiName,
    followUpStatus: SONA_FOLLOW_UP_STATUS.fieldApiName,
    followUpOwner: SONA_FOLLOW_UP_OWNER.fieldApiName,
    recordingUrl: SONA_RECORDING_URL.fieldApiName,
    transcript: SONA_TRANSCRIPT.fieldApiName,
    conversationUrl: SONA_CONVERSATION_URL.fieldApiName,
    match: SONA_MATCH.fieldApiName,
    matchReason: SONA_MATCH_REASON.fieldApiName,
    taskId: SONA_TASK_ID.fieldApiName
} as const;

export const ANSWER = {
    call: ANSWER_CALL.fieldApiName,
    job: ANSWER_JOB.fieldApiName,
    question: ANSWER_QUESTION.fieldApiName,
    answer: ANSWER_ANSWER.fieldApiName,
    fullAnswer: ANSWER_FULL.fieldApiName,
    position: ANSWER_POSITION.fieldApiName
} as const;

export const TRANSCRIPT = {
    taskId: TRANSCRIPT_TASK_ID.fieldApiName,
    part: TRANSCRIPT_PART.fieldApiName,
    lines: TRANSCRIPT_LINES.fieldApiName
} as const;

export const CONNECTION = {
    consoleUrl: CONNECTION_CONSOLE_URL.fieldApiName,
    reportedAt: CONNECTION_REPORTED_AT.fieldApiName,
    nextReportBy: CONNECTION_NEXT_REPORT_BY.fieldApiName,
    lastWrittenAt: CONNECTION_LAST_WRITTEN_AT.fieldApiName,
    waiting: CONNECTION_WAITING.fieldApiName,
    parked: CONNECTION_PARKED.fieldApiName,
    inboxes: CONNECTION_INBOXES.fieldApiName,
    checksFailed: CONNECTION_CHECKS_FAILED.fieldApiName,
    checksWarned: CONNECTION_CHECKS_WARNED.fieldApiName
} as const;

export const LEAD = { quoPhone: LEAD_PHONE.fieldApiName } as const;

/** `Contact__c` → `Contact__r`: how a query walks through a custom lookup. */
export function relation(lookup: string): string {
    return lookup.replace(/__c$/, '__r');
}

/** `Title__c` → `Sona_Call__c.Title__c`: how record adapters want a field named. */
export function sonaField(field: string): string {
    return `${OBJECTS.sonaCall}.${field}`;
}
