/**
 * A process that puts everybody of a directory into Quo and ends when nothing is left to do. Meant to be killed and
 * started again: `people-sync-worker.ts DATABASE_URL SECRET_KEY QUO_URL REQUESTS_PER_SECOND LEASE_MS`
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { DEFAULT_PREFERENCES } from '../../connector/src/domain/preferences/preferences.ts';
import { SILENT } from '../../connector/src/log.ts';
import { contactSync } from '../../connector/src/pipeline/contact-sync/contact-sync.ts';
import { quoClient } from '../../connector/src/quo/client.ts';
import { quoContacts } from '../../connector/src/quo/contacts.ts';
import { openStore } from '../../connector/src/store/open.ts';
import { quoContactStore } from '../../connector/src/store/quo-contacts/quo-contacts.ts';

const [databaseUrl, secretKey, baseUrl = '', perSecond, leaseMs] = process.argv.slice(2);

const store = await openStore({ dataDir: '/nowhere', databaseUrl, secretKey, log: SILENT });
const sync = contactSync({
    connection: 'default',
    quo: quoContacts(quoClient({ baseUrl, key: 'sandbox-key', perSecond: Number(perSecond) })),
    contacts: quoContactStore(store.db, Number(leaseMs)),
    directory: store.directory,
    memory: store.memory,
    preferences: () => ({ ...DEFAULT_PREFERENCES, syncContacts: 'full' }),
    recordUrl: (id) => `https://acme.my.salesforce.com/${id}`,
    requestRun: async () => {},
    log: SILENT
});

const never = new AbortController().signal;
for (let rounds = 0; rounds < 1_000; rounds += 1) {
    await sync.run(never);
    const { contacts, run } = await sync.status();
    if (run?.state === 'done' && contacts.due === 0) break;
    await sleep(100);
}
await store.close();
// For whoever looks: what it took at most, in MB.
if (process.env['TELL_MEMORY'] !== undefined)
    console.log(`${Math.round(process.resourceUsage().maxRSS / 1_024)} MB at most`);
