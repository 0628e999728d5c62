import { Router, type Request } from 'express';
import { z } from 'zod';
import { newKey } from '../../control/webhooks.ts';
import { DATED_EVENT_TYPES } from '../../events/types.ts';
import type { Sandbox } from '../../sandbox.ts';
import type { Webhook } from '../../world/records.ts';
import { readBody } from '../body.ts';
import { pathId, readQuery } from '../query.ts';
import { Refusal } from '../refusal.ts';

const MAX_WEBHOOKS = 50;
/** Seven digits that only the webhook endpoints carry. */
const CODE = '0303400';

const ResourceIds = z.array(z.string().regex(/^(PN.*|\*)$/));
const shared = { status: z.enum(['enabled', 'disabled']), label: z.string().max(255).nullable() };
const Create = z.strictObject({
    url: z.url(),
    events: z.array(z.enum(DATED_EVENT_TYPES)).min(1),
    resourceIds: ResourceIds.nullish(),
    status: shared.status.default('enabled'),
    label: shared.label.optional()
});
const Patch = z
    .strictObject({
        url: z.url().optional(),
        events: z.array(z.enum(DATED_EVENT_TYPES)).min(1).optional(),
        resourceIds: ResourceIds.nullish(),
        status: shared.status.optional(),
        label: shared.label.optional()
    })
    .refine((given) => Object.keys(given).length > 0, 'Expected at least 1 property');

export function webhookRoutes(sandbox: Sandbox, nextId: () => string): Router {
    const { world, now } = sandbox;
    const router = Router();
    router.get('/webhooks', (request, response) => {
        readQuery(request, {});
        const dated = [...world.webhooks.values()].filter(isDated);
        response.json({ data: dated.map((one) => webhookShape(one, sandbox)) });
    });
    router.post('/webhooks', (request, response) => {
        const given = readBody(request, Create, CODE);
        if ([...world.webhooks.values()].filter(isDated).length >= MAX_WEBHOOKS) {
            throw new Refusal(400, `A workspace can have at most ${MAX_WEBHOOKS} webhooks`, [], CODE);
        }
        const webhook = newWebhook(given, nextId(), sandbox);
        world.webhooks.set(webhook.id, webhook);
        // The key is told once, here.
        response.status(201).json({ data: { ...webhookShape(webhook, sandbox), key: webhook.keys[0] } });
    });
    router.get('/webhooks/:webhookId', (request, response) => {
        readQuery(request, {});
        response.json({ data: webhookShape(findWebhook(sandbox, request), sandbox) });
    });
    router.patch('/webhooks/:webhookId', (request, response) => {
        const before = findWebhook(sandbox, request);
        const { resourceIds, ...given } = readBody(request, Patch, CODE);
        const filter = resourceIds === undefined ? {} : { resourceIds: filterOf(resourceIds) };
        const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
        const updatedAt = new Date(now()).toISOString();
        const after: Webhook = { ...before, ...(said as Partial<Webhook>), ...filter, updatedAt };
        world.webhooks.set(after.id, after);
        response.json({ data: webhookShape(after, sandbox) });
    });
    router.delete('/webhooks/:webhookId', (request, response) => {
        world.webhooks.delete(findWebhook(sandbox, request).id);
        response.status(204).end();
    });
    router.post('/webhooks/:webhookId/rotate', (request, response) => {
        const before = findWebhook(sandbox, request);
        const key = newKey('standard');
        // Deliveries carry a signature of the old key as well until the next rotation; Quo doesn't say how long.
        const keys = [key, ...before.keys.slice(0, 1)];
        world.webhooks.set(before.id, { ...before, keys, updatedAt: new Date(now()).toISOString() });
        response.json({ data: { key } });
    });
    return router;
}

/** @throws {Refusal} 404, also for v1 webhooks: the two surfaces don't see each other's */
export function findWebhook({ world }: Sandbox, request: Request): Webhook {
    const webhook = world.webhooks.get(pathId(request, 'webhookId', /^[0-9]+$/));
    if (!webhook || webhook.origin === 'v1') throw new Refusal(404, 'Webhook not found', [], '0300404');
    return webhook;
}

function newWebhook(given: z.output<typeof Create>, id: string, sandbox: Sandbox): Webhook {
    const at = new Date(sandbox.now()).toISOString();
    return {
        id,
        origin: 'api',
        userId: Object.values(sandbox.world.workspace.users)[0]?.id ?? sandbox.world.workspace.sona,
        label: given.label ?? null,
        status: given.status,
        url: given.url,
        family: '2026-03-30',
        scheme: 'standard',
        keys: [newKey('standard')],
        events: given.events,
        resourceIds: filterOf(given.resourceIds),
        everything: true,
        createdAt: at,
        updatedAt: at
    };
}

function webhookShape(webhook: Webhook, { world }: Sandbox): Record<string, unknown> {
    const { id, label, status, url, events, resourceIds, createdAt, updatedAt } = webhook;
    const orgId = world.workspace.organization.id;
    return { id, orgId, label, status, url, apiVersion: webhook.family, events, resourceIds, createdAt, updatedAt };
}

/** `null`, `[]` and `["*"]` all mean every number. */
function filterOf(resourceIds: readonly string[] | null | undefined): readonly string[] {
    return !resourceIds || resourceIds.length === 0 || resourceIds.includes('*') ? ['*'] : resourceIds;
}

function isDated(webhook: Webhook): boolean {
    return webhook.family === '2026-03-30';
}
