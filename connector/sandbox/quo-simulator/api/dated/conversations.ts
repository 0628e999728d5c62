import { Router } from 'express';
import type { Sandbox } from '../../sandbox.ts';
import type { Conversation } from '../../world/records.ts';
import { DATED_PAGE, datedPage } from '../page.ts';
import { pathId, readQuery, type Parameter, type Query } from '../query.ts';
import { notFound } from '../refusal.ts';
import { conversationShape } from '../shapes.ts';

const SORTS = ['createdAt:asc', 'createdAt:desc', 'updatedAt:asc', 'updatedAt:desc'];
const LIST: Readonly<Record<string, Parameter>> = {
    ...DATED_PAGE,
    phoneNumberId: { pattern: /^PN(.*)$/ },
    'phoneNumberId[in]': { list: 'comma', max: 100, pattern: /^PN(.*)$/ },
    'createdAt[gte]': { type: 'date-time' },
    'createdAt[lte]': { type: 'date-time' },
    'updatedAt[gte]': { type: 'date-time' },
    'updatedAt[lte]': { type: 'date-time' },
    sort: { oneOf: SORTS }
};

export function conversationRoutes({ world, now }: Sandbox): Router {
    const router = Router();
    router.get('/conversations', (request, response) => {
        const query = readQuery(request, LIST);
        const found = [...world.conversations.values()].filter((one) => fits(one, query));
        const page = datedPage(found.sort(order(query.one('sort') ?? 'updatedAt:desc')), query, now());
        response.json({ ...page, data: page.data.map(conversationShape) });
    });
    for (const [action, change] of [
        ['mark-as-read', { read: true }],
        ['mark-as-done', { inboxState: 'done' }],
        ['mark-as-open', { inboxState: 'open' }]
    ] as const) {
        router.post(`/conversations/:conversationId/${action}`, (request, response) => {
            const found = world.conversations.get(pathId(request, 'conversationId', /^CN(.*)$/));
            if (!found) throw notFound('Conversation');
            world.conversations.set(found.id, { ...found, ...change });
            response.status(204).end();
        });
    }
    return router;
}

function fits(one: Conversation, query: Query): boolean {
    const within = (value: string, name: string): boolean =>
        Date.parse(value) >= (query.time(`${name}[gte]`) ?? -Infinity) &&
        Date.parse(value) <= (query.time(`${name}[lte]`) ?? Infinity);
    return (
        query.admits('phoneNumberId', one.phoneNumberId) &&
        within(one.createdAt, 'createdAt') &&
        within(one.updatedAt, 'updatedAt')
    );
}

function order(sort: string): (a: Conversation, b: Conversation) => number {
    const [field, way] = sort.split(':') as ['createdAt' | 'updatedAt', 'asc' | 'desc'];
    const sign = way === 'asc' ? 1 : -1;
    return (a, b) => sign * (a[field].localeCompare(b[field]) || a.id.localeCompare(b.id));
}
