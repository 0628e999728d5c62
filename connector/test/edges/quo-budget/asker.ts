/**
 * A process that asks Quo as fast as it may: `asker.ts DATABASE_URL SECRET_KEY QUO_URL REQUESTS SECOND_MS`. Without a
 * second, it knows of no other process.
 */
import { SILENT } from '../../../src/log.ts';
import { quoClient } from '../../../src/quo/client.ts';
import { openStore } from '../../../src/store/open.ts';
import { quoBudget } from '../../../src/store/quo-contacts/quo-budget.ts';

const [databaseUrl = '', secretKey = '', baseUrl = '', requests = '0', secondMs] = process.argv.slice(2);

const store = await openStore({ dataDir: '/nowhere', databaseUrl, secretKey, log: SILENT });
const budget = secondMs === undefined ? undefined : quoBudget(store.db, 'key', { secondMs: Number(secondMs) });
const client = quoClient({
    baseUrl,
    key: 'sandbox-key',
    // Quo's seconds are shorter here, and this limit of a process alone counts whole ones.
    perSecond: 1_000,
    sleep: async () => {},
    ...(budget && { budget })
});
const lanes = ['ringing', 'just-in-time', 'calls', 'full'] as const;
await Promise.all(
    Array.from({ length: Number(requests) }, (_, n) => client.send('GET /users', { lane: lanes[n % lanes.length] }))
);
await store.close();
