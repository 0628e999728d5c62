/** What takes long, and putting people into Quo. */
export const PROGRESS = {
    title: 'Under way, and done lately',
    tasks: {
        directory: 'Loading people from Salesforce',
        repair: 'Comparing with Quo’s own list',
        again: 'Rendering again',
        rehearsal: 'Rehearsing',
        people: 'Putting everybody into Quo',
        estimate: 'Estimating'
    },
    ended: {
        directory: 'People were loaded from Salesforce',
        repair: 'Compared with Quo’s own list',
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
    repair: '{missing, plural, =0 {{seen, plural, one {# fact} other {# facts}} of the last 28 hours: nothing was missing.} other {{seen, plural, one {# fact} other {# facts}} of the last 28 hours, of which {missing, plural, one {# was missing and is known now.} other {# were missing and are known now.}}}}',
    people: {
        title: 'People in Quo',
        intro: 'Salesforce people are put into Quo’s contacts, so that their name shows when the phone rings. Quo never changes Salesforce.',
        who: 'Who is put there',
        chooseWho: 'Who is put into Quo',
        save: 'Save this choice',
        confirm: 'Your other choices are saved. Look at what putting everybody into Quo takes, then begin it here.',
        estimate: 'What everybody would take',
        never: 'Nothing was estimated yet. Nobody is written to Quo by looking.',
        counting: 'Everybody in the directory is being looked at…',
        look: 'Estimate',
        lookAgain: 'Estimate again',
        estimatedAgo: 'Estimated {ago} ago, with the saved filter.',
        everybody: 'People in the directory',
        create: 'Would be made in Quo',
        update: 'Would be changed in Quo',
        remove: 'Would be removed from Quo',
        nothing: 'Nothing to do',
        requests: 'Requests to Quo',
        takes: 'Takes about',
        begin: '{n, plural, one {Put # person into Quo} other {Put # people into Quo}}',
        beginAnyway: 'Look at everybody',
        filterLink: 'The filter is chosen in Preferences.',
        rehearsing: 'In a rehearsal nobody is put into Quo: it begins when the rehearsal ends.',
        run: 'The run over everybody',
        noRun: 'There was no run over everybody yet.',
        reason: '{name}: {n}',
        reasons: {
            created: 'Made',
            updated: 'Changed',
            removed: 'Removed',
            failed: 'Refused by Quo',
            unchanged: 'As they should be already',
            unlinked: 'Somebody deleted them in Quo: made again when they call',
            foreign: 'Somebody else made them in Quo: left alone',
            filter: 'Not wanted by the filter, or companies',
            'no-number': 'Without a phone number',
            'no-name': 'Without a name',
            converted: 'Converted leads'
        } as Readonly<Record<string, string>>
    }
} as const;
