import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Family, Scheme, Webhook } from '../world/records.ts';
import type { World } from '../world/world.ts';

export const GivenWebhook = z.strictObject({
    url: z.url(),
    /** `whsec_…`, or base64 for the legacy scheme; made when there is none. */
    key: z.string().optional(),
    /** Without it, the usual one of the family. */
    scheme: z.enum(['standard', 'openphone']).optional(),
    apiVersion: z.enum(['2026-03-30', 'v4', 'v3', 'v2']).default('2026-03-30'),
    events: z.array(z.string()).min(1).default(['*']),
    resourceIds: z.array(z.string()).min(1).default(['*']),
    label: z.string().nullable().default(null),
    /** Scenario events that were written for other families too, in this webhook's form. */
    everything: z.boolean().default(false)
});
export type GivenWebhook = z.infer<typeof GivenWebhook>;

/** A webhook that was given from outside Quo's surface: on the command line, or at the control address. */
export function giveWebhook(world: World, given: GivenWebhook, id: string, nowMs: number): Webhook {
    const scheme = given.scheme ?? usualScheme(given.apiVersion);
    const now = new Date(nowMs).toISOString();
    const webhook: Webhook = {
        id,
        origin: 'control',
        userId: Object.values(world.workspace.users)[0]?.id ?? 'USnobody',
        label: given.label,
        status: 'enabled',
        url: given.url,
        family: given.apiVersion,
        scheme,
        keys: [given.key ?? newKey(scheme)],
        events: given.events,
        resourceIds: given.resourceIds,
        everything: given.everything,
        createdAt: now,
        updatedAt: now
    };
    world.webhooks.set(id, webhook);
    return webhook;
}

export function newKey(scheme: Scheme): string {
    const key = randomBytes(32).toString('base64');
    return scheme === 'standard' ? `whsec_${key}` : key;
}

function usualScheme(family: Family): Scheme {
    return family === '2026-03-30' ? 'standard' : 'openphone';
}
