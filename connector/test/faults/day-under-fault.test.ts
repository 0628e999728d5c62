import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { orgControl, refreshSoon } from '../river/user-actions.ts';
import { openWorld, type World, type WorldOptions } from '../river/world.ts';
import { NOTHING_WRONG, playDay, verdictOn, whatIsLeft, type Left } from './the-day.ts';

let clean: Left;

before(async () => {
    const world = await openWorld();
    await (
        await playDay(world)
    ).told;
    await world.settled();
    await sleep(QUIET_MS);
    await world.settled();
    clean = await whatIsLeft(world);
    await world.close();
});

/** Late facts are asked of Quo for some seconds after the last delivery. */
const QUIET_MS = 6_000;

/** Plays the day while something goes wrong, and asks that what is left is what a clean run left. */
function underFault(
    what: string,
    wrong: (world: World) => Promise<void>,
    { day = {}, ...options }: WorldOptions & { readonly day?: Readonly<Record<string, unknown>> } = {}
): void {
    test(`${what}: 0 lost, 0 doubled, 0 stale, 0 untrue reasons`, async () => {
        assert.ok(clean.size > 40, `the clean run is a whole day: ${clean.size} records`);
        const world = await openWorld(options);
        const { told } = await playDay(world, day);
        await wrong(world);
        await told;
        assert.deepEqual(await verdictOn(world, clean), NOTHING_WRONG);
        await world.close();
    });
}

underFault('another clean run', async () => {});

underFault('killed three times', async (world) => {
    for (const afterMs of [1_900, 1_100, 2_300]) {
        await sleep(afterMs);
        await world.restart('kill');
    }
});

/** Longer than a lease, which another process may then take over. */
const FROZEN_MS = 18_000;

underFault(
    'frozen for longer than a lease, while another process works',
    async (world) => {
        await sleep(2_000);
        await orgControl(world, 'faults', { kind: 'latency', ms: 1_500, path: 'composite', times: 4 });
        await sleep(500);
        process.kill(world.connector(0).pid, 'SIGSTOP');
        await sleep(FROZEN_MS);
        process.kill(world.connector(0).pid, 'SIGCONT');
    },
    { connectors: 2 }
);

underFault('stalls of Salesforce', async (world) => {
    for (let n = 0; n < 4; n += 1) {
        await orgControl(world, 'faults', { kind: 'latency', ms: 3_000, path: 'composite', times: 2 });
        await sleep(1_500);
    }
});

underFault('answers lost after the write', async (world) => {
    for (let n = 0; n < 4; n += 1) {
        await orgControl(world, 'faults', { kind: 'timeout-after', ms: 200, path: 'composite', times: 3 });
        await sleep(1_500);
    }
});

underFault('requests lost before the write, and answers cut short', async (world) => {
    for (const kind of ['timeout-before', 'truncate', 'timeout-before', 'truncate']) {
        await orgControl(world, 'faults', { kind, ms: 200, path: 'composite', times: 3 });
        await sleep(1_500);
    }
});

const FULL = `
create function full_disk() returns trigger language plpgsql as
    $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
create trigger full_disk before insert or update on records for each row execute function full_disk();
create trigger full_disk before insert on deliveries for each row execute function full_disk();`;
const EMPTIED = 'drop function full_disk cascade';

underFault('a disk that is full and emptied again', async (world) => {
    for (let n = 0; n < 2; n += 1) {
        await sleep(1_500);
        await world.query(FULL);
        await sleep(2_000);
        await world.query(EMPTIED);
    }
});

underFault('a database that hangs up again and again', async (world) => {
    for (let n = 0; n < 6; n += 1) {
        await sleep(1_000);
        await world.query(`select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and application_name = 'quo'`);
    }
});

underFault('a clock that jumps an hour back and forth', async () => {}, {
    env: { NODE_OPTIONS: `--import=${new URL('clock-jumps.ts', import.meta.url).href}` }
});

underFault('each event told in any order, and many twice', async () => {}, { day: { shuffle: 6_000, repeat: 0.9 } });

underFault('a directory that is cut off again and again while it loads', async (world) => {
    const known = ['people', 'person_numbers', 'related_records', 'related_contacts', 'unknown_numbers', 'high_water'];
    await world.query(known.map((table) => `delete from ${table};`).join(''));
    for (let n = 0; n < 4; n += 1) {
        await orgControl(world, 'faults', { kind: 'truncate', path: 'composite', times: 2 });
        await refreshSoon(world);
        await sleep(1_500);
    }
    await refreshSoon(world);
});
