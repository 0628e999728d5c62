import type { TestContext } from 'node:test';
import { KEYS } from '../../../src/contracts/key-value.ts';
import type { Fact } from '../../../src/domain/facts.ts';
import type { Person } from '../../../src/domain/people/person.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../../src/domain/preferences/preferences.ts';
import type { QuoContact } from '../../../src/domain/quo-contacts/contact.ts';
import { SILENT } from '../../../src/log.ts';
import type { ContactSyncEngineDeps } from '../../../src/pipeline/contact-sync/deps.ts';
import { contactSync, type ContactSync } from '../../../src/pipeline/contact-sync/contact-sync.ts';
import { quoClient, type QuoClient, type QuoClientOptions } from '../../../src/quo/client.ts';
import { quoContacts } from '../../../src/quo/contacts.ts';
import { read } from '../../../src/quo/payloads/read.ts';
import type { OpenStore } from '../../../src/store/open.ts';
import { quoContactStore } from '../../../src/store/quo-contacts/quo-contacts.ts';
import { checkedQuo } from '../quo/published.ts';
import { privateStore } from '../store/database.ts';

/** Quo's second lasts five milliseconds here, so that its limit of ten a second holds nobody up. */
const FASTER = 200;

export interface Town {
    readonly url: string;
    readonly store: OpenStore;
    readonly sync: ContactSync;
    readonly client: QuoClient;
    /** Gives the database back before the test file ends. */
    readonly drop: () => Promise<void>;
    preferences: Preferences;
    /** Puts people into the directory and tells the sync, as a refresh does. */
    salesforce(
        people: readonly Person[],
        gone?: readonly { readonly id: string; readonly into?: string }[]
    ): Promise<void>;
    /** A call rings. */
    rings(...numbers: readonly string[]): Promise<void>;
    /** Everything of ours in Quo, by Salesforce id. */
    inQuo(): Promise<ReadonlyMap<string, QuoContact>>;
    /** What somebody does in Quo's own app, through the API with another program's hands. */
    byHand(endpoint: Parameters<QuoClient['send']>[0], id: string, body?: unknown): Promise<unknown>;
    fault(fault: Readonly<Record<string, unknown>>): Promise<void>;
    /** From now on Quo does not refuse a second contact for an id: whether we make one is ours alone to prevent. */
    takeDoubles(): Promise<void>;
    noMoreFaults(): Promise<void>;
    /** Lets pass whatever waits: rests, leases of the dead, times until something is tried again. Then does what is due. */
    settle(): Promise<void>;
    /** Requests of ours to Quo since the last time this was asked. */
    requests(): Readonly<Record<string, number>>;
}

/** A simulated Quo, a store on a database of its own, and the sync between them. */
export async function town(
    t: TestContext,
    preferences: Partial<Preferences> = {},
    further: Partial<QuoClientOptions> = {}
): Promise<Town> {
    const quo = await checkedQuo(t, {
        now: () => Math.floor(performance.now() * FASTER) + Date.UTC(2026, 10, 20)
    });
    const { store, drop } = await privateStore();
    const clientOptions = { baseUrl: quo.url, key: 'sandbox-key', perSecond: 500, holdMs: 10, sleep: async () => {} };
    const client = quoClient({ ...clientOptions, ...further });
    const hand = quoClient(clientOptions);
    const state = { preferences: { ...DEFAULT_PREFERENCES, ...preferences } };
    const sync = syncOf(store, client, () => state.preferences);
    let before: Readonly<Record<string, number>> = {};
    return {
        url: quo.url,
        store,
        sync,
        client,
        drop,
        get preferences() {
            return state.preferences;
        },
        set preferences(changed) {
            state.preferences = changed;
        },
        async salesforce(people, gone = []) {
            const change = { people, gone, related: [], goneRelated: [], highWater: {} };
            const { moved } = await store.directory.apply('default', change);
            await sync.onDirectoryChange({ people, moved });
        },
        rings: (...numbers) => sync.onFacts(ringing(numbers)),
        inQuo: async () => {
            const all = new Map<string, QuoContact>();
            for await (const page of quoContacts(hand).ours({ lane: 'just-in-time' })) {
                for (const one of page) {
                    if (all.has(one.externalId ?? '')) throw new Error(`two contacts for ${one.externalId}`);
                    all.set(one.externalId ?? '', one);
                }
            }
            return all;
        },
        byHand: (endpoint, id, body) => hand.send(endpoint, { params: { id, contactId: id }, body }),
        fault: (fault) => control(quo.url, '/faults', fault),
        takeDoubles: () => control(quo.url, '/settings', { takesDoubles: true }),
        noMoreFaults: async () => void (await fetch(`${quo.url}/_control/faults`, { method: 'DELETE' })),
        settle: () => settle(store, sync),
        requests() {
            const now = client.requests();
            const since = Object.entries(now).map(([name, n]) => [name, n - (before[name] ?? 0)] as const);
            before = now;
            return Object.fromEntries(since.filter(([, n]) => n > 0));
        }
    };
}

