import { Router, type Request } from 'express';
import { z } from 'zod';
import { DATED_EVENT_TYPES } from '../../events/types.ts';
import { sampleBody } from '../../events/sample.ts';
import type { Sandbox } from '../../sandbox.ts';
import type { Delivery } from '../../sender/delivery.ts';
import { newDelivery } from '../../sender/publish.ts';
import { readBody } from '../body.ts';
import { DATED_PAGE, datedPage } from '../page.ts';
import { readQuery, type Parameter, type Query } from '../query.ts';
import { notFound } from '../refusal.ts';
import { newestFirst } from '../shapes.ts';
import { findWebhook } from './webhooks.ts';

const LIST: Readonly<Record<string, Parameter>> = {
    ...DATED_PAGE,
    status: { oneOf: ['success', 'pending', 'sending', 'failed'] },
    eventType: { oneOf: DATED_EVENT_TYPES },
    'eventType[in]': { list: 'comma', oneOf: DATED_EVENT_TYPES },
    resourceId: {},
    'createdAt[gt]': { type: 'date-time' },
    'createdAt[lt]': { type: 'date-time' }
};
const Test = z.strictObject({ eventType: z.enum(DATED_EVENT_TYPES) });

/** The delivery log of a webhook, its manual retry and its test event. */
export function deliveryRoutes(sandbox: Sandbox): Router {
    const router = Router();
    const path = '/webhooks/:webhookId/events';
    router.get(path, (request, response) => {
        const webhook = findWebhook(sandbox, request);
        const query = readQuery(request, LIST);
        const own = [...sandbox.sender.deliveries.values()].filter((one) => one.webhookId === webhook.id);
        const page = datedPage(newestFirst(own.filter((one) => fits(one, query))), query, sandbox.now());
        response.json({ ...page, data: page.data.map(logEntry) });
    });
    router.post(`${path}/test`, (request, response) => {
        const webhook = findWebhook(sandbox, request);
        const { eventType } = readBody(request, Test, '0303400');
        const at = new Date(sandbox.now()).toISOString();
        const body = sampleBody(eventType, at);
        const about = { webhookId: webhook.id, eventId: null, resourceId: null, eventType, createdAt: at, play: null };
        void sandbox.sender.send(newDelivery({ ...about, body: Buffer.from(JSON.stringify(body)) }));
        // The sample stands in the answer as it is, without `data` around it.
        response.json(body);
    });
    router.get(`${path}/:deliveryId`, (request, response) => {
        const delivery = find(sandbox, request);
        const attempts = delivery.attempts.map((attempt) => ({ ...attempt, spoiled: undefined }));
        response.json({ data: { ...logEntry(delivery), requestBody: delivery.body.toString(), attempts } });
    });
    router.post(`${path}/:deliveryId/retry`, (request, response) => {
        void sandbox.sender.retry(find(sandbox, request));
        response.status(202).json({});
    });
    return router;
}

function find(sandbox: Sandbox, request: Request): Delivery {
    const webhook = findWebhook(sandbox, request);
    const delivery = sandbox.sender.deliveries.get(String(request.params.deliveryId));
    if (!delivery || delivery.webhookId !== webhook.id) throw notFound('Event delivery');
    return delivery;
}

function logEntry(delivery: Delivery): Record<string, unknown> {
    const { id, eventId, resourceId, eventType, status, nextAttemptAt, createdAt } = delivery;
    return { id, eventId, resourceId, eventType, status, nextAttemptAt, createdAt };
}

function fits(delivery: Delivery, query: Query): boolean {
    const created = Date.parse(delivery.createdAt);
    return (
        query.admits('status', delivery.status) &&
        query.admits('eventType', delivery.eventType) &&
        query.admits('resourceId', delivery.resourceId) &&
        created > (query.time('createdAt[gt]') ?? -Infinity) &&
        created < (query.time('createdAt[lt]') ?? Infinity)
    );
}
