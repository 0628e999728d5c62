import { z } from 'zod';
import { ActivityPlan, EventPlan } from 'sandbox-day/scenario.ts';
import { badRequest } from '../api/refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Delivery } from '../sender/delivery.ts';
import { newDelivery } from '../sender/publish.ts';
import type { Webhook } from '../world/records.ts';
import { learn, stepOf, type Step } from './steps.ts';

const Spoiling = z.enum(['signature', 'body', 'stale', 'unsigned']).nullable().default(null);

/** One event in the short form of the scenarios. The same `key` tells of the same activity again. */
const ShortForm = EventPlan.omit({ of: true, after: true }).extend({
    of: ActivityPlan,
    key: z.string().default('emitted'),
    from: z.iso.datetime({ offset: true }).optional(),
    after: z.number().default(0),
    spoil: Spoiling
});

/** A body of your own: an object, or the very text to send. */
const RawForm = z.strictObject({
    raw: z.union([z.string(), z.record(z.string(), z.unknown())]),
    /** Which webhook; without it, every one whose family the body's `apiVersion` names, else every one. */
    webhook: z.string().optional(),
    spoil: Spoiling
});

export const EmitRequest = z.union([RawForm, ShortForm]);
export type EmitRequest = z.infer<typeof EmitRequest>;

/** Sends one event now. @returns its deliveries after their first attempt */
export async function emit(sandbox: Sandbox, request: EmitRequest): Promise<readonly Delivery[]> {
    return 'raw' in request ? emitRaw(sandbox, request) : emitShort(sandbox, request);
}

async function emitShort(sandbox: Sandbox, request: z.infer<typeof ShortForm>): Promise<readonly Delivery[]> {
    const { from, spoil } = request;
    const startMs = from === undefined ? sandbox.now() : Date.parse(from);
    const step = plannedStep(sandbox, request, startMs);
    learn(sandbox.world, step);
    if (step.lost) return [];
    const { deliveries, attempted } = sandbox.publish(step.event, { family: step.family, spoil });
    await attempted;
    return deliveries;
}

/** @throws {Refusal} 400 when the short form names a person, an inbox or a user that nobody is */
function plannedStep(sandbox: Sandbox, request: z.infer<typeof ShortForm>, startMs: number): Step {
    try {
        return stepOf(sandbox.cast, request.of, { ...request, of: 'it' }, { key: request.key, startMs }, 0);
    } catch (error) {
        throw badRequest({ path: '/body/of', message: error instanceof Error ? error.message : String(error) });
    }
}

async function emitRaw(sandbox: Sandbox, { raw, webhook, spoil }: z.infer<typeof RawForm>): Promise<Delivery[]> {
    const text = typeof raw === 'string' ? raw : JSON.stringify(raw);
    const told = [...sandbox.world.webhooks.values()].filter((one) => isMeant(one, raw, webhook));
    if (told.length === 0) throw badRequest({ path: '/body/webhook', message: 'No webhook is meant', value: webhook });
    const deliveries = told.map((one) =>
        newDelivery({
            webhookId: one.id,
            eventId: textOf(raw, 'id'),
            resourceId: null,
            eventType: textOf(raw, 'type') ?? 'raw',
            body: Buffer.from(text),
            createdAt: new Date(sandbox.now()).toISOString(),
            play: null
        })
    );
    await Promise.all(deliveries.map((delivery) => sandbox.sender.send(delivery, { spoil })));
    return deliveries;
}

function isMeant(one: Webhook, raw: string | Record<string, unknown>, webhook: string | undefined): boolean {
    if (webhook !== undefined) return one.id === webhook;
    const version = textOf(raw, 'apiVersion');
    return one.status === 'enabled' && (version === null || one.family === version);
}

function textOf(raw: string | Record<string, unknown>, key: string): string | null {
    const value = typeof raw === 'string' ? undefined : raw[key];
    return typeof value === 'string' ? value : null;
}
