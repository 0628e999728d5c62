import { createHash, randomUUID } from 'node:crypto';
import { afterEach } from 'node:test';
import { DEFAULT_PREFERENCES, type Preferences } from '../../src/domain/preferences/preferences.ts';
import type { Fact } from '../../src/domain/facts.ts';
import { WHOLE_SINCE } from '../../src/contracts/directory.ts';
import { SILENT } from '../../src/log.ts';
import { flush } from '../../src/pipeline/flush.ts';
import type { Workspace } from '../../src/contracts/quo/quo.ts';
import type { Connection, PipelineContext } from '../../src/pipeline/pipeline-context.ts';
import type { OpenStore } from '../../src/store/open.ts';
import type { Delivery } from '../../src/contracts/store.ts';
import { privateStore } from '../edges/store/database.ts';
import { INBOX } from './answered-call.ts';
import { fakeOrg, type FakeOrg } from './fake-org.ts';

export { answeredCall, MARIE } from './answered-call.ts';

const NOBODY = { people: [], gone: [], related: [], goneRelated: [] };
const READ = { [WHOLE_SINCE]: '2026-11-20T16:00:00.000Z' };
const open: (() => Promise<void>)[] = [];
afterEach(async () => {
    for (const drop of open.splice(0)) await drop();
});

/** The pipeline on a real store, between an org and a workspace that live in memory. */
export interface Bench {
    readonly context: PipelineContext;
    readonly connection: Connection;
    readonly org: FakeOrg;
    preferences: Preferences;
    /** As if these had come by webhook. */
    tell(...facts: readonly Fact[]): Promise<void>;
    /** Flushes until nothing is due. */
    flush(): Promise<void>;
    /** Makes everything due that waits for its time, as if the time had come. */
    later(): Promise<void>;
    /** A further process on the same database, with the same org. */
    worker(): Promise<Worker>;
    task(callId: string): Record<string, unknown> | undefined;
    /** Changes the store behind everybody's back. */
    query(sql: string): Promise<void>;
    rows<T extends object>(sql: string): Promise<readonly T[]>;
}

/** What another process works with. */
export interface Worker {
    readonly store: OpenStore;
    readonly connection: Connection & { readonly org: FakeOrg };
    /** Flushes what is due. */
    flush(): Promise<void>;
}

/** @param people whether the people of Salesforce were read already: nobody is there then */
export async function bench(workspace: Partial<Workspace> = {}, people: 'read' | 'unread' = 'read'): Promise<Bench> {
    const { store, drop, another } = await privateStore();
    open.push(drop);
    if (people === 'read') await store.directory.apply('default', { ...NOBODY, highWater: READ });
    const org = fakeOrg();
    const connection: Connection = {
        id: 'default',
        org,
        workspace: { ...emptyWorkspace(), ...workspace },
        preferences: () => it.preferences,
        webhookKeys: () => [],
        recordingUrl: (callId, n) => `https://quo.example.com/recordings/${callId}/${n}`,
        attachmentUrl: ({ messageId, n }) => `https://quo.example.com/attachments/${messageId}/${n}`
    };
    const context: PipelineContext = {
        store,
        connections: { get: () => connection, ids: () => ['default'] },
        log: SILENT,
        now: () => new Date('2026-11-20T17:00:00.000Z'),
        sleep: () => new Promise(() => undefined),
        hash: (text) => createHash('sha256').update(text).digest('hex'),
        gatherMs: 60_000,
        passEveryMs: 0
    };
    // Within the ten seconds in which a first text is written.
    const moments = "pending_since = pending_since - interval '5 seconds'";
    const makeAllDue = `update activities set due_at = now(), ${moments} where due_at is not null and parked_at is null`;
    const it: Bench = {
        context,
        connection,
        org,
        preferences: DEFAULT_PREFERENCES,
        tell: async (...facts) => void (await store.deliveries.accept(deliveryOf(facts))),
        flush: async () => {
            await store.pool.query(makeAllDue);
            while ((await flush(context, connection, new AbortController().signal)) === 'again');
        },
        later: async () => {
            const aged = ['written_at', 'last_fact_at', 'pending_since']
                .map((column) => `${column} = ${column} - interval '10 minutes'`)
                .join(', ');
            await store.pool.query(`update activities set ${aged} where due_at is not null and parked_at is null`);
            await it.flush();
        },
        query: async (sql) => void (await store.pool.query(sql)),
        rows: <T extends object>(sql: string) => store.db.rows<T>(sql),
        worker: async () => {
            const own = await another();
            const same = { ...connection, org: { ...org } };
            const connections = { get: () => same, ids: () => ['default'] };
            const theirs: PipelineContext = { ...context, store: own, connections };
            const { signal } = new AbortController();
            return { store: own, connection: same, flush: async () => void (await flush(theirs, same, signal)) };
        },
        task: (callId) => org.records.get(`Task/call_${callId}`)
    };
    return it;
}

function deliveryOf(facts: readonly Fact[]): Delivery {
    const body = Buffer.from(JSON.stringify(facts));
    const reading = { kind: 'facts', type: 'test', facts } as const;
    return { connection: 'default', id: randomUUID(), scheme: 'openphone', headers: {}, body, reading };
}

function emptyWorkspace(): Workspace {
    return {
        inboxes: async () => [INBOX],
        users: async () => [{ id: 'US1', email: 'Marie@Acme.example', firstName: 'Marie', lastName: 'Gagnon' }],
        call: async () => undefined,
        recordings: async () => [],
        transcript: async () => [],
        callsBetween: async function* () {},
        messagesBetween: async function* () {}
    };
}
