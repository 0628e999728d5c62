import type { PreferenceMessages } from '../preference-messages.ts';
import { SAID_PREFERENCES } from './said-preferences.ts';

/** Everything said of preferences: on their page, in faults and in the documents. */
export const PREFERENCES = {
    sections: {
        what: 'What is logged',
        how: 'How it reads',
        who: 'Whose record, whose task',
        users: 'Quo users and Salesforce users',
        'sona-fields': 'Answers to Sona',
        quo: 'People in Quo',
        keeping: 'Keeping and limits'
    },
    of: {
        ...SAID_PREFERENCES,
        inboxes: {
            label: 'Inboxes',
            help: 'Calls and texts of inboxes that are not chosen are received and not written.',
            guide: '`"all"`, or the ids (`PN…`) of the numbers to log'
        },
        logCalls: {
            label: 'Calls',
            help: 'A task for each call, written when it ends.',
            guide: 'whether calls are logged'
        },
        logMessages: {
            label: 'Texts',
            help: 'A task for each hour of a conversation.',
            guide: 'whether texts are logged'
        },
        summaries: {
            label: 'Summaries and next steps',
            help: 'What Quo’s AI says of the call, in the comments.',
            guide: 'whether summaries and next steps are written'
        },
        sona: {
            label: 'Calls handled by Sona',
            help: 'A record of its own for each call that Sona handled, with what the caller told it.',
            guide: 'whether Sona’s calls get a record of their own, beside their Task'
        },
        internalCalls: {
            label: 'Calls between our own numbers',
            help: 'Between two numbers of the workspace.',
            guide: 'whether calls and texts between two of your own numbers are logged'
        },
        language: {
            label: 'Language of what is written',
            help: 'Subject, comments and reasons; what people said stays as they said it.',
            options: { fr: 'French', en: 'English' },
            guide: 'language of subjects, descriptions and reasons'
        },
        timeZone: {
            label: 'Time zone',
            help: 'Dates and times in texts, for example America/Toronto.',
            fault: '“{seen}” is not a time zone. Use a name like America/Toronto or Europe/Paris.',
            guide: 'dates and times on records, an IANA name'
        },
        inboxTimeZones: {
            label: 'Time zones by inbox',
            help: 'The time zone of one inbox.',
            fault: '“{seen}” is not a time zone. Use a name like America/Vancouver or Europe/Paris.',
            guide: 'the time zone by inbox, IANA names'
        },
        defaultRegion: {
            label: 'Country of numbers without a country code',
            help: 'Two letters, for example CA or FR.',
            fault: '“{seen}” is not a country code. Use two capital letters, like CA or FR.',
            guide: 'country of numbers without a country code'
        },
        taskFields: {
            label: 'Further fields of tasks',
            help: 'The record type, the type, the status, or any other field: one value for all calls, for all texts, or for both. Where nothing is chosen for it, the status is one that the record type counts as closed.',
            fault: 'The field cannot hold “{seen}”. Choose one of its values.',
            guide: 'record type, `Type` and values of further fields of Tasks; `on`: only of `call` or `messages`; `relative`: `date` or `datetime`, for a value such as `TODAY+3`, counted from the day of the call or text'
        },
        unknownCallers: {
            label: 'Unknown callers',
            help: 'When nobody in Salesforce has the number.',
            options: { none: 'Log them without a record', lead: 'Make a lead' },
            guide: '`none`: logged unmatched. `lead`: one lead a number, for whoever reached you'
        },
        leadSource: {
            label: 'Lead source of those leads',
            help: 'Left empty: none.',
            fault: 'A lead source has at most 255 characters. Shorten it.',
            guide: 'lead source of leads made for unknown callers',
            otherwise: 'none'
        },
        leadMinSeconds: {
            label: 'Shortest answered call for a lead, in seconds',
            help: 'Left empty: none is too short. Voicemails, texts and messages that Sona took always count.',
            fault: '“{seen}” is out of range. Enter a whole number from 1 to 3,600, or nothing.',
            guide: 'answered calls that lasted less make no lead; voicemails, texts and messages that Sona took do',
            otherwise: 'none'
        },
        leadPhoneFormat: {
            label: 'Phone number of those leads',
            help: 'Choose the form that the validation rules of your org ask for. The lead is found by its number all the same.',
            options: {
                e164: 'International: +15145550123',
                national: 'National: (514) 555-0123',
                digits: 'Digits only: 5145550123'
            },
            guide: 'how the phone of a lead is written; numbers of other countries keep `+` and their country code'
        },
        assignLeads: {
            label: 'Let the assignment rules of the org choose who owns those leads',
            help: 'Otherwise a lead belongs to whoever answered, or to the fallback owner. No other record is ever assigned.',
            guide: 'whether the org’s assignment rules choose the owner of a lead that is made'
        },
        leadFields: {
            label: 'Further fields of those leads',
            help: 'One value for every lead that is made, in fields that your org requires or that its rules ask for. What the caller told Sona goes before it.',
            fault: 'The field cannot hold “{seen}”. Choose one of its values.',
            guide: 'values of further fields of a lead, for what the org requires; `relative` as above'
        },
        opportunities: {
            label: 'Opportunity',
            help: 'Which open opportunity of the person or account the task is related to.',
            options: { never: 'Never', 'only-open': 'The only open one', 'most-recent': 'The most recent open one' },
            guide: '`only-open`: the only open one; `most-recent`: of several of a person, the one touched last'
        },
        cases: {
            label: 'Case',
            help: 'Which open case of the person or account the task is related to. A case goes before an opportunity.',
            options: { never: 'Never', 'only-open': 'The only open one', 'most-recent': 'The most recent open one' },
            guide: 'the same for open cases, which go before opportunities'
        },
        ignoredNumbers: {
            label: 'Numbers to ignore',
            help: 'One a line, like +15145550123: never matched, never a lead.',
            fault: '“{seen}” is not a whole phone number. Write it with its country code, like +15145550123, one a line.',
            guide: 'numbers that are never matched and make no lead'
        },
        fallbackOwner: {
            label: 'Fallback owner',
            help: 'Owns what nobody can be credited with: missed calls, people who are not in Salesforce.',
            fault: '“{seen}” cannot own tasks. Choose an active user from the list.',
            guide: 'user id or email: owns what nobody can be credited with',
            otherwise: 'the integration user'
        },
        inboxOwners: {
            label: 'Fallback owners by inbox',
            help: 'The fallback owner of one inbox.',
            fault: '“{seen}” cannot own tasks. Choose an active user from the list.',
            guide: 'the fallback owner by inbox'
        },
        unmatchedOwner: {
            label: 'Owner of unmatched and ambiguous activities',
            help: 'Owns a task that is about nobody until somebody says whose it is: a queue, where several people decide. Then whoever is credited owns it.',
            fault: '“{seen}” cannot own tasks. Choose an active user or a queue for tasks from the list.',
            guide: 'id of a queue or user, or email: owns what is unmatched or ambiguous until it is decided',
            otherwise: 'whoever is credited'
        },
        phoneFields: {
            label: 'Further phone fields',
            help: 'The standard phone fields are always read. Tick the fields of your own that hold a phone number.',
            fault: '“{seen}” is not a field’s API name. Choose a field from the list.',
            guide: 'phone fields beside the standard ones. Give the integration user read access.'
        },
        users: {
            label: 'Quo users and Salesforce users',
            help: 'A task belongs to the Salesforce user of whoever answered or dialled. People are matched by email; whoever has another email is paired here.',
            fault: 'Salesforce has no user “{seen}”. Choose one from the list, or type the email of an active user.',
            guide: 'Quo users paired by hand with Salesforce users, where their emails differ'
        },
        sonaFields: {
            label: 'Answers given to Sona',
            help: 'Every answer has its own record. Here, an answer is also copied to a field of the Sona call, for lists and reports. An answer longer than the field is cut there.',
            fault: '“{seen}” is not a field’s API name. Choose a field from the list.',
            guide: 'answers copied to fields of the Sona record; `length`, the field’s, may be added'
        },
        syncContacts: {
            label: 'Salesforce people in Quo',
            help: 'So that their name shows when the phone rings.',
            options: { off: 'Nobody', 'on-call': 'Whoever calls or is called', full: 'Everybody' },
            guide: 'Salesforce people in Quo; `on-call`: whoever calls or is called'
        },
        contactOwnerField: {
            label: 'Field of Quo’s contacts for the owner',
            help: 'Left empty: one of the usual names, else the role line.',
            fault: 'The name of a field has at most 255 characters. Shorten it.',
            guide: 'custom field of Quo’s contacts that holds the record’s owner',
            otherwise: 'a usual name, else the role'
        },
        contactFilter: {
            label: 'Who is put into Quo when everybody is',
            help: 'Whoever fits all of this. Leave everything empty to take contacts, leads and person accounts.',
            fault: 'A condition is not complete. Choose a field and enter a value, or empty both.',
            guide: 'whom `full` puts into Quo: `objects`, `owners`, `fields` equal to one of some values',
            otherwise: 'everybody'
        },
        directoryRefreshSeconds: {
            label: 'Seconds between two looks at changed people',
            help: 'From 30 to 86,400; each look is about two API calls.',
            fault: '“{seen}” is out of range. Enter a whole number from 30 to 86,400.',
            guide: 'how often Salesforce is asked what changed'
        },
        apiBudget: {
            label: 'API calls a day',
            help: 'Left empty: a tenth of what the org allows. At 80 % late details wait, at 100 % only receiving goes on.',
            fault: '“{seen}” is not a number of calls. Enter a whole number from 1, or leave it empty for a tenth of the org’s.',
            guide: 'Salesforce API calls the connector may spend in 24 hours',
            otherwise: 'a tenth of the org’s'
        },
        retentionDays: {
            label: 'Days that raw deliveries are kept',
            help: 'Afterwards only what follows from them is kept.',
            fault: '“{seen}” is not a number of days. Enter a whole number from 1 to 3,650.',
            guide: 'days that raw deliveries are kept'
        }
    },
    fault: '“{seen}” cannot be chosen here. Choose one of the values that are offered.',
    inboxes: { all: 'All, also those made later', some: 'Only these:' },
    zones: { ofInbox: 'Time zone of {inbox}', sameAsAbove: 'Empty: the time zone above.' },
    owners: {
        ofInbox: 'Fallback owner of {inbox}',
        nobody: 'The integration user',
        sameAsAbove: 'The same as above',
        credited: 'Whoever is credited',
        queues: 'Queues'
    },
    table: { key: 'Key', does: 'What it does', example: 'Values, or an example', default: 'Default' }
} as const satisfies PreferenceMessages;
