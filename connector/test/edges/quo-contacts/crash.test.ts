import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { quoClient } from '../../../src/quo/client.ts';
import { quoContacts } from '../../../src/quo/contacts.ts';
import { quoContactStore } from '../../../src/store/quo-contacts/quo-contacts.ts';
import { checkedQuo } from '../quo/published.ts';
import { privateStore } from '../store/database.ts';
import { personNumber } from './contact-sync-harness.ts';

const WORKER = fileURLToPath(new URL('../../../../scripts/bench/contact-sync-worker.ts', import.meta.url));
const PEOPLE = 600;
const EXTRA_REQUESTS = 0.03;

test('a full run that is killed twice ends equal to Salesforce, without doubles and with few requests more', async (t) => {
    const quo = await checkedQuo(t, { now: () => Math.floor(performance.now() * 200) + Date.UTC(2026, 10, 20) });
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"takesDoubles":true}' };
    await fetch(`${quo.url}/_control/settings`, init);
    const { store, databaseUrl, secretKey } = await privateStore();
    const people = Array.from({ length: PEOPLE }, (_, i) => personNumber(i + 1));
    const nothing = { gone: [], related: [], goneRelated: [], highWater: {} };
    await store.directory.apply('default', { ...nothing, people });
    const contacts = quoContactStore(store.db);
    const work = (): ChildProcess =>
        spawn(process.execPath, [WORKER, databaseUrl, secretKey, quo.url, '400', '1500'], { stdio: 'inherit' });
    for (const enough of [150, 350]) {
        const worker = work();
        t.after(() => worker.kill('SIGKILL'));
        const ended = once(worker, 'exit');
        while (((await contacts.counts('default')).byState.linked ?? 0) < enough) await sleep(10);
        worker.kill('SIGKILL');
        await ended;
    }
    const last = work();
    t.after(() => last.kill('SIGKILL'));
    const [code] = (await once(last, 'exit')) as [number | null];
    assert.equal(code, 0);

    const tally = (await (await fetch(`${quo.url}/_control/requests`)).json()) as { total: number };
    assert.ok(tally.total <= PEOPLE * (1 + EXTRA_REQUESTS), `${tally.total} requests for ${PEOPLE} people`);
    const found: string[] = [];
    const client = quoClient({ baseUrl: quo.url, key: 'sandbox-key', perSecond: 400 });
    for await (const page of quoContacts(client).ours({ lane: 'full' })) {
        for (const one of page)
            found.push(`${one.externalId} ${one.firstName} ${one.lastName} ${one.phoneNumbers[0]?.value}`);
    }
    const expected = people.map((one) => `${one.id} ${one.firstName} ${one.lastName} ${one.numbers[0]?.e164}`);
    assert.deepEqual(found.sort(), expected.sort());
});
