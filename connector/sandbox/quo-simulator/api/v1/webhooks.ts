import { randomBytes } from 'node:crypto';
import { Router, type Request } from 'express';
import { z } from 'zod';
import { newKey } from '../../control/webhooks.ts';
import { V1_EVENT_TYPES } from '../../events/types.ts';
import type { Sandbox } from '../../sandbox.ts';
import type { Webhook } from '../../world/records.ts';
import { readBody } from '../body.ts';
import { pathId, readQuery } from '../query.ts';
import { Refusal } from '../refusal.ts';
import { USER } from './parameters.ts';

/** v1 webhooks can be made, listed and deleted; not changed, rotated, tested or looked into. */
export function v1WebhookRoutes(sandbox: Sandbox): Router {
    const { world } = sandbox;
    const router = Router();
    router.get('/webhooks', (request, response) => {
        // Without a user, only the workspace owner's.
        const userId = readQuery(request, { userId: USER }).one('userId') ?? ownerOf(sandbox);
        const own = [...world.webhooks.values()].filter((one) => one.origin === 'v1' && one.userId === userId);
        response.json({ data: own.map((one) => webhookShape(one, sandbox)) });
    });
    router.get('/webhooks/:id', (request, response) => {
        readQuery(request, {});
        response.json({ data: webhookShape(find(sandbox, request), sandbox) });
    });
    router.delete('/webhooks/:id', (request, response) => {
        world.webhooks.delete(find(sandbox, request).id);
        response.status(204).end();
    });
    for (const [kind, types] of Object.entries(V1_EVENT_TYPES)) {
        const Create = createSchema(types);
        router.post(`/webhooks/${kind}`, (request, response) => {
            const webhook = newWebhook(sandbox, readBody(request, Create));
            world.webhooks.set(webhook.id, webhook);
            response.status(201).json({ data: webhookShape(webhook, sandbox) });
        });
    }
    return router;
}

function createSchema(types: readonly string[]) {
    return z.strictObject({
        url: z.url(),
        events: z.array(z.enum(types as [string, ...string[]])).min(1),
        resourceIds: z.array(z.string().regex(/^(PN.*|\*)$/)).optional(),
        label: z.string().optional(),
        status: z.enum(['enabled', 'disabled']).default('enabled'),
        userId: z.string().regex(/^US/).optional()
    });
}

function newWebhook(sandbox: Sandbox, given: z.output<ReturnType<typeof createSchema>>): Webhook {
    const at = new Date(sandbox.now()).toISOString();
    return {
        id: `WH${randomBytes(16).toString('hex')}`,
        origin: 'v1',
        userId: given.userId ?? ownerOf(sandbox),
        label: given.label ?? null,
        status: given.status,
        url: given.url,
        family: 'v4',
        scheme: 'openphone',
        keys: [newKey('openphone')],
        events: given.events,
        resourceIds: given.resourceIds ?? ['*'],
        everything: true,
        createdAt: at,
        updatedAt: at
    };
}

function find({ world }: Sandbox, request: Request): Webhook {
    const webhook = world.webhooks.get(pathId(request, 'id', /^WH(.*)$/));
    if (!webhook) throw new Refusal(404, 'Webhook not found', [], '0300404');
    return webhook;
}

function webhookShape(webhook: Webhook, { world }: Sandbox): Record<string, unknown> {
    const { id, userId, label, status, url, keys, createdAt, updatedAt, events, resourceIds } = webhook;
    const orgId = world.workspace.organization.id;
    const key = keys[0];
    return { id, userId, orgId, label, status, url, key, createdAt, updatedAt, deletedAt: null, events, resourceIds };
}

function ownerOf({ world }: Sandbox): string {
    const owner = Object.values(world.workspace.users).find((user) => user.role === 'owner');
    return owner?.id ?? world.workspace.sona;
}
