/** What is written into Salesforce. */
export const RECORDS = {
    subject: {
        incoming: 'Incoming Call',
        outgoing: 'Outgoing Call',
        sona: 'Handled by Sona',
        other: 'Call',
        messages: 'Text Messages ({count})',
        messagesContinued: 'Text Messages ({count}), continued {part}'
    },
    outcome: {
        answered: 'Answered',
        missed: 'Missed',
        voicemail: 'Voicemail',
        forwarded: 'Forwarded',
        abandoned: 'Abandoned',
        'handled by Sona': 'Handled by Sona',
        unanswered: 'No answer',
        failed: 'Failed'
    },
    status: {
        answered: 'Answered call',
        missed: 'Missed call',
        voicemail: 'Missed call, voicemail left',
        forwarded: 'Call forwarded',
        abandoned: 'Call abandoned by the caller',
        'handled by Sona': 'Handled by Sona',
        unanswered: 'Unanswered call',
        failed: 'Call failed'
    },
    forwardedTo: 'Call forwarded to {to}',
    sonaForwardedTo: 'Handled by Sona, then transferred to {to}',
    menu: 'Phone menu: {choice}',
    duration: 'Call duration: {time}',
    answeredBy: 'Answered by {name}',
    initiatedBy: 'Initiated by {name}',
    nextSteps: 'Next steps:',
    voicemail: 'Voicemail: {transcript}',
    voicemailLink: 'Listen to the voicemail: {url}',
    recording: 'Recording: {url}',
    recordingOfSeveral: 'Recording {n}: {url}',
    conversation: 'View conversation: {url}',
    said: '{author}: {text}',
    saidNothing: '{author}:',
    colon: ':',
    messagesHeading: 'Text messages',
    participants: 'Participants: {names}',
    failed: 'Not sent',
    failedWithCode: 'Not sent (code {code})',
    undelivered: 'Not delivered',
    undeliveredWithCode: 'Not delivered (code {code})',
    unknownPerson: 'Unknown caller',
    unknownCompany: 'Unknown',
    yes: 'Yes',
    no: 'No',
    candidate: '{name} ({object, select, Contact {contact} Lead {lead} other {account}})',
    reason: {
        chosen: 'A person chose {who} for {number}.',
        'duplicate-rule': 'A duplicate rule of the org names {who} for {number}.',
        merged: '{number} was the number of {was}, merged into {who}.',
        converted:
            '{known, select, yes {{number} was the number of the lead {was}, converted into {who}.} other {{number} was the number of a lead, converted into {who}.}}',
        'only-match':
            '{number} is the number {object, select, Contact {of the contact} Lead {of the lead} other {of the account}} {name}{known, select, yes { (field {field}{several, select, yes {, one of several numbers there} other {}})} other {}}{account, select, none {} other {, shared with its account {accountName}}}{shared, select, yes {; also the number of {others}} other {{account, select, none {; nobody else has it} other {}}}}.',
        'contact-over-lead':
            '{number} is the number of the contact {name}{known, select, yes { (field {field}{several, select, yes {, one of several numbers there} other {}})} other {}}{account, select, none {} other {, shared with its account {accountName}}}. {shared, select, yes {It is also the number of {others}} other {A lead has it too}}, but a contact goes before a lead.',
        'same-person-twice':
            '{who} is entered more than once with {number}: the record with the latest activity was taken (others: {others}).',
        'shared-line': '{number} is a shared line of the account {name}: {others}. Attached to the account only.',
        'account-number': '{number} is the number of the account {name}.',
        kept: 'Stays with {who}, who was found for {number} when this was written.',
        'lead-created': 'Nobody had {number}: a lead was created ({name}).',
        ambiguous: 'Several records have {number} and nothing tells which one is meant: {others}. Please choose.',
        possible:
            'A field of {others} may mean {number}, but it has no country code or is shortened, so that it may be another number. Please choose.',
        'ignored-number': '{number} is on the list of numbers to ignore.',
        nobody: 'No record has {number}.',
        unreadable: '“{seen}” is not a number that can belong to somebody (short code or unreadable).',
        hidden: 'The other party withheld their number.',
        'not-told': 'Quo did not tell the other party’s number.',
        internal: 'Internal, between two numbers of the Quo workspace.'
    },
    provisional: {
        open: 'Provisional: the people of Salesforce are being read. It is looked at again when they are.',
        soFar: 'Provisional: the people of Salesforce are being read. So far: {who}.'
    },
    related: {
        Case: {
            'only-open':
                '{through, select, role {Case “{name}”: this person’s only open one.} other {Case “{name}”: the account’s only open one.}}',
            'most-recent':
                '{through, select, role {Case “{name}”: the most recent of {of} open ones of this person.} other {Case “{name}”: the most recent of {of} open ones of the account.}}',
            chosen: '{known, select, yes {Case “{name}”: chosen by a person.} other {Case chosen by a person.}}',
            kept: 'Case: the one that was right when this was written.',
            'several-open': 'No case: {of} are open and nothing tells which one is meant.'
        },
        Opportunity: {
            'only-open':
                '{through, select, role {Opportunity “{name}”: the only open one in which this person has a role.} other {Opportunity “{name}”: the account’s only open one.}}',
            'most-recent':
                '{through, select, role {Opportunity “{name}”: the most recent of {of} open ones of this person.} other {Opportunity “{name}”: the most recent of {of} open ones of the account.}}',
            chosen: '{known, select, yes {Opportunity “{name}”: chosen by a person.} other {Opportunity chosen by a person.}}',
            kept: 'Opportunity: the one that was right when this was written.',
            'several-open': 'No opportunity: {of} are open and nothing tells which one is meant.'
        }
    }
} as const;
