import { Router, type Request } from 'express';
import type { Sandbox } from '../../sandbox.ts';
import type { Message } from '../../world/records.ts';
import { DATED_PAGE, datedPage } from '../page.ts';
import { pathId, readQuery, type Parameter, type Query } from '../query.ts';
import { notFound, Refusal } from '../refusal.ts';
import { messageShape, newestFirst } from '../shapes.ts';

const LIST: Readonly<Record<string, Parameter>> = {
    ...DATED_PAGE,
    from: {},
    to: {},
    'to[all]': { list: 'comma' },
    status: { oneOf: ['queued', 'sent', 'delivered', 'undelivered', 'received', 'failed'] },
    direction: { oneOf: ['incoming', 'outgoing'] },
    phoneNumberId: { pattern: /^PN(.*)$/ },
    userId: { pattern: /^(US|SYU)(.*)$/ },
    'createdAt[gt]': { type: 'date-time' },
    'createdAt[lt]': { type: 'date-time' }
};

export function messageRoutes(sandbox: Sandbox): Router {
    const { world, now } = sandbox;
    const router = Router();
    const find = (request: Request): Message => {
        const message = world.messages.get(pathId(request, 'messageId', /^AC(.*)$/));
        if (!message) throw notFound('Message');
        return message;
    };
    router.get('/messages', (request, response) => {
        const query = readQuery(request, LIST);
        const found = newestFirst(world.messages.values()).filter((message) => fits(message, query));
        const page = datedPage(found, query, now());
        response.json({ ...page, data: page.data.map((message) => messageShape(sandbox, message)) });
    });
    router.get('/messages/:messageId', (request, response) => {
        readQuery(request, {});
        response.json({ data: messageShape(sandbox, find(request)) });
    });
    router.post('/messages/:messageId/retry', (request, response) => {
        const message = find(request);
        if (message.status !== 'failed' || message.errorCode !== null) {
            throw new Refusal(400, 'Only failed messages without an error code can be retried');
        }
        const sent: Message = { ...message, status: 'sent', updatedAt: new Date(now()).toISOString() };
        world.messages.set(message.id, sent);
        response.status(202).json({});
    });
    return router;
}

function fits(message: Message, query: Query): boolean {
    const created = Date.parse(message.createdAt);
    const all = query.many('to[all]');
    return (
        (['from', 'status', 'direction', 'phoneNumberId', 'userId'] as const).every((name) =>
            query.admits(name, message[name])
        ) &&
        query.admits('to', ...message.to) &&
        (all === undefined || [...all].sort().join() === [...message.to].sort().join()) &&
        // Exclusive bounds here, inclusive ones for calls.
        created > (query.time('createdAt[gt]') ?? -Infinity) &&
        created < (query.time('createdAt[lt]') ?? Infinity)
    );
}
