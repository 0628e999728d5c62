import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadPeople } from 'sandbox-day/people.ts';
import type { EditPlan } from 'sandbox-day/scenario.ts';
import { loadScenario, scenarioNames } from 'sandbox-day/scenarios.ts';
import { differences, type Played } from './expectations.ts';
import { salesforceUser, tasksOnce, until } from './user-actions.ts';
import { openWorld, type Row, type World } from './world.ts';

const people = loadPeople();
const names = scenarioNames().filter((name) => loadScenario(name).edits.length > 0);
/** Seconds of each scenario: the call is over, and the late facts are not there yet. */
const BETWEEN = 1_000;

function written(text: string, write: EditPlan['write']): string {
    if (write === undefined) return text;
    const [first = '', ...rest] = text.split('\n');
    if (write.where === 'instead') return write.text;
    if (write.where === 'top') return [write.text, text].join('\n');
    return write.where === 'end' ? [text, write.text].join('\n') : [first, write.text, ...rest].join('\n');
}

async function edit(world: World, task: Row, { by, set, write }: EditPlan): Promise<void> {
    const users = await world.records('User');
    const username = users.find(({ Id }) => Id === world.ids[`user-${by}`])?.['Username'];
    const act = await salesforceUser(world, String(username));
    const text = write === undefined ? {} : { Description: written(String(task['Description']), write) };
    await act('PATCH', `Task/${String(task['Id'])}`, { ...set, ...text });
}

test('what reps change on logged calls stays when the summary comes two hours later', async () => {
    assert.ok(names.length >= 7, names.join(', '));
    const world = await openWorld();
    const part = { scenarios: names, from: '2026-11-16T14:00:00.000Z', wait: true };
    const { played } = await world.control<{ played: readonly Played[] }>('play', { ...part, before: BETWEEN });
    const logged = await tasksOnce(world, (tasks) => tasks.length === names.length);
    await world.settled();
    for (const { scenario, activities } of played)
        for (const plan of loadScenario(scenario).edits) {
            assert.ok(plan.after < BETWEEN, scenario);
            const task = logged.find((one) => one['Quo_Key__c'] === `call_${activities[plan.of]?.id}`);
            assert.ok(task, scenario);
            await edit(world, task, plan);
        }
    await world.control('play', { ...part, after: BETWEEN });
    const numberOf = (name: string): string => people[name]?.number ?? name;
    const wrong = async (): Promise<readonly string[]> => {
        const left = {
            tasks: await world.records('Task'),
            sonaCalls: [],
            sonaAnswers: [],
            transcripts: await world.records('Quo_Transcript__c'),
            leads: []
        };
        return played.flatMap((one) => differences(loadScenario(one.scenario), one, left, world.ids, numberOf));
    };
    await until(async () => ((await wrong()).length === 0 ? true : undefined), wrong);
    await world.settled();
    assert.deepEqual(await wrong(), []);
    const kept = await world.query<{ field: string }>(
        `select distinct jsonb_array_elements_text(kept -> 'fields') as field from records order by 1`
    );
    assert.deepEqual(
        kept.map(({ field }) => field),
        ['ActivityDate', 'Status', 'Subject'],
        'nothing else is taken for a person’s'
    );
});
