import { countIn } from './plural.ts';

const count = countIn('en');

/** Preferences, preview, import, rehearsal. */
export const CHOOSE_EN = {
    title: 'Preferences',
    fixed: 'These choices come from the preferences file of the connector’s environment, and are only shown here.',
    save: 'Save',
    look: 'Show the preview',
    saved: 'Saved. New calls and texts follow these choices.',
    preview: {
        title: 'Preview',
        intro: 'The last call, as it would be written with these choices.',
        none: 'There is a preview as soon as a call has come.',
        faulty: 'Correct what is marked to see the preview again.',
        subject: 'Subject',
        description: 'Comments',
        why: 'Match'
    },
    groups: {
        what: 'What is logged',
        how: 'How it reads',
        who: 'Whose record, whose task',
        sona: 'Answers to Sona',
        quo: 'People in Quo',
        keeping: 'Keeping and limits'
    },
    label: {
        inboxes: 'Inboxes',
        allInboxes: 'All, also those made later',
        someInboxes: 'Only these:',
        logCalls: 'Calls',
        logMessages: 'Texts',
        recordings: 'Recordings',
        summaries: 'Summaries and next steps',
        transcripts: 'Transcripts',
        sona: 'Calls handled by Sona',
        internalCalls: 'Calls between our own numbers',
        language: 'Language of what is written',
        timeZone: 'Time zone',
        defaultRegion: 'Country of numbers without a country code',
        unknownCallers: 'Unknown callers',
        leadSource: 'Lead source of those leads',
        leadMinSeconds: 'Shortest answered call for a lead, in seconds',
        opportunities: 'Opportunity',
        ignoredNumbers: 'Numbers to ignore',
        fallbackOwner: 'Fallback owner',
        inboxOwner: (inbox: string) => `Fallback owner of ${inbox}`,
        noOwner: 'The integration user',
        sameOwner: 'The same as above',
        syncContacts: 'Salesforce people in Quo',
        contactOwnerField: 'Field of Quo’s contacts for the owner',
        directoryRefreshSeconds: 'Seconds between two looks at changed people',
        apiBudget: 'API calls a day',
        retentionDays: 'Days that raw deliveries are kept',
        recordingsNeedSignIn: 'Ask for a Salesforce sign-in before a recording plays',
        owner: 'Owner'
    },
    help: {
        inboxes: 'Calls and texts of inboxes that are not chosen are received and not written.',
        logCalls: 'A task for each call, written when it ends.',
        logMessages: 'A task for each hour of a conversation.',
        recordings: 'A lasting link to each recording and voicemail.',
        summaries: 'What Quo’s AI says of the call, in the comments.',
        transcripts: 'The whole transcript, on records of Sona.',
        sona: 'A record of its own for each call that Sona handled, with what the caller told it.',
        internalCalls: 'Between two numbers of the workspace.',
        language: 'Subject, comments and reasons; what people said stays as they said it.',
        timeZone: 'Dates and times in texts, for example America/Toronto.',
        defaultRegion: 'Two letters, for example CA or FR.',
        unknownCallers: 'When nobody in Salesforce has the number.',
        leadSource: 'Left empty: none.',
        leadMinSeconds: 'Left empty: none is too short. Voicemails, texts and messages that Sona took always count.',
        opportunities: 'Which open opportunity of the person or account the task is related to.',
        ignoredNumbers: 'One a line, like +15145550123: never matched, never a lead.',
        fallbackOwner: 'Owns what nobody can be credited with: missed calls, people who are not in Salesforce.',
        syncContacts: 'So that their name shows when the phone rings.',
        contactOwnerField: 'Left empty: one of the usual names, else the role line.',
        directoryRefreshSeconds: 'From 30 to 86,400; each look is about two API calls.',
        apiBudget:
            'Left empty: a tenth of what the org allows. At 80 % late details wait, at 100 % only receiving goes on.',
        retentionDays: 'Afterwards only what follows from them is kept.',
        recordingsNeedSignIn: 'Any user of the org may then listen, nobody else.'
    },
    options: {
        fr: 'French',
        en: 'English',
        none: 'Log them without a record',
        lead: 'Make a lead',
        never: 'Never',
        'only-open': 'The only open one',
        'most-recent': 'The most recent open one',
        off: 'Nobody',
        'on-call': 'Whoever calls or is called',
        full: 'Everybody'
    },
    again: {
        title: 'Apply to what was logged already',
        intro: 'Draws the calls and texts of the last days again with the saved choices, and writes what differs.',
        days: 'Days',
        look: 'Show what would change',
        button: 'Apply now',
        back: 'Back to Preferences',
        title2: 'Title',
        would: (days: number) => count(days, 'What the last day would come to', 'What the last # days would come to'),
        found: (n: number) => count(n, '# call or conversation.', '# calls and conversations.'),
        sample: (n: number) => count(n, 'Looked at: the newest one.', 'Looked at: the newest #.'),
        changes: (changed: number, same: number) =>
            `${count(changed, '# record would be written', '# records would be written')}, ${count(same, '# is as it should be.', '# are as they should be.')}`,
        done: (n: number) =>
            count(n, '# call or conversation is drawn again.', '# calls and conversations are drawn again.')
    },
    travel: {
        title: 'Export and import',
        intro: 'Carries the choices from a sandbox to production, or back. No secret is in them.',
        export: 'Export as JSON',
        text: 'JSON to import',
        look: 'Show what would change',
        same: 'Nothing would change.',
        key: 'Choice',
        now: 'Now',
        then: 'Then',
        apply: 'Change these',
        differ: (n: number) => count(n, '# choice would change', '# choices would change'),
        title2: 'What the import would change'
    },
    rehearsal: {
        title: 'Rehearsal',
        intro: 'Everything runs, and nothing is written, neither in Salesforce nor in Quo. A report says what would have been.',
        start: 'Begin a rehearsal',
        stop: 'End it, and write what waited',
        since: (instant: string) => `Rehearsing since ${instant}.`,
        report: 'See the report',
        would: 'What would have been written',
        does: { create: 'Would be made', update: 'Would be changed', nothing: 'Is so already' },
        leads: 'Leads that would have been made',
        counts: (create: number, update: number, nothing: number) =>
            [
                count(create, '# record would be made', '# records would be made'),
                count(update, '# would be changed', '# would be changed'),
                count(nothing, '# is as it should be.', '# are as they should be.')
            ].join(', ')
    }
};
