/** Whether everything that Quo has is here. */
export const COMPLETENESS = {
    title: 'Completeness',
    intro: 'What Quo lists of the last 14 days beside what is in Salesforce, by inbox and by day of the connection’s time zone. Every difference has its reason. Numbers that were forgotten are not counted.',
    none: 'Nothing was compared yet.',
    byDay: 'By day and inbox',
    day: 'Day',
    inbox: 'Inbox',
    noInbox: 'No inbox',
    kind: 'Kind',
    lists: { calls: 'Calls', messages: 'Texts' },
    quo: 'Listed by Quo',
    salesforce: 'In Salesforce',
    difference: 'Difference',
    reason: 'Reason',
    code: 'Error code',
    count: 'Number',
    id: 'Id in Quo',
    began: 'Began',
    what: 'What',
    states: {
        written: 'In Salesforce',
        waiting: 'Waiting to be written',
        parked: 'Parked',
        deleted: 'Deleted in Salesforce by a person',
        gone: 'Gone from Salesforce, and nobody is known to have deleted it',
        ignored: 'Ignored',
        'not-chosen': 'Not logged: its inbox is not chosen',
        'not-logged': 'Not logged: internal, or without an end'
    },
    missing: 'Not in Salesforce',
    nothingMissing: 'Everything that Quo lists of these days is in Salesforce.',
    daysFile: 'This table as CSV',
    missingFile: 'What is not in Salesforce as CSV',
    counted: 'Counted by Salesforce itself',
    countedIntro:
        'Once a day Salesforce is asked how many of our Tasks it has of each of the last five days, by when the calls and conversations began. Where the numbers differ, each Task is looked for. Another connector or a copy of a Task makes Salesforce’s number greater.',
    ours: 'Tasks that we wrote',
    theirs: 'Tasks in Salesforce',
    countedAt: 'Counted',
    gaps: {
        calls: 'Calls from {from} to {to} may be missing ({inbox}).',
        messages: 'Texts from {from} to {to} may be missing ({inbox}).',
        allInboxes: 'all inboxes',
        fetchAgain: 'Fetch again',
        acknowledge: 'Acknowledge',
        done: {
            'gap.acknowledged': 'Acknowledged. It stands in the audit log.',
            'gap.fetched-again': 'Everything since then is fetched again, within ten minutes.'
        }
    }
} as const;
