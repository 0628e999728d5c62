/**
 * What one further text of a long conversation costs: `node scripts/bench/conversation.ts [texts] [minutes between them]`.
 * For how long it keeps the event loop, when the conversation has so many texts and, in the same run, when it has a
 * hundred. Ends with 1 when it keeps it for more than 100 ms.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { DEFAULT_PREFERENCES } from '../../connector/src/domain/preferences/preferences.ts';
import type { MessageFact } from '../../connector/src/domain/facts.ts';
import { WHOLE_SINCE } from '../../connector/src/contracts/directory.ts';
import { SILENT } from '../../connector/src/log.ts';
import { flush } from '../../connector/src/pipeline/flush.ts';
import type { Connection, PipelineContext } from '../../connector/src/pipeline/pipeline-context.ts';
import { openStore } from '../../connector/src/store/open.ts';
import { fakeOrg } from '../../connector/test/pipeline/fake-org.ts';

const TEXTS = Number(process.argv[2] ?? 8_000);
const MINUTES = Number(process.argv[3] ?? 20);
const FEW = 100;
const MARK_MS = 100;
const TIMES = 9;
const FIRST = Date.parse('2026-01-05T14:00:00.000Z');

const dataDir = await mkdtemp(join(tmpdir(), 'quo-bench-'));
const store = await openStore({ dataDir, log: SILENT });
const org = fakeOrg();
const { context, connection } = around();
try {
    await store.connections.ensure('default');
    const nobody = { people: [], gone: [], opportunities: [], goneOpportunities: [], related: [], goneRelated: [] };
    await store.directory.apply('default', { ...nobody, highWater: { [WHOLE_SINCE]: '2026-01-01T00:00:00.000Z' } });
    const few = await furtherTexts('few', FEW);
    const many = await furtherTexts('many', TEXTS);
    console.log(
        `load ${loadavg()[0]?.toFixed(1)}; a text each ${MINUTES} minutes; the middle of ${TIMES}, longest in brackets`
    );
    told(`text number ${FEW}`, few);
    told(`text number ${TEXTS}`, many);
    console.log(`busy: ratio ${(middle(many.busy) / middle(few.busy)).toFixed(2)}`);
    process.exitCode = middle(many.kept) <= MARK_MS ? 0 : 1;
    console.log(`${process.exitCode === 0 ? 'held' : 'MISSED'}: at most ${MARK_MS} ms in one piece`);
} finally {
    await store.close();
    await rm(dataDir, { recursive: true, force: true });
}

interface Cost {
    /** Milliseconds in which the event loop worked. */
    readonly busy: readonly number[];
    /** Milliseconds of processor that it took for that: on a busy machine less. */
    readonly cpu: readonly number[];
    /** The longest of them in one piece. */
    readonly kept: readonly number[];
}

async function furtherTexts(conversation: string, texts: number): Promise<Cost> {
    await known(conversation, texts);
    await flushAll();
    const [busy, cpu, kept]: [number[], number[], number[]] = [[], [], []];
    for (let n = 0; n < TIMES; n += 1) {
        await tell(conversation, texts + n);
        const delay = monitorEventLoopDelay({ resolution: 1 });
        delay.enable();
        const [before, spent] = [performance.eventLoopUtilization(), process.threadCpuUsage()];
        await flushAll();
        busy.push(performance.eventLoopUtilization(before).active);
        const { user, system } = process.threadCpuUsage(spent);
        cpu.push((user + system) / 1_000);
        delay.disable();
        kept.push(delay.max / 1e6);
    }
    return { busy, cpu, kept };
}

/** As if so many had come by webhooks, in one statement. */
async function known(conversation: string, texts: number): Promise<void> {
    await store.deliveries.learn(
        'default',
        Array.from({ length: texts }, (_, n) => textOf(conversation, n))
    );
    await store.pool.query('update facts set delivery = $1 where delivery is null', [conversation]);
}

async function flushAll(): Promise<void> {
    await store.pool.query(
        `update activities set due_at = now(), pending_since = pending_since - interval '10 minutes',
            written_at = written_at - interval '10 minutes' where due_at is not null`
    );
    while ((await flush(context, connection, new AbortController().signal)) === 'again');
}

async function tell(conversation: string, n: number): Promise<void> {
    const reading = { kind: 'facts', type: 'bench', facts: [textOf(conversation, n)] } as const;
    const delivery = { connection: 'default', id: randomUUID(), scheme: 'openphone', headers: {} } as const;
    await store.deliveries.accept({ ...delivery, body: Buffer.from('{}'), reading });
}

function textOf(conversation: string, n: number): MessageFact {
    const createdAt = new Date(FIRST + n * MINUTES * 60_000).toISOString();
    const says = `${n}: Bonjour, est-ce que la visite de demain tient toujours ? Merci.`;
    const sides = { direction: 'incoming', from: '+15145550142', to: ['+15145550100'] } as const;
    const about = { messageId: `${conversation}${n}`, conversation, at: createdAt, createdAt, phoneNumberId: 'PN1' };
    return { kind: 'message', ...about, ...sides, text: says, status: 'received' };
}

function around(): { readonly context: PipelineContext; readonly connection: Connection } {
    const own: Connection = {
        id: 'default',
        org,
        workspace: {
            inboxes: async () => [{ id: 'PN1', name: 'Ventes', number: '+15145550100' }],
            users: async () => [{ id: 'US1', email: 'marie@acme.example', firstName: 'Marie', lastName: 'Gagnon' }],
            call: async () => undefined,
            recordings: async () => [],
            transcript: async () => [],
            callsBetween: async function* () {},
            messagesBetween: async function* () {}
        },
        preferences: () => DEFAULT_PREFERENCES,
        webhookKeys: () => [],
        recordingUrl: () => '',
        attachmentUrl: () => ''
    };
    return {
        connection: own,
        context: {
            store,
            connections: { get: () => own, ids: () => ['default'] },
            log: SILENT,
            now: () => new Date(),
            // What waits for Quo's names waits for them, however long.
            sleep: () => new Promise(() => undefined),
            hash: (text) => createHash('sha256').update(text).digest('hex'),
            gatherMs: 60_000,
            passEveryMs: 0
        }
    };
}

function told(what: string, { busy, cpu, kept }: Cost): void {
    const ms = (some: readonly number[]): string => `${Math.round(middle(some))} ms (${Math.round(Math.max(...some))})`;
    console.log(`${what}: busy ${ms(busy)}, processor ${ms(cpu)}, in one piece ${ms(kept)}`);
}

function middle(some: readonly number[]): number {
    return some.toSorted((a, b) => a - b)[Math.floor(some.length / 2)] ?? 0;
}
