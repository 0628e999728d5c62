import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { openWorld, PATIENCE_MS, type Row, type World } from './world.ts';

/** A play of the same calls and texts under other circumstances leaves the same, but for ids and times of writing. */
const PLAY = {
    day: { activities: 120 },
    seed: 7,
    from: '2026-11-18T13:00:00.000Z',
    repeat: 0.1,
    shuffle: 1_000,
    seconds: 8
};

interface Progress {
    readonly pending: number;
    readonly state: string;
    readonly failed: number;
    readonly deliveries: readonly { readonly id: string; readonly acknowledged: boolean }[];
}

async function told(world: World): Promise<Progress> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
        const progress = await world.control<Progress>('play');
        if (progress.state === 'done' && progress.pending === 0) return progress;
        if (Date.now() > until) assert.fail(`${progress.pending} deliveries are still under way (${progress.state})`);
        await sleep(200);
    }
}

const COMPARED = [
    'Subject',
    'Description',
    'Quo_Outcome__c',
    'Quo_Match__c',
    'CallDurationInSeconds',
    'Status',
    'ActivityDate',
    'Quo_Started_At__c'
];

/** By key, what a person reads of each Task. */
async function whatIsLeft(world: World): Promise<ReadonlyMap<string, Row>> {
    const tasks = (await world.records('Task')).filter((task) => task['Quo_Key__c'] !== undefined);
    const keys = tasks.map((task) => String(task['Quo_Key__c']));
    assert.equal(new Set(keys).size, keys.length, 'some activity has two Tasks');
    const names = new Map(Object.entries(world.ids).map(([name, id]) => [id, name]));
    return new Map(
        tasks.map((task) => [
            String(task['Quo_Key__c']),
            {
                who: names.get(String(task['WhoId'])),
                ...Object.fromEntries(COMPARED.map((field) => [field, withoutLinks(task[field])]))
            }
        ])
    );
}

/** What differs, a line each: short enough to read when much does. */
function changes(left: ReadonlyMap<string, Row>, expected: ReadonlyMap<string, Row>): readonly string[] {
    const keys = [...new Set([...left.keys(), ...expected.keys()])].sort();
    return keys.flatMap((key) => {
        const [a, b] = [left.get(key), expected.get(key)];
        if (a === undefined || b === undefined) return [`${key}: ${a === undefined ? 'missing' : 'too much'}`];
        const fields = Object.keys(b).filter((field) => !isDeepStrictEqual(a[field], b[field]));
        return fields.map(
            (field) => `${key} ${field}: ${JSON.stringify(a[field])} instead of ${JSON.stringify(b[field])}`
        );
    });
}

/** Links to recordings are signed with each store's own key, and each Quo has an address of its own. */
function withoutLinks(value: unknown): unknown {
    // A call that was asked about after a crash has a length that only the API tells.
    if (value === 0) return undefined;
    return typeof value === 'string'
        ? value
              .replace('Durée de l’appel : 0 s\n', '')
              .replace(/https?:\/\/(quo\.example\.com|127\.0\.0\.1:\d+)\/\S+/g, 'link')
        : value;
}

let undisturbed: Promise<World> | undefined;
function reference(): Promise<World> {
    return (undisturbed ??= (async () => {
        const world = await openWorld();
        await world.control('play', PLAY);
        await told(world);
        return world;
    })());
}

/** What Quo's API is asked after the fact comes when it comes, in either world: compared until they agree, or for long. */
async function sameAsUndisturbed(world: World): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
        const differing = changes(await whatIsLeft(world), await whatIsLeft(await reference()));
        if (differing.length === 0 || Date.now() > until) {
            assert.deepEqual(differing, []);
            return;
        }
        await sleep(500);
    }
}

async function acknowledged(world: World): Promise<ReadonlySet<string>> {
    const { deliveries } = await told(world);
    return new Set(deliveries.filter((one) => one.acknowledged).map(({ id }) => id));
}

test('kill -9 at any moment of the day loses nothing that was acknowledged and writes nothing twice', async () => {
    await reference();
    const world = await openWorld({ isPrivate: true });
    await world.control('play', PLAY);
    for (const afterMs of [700, 1_900, 1_100, 2_300]) {
        await sleep(afterMs);
        await world.restart('kill');
    }
    const sent = await acknowledged(world);
    assert.ok(sent.size > 100);
    await world.settled();
    await sameAsUndisturbed(world);
    const metrics = await (await fetch(`${world.connector().url}/metrics`)).text();
    const kept = [...metrics.matchAll(/^quo_deliveries\{connection="default",reading="\w+"\} (\d+)/gm)];
    assert.ok(
        kept.reduce((sum, [, count]) => sum + Number(count), 0) >= sent.size,
        'an acknowledged delivery is not kept'
    );
});

test('two connectors on one store leave the same records, each written once', async () => {
    await reference();
    const world = await openWorld({ connectors: 2 });
    await world.control('play', PLAY);
    await told(world);
    await world.settled();
    await sameAsUndisturbed(world);
    const twice = await world.query(
        `select activity_key, object, key, count(*) from writes where answer = 'written' group by 1, 2, 3, changed having count(*) > 3`
    );
    assert.deepEqual(twice, []);
});
