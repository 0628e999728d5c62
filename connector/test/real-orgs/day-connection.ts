import { createHash } from 'node:crypto';
import type { Fact } from '../../src/domain/facts.ts';
import type { ErrorNote } from '../../src/errors/errors.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../src/domain/preferences/preferences.ts';
import { SILENT } from '../../src/log.ts';
import { enrich } from '../../src/pipeline/enrich.ts';
import { flush } from '../../src/pipeline/flush.ts';
import type { Connection, PipelineContext } from '../../src/pipeline/pipeline-context.ts';
import { reconcile } from '../../src/pipeline/reconcile/reconcile.ts';
import { refreshDirectory } from '../../src/pipeline/refresh-directory.ts';
import { connectOrg } from '../../src/salesforce/org.ts';
import { openSession, type Session } from '../../src/salesforce/rest/session.ts';
import type { OpenStore } from '../../src/store/open.ts';
import { memoryVault } from '../edges/salesforce/memory-vault.ts';
import type { ToldDay } from './told-day.ts';

/** Rounds of work after which whatever is still due will always be. */
const MOST_ROUNDS = 25;
const LATE: ReadonlySet<string> = new Set(['summary', 'recordings', 'transcript', 'voicemail']);
const NEVER = new AbortController().signal;

export interface Unwritten {
    readonly activityKey: string;
    readonly error: ErrorNote;
}

/** The connector between one org and the Quo of a day that is over. */
export interface DayConnection {
    readonly session: Session;
    preferences: Preferences;
    /** Learns the whole day and works until nothing is due any more. */
    play(): Promise<void>;
    /** As somebody presses "Retry all", once preferences or the org are otherwise. */
    retryAll(): Promise<void>;
    /** Everything that is not written and waits for a person, by activity. */
    unwritten(): Promise<readonly Unwritten[]>;
}

export function dayConnection(id: string, orgUrl: string, day: ToldDay, store: OpenStore): DayConnection {
    const settings = {
        loginUrl: orgUrl,
        login: { flow: 'client-credentials', clientId: 'sandbox', clientSecret: 'sandbox' },
        apiVersion: '66.0',
        region: 'CA',
        related: ['Opportunity']
    } as const;
    const dependencies = { vault: memoryVault(), connection: id, fetch, now: () => day.now };
    const session = openSession(settings, dependencies);
    const connection: Connection = {
        id,
        org: connectOrg(settings, dependencies, session),
        workspace: day.workspace,
        preferences: () => it.preferences,
        webhookKeys: () => [],
        recordingUrl: (callId, n) => `https://quo.example.com/recordings/${callId}/${n}`,
        attachmentUrl: ({ messageId, n }) => `https://quo.example.com/attachments/${messageId}/${n}`
    };
    const work = hoursOfWork(contextOf(store, connection, day.now), connection, store);
    const it: DayConnection = {
        session,
        preferences: DEFAULT_PREFERENCES,
        play: async () => {
            await store.connections.ensure(id);
            await work.refreshDirectory();
            // What is told of a call minutes after its end changes a record that is there.
            await work.learn(day.facts.filter(({ kind }) => !LATE.has(kind)));
            await work.flush();
            await work.learn(day.facts);
            await work.compareWithQuo();
            await work.askQuo();
        },
        retryAll: async () => {
            await store.activities.retry(id, null);
            await store.activities.resume(id);
            await work.askQuo();
        },
        unwritten: () => store.db.rows<Unwritten>(UNWRITTEN, [id])
    };
    return it;
}

function contextOf(store: OpenStore, connection: Connection, now: Date): PipelineContext {
    return {
        store,
        connections: { get: () => connection, ids: () => [connection.id] },
        log: SILENT,
        now: () => now,
        sleep: () => new Promise(() => undefined),
        hash: (text) => createHash('sha256').update(text).digest('hex'),
        gatherMs: 60_000,
        passEveryMs: 0
    };
}

/** What the schedule does, as if hours passed between two rounds of it. */
function hoursOfWork(works: PipelineContext, connection: Connection, { pool, ...store }: OpenStore) {
    const { id } = connection;
    const isAny = async (sql: string): Promise<boolean> => (await pool.query(sql, [id])).rowCount !== 0;
    /** Until nothing is due, or the connection is paused. */
    const flushAll = async (): Promise<void> => {
        for (let round = 0; await isAny(IS_DUE); round += 1) {
            if (round === MOST_ROUNDS) throw new Error(`${id}: something is due for ever`);
            await pool.query(TIME_PASSES, [id]);
            await flush(works, connection, NEVER);
            if ((await store.connections.get(id))?.pausedBecause !== undefined) return;
        }
    };
    return {
        flush: flushAll,
        refreshDirectory: () => refreshDirectory(works, connection),
        learn: (facts: readonly Fact[]) => store.deliveries.learn(id, facts),
        compareWithQuo: () => reconcile(works, connection, NEVER),
        askQuo: async (): Promise<void> => {
            await flushAll();
            for (let round = 0; await isAny(IS_ASKED); round += 1) {
                if (round === MOST_ROUNDS) throw new Error(`${id}: something is asked for ever`);
                await pool.query(ASKED_NOW, [id]);
                await enrich(works, connection, NEVER);
                await flushAll();
            }
        }
    };
}

const MOMENTS = ['written_at', 'last_fact_at', 'pending_since']
    .map((column) => `${column} = ${column} - interval '2 hours'`)
    .join(', ');
const TIME_PASSES = `update activities set due_at = now(), ${MOMENTS} where connection = $1 and due_at is not null and parked_at is null`;
const ASKED_NOW = 'update activities set ask_at = now() where connection = $1 and ask_at is not null';
const IS_DUE = 'select 1 from activities where connection = $1 and due_at is not null and parked_at is null limit 1';
const IS_ASKED = 'select 1 from activities where connection = $1 and ask_at is not null limit 1';
/** Parked with its own reason, or held back with everything else by what pauses the connection. */
const UNWRITTEN = `select activity_key as "activityKey", case when parked_at is null then c.paused_because else error end as error
    from activities a join connections c on c.id = a.connection
    where connection = $1 and (parked_at is not null or due_at is not null) order by activity_key`;
