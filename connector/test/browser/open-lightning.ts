import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { getJson, postJson } from 'sandbox-play/http.ts';
import { openWorld, type World } from 'sandbox-play/world.ts';
import { startStage, type RunningStage } from 'lightning-stage/start-stage.ts';
import { openBrowser } from './open-browser.ts';

/** A record as the simulated org keeps it. */
export interface Stored {
    readonly Id: string;
    readonly [field: string]: unknown;
}

/** An org, a Quo, the connector, the pages and a browser that looks at them. */
export interface Lightning {
    readonly world: World;
    readonly stage: RunningStage;
    /** Opens a page of the stage; what its console complains about is kept in `complaints`. */
    open(address: string, width?: number): Promise<Page>;
    readonly complaints: string[];
    /** Takes what a test brought about on purpose out of the complaints. @throws {Error} when it is not among them */
    expectComplaint(about: RegExp): void;
    /** Asks the simulated org for something: a failure, a lock. */
    control(path: string, body: object): Promise<void>;
    /** Lets scenarios happen in Quo, and waits until everything they leave is in the org. */
    play(...scenarios: readonly string[]): Promise<void>;
    records(type: string): Promise<readonly Stored[]>;
    /** The record of that name. @throws {Error} when there is none */
    named(type: string, name: string): Promise<Stored>;
    close(): Promise<void>;
}

const PATIENCE = 60_000;
/** The connector's numbers lag behind what it does: they must stay quiet for a while. */
const LOOKS_QUIET = 15;

/** @throws {Error} naming what did not come true within the time */
export async function until(what: string, isTrue: () => Promise<boolean>, patience = PATIENCE): Promise<void> {
    const end = Date.now() + patience;
    while (!(await isTrue())) {
        if (Date.now() > end) throw new Error(`Not within ${patience / 1_000} s: ${what}`);
        await sleep(100);
    }
}

async function isQuiet({ quo, connector }: World): Promise<boolean> {
    const { state, pending } = await getJson<{ state: string; pending: number }>(`${quo.url}/_control/play`);
    const metrics = await (await fetch(`${connector.url}/metrics`)).text();
    const counts = [...metrics.matchAll(/^quo_activities\{connection="default",state="(?:due|waiting)"\} (\d+)/gm)];
    return state === 'done' && pending === 0 && counts.every(([, count]) => count === '0');
}

/** Opens everything. The first time builds the base components, which takes half a minute. */
export async function openLightning(): Promise<Lightning> {
    const world = await openWorld({ once: true, keep: false, seed: 1, help: false }, process.env, () => {});
    const stage = await startStage({ orgUrl: world.org.url });
    const browser: Browser = await openBrowser();
    const complaints: string[] = [];
    const records = async (type: string): Promise<readonly Stored[]> =>
        (await getJson<{ records: Stored[] }>(`${world.org.url}/_control/records?type=${type}`)).records;
    return {
        world,
        stage,
        complaints,
        records,
        expectComplaint: (about) => {
            const at = complaints.findIndex((complaint) => about.test(complaint));
            if (at < 0) throw new Error(`Nothing complained of ${String(about)}.`);
            complaints.splice(at, 1);
        },
        control: async (path, body) => void (await postJson(`${world.org.url}/_control${path}`, body)),
        named: async (type, name) => {
            const found = (await records(type)).find(({ Name }) => Name === name);
            if (!found) throw new Error(`The org has no ${type} called ${name}.`);
            return found;
        },
        open: async (address, width = 1280) => {
            const viewport = { width, height: 900 };
            const page = await browser.newPage({ viewport, timezoneId: 'America/Los_Angeles' });
            page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
            page.on('console', (message) => {
                if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
            });
            await page.goto(stage.url + address);
            return page;
        },
        play: async (...scenarios) => {
            await postJson(`${world.quo.url}/_control/play`, { scenarios, wait: true });
            let quiet = 0;
            await until(`everything of ${scenarios.join(', ')} written`, async () => {
                quiet = (await isQuiet(world)) ? quiet + 1 : 0;
                return quiet > LOOKS_QUIET;
            });
        },
        close: async () => {
            await browser.close();
            await stage.close();
            await world.close();
        }
    };
}
