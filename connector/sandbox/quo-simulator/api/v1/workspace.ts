import { Router } from 'express';
import type { WorkspaceInbox } from 'sandbox-day/workspace.ts';
import type { Sandbox } from '../../sandbox.ts';
import type { World } from '../../world/world.ts';
import { v1Page } from '../page.ts';
import { formatted, memberShape, membersOf, RESTRICTIONS, userShape } from '../people-shapes.ts';
import { pathId, readQuery } from '../query.ts';
import { notFound } from '../refusal.ts';
import { conversationShape } from '../shapes.ts';
import { CREATED_BETWEEN, USER, v1Paging } from './parameters.ts';

export function v1WorkspaceRoutes({ world, now }: Sandbox): Router {
    const router = Router();
    const inboxes = Object.values(world.workspace.inboxes);
    const users = Object.values(world.workspace.users);
    router.get('/phone-numbers', (request, response) => {
        const userId = readQuery(request, { userId: USER }).one('userId');
        const own = inboxes.filter(
            (inbox) => userId === undefined || membersOf(inbox, world).some((user) => user.id === userId)
        );
        response.json({ data: own.map((inbox) => inboxShape(inbox, world)) });
    });
    router.get('/phone-numbers/:phoneNumberId', (request, response) => {
        const id = pathId(request, 'phoneNumberId', /^PN(.*)$/);
        const inbox = inboxes.find((one) => one.id === id);
        if (!inbox) throw notFound('Phone number');
        response.json({ data: inboxShape(inbox, world) });
    });
    router.get('/users', (request, response) => {
        const query = readQuery(request, v1Paging(50, false));
        response.json(
            v1Page(
                users.map((user) => userShape(user, world)),
                query,
                now()
            )
        );
    });
    router.get('/users/:userId', (request, response) => {
        const id = pathId(request, 'userId', /^US(.*)$/);
        const user = users.find((one) => one.id === id);
        if (!user) throw notFound('User');
        response.json({ data: userShape(user, world) });
    });
    router.get('/contact-custom-fields', (request, response) => {
        readQuery(request, {});
        response.json({ data: world.workspace.customFields });
    });
    return router;
}

const CONVERSATIONS = {
    ...v1Paging(100, true),
    ...CREATED_BETWEEN,
    phoneNumbers: { list: 'repeat', max: 100 },
    userId: USER,
    updatedAfter: { type: 'date-time' },
    updatedBefore: { type: 'date-time' },
    excludeInactive: { oneOf: ['true', 'false'] }
} as const;

export function v1ConversationRoutes({ world, now }: Sandbox): Router {
    const router = Router();
    router.get('/conversations', (request, response) => {
        const query = readQuery(request, CONVERSATIONS);
        const numbers = query.many('phoneNumbers');
        const ids = Object.values(world.workspace.inboxes)
            .filter((inbox) => numbers === undefined || numbers.includes(inbox.id) || numbers.includes(inbox.number))
            .map((inbox) => inbox.id);
        const found = [...world.conversations.values()].filter(
            (one) =>
                ids.includes(one.phoneNumberId) &&
                Date.parse(one.createdAt) > (query.time('createdAfter') ?? -Infinity) &&
                Date.parse(one.createdAt) < (query.time('createdBefore') ?? Infinity) &&
                Date.parse(one.updatedAt) > (query.time('updatedAfter') ?? -Infinity) &&
                Date.parse(one.updatedAt) < (query.time('updatedBefore') ?? Infinity)
        );
        const newest = found.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt) || b.id.localeCompare(a.id));
        const page = v1Page(newest, query, now());
        response.json({ ...page, data: page.data.map((one) => ({ ...conversationShape(one), assignedTo: null })) });
    });
    return router;
}

function inboxShape(inbox: WorkspaceInbox, world: World): Record<string, unknown> {
    const { id, groupId, number, name, symbol, forward } = inbox;
    return {
        id,
        groupId,
        number,
        formattedNumber: formatted(number),
        name,
        symbol,
        forward,
        portRequestId: null,
        portingStatus: null,
        users: membersOf(inbox, world).map((user) => memberShape(user, inbox)),
        createdAt: world.since,
        updatedAt: world.since,
        restrictions: RESTRICTIONS
    };
}
