/**
 * Whether a connector that works for long stays as it was: `npm run soak [minutes]`, half an hour by default. Calls and
 * texts come all the while, to a connector with a database of its own; each minute is told. At the end its memory, open
 * files and database connections are compared with those of its tenth minute (in a shorter run: of its first third). Once a
 * minute its garbage is collected: else what is compared is when the collector came last. Mark: at most 10 % above; it ends with 1 when one is missed, or when something was not written.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { around, FIGURES, lineOf, type Sample } from './figures.ts';
import { openSoak, type Soak } from './open-soak.ts';

const MINUTES = Number(process.argv[2] ?? 30);
const MINUTE = 60_000;
const SAMPLE_EVERY_MS = 5_000;
const ACTIVITIES_A_MINUTE = 120;
const REFERENCE_MINUTES = Math.min(10, MINUTES / 3);
/** Samples of so long around the two moments. */
const SPAN_MINUTES = Math.max(1.5, Math.min(3, MINUTES / 5));
const MOST = 1.1;

if (!(MINUTES > 0)) throw new Error('How many minutes?');
const soak = await openSoak();
try {
    process.exitCode = (await run(soak)) ? 0 : 1;
} finally {
    await soak.close();
}

async function run(running: Soak): Promise<boolean> {
    const samples: Sample[] = [];
    const begun = performance.now();
    const minuteNow = (): number => (performance.now() - begun) / MINUTE;
    for (let minute = 0; minute < MINUTES; minute += 1) {
        await running.play(minute, ACTIVITIES_A_MINUTE, MINUTE - SAMPLE_EVERY_MS);
        for (const end = Math.min(minute + 1, MINUTES); minuteNow() < end;) {
            samples.push({ minute: minuteNow(), isCollected: false, ...(await running.look()) });
            await sleep(SAMPLE_EVERY_MS);
        }
        await running.collect();
        samples.push({ minute: minuteNow(), isCollected: true, ...(await running.look()) });
        console.log(lineOf(`minute ${minute + 1}`, around(samples, minuteNow() - 0.5, 1)));
    }
    const reference = around(samples, REFERENCE_MINUTES, SPAN_MINUTES);
    const end = around(samples, minuteNow() - SPAN_MINUTES / 2, SPAN_MINUTES);
    const left = await running.settled();
    console.log(lineOf(`around minute ${REFERENCE_MINUTES.toFixed(1)}`, reference));
    console.log(lineOf(`the last ${SPAN_MINUTES.toFixed(1)} minutes`, end));
    const missed = FIGURES.filter((name) => end[name] > reference[name] * MOST);
    for (const name of FIGURES) console.log(`${name}: ${(end[name] / reference[name]).toFixed(3)} of what it was`);
    console.log(`${left.records} records written, ${left.due} not yet, ${left.parked} parked`);
    if (missed.length > 0) console.error(`More than 10 % above: ${missed.join(', ')}`);
    return missed.length === 0 && left.due === 0 && left.parked === 0 && left.records > 0;
}
