import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startQuo } from 'quo-simulator/quo.ts';
import type { Person } from '../../connector/src/domain/people/person.ts';
import type { Fact } from '../../connector/src/domain/facts.ts';
import { DEFAULT_PREFERENCES } from '../../connector/src/domain/preferences/preferences.ts';
import { SILENT } from '../../connector/src/log.ts';
import { contactSync } from '../../connector/src/pipeline/contact-sync/contact-sync.ts';
import { quoClient } from '../../connector/src/quo/client.ts';
import { quoContacts } from '../../connector/src/quo/contacts.ts';
import { openStore } from '../../connector/src/store/open.ts';
import { quoBudget } from '../../connector/src/store/quo-contacts/quo-budget.ts';
import { quoContactStore } from '../../connector/src/store/quo-contacts/quo-contacts.ts';
import { numberOf } from './bench-person.ts';

/** The contact sync of one connection on a store of its own, against the simulated Quo with its real limit. */
export async function openContactSync() {
    const dataDir = await mkdtemp(join(tmpdir(), 'quo-bench-'));
    const quo = await startQuo();
    const store = await openStore({ dataDir, log: SILENT });
    const client = quoClient({ baseUrl: quo.url, key: 'sandbox-key', budget: quoBudget(store.db, 'sandbox-key') });
    const sync = contactSync({
        connection: 'default',
        quo: quoContacts(client),
        contacts: quoContactStore(store.db),
        directory: store.directory,
        memory: store.memory,
        preferences: () => DEFAULT_PREFERENCES,
        recordUrl: (id) => `https://acme.my.salesforce.com/${id}`,
        requestRun: async () => {},
        log: SILENT
    });
    await store.connections.ensure('default');
    const nothing = { gone: [], related: [], goneRelated: [], highWater: {} };
    return {
        client,
        sync,
        learn: (people: readonly Person[]) => store.directory.apply('default', { people, ...nothing }),
        /** Requests that Quo refused for going over its limit. */
        refused: async (): Promise<number> => {
            const answer = await fetch(`${quo.url}/_control/requests`);
            const { byStatus } = (await answer.json()) as { byStatus: Record<string, number> };
            return byStatus['429'] ?? 0;
        },
        close: async (): Promise<void> => {
            await store.close();
            await quo.close();
            await rm(dataDir, { recursive: true, force: true });
        }
    };
}

/** A call of the `n`th person that rings now. */
export function ringing(n: number): readonly Fact[] {
    const about = { callId: `AC${n}`, at: new Date().toISOString() };
    return [
        { ...about, kind: 'ringing', direction: 'incoming' },
        { ...about, kind: 'parties', external: [numberOf(n)], sidesKnown: true }
    ];
}
