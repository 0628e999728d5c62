/** Who is not in Quo. */
export const SKIPPED = {
    title: 'Who is not in Quo',
    link: 'Who is not in Quo, and why',
    intro: 'Records that could be in Quo and are not, newest first. Whom the filter leaves out is not listed.',
    record: 'Record',
    why: 'Why',
    since: 'Since',
    gone: 'A record that is no longer in Salesforce',
    reasons: {
        'no-number': 'No phone number that can be read.',
        foreign: 'Another program made a contact for it in Quo: left alone.',
        unlinked: 'Somebody deleted it in Quo: made again with the next call.',
        failed: 'Refused.'
    },
    unreadable: '{field}: “{text}”',
    further: 'Further ones',
    first: 'From the beginning',
    none: 'Nobody: everyone who is wanted there has a number and was taken.'
} as const;
