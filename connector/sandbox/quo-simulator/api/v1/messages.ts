import { Router } from 'express';
import { z } from 'zod';
import type { Sandbox } from '../../sandbox.ts';
import { conversationId, stableId } from '../../world/identifiers.ts';
import { learnMessage } from '../../world/learn.ts';
import type { Message } from '../../world/records.ts';
import { readBody } from '../body.ts';
import { v1Page } from '../page.ts';
import { pathId, readQuery, type Query } from '../query.ts';
import { badRequest, notFound } from '../refusal.ts';
import { messageShape, newestFirst } from '../shapes.ts';
import { CREATED_BETWEEN, INBOX, USER, v1Paging } from './parameters.ts';

const LIST = {
    ...v1Paging(100, true),
    ...CREATED_BETWEEN,
    phoneNumberId: { ...INBOX, required: true },
    participants: { list: 'repeat', max: 10, required: true },
    userId: USER
} as const;
const E164 = z.string().regex(/^\+[1-9]\d{1,14}$/);
const Send = z.strictObject({
    content: z.string().min(1).max(1_600),
    from: z.string().min(1),
    to: z.array(E164).min(1).max(10),
    userId: z.string().regex(/^US/).optional(),
    setInboxStatus: z.literal('done').optional()
});

export function v1MessageRoutes(sandbox: Sandbox): Router {
    const { world, now } = sandbox;
    const router = Router();
    router.get('/messages', (request, response) => {
        const query = readQuery(request, LIST);
        const found = newestFirst(world.messages.values()).filter((message) => fits(message, query));
        const page = v1Page(found, query, now());
        response.json({ ...page, data: page.data.map((message) => messageShape(sandbox, message)) });
    });
    router.get('/messages/:messageId', (request, response) => {
        readQuery(request, {});
        const message = world.messages.get(pathId(request, 'messageId', /^AC(.*)$/));
        if (!message) throw notFound('Message');
        response.json({ data: messageShape(sandbox, message) });
    });
    router.post('/messages', (request, response) => {
        const sent = send(sandbox, readBody(request, Send));
        response.status(202).json({ data: messageShape(sandbox, sent) });
        // The carrier's report comes after the answer.
        const at = new Date(now()).toISOString();
        const delivered = learnMessage(world, { ...sent, status: 'delivered' }, at);
        const id = stableId('EV', sent.id, 'delivered');
        sandbox.publish({ id, type: 'message.delivered', at, subject: { kind: 'message', message: delivered } });
    });
    return router;
}

function send({ world, now }: Sandbox, given: z.output<typeof Send>): Message {
    const inbox = Object.values(world.workspace.inboxes).find(
        (one) => one.id === given.from || one.number === given.from
    );
    if (!inbox) throw badRequest({ path: '/body/from', message: 'Not a number of this workspace', value: given.from });
    const at = new Date(now()).toISOString();
    const message: Message = {
        id: stableId('AC', 'sent', at, given.content, ...given.to),
        conversationId: conversationId(inbox.id, given.to),
        phoneNumberId: inbox.id,
        direction: 'outgoing',
        from: inbox.number,
        to: given.to,
        text: given.content,
        media: [],
        status: 'sent',
        errorCode: null,
        userId: given.userId ?? world.workspace.users[inbox.users[0] ?? '']?.id ?? null,
        createdAt: at,
        updatedAt: at
    };
    return learnMessage(world, message, at);
}

/** More than one participant asks for that very group thread. */
function fits(message: Message, query: Query): boolean {
    const created = Date.parse(message.createdAt);
    const wanted = [...(query.many('participants') ?? [])].sort().join();
    const others = message.direction === 'incoming' ? [message.from, ...message.to.slice(1)] : message.to;
    return (
        message.phoneNumberId === query.one('phoneNumberId') &&
        [...others].sort().join() === wanted &&
        (query.one('userId') === undefined || message.userId === query.one('userId')) &&
        created > (query.time('createdAfter') ?? -Infinity) &&
        created < (query.time('createdBefore') ?? Infinity)
    );
}
