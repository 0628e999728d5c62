import { setTimeout as sleep } from 'node:timers/promises';
import { getJson, postJson } from './http.ts';
import { missing, type PlayedScenario } from './missing.ts';
import { narrator, type Print } from './narrate.ts';
import type { PlayOptions } from './options.ts';
import { recordsOf, tasksOf, type SonaCallRow, type TranscriptRow } from './records.ts';
import type { DayResult } from './summary.ts';
import type { World } from './world.ts';

const PLAY_SECONDS = 15;
const ACTIVITIES = 320;
const LOOK_EVERY = 500;
/** After the last delivery, everything must be in Salesforce within this. */
const PATIENCE = 120_000;

interface Progress {
    readonly state: 'playing' | 'done' | 'stopped';
    readonly sent: number;
    readonly acknowledged: number;
    readonly pending: number;
    readonly played: readonly PlayedScenario[];
}

/**
 * Plays a working day through Quo's webhooks, tells what is written as it is written, and waits until nothing waits.
 *
 * @throws {Error} when something is still on its way long after the last delivery
 */
export async function playDay(world: World, options: PlayOptions, print: Print): Promise<DayResult> {
    const { org, quo, connector } = world;
    print('');
    await postJson(`${quo.url}/_control/play`, {
        day: { activities: ACTIVITIES },
        seconds: PLAY_SECONDS,
        seed: options.seed,
        repeat: 0.1,
        shuffle: 1_500
    });
    const names = await peopleNames(org.url);
    const tell = narrator(print, () => names);
    let giveUpAt = Number.POSITIVE_INFINITY;
    for (;;) {
        await sleep(LOOK_EVERY);
        const progress = await getJson<Progress>(`${quo.url}/_control/play`);
        const tasks = await tasksOf(org.url);
        tell(tasks);
        const isTold = progress.state === 'done' && progress.pending === 0;
        const states = await activityStates(connector.url);
        const left = (states['due'] ?? 0) + (states['waiting'] ?? 0);
        if (isTold && left === 0) return result(world, progress, states['parked'] ?? 0);
        if (isTold) giveUpAt = Math.min(giveUpAt, Date.now() + PATIENCE);
        if (Date.now() > giveUpAt)
            throw new Error(`${left} activities are still on their way after ${PATIENCE / 1_000} s.`);
    }
}

async function result({ org }: World, { sent, acknowledged, played }: Progress, parked: number): Promise<DayResult> {
    const [tasks, sonaCalls, sonaAnswers, transcripts, usage] = await Promise.all([
        tasksOf(org.url),
        recordsOf<SonaCallRow>(org.url, 'Sona_Call__c'),
        recordsOf(org.url, 'Sona_Answer__c'),
        recordsOf<TranscriptRow>(org.url, 'Quo_Transcript__c'),
        getJson<{ readonly used: number }>(`${org.url}/_control/api-usage`)
    ]);
    return {
        deliveries: { sent, acknowledged },
        tasks,
        missing: missing(played, tasks, sonaCalls, transcripts),
        sonaCalls: sonaCalls.length,
        sonaAnswers: sonaAnswers.length,
        transcripts: transcripts.length,
        parked,
        apiCalls: usage.used
    };
}

async function peopleNames(orgUrl: string): Promise<ReadonlyMap<string, string>> {
    const types = ['Contact', 'Lead', 'Account', 'Opportunity'];
    const lists = await Promise.all(types.map((type) => recordsOf<{ Id: string; Name: string }>(orgUrl, type)));
    return new Map(lists.flat().map(({ Id, Name }) => [Id, Name]));
}

/** Of the connector's own numbers for monitoring: activities by state. */
async function activityStates(connectorUrl: string): Promise<Readonly<Record<string, number>>> {
    const text = await (await fetch(`${connectorUrl}/metrics`)).text();
    const lines = text.matchAll(/^quo_activities\{connection="default",state="(\w+)"\} (\d+)/gm);
    return Object.fromEntries([...lines].map(([, state = '', count]): [string, number] => [state, Number(count)]));
}
