import type { RequestHandler, Router } from 'express';
import { hearing } from '../pipeline/webhook-status.ts';
import { metrics } from '../application/monitoring/metrics.ts';
import type { RequestWaits } from '../application/monitoring/request-waits.ts';
import { receive, type Receiving } from '../pipeline/receive.ts';
import type { PipelineContext } from '../pipeline/pipeline-context.ts';
import { read } from '../quo/payloads/read.ts';
import { verify } from '../quo/signatures/verify.ts';
import { troubles } from '../application/monitoring/troubles.ts';
import type { OpenStore } from '../store/open.ts';
import { health, operations } from '../web/health.ts';
import type { AttachmentLinks } from '../web/attachments/attachment-links.ts';
import { attachments, type AttachmentDeps } from '../web/attachments/attachments.ts';
import type { RecordingLinks, RecordingRef } from '../web/recordings/recording-links.ts';
import { recordings, type RecordingDeps } from '../web/recordings/recordings.ts';
import { webhook } from '../web/webhook.ts';
import type { Connections } from '../application/connections/connection-runtime.ts';

export interface RouterDeps {
    readonly pipeline: PipelineContext;
    readonly store: OpenStore;
    readonly connections: Connections;
    readonly waits: RequestWaits;
    readonly links: RecordingLinks;
    readonly attachmentLinks: AttachmentLinks;
    readonly verdict: RecordingDeps['verdict'];
    /** Stands for a caller's address in the audit log: the same for the same address, and nothing can be told from it. */
    readonly addressMark: (address: string) => string;
    readonly onStored: (connection: string) => void;
}

/** What tells whoever runs the connector how it is doing. */
export function operationsRouter({ pipeline, store, waits }: RouterDeps, guard: RequestHandler): Router {
    return operations(
        {
            storeTrouble: () => store.trouble(),
            troubles: () => troubles(store),
            registry: metrics(pipeline, waits)
        },
        guard
    );
}

/** What the connector answers to machines of others: Quo's webhooks, players of recordings, and pages that show photos. */
export function routers(parts: RouterDeps): Router[] {
    const { pipeline, store, connections } = parts;
    const receiving: Receiving = {
        verify,
        read,
        deliveries: store.deliveries,
        keysOf: (id) => connections.get(id)?.webhookKeys(),
        nowMs: () => pipeline.now().getTime(),
        log: pipeline.log,
        onStored: (id, reading) => {
            parts.onStored(id);
            // It rings while this runs; it never throws, and the answer to Quo does not wait for it.
            if (reading.kind === 'facts') void connections.get(id)?.contactSync?.onFacts(reading.facts);
        }
    };
    const hear = hearing(store.memory, receiving.nowMs);
    return [
        health(),
        webhook({
            receive: async (id, headers, body) => {
                const receipt = await receive(receiving, id, headers, body);
                hear(id, receipt);
                return receipt;
            },
            limits: store.limits,
            log: pipeline.log,
            isConnection: (id) => connections.get(id) !== undefined
        }),
        recordings({ ...parts, log: pipeline.log, ...recordingSource(parts) }),
        attachments({ ...parts, links: parts.attachmentLinks, log: pipeline.log, ...attachmentSource(parts) })
    ];
}

function recordingSource({
    connections,
    store,
    addressMark
}: RouterDeps): Pick<RecordingDeps, 'fetchRecording' | 'onPlayed'> {
    return {
        fetchRecording: async ({ connection, callId, n }: RecordingRef, part, signal) =>
            connections.opened(connection)?.quo?.recordings.open(callId, n, part, signal),
        onPlayed: ({ connection, callId, n }, { listener, by, userId }, from) =>
            store.audit.append(connection, {
                actor: listener,
                action: 'recording.played',
                detail: { call: callId, n, by, ...(userId !== undefined && { user: userId }), from: addressMark(from) }
            })
    };
}

function attachmentSource({
    connections,
    store,
    addressMark
}: RouterDeps): Pick<AttachmentDeps, 'fetchAttachment' | 'onViewed'> {
    return {
        fetchAttachment: async ({ connection, messageId, n }, signal) =>
            connections.opened(connection)?.quo?.attachments.open(messageId, n, signal),
        onViewed: ({ connection, messageId, n }, { listener, by, userId }, from) =>
            store.audit.append(connection, {
                actor: listener,
                action: 'attachment.viewed',
                detail: {
                    ...{ text: messageId, n, by, from: addressMark(from) },
                    ...(userId !== undefined && { user: userId })
                }
            })
    };
}
