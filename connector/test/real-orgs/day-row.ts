import type { ErrorNote } from '../../src/errors/errors.ts';
import type { AdminChoices } from './admin-choices.ts';
import type { OrgOfHabits } from './org-of-habits.ts';

/** What the day left in an org: keys of our records, and how many leads there are. */
export interface Written {
    readonly tasks: readonly string[];
    readonly sonaCalls: readonly string[];
    readonly sonaAnswers: readonly string[];
    readonly leads: number;
}

export async function writtenIn(org: OrgOfHabits): Promise<Written> {
    const keys = async (type: string, field: string): Promise<readonly string[]> =>
        (await org.records(type)).flatMap((row) => (typeof row[field] === 'string' ? [row[field]] : [])).sort();
    return {
        tasks: await keys('Task', 'Quo_Key__c'),
        sonaCalls: await keys('Sona_Call__c', 'Quo_Call_Id__c'),
        sonaAnswers: await keys('Sona_Answer__c', 'Quo_Answer_Key__c'),
        leads: (await org.records('Lead')).length
    };
}

export interface Played {
    readonly name: string;
    readonly written: Written;
    readonly unwritten: readonly { readonly error: ErrorNote }[];
    readonly choices: AdminChoices | undefined;
    /** In an org without habits. */
    readonly everything: Written;
    /** Leads of before the day. */
    readonly leadsBefore: number;
}

/** A line of the table in the guide to the simulators: org, tasks, leads, what waits and why, choice, then. */
export function rowOf({ name, written, unwritten, choices, everything, leadsBefore }: Played): string {
    if (unwritten.length === 0) return [name, 'all', 'all', '', '', ''].join(' | ');
    // Without counts, which every new situation of the day would change.
    const why = [...new Set(unwritten.map(({ error }) => `${error.code}: \`${wordsOf(error)}\``))].sort();
    const tasks = share(written.tasks.length, everything.tasks.length);
    const leads = share(written.leads - leadsBefore, everything.leads - leadsBefore);
    return [name, tasks, leads, why.join('; '), choiceOf(choices), 'everything'].join(' | ');
}

/** What the org said, without Salesforce's own code. */
export function wordsOf({ seen = '' }: ErrorNote): string {
    return seen.replace(/^[A-Z_]+: /, '');
}

function share(some: number, all: number): string {
    if (some === all) return 'all';
    return some === 0 ? 'none' : 'some';
}

function choiceOf({ preferences = {}, joinsQueue, isExemptFromWeekdays }: AdminChoices = {}): string {
    const keys = Object.entries(preferences).map(([key, value]) => {
        const fields = Array.isArray(value) ? value.map((row) => (row as { field: string }).field) : [];
        return fields.length === 0 ? `\`${key}\`` : `\`${key}\` (${fields.join(', ')})`;
    });
    return [
        ...keys,
        ...(joinsQueue ? ['member of the queue'] : []),
        ...(isExemptFromWeekdays ? ['exempt from the rule'] : [])
    ].join(', ');
}
