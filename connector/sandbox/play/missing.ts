import { loadScenarios } from 'sandbox-day/scenarios.ts';
import type { SonaCallRow, TaskRow, TranscriptRow } from './records.ts';

/** A scenario as Quo played it, with the ids that its activities got. */
export interface PlayedScenario {
    readonly scenario: string;
    readonly activities: Readonly<Record<string, PlayedActivity>>;
}

interface PlayedActivity {
    readonly id: string;
    /** Numbers on the other side. */
    readonly others: readonly string[];
}

/**
 * What the day should have left in Salesforce and did not, a sentence each: that nothing waits any more does not say that
 * nothing was lost on the way.
 */
export function missing(
    played: readonly PlayedScenario[],
    tasks: readonly TaskRow[],
    sonaCalls: readonly SonaCallRow[],
    transcripts: readonly TranscriptRow[]
): readonly string[] {
    const scenarios = loadScenarios();
    const keys = new Set(tasks.map((task) => task.Quo_Key__c));
    const numbers = tasks.flatMap((task) =>
        task.Quo_Kind__c === 'Messages' ? [task.Quo_External_Number__c ?? ''] : []
    );
    const handled = new Set(sonaCalls.map((row) => row.Quo_Call_Id__c));
    const transcribed = new Set(transcripts.map((row) => row.Call_Id__c));
    const isThere = (kind: string, { id, others }: PlayedActivity): boolean =>
        kind === 'Call'
            ? keys.has(`call_${id}`)
            : numbers.some((known) => others.every((other) => known.includes(other)));
    return played.flatMap(({ scenario, activities }) => {
        const { expect, events = [] } = scenarios.get(scenario) ?? {};
        // Of what no webhook told, the connector hears when it next looks for what it missed: after the day.
        const isTold = (of: string): boolean => !events.some((event) => event.of === of && event.lost);
        const of = (name: string): PlayedActivity => activities[name] ?? { id: name, others: [] };
        return [
            ...(expect?.tasks ?? [])
                .filter((task) => isTold(task.of) && !isThere(task.kind, of(task.of)))
                .map((task) => `${task.kind} ${of(task.of).id} (${scenario}) has no Task.`),
            ...(expect?.sona ?? [])
                .filter((sona) => isTold(sona.of) && !handled.has(of(sona.of).id))
                .map((sona) => `Call ${of(sona.of).id} (${scenario}) has no record of what Sona did.`),
            ...(expect?.transcripts ?? [])
                .filter((one) => isTold(one.of) && !transcribed.has(of(one.of).id))
                .map((one) => `Call ${of(one.of).id} (${scenario}) has no record of what was said.`)
        ];
    });
}
