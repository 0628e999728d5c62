import { Router, type Request } from 'express';
import type { WorkspaceInbox } from 'sandbox-day/workspace.ts';
import type { Sandbox } from '../../sandbox.ts';
import { DATED_PAGE, datedPage } from '../page.ts';
import { formatted, memberShape, membersOf, RESTRICTIONS } from '../people-shapes.ts';
import { pathId, readQuery } from '../query.ts';
import { notFound } from '../refusal.ts';

const BUSINESS_DAY = { start: '0900', end: '1700' };
const BUSINESS_HOURS = {
    enabled: true,
    timezone: 'America/Toronto',
    schedule: {
        monday: BUSINESS_DAY,
        tuesday: BUSINESS_DAY,
        wednesday: BUSINESS_DAY,
        thursday: BUSINESS_DAY,
        friday: BUSINESS_DAY,
        saturday: null,
        sunday: null
    }
};

export function phoneNumberRoutes({ world, now }: Sandbox): Router {
    const router = Router();
    const inboxes = Object.values(world.workspace.inboxes);
    const find = (request: Request): WorkspaceInbox => {
        const id = pathId(request, 'phoneNumberId', /^PN(.*)$/);
        const inbox = inboxes.find((one) => one.id === id);
        if (!inbox) throw notFound('Phone number');
        return inbox;
    };
    router.get('/phone-numbers', (request, response) => {
        const query = readQuery(request, {
            ...DATED_PAGE,
            phoneNumber: { pattern: /^\+[1-9]\d{1,14}$/ },
            include: { list: 'comma', oneOf: ['restrictions'] }
        });
        const number = query.one('phoneNumber');
        const found = inboxes.filter((inbox) => number === undefined || inbox.number === number);
        const shapes = found.map((inbox) => inboxShape(inbox, world.since, query.many('include') ?? []));
        response.json(datedPage(shapes, query, now()));
    });
    router.get('/phone-numbers/:phoneNumberId', (request, response) => {
        const include = { list: 'comma', oneOf: ['restrictions', 'businessHours'] } as const;
        const query = readQuery(request, { include });
        response.json({ data: inboxShape(find(request), world.since, query.many('include') ?? []) });
    });
    router.get('/phone-numbers/:phoneNumberId/users', (request, response) => {
        const query = readQuery(request, DATED_PAGE);
        const inbox = find(request);
        response.json(
            datedPage(
                membersOf(inbox, world).map((user) => memberShape(user, inbox)),
                query,
                now()
            )
        );
    });
    return router;
}

export function inboxShape(
    inbox: WorkspaceInbox,
    since: string,
    include: readonly string[]
): Record<string, unknown> & { id: string } {
    return {
        id: inbox.id,
        groupId: inbox.groupId,
        name: inbox.name,
        phoneNumber: inbox.number,
        formattedNumber: formatted(inbox.number),
        forward: inbox.forward,
        portRequestId: null,
        portingStatus: null,
        symbol: inbox.symbol,
        createdAt: since,
        updatedAt: since,
        ...(include.includes('restrictions') ? { restrictions: RESTRICTIONS } : {}),
        ...(include.includes('businessHours') ? { businessHours: BUSINESS_HOURS } : {})
    };
}
