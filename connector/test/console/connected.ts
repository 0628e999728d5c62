import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestContext } from 'node:test';
import { browser, type Browser } from './browser-less.ts';
import { ANSWERED_CALL } from 'quo-simulator/test/simulated-quo.ts';
import { openStand, type Stand } from './stand.ts';

/** A stand whose admin is signed in and has made a connection. */
export interface Connected {
    readonly stand: Stand;
    readonly admin: Browser;
    readonly id: string;
    /** `/console/<id>` */
    readonly base: string;
}

/** Only what hangs takes so many rounds, of a tenth of a second and what is asked: two minutes at least. */
const ROUNDS = 1_200;

/** Asks until it is so. */
export async function until(what: () => Promise<boolean>): Promise<void> {
    for (let n = 0; n < ROUNDS; n += 1) {
        if (await what()) return;
        await sleep(100);
    }
    throw new Error(`It did not become so: ${what.toString()}`);
}

export async function begin(t: TestContext, env: Readonly<Record<string, string>> = {}): Promise<Connected> {
    const stand = await openStand(t, env);
    const admin = browser(stand);
    await admin.signInWithToken();
    const made = await admin.submit('/console/connections', { name: 'Toitures Boréal' });
    const id = /\/console\/(\w+)\/connect/.exec(made.text)?.[1] ?? '';
    return { stand, admin, id, base: `/console/${id}` };
}

export async function connectSalesforce({ stand, admin, base }: Connected, user = 'integration'): Promise<string> {
    await admin.get(`${base}/connect`);
    const asked = await admin.submit(`${base}/connect/salesforce`, { where: 'domain', domain: stand.orgUrl });
    assert.equal(asked.status, 303, asked.text);
    return (await admin.get(await admin.consent(asked.location, stand.ids[user] ?? ''))).text;
}

/** With Salesforce and Quo, and the webhook unless it is left out. */
export async function connected(
    t: TestContext,
    env: Readonly<Record<string, string>> = {},
    { webhook = true }: { readonly webhook?: boolean } = {}
): Promise<Connected> {
    const all = await begin(t, env);
    await connectSalesforce(all);
    await all.admin.submit(`${all.base}/connect/quo`, { key: 'sandbox-key' });
    if (webhook) await all.admin.submit(`${all.base}/connect/webhook`);
    return all;
}

export const CALL = { ...ANSWERED_CALL, summary: { summary: ['Il veut un devis.'], nextSteps: ['Rappeler.'] } };

/** A call ends in Quo; another key is another call. */
export async function callComes({ stand }: Connected, key = 'first', of: object = CALL): Promise<void> {
    await stand.quo('/emit', { type: 'call.completed', key, of });
    await stand.quo('/emit', { type: 'call.summary.completed', key, of });
}

/** Tasks of ours: the org has others. */
export async function tasks({ stand }: Connected): Promise<readonly Record<string, string>[]> {
    const { records } = await stand.org<{ records: Record<string, string>[] }>('/records?type=Task');
    return records.filter(({ Quo_Key__c: key }) => key !== undefined);
}

export async function taskIsThere(all: Connected): Promise<void> {
    await until(async () => (await tasks(all)).some(({ Quo_Key__c: key }) => key?.startsWith('call_') === true));
}
