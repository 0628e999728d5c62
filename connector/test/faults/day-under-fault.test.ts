import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, suite, test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { orgControl, refreshSoon, until } from '../river/user-actions.ts';
import { openWorld, type Row, type World, type WorldOptions } from '../river/world.ts';
import { smallDisk, type SmallDisk } from './small-disk.ts';
import { evening, NOTHING_WRONG, playDay, verdictOn, whatIsLeft, type Left } from './the-day.ts';

/** Signed deliveries of the day, and the records that they become. */
const DELIVERIES = 874;
const RECORDS = 322;

let clean: Left;

before(async () => {
    const world = await openWorld();
    const deliveries = await (await playDay(world)).told;
    await evening(world);
    clean = await whatIsLeft(world);
    await world.close();
    assert.ok(deliveries >= DELIVERIES, `the day is whole: ${deliveries} deliveries`);
    assert.ok(clean.size >= RECORDS, `the clean run is a whole day: ${clean.size} records`);
});

type Wrong = (world: World, told: Promise<number>) => Promise<void>;
type How = WorldOptions & { readonly day?: Row };

const days: { readonly name: string; readonly play: (t: TestContext) => Promise<void> }[] = [];

/**
 * Plays the day while something goes wrong, and asks that what is left is what a clean run left.
 *
 * @param options or how they are made; `undefined`: not on this machine
 */
function underFault(what: string, wrong: Wrong, options: How | (() => Promise<How | undefined>) = {}): void {
    const play = async (t: TestContext): Promise<void> => {
        const made = typeof options === 'function' ? await options() : options;
        if (made === undefined) {
            t.skip('not on this machine');
            return;
        }
        const { day = {}, ...how } = made;
        const world = await openWorld(how);
        try {
            const { told } = await playDay(world, day);
            await wrong(world, told);
            await told;
            assert.deepEqual(await verdictOn(world, clean), NOTHING_WRONG);
        } catch (error) {
            // What they printed is gone with them.
            for (let n = 0; n < world.connectors; n += 1) t.diagnostic(world.connector(n).lines.slice(-20).join('\n'));
            throw error;
        } finally {
            await world.close();
        }
    };
    days.push({ name: `${what}: 0 lost, 0 doubled, 0 stale, 0 untrue reasons`, play });
}

/** Of each call and conversation the backup knows the first seconds; the rest only Salesforce and Quo know. */
const FIRST_SECONDS = 60;

underFault(
    'a backup restored that knows only the beginning',
    async (world, told) => {
        const backup = `${world.dataDir}.backup`;
        await told;
        await world.restart('stop', 0, () => copyFolder(world.dataDir, backup));
        await (
            await playDay(world, { after: FIRST_SECONDS })
        ).told;
        assert.deepEqual(await verdictOn(world, clean), NOTHING_WRONG, 'all was written before the restore');
        await world.restart('stop', 0, async () => {
            await rm(world.dataDir, { recursive: true });
            await copyFolder(backup, world.dataDir);
        });
        await evening(world);
    },
    { isPrivate: true, day: { before: FIRST_SECONDS } }
);

/** As an operator does it, owners and rights too. */
async function copyFolder(from: string, to: string): Promise<void> {
    await promisify(execFile)('cp', ['-a', from, to]);
}

underFault(
    'a clock that jumps an hour back and forth',
    async (world, told) => {
        const { pid } = world.connector();
        process.kill(pid, 'SIGUSR2');
        await refusedFor(world, REFUSED);
        // A clock that stays wrong has Quo give up what only its deliveries tell.
        process.kill(pid, 'SIGUSR2');
        await told;
    },
    { env: { NODE_OPTIONS: `--import=${new URL('clock-jumps.ts', import.meta.url).href}` } }
);

/** Attempts of the day's deliveries that are signed for another time than the clock's: a third of them, or about. */
const REFUSED = 300;

async function refusedFor(world: World, count: number): Promise<void> {
    const refused = async (): Promise<number> => {
        const { deliveries } = await world.control<{ deliveries: readonly { attempts: readonly number[] }[] }>('play');
        return deliveries.flatMap(({ attempts }) => attempts.filter((status) => status >= 400)).length;
    };
    await until(async () => ((await refused()) >= count ? true : undefined), refused);
}

underFault('another clean run', async () => {});

underFault(
    'killed four times, twice with the server of its own database',
    async (world) => {
        for (const [n, afterMs] of [1_900, 1_100, 2_300, 1_500].entries()) {
            await sleep(afterMs);
            await world.restart('kill', 0, async () => {
                if (n % 2 === 1) process.kill(serverOf(world), 'SIGKILL');
            });
        }
    },
    { isPrivate: true }
);

function serverOf({ dataDir }: World): number {
    const [pid = ''] = readFileSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n');
    return Number(pid);
}

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

/** Time for PostgreSQL's programs, an empty database and a day; what is left of it is filled. */
const DISK_MB = 400;
let disk: SmallDisk | undefined;

after(() => disk?.remove());

underFault(
    'a disk that is full twice',
    async (world) => {
        for (let n = 0; n < 2; n += 1) {
            await sleep(1_500);
            await disk?.fill();
            await refusing(world);
            await sleep(2_000);
            await disk?.makeRoom();
        }
    },
    // Only Linux has such disks, and only root may mount them.
    async () => {
        disk = await smallDisk(DISK_MB);
        return disk && { isPrivate: true, dataDir: join(disk.path, 'data') };
    }
);

/** More than what tables have free; PostgreSQL says so, or ends itself because it cannot write ahead. */
async function refusing(world: World): Promise<void> {
    const write = 'create table ballast as select repeat(md5(n::text), 200) from generate_series(1, 2000) n';
    await assert.rejects(world.query(write), /No space left on device|terminat|ECONN|recovery|starting up|ENOENT/i);
}

underFault('a database that hangs up again and again', async (world) => {
    for (let n = 0; n < 6; n += 1) {
        await sleep(1_000);
        await world.query(`select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and application_name = 'quo'`);
    }
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

/** Most of a day is waiting; the longest ones begin first. */
suite('a day', { concurrency: 3 }, () => {
    for (const { name, play } of days) test(name, play);
});