async function settle(store: OpenStore, sync: ContactSync): Promise<void> {
    for (let rounds = 0; rounds < 8; rounds += 1) {
        await store.memory.delete('default', KEYS.contactSyncResting);
        await store.db.run(
            `update quo_contacts set lease_until = null, due_at = case when due_at is not null then now() end
            where due_at is not null or lease_until is not null`
        );
        if (!(await sync.isWaiting())) return;
        await sync.run(never());
    }
    throw new Error(`Still waiting: ${JSON.stringify(await sync.status())}`);
}

export function syncOf(
    store: OpenStore,
    client: QuoClient,
    preferences: () => Preferences,
    further: Pick<ContactSyncEngineDeps, 'isRehearsing' | 'filterFault'> = {}
): ContactSync {
    return contactSync({
        connection: 'default',
        quo: quoContacts(client),
        contacts: quoContactStore(store.db),
        directory: store.directory,
        memory: store.memory,
        preferences,
        recordUrl: (id) => `https://acme.my.salesforce.com/${id}`,
        requestRun: async () => {},
        log: SILENT,
        ...further
    });
}

async function control(url: string, path: string, body: unknown): Promise<void> {
    const response = await fetch(`${url}/_control${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body)
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}

/** The facts of a webhook that says that a call rings. */
export function ringing(numbers: readonly string[]): readonly Fact[] {
    const createdAt = '2026-11-20T12:00:00.000Z';
    const participants = { workspace: ['+15145550100'], external: numbers, resolution: 'available' };
    const event = {
        id: 'EV1',
        apiVersion: '2026-03-30',
        type: 'call.ringing',
        createdAt,
        data: {
            resource: { id: 'AC1', direction: 'incoming', createdAt, updatedAt: createdAt },
            context: { phoneNumberId: 'PN1', participants }
        }
    };
    return factsOf(event);
}

export function factsOf(event: unknown): readonly Fact[] {
    const reading = read(new TextEncoder().encode(JSON.stringify(event)));
    return reading.kind === 'facts' ? reading.facts : [];
}

/** `personNumber(7)` has `numberOf(7)`. */
export function numberOf(n: number): string {
    return `+1514${String(2_000_000 + n)}`;
}

export function personNumber(n: number, changes: Partial<Person> = {}): Person {
    return {
        id: `0035g0000${String(n).padStart(6, '0')}AAA`,
        object: 'Contact',
        name: `Ana Roy${n}`,
        firstName: 'Ana',
        lastName: `Roy${n}`,
        email: `ana${n}@example.com`,
        company: 'Acme',
        title: 'Directrice',
        ownerName: 'Luc Bouchard',
        numbers: [{ e164: numberOf(n), field: 'MobilePhone' }],
        ...changes
    };
}

export const never = (): AbortSignal => new AbortController().signal;
