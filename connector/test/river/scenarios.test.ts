import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { suite, test } from 'node:test';
import { loadPeople } from 'sandbox-day/people.ts';
import { loadScenario, scenarioNames } from 'sandbox-day/scenarios.ts';
import { differences, type Left, type Played } from './expectations.ts';
import { openWorld, PATIENCE_MS, type World } from './world.ts';

const people = loadPeople();
const numberOf = (name: string): string => people[name]?.number ?? name;
/** What no webhook tells is found by comparing with Quo's own list. */
const isLost = (name: string): boolean =>
    loadScenario(name).events.some((event) => event.lost && /^call.completed|^message/.test(event.type));
/** Reps at work between the events have a test of their own. */
const isEdited = (name: string): boolean => loadScenario(name).edits.length > 0;
const told = scenarioNames().filter((name) => !isLost(name) && !isEdited(name));
const byPreferences = Map.groupBy(told, (name) => JSON.stringify(loadScenario(name).expect.preferences));
async function left(world: World): Promise<Left> {
    const [tasks, sonaCalls, sonaAnswers, transcripts, leads] = await Promise.all(
        ['Task', 'Sona_Call__c', 'Sona_Answer__c', 'Quo_Transcript__c', 'Lead'].map((type) => world.records(type))
    );
    return {
        tasks: tasks ?? [],
        sonaCalls: sonaCalls ?? [],
        sonaAnswers: sonaAnswers ?? [],
        transcripts: transcripts ?? [],
        leads: leads ?? []
    };
}

/** Late answers of Quo's API come a second or more after the last delivery: looked at until it is right, or for long. */
async function waitForNone(look: () => Promise<readonly string[]>): Promise<readonly string[]> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
        const found = await look();
        if (found.length === 0 || Date.now() > until) return found;
        await sleep(500);
    }
}

suite('each situation leaves what it should, told in any order and thrice', { concurrency: 4 }, () => {
    for (const [preferences, names] of byPreferences) {
        test(`preferences ${preferences}`, async () => {
            const world = await openWorld({ preferences: JSON.parse(preferences) as Record<string, unknown> });
            let before: string | undefined;
            for (const seed of [1, 2, 3]) {
                const from = '2026-11-16T14:00:00.000Z';
                const asked = { scenarios: names, shuffle: true, repeat: 0.3, seed, from, wait: true, seconds: 1 };
                const { played } = await world.control<{ played: readonly Played[] }>('play', asked);
                const wrong = await waitForNone(async () => {
                    const now = await left(world);
                    return played.flatMap((one) =>
                        differences(loadScenario(one.scenario), one, now, world.ids, numberOf)
                    );
                });
                assert.deepEqual(wrong, []);
                await world.settled();
                const kept = JSON.stringify((await left(world)).tasks.map((task) => task['Quo_Key__c']).sort());
                assert.equal(before ?? kept, kept, 'playing it again added or took a Task');
                before = kept;
            }
        });
    }
});

test('what no webhook ever told is found in Quo and written', async () => {
    const world = await openWorld();
    const names = scenarioNames().filter(isLost);
    assert.ok(names.length >= 3);
    const from = new Date(Date.now() - 20 * 3_600_000).toISOString();
    const { played } = await world.control<{ played: readonly Played[] }>('play', {
        scenarios: names,
        from,
        wait: true
    });
    await world.restart('stop');
    const wrong = await waitForNone(async () => {
        const now = await left(world);
        return played.flatMap((one) => differences(loadScenario(one.scenario), one, now, world.ids, numberOf));
    });
    assert.deepEqual(wrong, []);
});
