import { countIn } from './plural.ts';

const count = countIn('en');

/** Health, history, data quality, audit. */
export const WATCH_EN = {
    health: {
        title: 'Health',
        figures: {
            received: (n: number) => count(n, 'Delivery received', 'Deliveries received'),
            activities: (n: number) => count(n, 'Call or conversation', 'Calls and conversations'),
            due: () => 'Being written now',
            waiting: () => 'Waiting for more',
            parked: (n: number) => count(n, 'Needs a person', 'Need a person'),
            people: (n: number) => count(n, 'Person in the directory', 'People in the directory')
        },
        chart: 'Received, matched and written, by hour',
        chartAlt: (received: number, matched: number, written: number) =>
            `In the last 24 hours ${count(received, '# call or conversation was received', '# calls and conversations were received')}, ${matched} matched to somebody and ${written} written.`,
        hour: 'Hour',
        inbox: 'Inbox',
        noInbox: 'No inbox',
        received: 'Received',
        matched: 'Matched',
        written: 'Written',
        parked: 'Parked',
        figuresOfChart: 'The figures of the chart',
        byInbox: 'By inbox, in the last 24 hours',
        waiting: 'Waiting longest',
        nothingWaits: 'Nothing waits: everything that came is in Salesforce.',
        what: 'What',
        since: 'Waiting for',
        late: 'Late by',
        onTime: 'On time',
        why: 'Why',
        unread: 'Deliveries that made no call or text',
        reading: { ignored: 'Of no use here', unknown: 'Not understood' },
        /** Reasons as they are kept with a delivery. */
        reasons: {
            'nothing that is logged': 'Nothing that is logged',
            'a type of event that we do not know': 'A type of event that is not known here',
            'a test event of Quo': 'A test event of Quo',
            'nested too deep': 'Nested too deep',
            forgotten: 'Forgotten at somebody’s wish'
        } as Readonly<Record<string, string>>,
        type: 'Type',
        count: 'Number',
        usage: 'Salesforce API calls, last 24 hours',
        org: 'The org allows',
        orgUsed: 'Used by everybody',
        ours: 'Used by this connection',
        budget: 'Our budget',
        forecast: 'Forecast for a day',
        usageState: {
            free: 'Within the budget.',
            saving: 'Over 80 % of the budget: recordings, summaries and other late details wait; new calls and texts are written.',
            stopped: 'The budget is spent: calls and texts are received and kept, and written as calls become free.'
        },
        notWhole: 'Connect Salesforce and Quo to see something here.'
    },
    activities: {
        title: 'Calls and texts',
        when: 'When',
        who: 'Match',
        state: 'State',
        kind: { call: 'Call', messages: 'Texts' },
        match: { matched: 'Matched', ambiguous: 'Ambiguous', unmatched: 'Unmatched' },
        states: { written: 'Written', parked: 'Parked', waiting: 'Waiting', ignored: 'Ignored', nothing: 'Not logged' },
        all: 'All',
        filter: 'Show',
        number: 'Phone number',
        none: 'Nothing yet.'
    },
    history: {
        titleOf: (what: string) => `History: ${what}`,
        deliveries: 'What Quo sent',
        received: 'Received',
        type: 'Type',
        id: 'Id',
        match: 'Who it is, and why',
        noMatch: 'Not matched yet.',
        records: 'In Salesforce',
        record: 'Record',
        writes: 'What was written, and Salesforce’s answer',
        at: 'At',
        answer: 'Answer',
        answers: { written: 'Written', refused: 'Refused', removed: 'Removed', failed: 'Failed' },
        changed: 'Fields that changed',
        facts: 'Facts known',
        open: 'Open in Salesforce',
        none: 'None.'
    },
    parked: {
        title: 'Parked',
        intro: 'Salesforce refused these, and asking again does not help by itself. Put right what is named, then retry.',
        none: 'Nothing is parked.',
        retryAll: 'Retry all',
        retryKind: 'Retry these',
        retry: 'Retry',
        ignore: 'Ignore',
        note: 'Note',
        noteHelp: 'Why it may be ignored; kept with its history.',
        since: 'Since',
        times: (n: number) => count(n, '# record', '# records'),
        retried: (n: number) => count(n, '# is tried again.', '# are tried again.'),
        ignored: (n: number) => count(n, '# is ignored.', '# are ignored.'),
        noReason: 'No reason was given.'
    },
    quality: {
        title: 'Data quality',
        ambiguous: 'Numbers that several people have',
        ambiguousIntro: 'Their calls are on nobody’s record until one of them is chosen or corrected.',
        duplicates: 'People who seem to be entered twice',
        unreadable: 'Phone fields that are no number',
        unowned: 'Tasks without an owner of their own',
        unownedIntro:
            'Nobody could be credited, so that they belong to the integration user. Choose a fallback owner in Preferences.',
        number: 'Number',
        people: 'Records',
        calls: 'Calls and conversations',
        field: 'Field',
        text: 'What stands there',
        none: 'None.'
    },
    people: {
        title: 'Salesforce people in Quo',
        mode: 'Who is put there',
        linked: 'Kept as in Salesforce',
        due: 'Waiting to be put there',
        failed: 'Refused by Quo',
        run: { running: 'Everybody is being put into Quo.', paused: 'Held.', done: 'Everybody was looked at.' },
        progress: (done: string, total: string) => `${done} of ${total}`,
        act: { start: 'Look at everybody', pause: 'Hold', resume: 'Go on' },
        more: 'What it takes, and who is put there'
    },
    audit: {
        title: 'Audit log',
        at: 'When',
        who: 'Who',
        what: 'What',
        detail: 'Detail',
        older: 'Older',
        none: 'Nothing yet.'
    }
};
