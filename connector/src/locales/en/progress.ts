/** What takes long, wherever it is shown. */
export const PROGRESS = {
    title: 'Under way, and done lately',
    tasks: {
        directory: 'Loading people from Salesforce',
        repair: 'Comparing with Quo’s own list',
        'catch-up': 'Fetching from Quo, day by day, what came while nobody listened',
        again: 'Rendering again',
        rehearsal: 'Rehearsing',
        people: 'Putting everybody into Quo',
        estimate: 'Estimating'
    },
    ended: {
        directory: 'People were loaded from Salesforce',
        repair: 'Compared with Quo’s own list',
        'catch-up': 'Fetched from Quo what came while nobody listened',
        again: 'Rendered again',
        rehearsal: 'Rehearsed',
        people: 'Everybody is in Quo',
        estimate: 'Estimated'
    },
    states: { running: 'Running', paused: 'Held', done: 'Done', failed: 'Stopped', interrupted: 'Interrupted' },
    of: '{done} of {total}',
    soFar: '{done, plural, other {# so far}}',
    ago: '{duration} ago',
    interrupted: 'Nothing was heard of it for some minutes. It goes on by itself when the connector runs.',
    again: {
        looked: '{n, plural, one {# call or conversation was looked at again.} other {# calls and conversations were looked at again.}}',
        parked: '{n, plural, one {# needs a person: see Parked.} other {# need a person: see Parked.}}',
        fine: 'Salesforce accepted everything.'
    },
    repair: '{missing, plural, =0 {{seen, plural, one {# call or text} other {# calls and texts}} of the last 28 hours: nothing was missing.} other {{seen, plural, one {# call or text} other {# calls and texts}} of the last 28 hours, of which {missing, plural, one {# was missing and is known now.} other {# were missing and are known now.}}}}',
    'catch-up':
        '{missing, plural, =0 {{days, plural, one {# day} other {# days}}: nothing was missing.} other {{days, plural, one {# day} other {# days}}, of which {missing, plural, one {# call or text was missing and is known now.} other {# calls and texts were missing and are known now.}}}}'
} as const;
