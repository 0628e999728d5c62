import { setTimeout as sleep } from 'node:timers/promises';
import type { Router } from 'express';
import { hearing } from '../pipeline/webhook-status.ts';
import { metrics } from '../application/monitoring/metrics.ts';
import { receive, type Receiving } from '../pipeline/receive.ts';
import type { PipelineContext } from '../pipeline/pipeline-context.ts';
import { read } from '../quo/payloads/read.ts';
import { verify } from '../quo/signatures/verify.ts';
import type { OpenStore } from '../store/open.ts';
import { health } from '../web/health.ts';
import type { RecordingLinks, RecordingRef } from '../web/recordings/recording-links.ts';
import { recordings, type RecordingDeps } from '../web/recordings/recordings.ts';
import { webhook } from '../web/webhook.ts';
import type { Connections } from './connections.ts';

export interface RouterDeps {
    readonly works: PipelineContext;
    readonly store: OpenStore;
    readonly connections: Connections;
    readonly links: RecordingLinks;
    readonly admit?: RecordingDeps['admit'];
    readonly onStored: (connection: string) => void;
}

/** What the connector answers to machines: monitoring, Quo's webhooks, players of recordings. */
export function routers(parts: RouterDeps): Router[] {
    const { works, store, connections } = parts;
    const receiving: Receiving = {
        verify,
        read,
        deliveries: store.deliveries,
        keysOf: (id) => connections.get(id)?.webhookKeys(),
        nowMs: () => works.now().getTime(),
        log: works.log,
        onStored: (id, reading) => {
            parts.onStored(id);
            // It rings while this runs; it never throws, and the answer to Quo does not wait for it.
            if (reading.kind === 'facts') void connections.get(id)?.contactSync?.onFacts(reading.facts);
        }
    };
    const hear = hearing(store.memory, receiving.nowMs);
    return [
        health({ storeTrouble: () => storeTrouble(store), troubles: () => troubles(works), registry: metrics(works) }),
        webhook({
            receive: async (id, headers, body) => {
                const receipt = await receive(receiving, id, headers, body);
                hear(id, receipt);
                return receipt;
            },
            limits: store.limits,
            isConnection: (id) => connections.get(id) !== undefined
        }),
        recordings({ ...parts, log: works.log, ...recordingSource(parts) })
    ];
}

function recordingSource({ connections, store }: RouterDeps): Pick<RecordingDeps, 'fetchRecording' | 'onPlayed'> {
    return {
        fetchRecording: async ({ connection, callId, n }: RecordingRef, part, signal) =>
            connections.opened(connection)?.quo?.recordings.open(callId, n, part, signal),
        onPlayed: ({ connection, callId, n }, actor) =>
            store.audit.append(connection, { actor, action: 'recording.played', detail: { call: callId, n } })
    };
}

/** A database that does not answer at all must not keep whoever asks waiting. */
const ANSWERS_WITHIN_MS = 3_000;

/** A write is what receiving needs: a standby that only reads does not do. */
async function storeTrouble({ pool }: OpenStore): Promise<string | undefined> {
    const asked = pool.query<{ reads: boolean }>('select pg_is_in_recovery() as reads');
    const late = sleep(ANSWERS_WITHIN_MS, undefined, { ref: false });
    try {
        const answer = await Promise.race([asked, late]);
        if (answer === undefined) return 'store-silent';
        return answer.rows[0]?.reads === true ? 'store-read-only' : undefined;
    } catch {
        return 'store-unreachable';
    } finally {
        asked.catch(() => undefined);
    }
}

/** What keeps connections from their whole work, each with its code. */
async function troubles({ store }: PipelineContext): Promise<readonly string[]> {
    const connections = await store.connections.list();
    return connections.flatMap(({ id, pausedBecause }) =>
        pausedBecause === undefined ? [] : [`${id}: ${pausedBecause.code}`]
    );
}
