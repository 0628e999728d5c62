/**
 * Salesforce names of what we write, without namespace, and the lengths that Salesforce enforces. `force-app` declares
 * the same fields; a test compares the two.
 */

export const TASK = {
    key: 'Quo_Key__c',
    kind: 'Quo_Kind__c',
    startedAt: 'Quo_Started_At__c',
    /** Hour of the day, 0 to 23, in the time zone of the preferences: what reports group by. */
    hour: 'Quo_Hour__c',
    outcome: 'Quo_Outcome__c',
    inbox: 'Quo_Inbox__c',
    externalNumber: 'Quo_External_Number__c',
    recordingUrl: 'Quo_Recording_URL__c',
    conversationUrl: 'Quo_Conversation_URL__c',
    /** Who answered, or who dialled. */
    handledBy: 'Quo_Handled_By__c',
    transferredTo: 'Quo_Transferred_To__c',
    menuChoice: 'Quo_Menu_Choice__c',
    /** Whole seconds. */
    voicemailDuration: 'Quo_Voicemail_Duration__c',
    match: 'Quo_Match__c',
    matchReason: 'Quo_Match_Reason__c'
} as const;

export const SONA_CALL = {
    callId: 'Quo_Call_Id__c',
    contact: 'Contact__c',
    lead: 'Lead__c',
    account: 'Account__c',
    case: 'Case__c',
    opportunity: 'Opportunity__c',
    callerNumber: 'Caller_Number__c',
    callerName: 'Caller_Name__c',
    inbox: 'Inbox__c',
    startedAt: 'Started_At__c',
    duration: 'Duration__c',
    outcome: 'Outcome__c',
    title: 'Title__c',
    summary: 'Summary__c',
    nextSteps: 'Next_Steps__c',
    handOffTo: 'Hand_Off_To__c',
    answeredBy: 'Answered_By__c',
    followUpStatus: 'Follow_Up_Status__c',
    followUpOwner: 'Follow_Up_Owner__c',
    recordingUrl: 'Recording_URL__c',
    transcript: 'Transcript__c',
    conversationUrl: 'Conversation_URL__c',
    match: 'Match__c',
    matchReason: 'Match_Reason__c',
    rawAnswers: 'Raw_Answers__c',
    taskId: 'Task_Id__c'
} as const;

export const SONA_ANSWER = {
    key: 'Quo_Answer_Key__c',
    call: 'Sona_Call__c',
    callRelation: 'Sona_Call__r',
    job: 'Job__c',
    question: 'Question__c',
    /** What reports group by: cut to 255 characters. */
    answer: 'Answer__c',
    /** The whole answer, only when it is longer. */
    fullAnswer: 'Full_Answer__c',
    type: 'Type__c',
    position: 'Position__c'
} as const;

/** What was said on a call; a transcript that one record does not hold continues in further ones. */
export const TRANSCRIPT = {
    key: 'Transcript_Key__c',
    taskId: 'Task_Id__c',
    callId: 'Call_Id__c',
    language: 'Language__c',
    part: 'Part__c',
    parts: 'Parts__c',
    lines: 'Lines__c',
    readingCopy: 'Reading_Copy__c',
    startedAt: 'Started_At__c',
    inbox: 'Inbox__c',
    externalNumber: 'External_Number__c',
    contact: 'Contact__c',
    lead: 'Lead__c',
    account: 'Account__c',
    case: 'Case__c',
    opportunity: 'Opportunity__c'
} as const;

/** What the connector says of itself, for the set-up page in the org: one record a connector. */
export const CONNECTION = {
    key: 'Connection_Key__c',
    consoleUrl: 'Console_URL__c',
    reportedAt: 'Reported_At__c',
    /** Without another report by then, the connector is silent. */
    nextReportBy: 'Next_Report_By__c',
    lastWrittenAt: 'Last_Written_At__c',
    /** Calls and conversations that are not in Salesforce yet. */
    waiting: 'Waiting__c',
    parked: 'Parked__c',
    inboxes: 'Inboxes__c',
    /** Of the check list; with no value: nobody went through it yet. */
    checksFailed: 'Checks_Failed__c',
    checksWarned: 'Checks_Warned__c'
} as const;

export const LEAD = { phone: 'Quo_Phone__c' } as const;

/** Characters (UTF-16 units, as Salesforce counts them). */
export const LENGTH = {
    'Task.Subject': 255,
    'Task.Description': 32_000,
    'Task.CallDisposition': 255,
    'Task.CallObject': 255,
    'Task.Quo_Key__c': 120,
    'Task.Quo_Inbox__c': 120,
    'Task.Quo_External_Number__c': 255,
    'Task.Quo_Recording_URL__c': 255,
    'Task.Quo_Conversation_URL__c': 255,
    'Task.Quo_Handled_By__c': 255,
    'Task.Quo_Transferred_To__c': 255,
    'Task.Quo_Menu_Choice__c': 255,
    /** Activities have no long text fields, only text areas. */
    'Task.Quo_Match_Reason__c': 255,
    'Sona_Call__c.Name': 80,
    'Sona_Call__c.Quo_Call_Id__c': 120,
    'Sona_Call__c.Caller_Number__c': 40,
    'Sona_Call__c.Caller_Name__c': 255,
    'Sona_Call__c.Inbox__c': 120,
    'Sona_Call__c.Title__c': 255,
    'Sona_Call__c.Summary__c': 32_768,
    'Sona_Call__c.Next_Steps__c': 32_768,
    'Sona_Call__c.Hand_Off_To__c': 255,
    'Sona_Call__c.Recording_URL__c': 255,
    'Sona_Call__c.Transcript__c': 131_072,
    'Sona_Call__c.Conversation_URL__c': 255,
    'Sona_Call__c.Match_Reason__c': 4_000,
    'Sona_Call__c.Raw_Answers__c': 131_072,
    'Sona_Call__c.Task_Id__c': 18,
    'Sona_Answer__c.Quo_Answer_Key__c': 120,
    'Sona_Answer__c.Job__c': 255,
    'Sona_Answer__c.Question__c': 255,
    'Sona_Answer__c.Answer__c': 255,
    'Sona_Answer__c.Full_Answer__c': 32_768,
    'Quo_Transcript__c.Name': 80,
    'Quo_Transcript__c.Transcript_Key__c': 120,
    'Quo_Transcript__c.Task_Id__c': 18,
    'Quo_Transcript__c.Call_Id__c': 120,
    'Quo_Transcript__c.Language__c': 40,
    'Quo_Transcript__c.Lines__c': 131_072,
    'Quo_Transcript__c.Reading_Copy__c': 131_072,
    'Quo_Transcript__c.Inbox__c': 120,
    'Quo_Transcript__c.External_Number__c': 255,
    'Quo_Connection__c.Connection_Key__c': 40,
    'Lead.FirstName': 40,
    'Lead.LastName': 80,
    'Lead.Company': 255,
    'Lead.Quo_Phone__c': 40
} as const;

export const KIND = { call: 'Call', messages: 'Messages' } as const;
export const MATCH_STATUS = ['matched', 'ambiguous', 'unmatched', 'ignored'] as const;
export const SONA_OUTCOME = { contained: 'contained', transferred: 'transferred' } as const;
export const FOLLOW_UP = { toDo: 'to do', done: 'done', none: 'not needed' } as const;
export const ANSWER_TYPE = { text: 'text', number: 'number', boolean: 'yes or no' } as const;
