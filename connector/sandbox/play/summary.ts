import type { TaskRow } from './records.ts';

/** What one day came to. */
export interface DayResult {
    readonly deliveries: { readonly sent: number; readonly acknowledged: number };
    readonly tasks: readonly TaskRow[];
    /** What was played and left nothing, a sentence each. */
    readonly missing: readonly string[];
    readonly sonaCalls: number;
    readonly sonaAnswers: number;
    readonly transcripts: number;
    readonly parked: number;
    readonly apiCalls: number;
}

/** API calls that an activity may cost in a day's play. */
const MOST_CALLS_PER_ACTIVITY = 0.2;

function callsPerActivity({ apiCalls, tasks }: DayResult): number {
    return tasks.length === 0 ? Number.POSITIVE_INFINITY : apiCalls / tasks.length;
}

/** Rows of a table, label and value. */
export function summaryRows(result: DayResult): readonly (readonly [string, string])[] {
    const count = (matches: (task: TaskRow) => boolean): string => String(result.tasks.filter(matches).length);
    const outcomes = [
        ...new Set(result.tasks.map((task) => task.Quo_Outcome__c).filter((outcome) => outcome !== undefined))
    ].sort();
    return [
        ['Deliveries sent by Quo', String(result.deliveries.sent)],
        ['Deliveries acknowledged', String(result.deliveries.acknowledged)],
        ['Tasks: calls', count((task) => task.Quo_Kind__c === 'Call')],
        ...outcomes.map((outcome) => [`  ${outcome}`, count((task) => task.Quo_Outcome__c === outcome)] as const),
        ['Tasks: conversations', count((task) => task.Quo_Kind__c === 'Messages')],
        ['Handled by Sona: records', String(result.sonaCalls)],
        ['Handled by Sona: answers', String(result.sonaAnswers)],
        ['Transcripts', String(result.transcripts)],
        ['Matched', count((task) => task.Quo_Match__c === 'matched')],
        ['Ambiguous', count((task) => task.Quo_Match__c === 'ambiguous')],
        ['Unmatched', count((task) => task.Quo_Match__c === 'unmatched')],
        ['Parked', String(result.parked)],
        ['Salesforce API calls', String(result.apiCalls)],
        ['API calls per activity', callsPerActivity(result).toFixed(2)]
    ];
}

/** Why the day is not as it should be; empty when it is. */
export function complaints(result: DayResult): readonly string[] {
    const { sent, acknowledged } = result.deliveries;
    const keys = result.tasks.map((task) => task.Quo_Key__c);
    const found: (string | false)[] = [
        result.tasks.length === 0 && 'Nothing was written to Salesforce.',
        acknowledged < sent && `${sent - acknowledged} deliveries were not acknowledged.`,
        new Set(keys).size < keys.length && 'Some activity has two Tasks.',
        result.parked > 0 && `${result.parked} activities are parked.`,
        !(callsPerActivity(result) <= MOST_CALLS_PER_ACTIVITY) &&
            `An activity cost ${callsPerActivity(result).toFixed(2)} API calls, more than ${MOST_CALLS_PER_ACTIVITY}.`,
        ...result.missing
    ];
    return found.filter((complaint) => complaint !== false);
}

/** The rows as lines, values right-aligned under each other. */
export function table(rows: readonly (readonly [string, string])[]): string {
    const width = Math.max(...rows.map(([label]) => label.length));
    const valueWidth = Math.max(...rows.map(([, value]) => value.length));
    return rows.map(([label, value]) => `  ${label.padEnd(width)}  ${value.padStart(valueWidth)}`).join('\n');
}
