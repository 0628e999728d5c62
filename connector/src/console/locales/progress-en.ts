import { countIn } from './plural.ts';

const count = countIn('en');

/** What takes long, and putting people into Quo. */
export const PROGRESS_EN = {
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
    of: (done: string, total: string) => `${done} of ${total}`,
    soFar: (done: number) => count(done, '# so far', '# so far'),
    ago: (duration: string) => `${duration} ago`,
    interrupted: 'Nothing was heard of it for some minutes. It goes on by itself when the connector runs.',
    again: {
        looked: (n: number) =>
            count(n, '# call or conversation was looked at again.', '# calls and conversations were looked at again.'),
        parked: (n: number) => count(n, '# needs a person: see Parked.', '# need a person: see Parked.'),
        fine: 'Salesforce accepted everything.'
    },
    repair: (seen: number, missing: number) =>
        missing === 0
            ? `${count(seen, '# fact', '# facts')} of the last 28 hours: nothing was missing.`
            : `${count(seen, '# fact', '# facts')} of the last 28 hours, of which ${count(missing, '# was missing and is known now.', '# were missing and are known now.')}`,
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
        estimatedAgo: (ago: string) => `Estimated ${ago} ago, with the saved filter.`,
        everybody: 'People in the directory',
        create: 'Would be made in Quo',
        update: 'Would be changed in Quo',
        remove: 'Would be removed from Quo',
        nothing: 'Nothing to do',
        requests: 'Requests to Quo',
        takes: 'Takes about',
        begin: (n: number) => count(n, 'Put # person into Quo', 'Put # people into Quo'),
        beginAnyway: 'Look at everybody',
        filterLink: 'The filter is chosen in Preferences.',
        rehearsing: 'In a rehearsal nobody is put into Quo: it begins when the rehearsal ends.',
        run: 'The run over everybody',
        noRun: 'There was no run over everybody yet.',
        reason: (name: string, n: string) => `${name}: ${n}`,
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
};
