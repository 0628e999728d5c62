import type { Key, KeyValueStore } from '../../../src/contracts/key-value.ts';
import type { AppStore } from '../../../src/contracts/app-store.ts';
import type { AuditRow } from '../../../src/contracts/monitoring.ts';
import type { ConnectionRow, Vault } from '../../../src/contracts/store.ts';
import type { ErrorNote } from '../../../src/errors/errors.ts';
import { limitsInMemory } from '../../../src/web/auth/limits-in-memory.ts';
import { fakeListening } from './listening.ts';
import { partial } from './partial.ts';
import { fakeSessions } from './sessions.ts';

/** A store in memory. What a test does not give of it, it does not have. */
export interface FakeStore extends AppStore {
    /** By connection and name: `default/quo-api-key`. */
    readonly secrets: Map<string, string>;
    readonly remembered: Map<string, { readonly value: unknown; readonly at: number }>;
    readonly rows: Map<string, ConnectionRow>;
    /** Connections that were let go on, in order. */
    readonly resumed: string[];
    readonly audited: AuditRow[];
    /** Stops a connection, as a spent allowance does. */
    pause(connection: string, note: ErrorNote): void;
}

export type StoreParts = {
    [
        P in 'activities' | 'deliveries' | 'allowance' | 'directory' | 'watch' | 'upkeep' | 'quoContacts' | 'gaps'
    ]?: Partial<AppStore[P]>;
};

const COUNTS = { total: 0, byKind: {}, byMatch: {}, due: 0, waiting: 0, parked: 0 };

export function fakeStore(nowMs: () => number, parts: StoreParts = {}): FakeStore {
    const secrets = new Map<string, string>();
    const remembered: FakeStore['remembered'] = new Map();
    const rows = new Map<string, ConnectionRow>();
    const resumed: string[] = [];
    const audited: AuditRow[] = [];
    return partial<FakeStore>('store', {
        ...{ secrets, remembered, rows, resumed, audited },
        memory: memoryOn(remembered, nowMs),
        vault: vaultOn(secrets),
        connections: {
            ensure: async (id) => void (rows.has(id) || rows.set(id, { id, settings: {} })),
            get: async (id) => rows.get(id),
            list: async () => [...rows.values()],
            async changeSettings(id, change) {
                const row = rows.get(id);
                const settings = row && change(row.settings);
                if (settings !== undefined) rows.set(id, { ...row, id, settings });
                return settings;
            }
        },
        activities: partial('activities', {
            counts: async () => COUNTS,
            resume: async (id) => void resumed.push(id),
            ...parts.activities
        }),
        deliveries: partial('deliveries', {
            counts: async () => ({ received: 0, facts: 0, ignored: 0, unknown: 0 }),
            ...parts.deliveries
        }),
        allowance: partial('allowance', { used: async () => 0, ...parts.allowance }),
        directory: partial('directory', {
            lookup: async () => new Map(),
            counts: async () => ({ people: 0, numbers: 0 }),
            ...parts.directory
        }),
        watch: partial('watch', { activities: async () => [], ...parts.watch }),
        gaps: partial('gaps', { open: async () => [], count: async () => [], ...parts.gaps }),
        upkeep: partial('upkeep', { ...parts.upkeep }),
        quoContacts: partial('quoContacts', { ...parts.quoContacts }),
        listening: fakeListening(nowMs),
        sessions: fakeSessions(nowMs),
        limits: limitsInMemory,
        audit: {
            append: async (_connection, { detail = {}, ...entry }) =>
                void audited.unshift({
                    seq: audited.length + 1,
                    at: new Date(nowMs()).toISOString(),
                    detail,
                    ...entry
                }),
            list: async (_connection, { action, limit = 100, before = Infinity } = {}) =>
                audited.filter((row) => row.seq < before && (action ?? row.action) === row.action).slice(0, limit)
        },
        pause: (id, pausedBecause) => void rows.set(id, { settings: {}, ...rows.get(id), id, pausedBecause })
    });
}

function memoryOn(remembered: FakeStore['remembered'], nowMs: () => number): KeyValueStore {
    const at = (connection: string, name: string): string => `${connection}/${name}`;
    return {
        async get<T>(connection: string, { name, parse }: Key<T>) {
            const known = remembered.get(at(connection, name));
            const value = known && parse(structuredClone(known.value));
            return known === undefined || value === undefined ? undefined : { value, ageMs: nowMs() - known.at };
        },
        set: async (connection, { name }, value) =>
            void remembered.set(at(connection, name), { value: structuredClone(value), at: nowMs() }),
        delete: async (connection, { name }) => void remembered.delete(at(connection, name))
    };
}

function vaultOn(secrets: Map<string, string>): Vault {
    // One after the other, as the database has them.
    let last: Promise<unknown> = Promise.resolve();
    return {
        read: async (connection, name) => secrets.get(`${connection}/${name}`),
        write: async (connection, name, secret) => void secrets.set(`${connection}/${name}`, secret),
        async erase(connection, name) {
            const isErased = (key: string): boolean =>
                name === undefined ? key.startsWith(`${connection}/`) : key === `${connection}/${name}`;
            for (const key of [...secrets.keys()].filter(isErased)) secrets.delete(key);
        },
        exchange(connection, name, change) {
            const exchanged = last.then(async () => {
                const next = await change(secrets.get(`${connection}/${name}`));
                secrets.set(`${connection}/${name}`, next);
                return next;
            });
            last = exchanged.catch(() => undefined);
            return exchanged;
        }
    };
}
