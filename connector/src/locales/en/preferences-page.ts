/** Preferences, preview, import, rehearsal. */
export const PREFERENCES_PAGE = {
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
        why: 'Match',
        owner: 'Owner'
    },
    again: {
        title: 'Apply to what was logged already',
        intro: 'Draws the calls and texts of the last days again with the saved choices, and writes what differs.',
        days: 'Days',
        look: 'Show what would change',
        button: 'Apply now',
        back: 'Back to Preferences',
        title2: 'Title',
        would: '{days, plural, one {What the last day would come to} other {What the last # days would come to}}',
        found: '{n, plural, one {# call or conversation.} other {# calls and conversations.}}',
        sample: '{n, plural, one {Looked at: the newest one.} other {Looked at: the newest #.}}',
        changes:
            '{changed, plural, one {# record would be written} other {# records would be written}}, {same, plural, one {# is as it should be.} other {# are as they should be.}}',
        done: '{n, plural, one {# call or conversation is drawn again.} other {# calls and conversations are drawn again.}}'
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
        correct: 'Correct the JSON, or what the org lacks, then import again.',
        differ: '{n, plural, one {# choice would change} other {# choices would change}}',
        title2: 'What the import would change'
    },
    rehearsal: {
        title: 'Rehearsal',
        intro: 'Everything runs, and nothing is written, neither in Salesforce nor in Quo. A report says what would have been.',
        start: 'Begin a rehearsal',
        stop: 'End it, and write what waited',
        since: 'Rehearsing since {instant}.',
        report: 'See the report',
        would: 'What would have been written',
        does: { create: 'Would be made', update: 'Would be changed', nothing: 'Is so already' },
        leads: 'Leads that would have been made',
        counts: '{create, plural, one {# record would be made} other {# records would be made}}, {update, plural, other {# would be changed}}, {nothing, plural, one {# is as it should be.} other {# are as they should be.}}'
    }
} as const;
