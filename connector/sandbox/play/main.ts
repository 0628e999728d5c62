import { fileURLToPath } from 'node:url';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { whenInterrupted } from './interrupted.ts';
import { HELP, readOptions, type PlayOptions } from './options.ts';
import { openWorld, type World } from './world.ts';
import { playDay } from './day.ts';
import { spawnBoundInherit } from './spawn-bound.ts';
import { recordsOf } from './records.ts';
import { complaints, summaryRows, table, type DayResult } from './summary.ts';

const CONNECTOR = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
/** With these set, the real ones are meant. */
const REAL = ['SALESFORCE_CLIENT_ID', 'QUO_API_KEY'];
const DEATH_IS_KNOWN_IN = 1_000;

try {
    process.exitCode = await main();
} catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
}

async function main(): Promise<number> {
    const options = readOptions(process.argv.slice(2));
    if (options.help) {
        console.log(HELP);
        return 0;
    }
    if (REAL.some((name) => (process.env[name] ?? '').trim() !== '')) return connectorAlone();
    const signal = whenInterrupted();
    const interrupted = once(signal, 'abort').then(() => 'interrupted' as const);
    const world = await openWorld(options, process.env, console.log, signal).catch((error: unknown) => {
        if (!signal.aborted) throw error;
    });
    if (world === undefined) return 0;
    try {
        const end = await Promise.race([played(world, options), world.died, interrupted]);
        if (end === 'interrupted') return 0;
        if (typeof end === 'string') throw new Error(end);
        console.log(`\n${table(summaryRows(end))}\n`);
        const wrong = complaints(end);
        for (const complaint of wrong) console.error(complaint);
        if (options.once) return wrong.length === 0 ? 0 : 1;
        console.log('The day is over; everything stays up. Ctrl-C stops it.');
        if (world.pages !== undefined)
            console.log(`See it on Jean Tremblay’s page: ${await pageOf(world.pages.url, world.org.url)}`);
        const after = await Promise.race([world.died, interrupted]);
        if (after !== 'interrupted') throw new Error(after);
        return 0;
    } finally {
        await world.close();
    }
}

/** A part that dies breaks the requests to it a moment before it is known to be dead: that it died is the reason then. */
function played(world: World, options: PlayOptions): Promise<DayResult | string> {
    return playDay(world, options, console.log).catch(async (error: unknown) => {
        const reason = await Promise.race([world.died, sleep(DEATH_IS_KNOWN_IN)]);
        if (reason === undefined) throw error;
        return reason;
    });
}

/** Of somebody whose day had calls, texts and Sona. */
async function pageOf(pagesUrl: string, orgUrl: string): Promise<string> {
    const contacts = await recordsOf<{ readonly Id: string; readonly Name: string }>(orgUrl, 'Contact');
    const jean = contacts.find(({ Name }) => Name === 'Jean Tremblay');
    return jean === undefined ? pagesUrl : `${pagesUrl}/r/${jean.Id}`;
}

/** The connector against the real platforms: it explains itself when something is missing. */
function connectorAlone(): Promise<number> {
    const interrupted = whenInterrupted();
    const child = spawnBoundInherit(CONNECTOR);
    interrupted.addEventListener('abort', () => child.kill('SIGTERM'));
    return new Promise((resolve, reject) => {
        child.once('error', reject);
        child.once('exit', (code) => resolve(code ?? 1));
    });
}
