import { json, Router } from 'express';
import { z } from 'zod';
import { readBody } from '../api/body.ts';
import { notFound } from '../api/refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import { contactsWithNumber, resetWorld, visibleContacts } from '../world/world.ts';
import { emit, EmitRequest } from './emit.ts';
import { Fault } from './faults.ts';
import type { Theatre } from './theatre.ts';
import { giveWebhook, GivenWebhook } from './webhooks.ts';

const SettingsChange = z.strictObject({
    v1Errors: z.enum(['live', 'spec']).optional(),
    retryScale: z.number().min(0).optional(),
    recordingLifetimeSeconds: z.int().optional(),
    takesDoubles: z.boolean().optional()
});
const NewKey = z.strictObject({ key: z.string().min(1), young: z.boolean().default(false) });
const Reset = z.strictObject({ keepWebhooks: z.boolean().default(false) });

/** What Quo doesn't have: the address from which a test or a demonstration pulls the strings. No key is asked. */
export function controlRoutes(sandbox: Sandbox, theatre: Theatre, nextWebhookId: () => string): Router {
    const router = Router();
    router.use(json({ limit: '10mb' }));
    webhookRoutes(router, sandbox, nextWebhookId);
    troubleRoutes(router, sandbox);
    router.post('/emit', async (request, response) => {
        const deliveries = await emit(sandbox, readBody(request, EmitRequest));
        const shown = deliveries.map(({ id, webhookId, status, attempts, body }) => {
            return { id, webhookId, status, attempts, body: body.toString() };
        });
        response.json({ deliveries: shown });
    });
    router.get('/requests', (_request, response) => void response.json(sandbox.tally.read()));
    router.delete('/requests', (_request, response) => {
        sandbox.tally.clear();
        response.status(204).end();
    });
    router.get('/app/contacts', (request, response) => {
        const number = typeof request.query.number === 'string' ? request.query.number : undefined;
        const visible = visibleContacts(sandbox.world);
        const known = number === undefined ? visible : contactsWithNumber(sandbox.world, [number]);
        response.json({ contacts: visible.filter((contact) => known.includes(contact)) });
    });
    router.post('/reset', async (request, response) => {
        const { keepWebhooks } = readBody(request, Reset);
        await theatre.stop();
        sandbox.sender.clear();
        resetWorld(sandbox.world, keepWebhooks);
        sandbox.tally.clear();
        sandbox.faults.clear();
        sandbox.deletedRecordings.clear();
        response.status(204).end();
    });
    return router;
}

function webhookRoutes(router: Router, { world, now }: Sandbox, nextId: () => string): void {
    router.get('/webhooks', (_request, response) => void response.json({ webhooks: [...world.webhooks.values()] }));
    router.post('/webhooks', (request, response) => {
        const webhook = giveWebhook(world, readBody(request, GivenWebhook), nextId(), now());
        response.status(201).json({ ...webhook, key: webhook.keys[0] });
    });
    router.delete('/webhooks/:id', (request, response) => {
        if (!world.webhooks.delete(request.params.id)) throw notFound('Webhook');
        response.status(204).end();
    });
}

function troubleRoutes(router: Router, sandbox: Sandbox): void {
    router.get('/faults', (_request, response) => void response.json({ faults: sandbox.faults.list() }));
    router.post('/faults', (request, response) => {
        sandbox.faults.add(readBody(request, Fault));
        response.status(201).json({ faults: sandbox.faults.list() });
    });
    router.delete('/faults', (_request, response) => {
        sandbox.faults.clear();
        response.status(204).end();
    });
    router.post('/settings', (request, response) => {
        Object.assign(sandbox.settings, readBody(request, SettingsChange));
        response.json(sandbox.settings);
    });
    router.post('/keys', (request, response) => {
        const { key, young } = readBody(request, NewKey);
        sandbox.keys.set(key, young ? sandbox.now() : 0);
        response.status(201).json({ key, young });
    });
    router.delete('/keys/:key', (request, response) => {
        sandbox.keys.delete(request.params.key);
        response.status(204).end();
    });
    router.delete('/recordings/:id', (request, response) => {
        sandbox.deletedRecordings.add(request.params.id);
        response.status(204).end();
    });
}
