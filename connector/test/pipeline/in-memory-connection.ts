import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DEFAULT_PREFERENCES } from '../../src/domain/preferences/preferences.ts';
import { SILENT } from '../../src/log.ts';
import type { Connection, PipelineContext } from '../../src/pipeline/pipeline-context.ts';
import type { OpenStore } from '../../src/store/open.ts';
import { INBOX } from './answered-call.ts';
import { fakeOrg, type FakeOrg } from './fake-org.ts';

export interface InMemory {
    readonly org: FakeOrg;
    readonly connection: Connection;
}

/** A connection on an org and a workspace in memory. `answering`: waited for before the org answers anything. */
export function inMemoryConnection(id: string, answering?: () => Promise<unknown>): InMemory {
    const org = fakeOrg();
    const waiting = <T extends readonly unknown[], R>(ask: (...given: T) => Promise<R>) =>
        answering === undefined ? ask : async (...given: T): Promise<R> => answering().then(() => ask(...given));
    const connection: Connection = {
        id,
        org: { ...org, write: waiting(org.write.bind(org)), changes: waiting(org.changes.bind(org)) },
        workspace: {
            inboxes: async () => [INBOX],
            users: async () => [],
            call: async () => undefined,
            recordings: async () => [],
            transcript: async () => [],
            callsBetween: async function* () {},
            messagesBetween: async function* () {}
        },
        preferences: () => DEFAULT_PREFERENCES,
        webhookKeys: () => [],
        recordingUrl: (callId, n) => `https://quo.example.com/recordings/${callId}/${n}`,
        attachmentUrl: ({ messageId, n }) => `https://quo.example.com/attachments/${messageId}/${n}`
    };
    return { org, connection };
}

/** What serves these connections, by the real clock. */
export function contextOf(
    store: OpenStore,
    connections: ReadonlyMap<string, InMemory>,
    passEveryMs = 0
): PipelineContext {
    return {
        store,
        connections: { get: (id) => connections.get(id)?.connection, ids: () => [...connections.keys()] },
        log: SILENT,
        now: () => new Date(),
        sleep,
        hash: (text) => createHash('sha256').update(text).digest('hex'),
        gatherMs: 1_000,
        passEveryMs
    };
}
